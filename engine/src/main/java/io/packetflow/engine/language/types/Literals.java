/*
 * Copyright 2026 the PacketFlow authors.
 *
 * Licensed under the Apache License, Version 2.0 (the "License");
 * you may not use this file except in compliance with the License.
 * You may obtain a copy of the License at
 *
 *     https://www.apache.org/licenses/LICENSE-2.0
 *
 * Unless required by applicable law or agreed to in writing, software
 * distributed under the License is distributed on an "AS IS" BASIS,
 * WITHOUT WARRANTIES OR CONDITIONS OF ANY KIND, either express or implied.
 * See the License for the specific language governing permissions and
 * limitations under the License.
 */
package io.packetflow.engine.language.types;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.UnaryOperator;
import io.packetflow.engine.language.syntax.Unit;

/** Cold path. Types what is written as it is: numbers, measures, texts, atoms, names of packets. */
final class Literals
{
    private final Report report;
    private final Map<String, Type.Packet> packets;

    Literals(final Report report, final Map<String, Type.Packet> packets)
    {
        this.report = report;
        this.packets = packets;
    }

    /** Returns the value of a literal, of an atom, of a negative number, or of a name with a capital letter. */
    Typed type(final Expression literal)
    {
        if (literal instanceof Expression.WholeNumber number)
        {
            return new Typed.Constant(new Type.Numeric(NumberKind.PLAIN, 0), number.value());
        }
        if (literal instanceof Expression.DecimalNumber number)
        {
            return number(number, NumberKind.PLAIN, number.value(), Math.max(0, number.value().scale()));
        }
        if (literal instanceof Expression.Measure measure)
        {
            return number(measure, kind(measure.unit().kind()), measure.value(), 0);
        }
        if (literal instanceof Expression.Unary unary && unary.operator() == UnaryOperator.NEGATE)
        {
            return new Operators(report).negate(type(unary.operand()), unary);
        }
        if (literal instanceof Expression.Truth truth)
        {
            return new Typed.Constant(Type.TRUTH, truth.value());
        }
        if (literal instanceof Expression.Atom atom)
        {
            return new Typed.Constant(Type.Atom.of(atom.text()), atom.text());
        }
        if (literal instanceof Expression.Text text)
        {
            return new Typed.Constant(
                new Type.Text(text.value().getBytes(StandardCharsets.UTF_8).length), text.value());
        }
        return new Typed.Opaque(packet(literal), literal);
    }

    private Type packet(final Expression literal)
    {
        return literal instanceof Expression.Name name ? packets.getOrDefault(name.text(), Type.Packet.ANY) :
            Type.UNKNOWN;
    }

    private Typed number(final Expression place, final NumberKind kind, final BigDecimal value, final int scale)
    {
        final Type.Numeric type = new Type.Numeric(kind, Math.min(scale, TypingLimits.MAX_SCALE));
        final Optional<Long> units = scale > TypingLimits.MAX_SCALE ? Optional.empty() :
            NumberRules.units(value, scale);
        if (units.isEmpty())
        {
            report.tell(place, DiagnosticCode.TOO_MANY_DECIMALS, "this number is no whole number of units of 64 bits",
                kind.isPlain() ? TypingLimits.MAX_SCALE + " digits at most" :
                "a whole number of " + unit(kind), "", "");
            return new Typed.Opaque(type, place);
        }
        return new Typed.Constant(type, units.get());
    }

    private static String unit(final NumberKind kind)
    {
        return kind == NumberKind.DURATION ? "nanoseconds" : kind == NumberKind.SIZE ? "bytes" : "events a second";
    }

    private static NumberKind kind(final Unit.Kind kind)
    {
        return switch (kind)
        {
            case DURATION -> NumberKind.DURATION;
            case SIZE -> NumberKind.SIZE;
            case RATE -> NumberKind.RATE;
        };
    }
}
