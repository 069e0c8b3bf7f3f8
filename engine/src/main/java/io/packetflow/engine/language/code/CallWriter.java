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
package io.packetflow.engine.language.code;

import java.util.List;
import java.util.stream.Collectors;

import io.packetflow.engine.language.types.Specialisation;
import io.packetflow.engine.language.types.Type;
import io.packetflow.engine.language.types.Typed;

/**
 * Cold path. Writes calls: of methods of the class, of what the platform has, or what is called in place of the call.
 */
final class CallWriter
{
    private final ExpressionWriter expressions;
    private final ClassParts parts;

    CallWriter(final ExpressionWriter expressions, final ClassParts parts)
    {
        this.expressions = expressions;
        this.parts = parts;
    }

    Value call(final Typed.Call call)
    {
        if (!Weights.isMethod(call.function()))
        {
            bind(call);
            return expressions.write(call.function().body());
        }
        final String arguments = call.arguments().stream().map(expressions::write)
            .flatMap(value -> value.singles().stream()).map(single -> ExpressionWriter.stripped(single.java()))
            .collect(Collectors.joining(", "));
        return new Value.Single(parts.method(call.function()) + "(" + arguments + ")");
    }

    /** Gives the parameters of a function that is written in place of its call the values of the arguments. */
    void bind(final Typed.Call call)
    {
        final Specialisation function = call.function();
        for (int i = 0; i < function.parameters().size(); i++)
        {
            expressions.bind(function.parameters().get(i), expressions.keep(
                function.parameters().get(i).name(), call.arguments().get(i)));
        }
    }

    String builtIn(final Typed.BuiltInCall call)
    {
        final List<String> arguments = call.arguments().stream().map(expressions::single).toList();
        final String first = arguments.get(0);
        return switch (call.function())
        {
            case ABS -> "Math.abs(" + first + ")";
            case MIN, MAX -> "Math." + call.function() + "(" + first + ", " + arguments.get(1) + ")";
            case CLAMP -> "Math.min(Math.max(" + first + ", " + arguments.get(1) + "), " + arguments.get(2) + ")";
            case ROUND -> "Rounding.half(" + first + ", " + divisor(call) + ")";
            case CEIL -> "Rounding.up(" + first + ", " + divisor(call) + ")";
            case FLOOR -> "Math.floorDiv(" + first + ", " + divisor(call) + ")";
            case TRUNCATE -> "(" + first + " / " + divisor(call) + ")";
            case INTEGER -> scale(call) == 0 ? first : "(" + first + " / " + divisor(call) + ")";
            case SCALED, PRICE, QUANTITY, DURATION, TIMESTAMP -> first;
            case BIT_AND -> "(" + first + " & " + arguments.get(1) + ")";
            case BIT_OR -> "(" + first + " | " + arguments.get(1) + ")";
            case BIT_XOR -> "(" + first + " ^ " + arguments.get(1) + ")";
            case BIT_NOT -> "(~" + first + ")";
            case SHIFT_LEFT -> "(" + first + " << " + arguments.get(1) + ")";
            case SHIFT_RIGHT -> "(" + first + " >> " + arguments.get(1) + ")";
            case SHIFT_RIGHT_UNSIGNED -> "(" + first + " >>> " + arguments.get(1) + ")";
            case LENGTH -> throw new IllegalStateException("the length of a list is a constant");
        };
    }

    private static int scale(final Typed.BuiltInCall call)
    {
        return ((Type.Numeric)call.arguments().get(0).type()).scale();
    }

    private static String divisor(final Typed.BuiltInCall call)
    {
        return ExpressionWriter.literal(ExpressionWriter.power(scale(call) - ((Type.Numeric)call.type()).scale()));
    }
}
