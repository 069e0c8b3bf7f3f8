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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Types calls of the functions of the language. */
final class BuiltInTyping
{
    private final Report report;
    private final Operators operators;

    BuiltInTyping(final Report report, final Operators operators)
    {
        this.report = report;
        this.operators = operators;
    }

    Typed call(final BuiltIn function, final List<Typed> arguments, final SyntaxNode place)
    {
        if (function == BuiltIn.LENGTH)
        {
            return length(arguments.get(0), place);
        }
        boolean areNumbers = true;
        for (final Typed argument : arguments)
        {
            areNumbers &= operators.isNumber(argument, place, "an argument of " + function + " is no number");
        }
        if (!areNumbers)
        {
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        if (function.isBitwise())
        {
            return bitwise(function, arguments, place);
        }
        if (function.isRounding() || function == BuiltIn.SCALED)
        {
            return scaled(function, arguments, place);
        }
        return switch (function)
        {
            case ABS -> new Typed.BuiltInCall(arguments.get(0).type(), function, arguments);
            case MIN, MAX, CLAMP -> extreme(function, arguments, place);
            case INTEGER -> new Typed.BuiltInCall(new Type.Numeric(NumberKind.PLAIN, 0), function, arguments);
            default -> conversion(function, arguments.get(0), place);
        };
    }

    private Typed length(final Typed list, final SyntaxNode place)
    {
        if (list.type() instanceof Type.ListOf type && type.length() >= 0)
        {
            return new Typed.Constant(new Type.Numeric(NumberKind.PLAIN, 0), (long)type.length());
        }
        if (!(list.type() instanceof Type.Unknown) && !(list.type() instanceof Type.ListOf))
        {
            report.wrongType(place, "the argument of length is no list", "a list", list.type());
        }
        return new Typed.Opaque(new Type.Numeric(NumberKind.PLAIN, 0), place);
    }

    private Typed bitwise(final BuiltIn function, final List<Typed> arguments, final SyntaxNode place)
    {
        final Type.Numeric integer = new Type.Numeric(NumberKind.PLAIN, 0);
        for (final Typed argument : arguments)
        {
            if (!argument.type().equals(integer))
            {
                report.wrongType(place, function + " works on the bits of integers", integer.toString(),
                    argument.type());
                return new Typed.Opaque(integer, place);
            }
        }
        return new Typed.BuiltInCall(integer, function, arguments);
    }

    private Typed scaled(final BuiltIn function, final List<Typed> arguments, final SyntaxNode place)
    {
        final Typed value = arguments.get(0);
        final Type.Numeric from = (Type.Numeric)value.type();
        if (!(arguments.get(1) instanceof Typed.Constant constant) || !((Type.Numeric)constant.type()).isWhole() ||
            (Long)constant.value() < 0 || (Long)constant.value() > TypingLimits.MAX_SCALE)
        {
            report.wrongType(place, "the second argument of " + function + " is no literal of 0 to " +
                TypingLimits.MAX_SCALE, "a count of decimals, written as a number", arguments.get(1).type());
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        final int scale = Math.toIntExact((Long)constant.value());
        if (function == BuiltIn.SCALED && from.scale() > scale)
        {
            report.tell(place, DiagnosticCode.TOO_MANY_DECIMALS, "scaled(x, " + scale + ") of a number with " +
                from.scale() + " decimals is no integer", scale + " decimals at most", from.toString(),
                "round(x, " + scale + ") before");
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        if (function == BuiltIn.SCALED || scale >= from.scale())
        {
            final Optional<Typed> rescaled = NumberRules.rescale(value, scale);
            return rescaled.isEmpty() ? new Typed.Opaque(Type.UNKNOWN, place) : function != BuiltIn.SCALED ?
                rescaled.get() : new Typed.BuiltInCall(new Type.Numeric(NumberKind.PLAIN, 0), function,
                List.of(rescaled.get()));
        }
        return new Typed.BuiltInCall(new Type.Numeric(from.kind(), scale), function, List.of(value));
    }

    private Typed extreme(final BuiltIn function, final List<Typed> arguments, final SyntaxNode place)
    {
        NumberKind kind = NumberKind.PLAIN;
        int scale = 0;
        for (final Typed argument : arguments)
        {
            final Type.Numeric type = (Type.Numeric)argument.type();
            final NumberKind both = NumberRules.common(kind, type.kind());
            final boolean isFirst = argument == arguments.get(0);
            if (both == null && !isFirst)
            {
                report.tell(place, DiagnosticCode.MIXED_KINDS, "a " + kind + " and a " + type.kind() +
                    " do not go together in " + function, "", "", "");
                return new Typed.Opaque(Type.UNKNOWN, place);
            }
            kind = isFirst ? type.kind() : both;
            scale = Math.max(scale, type.scale());
        }
        final List<Typed> aligned = new ArrayList<>();
        for (final Typed argument : arguments)
        {
            NumberRules.rescale(argument, scale).ifPresent(aligned::add);
        }
        final Type.Numeric type = new Type.Numeric(kind, scale);
        return aligned.size() < arguments.size() ? new Typed.Opaque(type, place) :
            new Typed.BuiltInCall(type, function, aligned);
    }

    private Typed conversion(final BuiltIn function, final Typed value, final SyntaxNode place)
    {
        final NumberKind kind = NumberKind.valueOf(function.name());
        final Type.Numeric from = (Type.Numeric)value.type();
        final int scale = kind == NumberKind.PRICE ? FieldTypes.PRICE_SCALE : 0;
        final Type.Numeric to = new Type.Numeric(kind, scale);
        if (from.scale() > scale || (!from.kind().isPlain() && from.kind() != kind))
        {
            report.wrongType(place, function + " makes no " + kind + " of this",
                "a plain number of " + scale + " decimals at most", from);
            return new Typed.Opaque(to, place);
        }
        return NumberRules.rescale(value, scale).<Typed>map(rescaled -> new Typed.BuiltInCall(to, function,
            List.of(rescaled))).orElseGet(() -> new Typed.Opaque(to, place));
    }
}
