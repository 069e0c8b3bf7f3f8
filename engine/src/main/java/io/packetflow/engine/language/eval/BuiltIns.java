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
package io.packetflow.engine.language.eval;

import java.math.RoundingMode;
import java.util.List;

/** Cold path. The functions of the language, as the reference has them. */
final class BuiltIns
{
    private static final int PRICE_SCALE = 4;

    private BuiltIns()
    {
    }

    static Object call(final String name, final List<Object> arguments)
    {
        if (name.equals("length"))
        {
            return Decimal.whole(((List<?>)arguments.get(0)).size());
        }
        final List<Decimal> numbers = arguments.stream().map(Decimal.class::cast).toList();
        final Decimal first = numbers.get(0);
        final Decimal second = numbers.size() > 1 ? numbers.get(1) : first;
        return switch (name)
        {
            case "abs" -> first.absolute();
            case "min" -> first.smaller(second);
            case "max" -> first.larger(second);
            case "clamp" -> first.larger(second).smaller(numbers.get(2));
            case "round" -> first.rounded((int)second.units(), RoundingMode.HALF_UP);
            case "floor" -> first.rounded((int)second.units(), RoundingMode.FLOOR);
            case "ceil" -> first.rounded((int)second.units(), RoundingMode.CEILING);
            case "truncate" -> first.rounded((int)second.units(), RoundingMode.DOWN);
            case "scaled" -> Decimal.whole(first.withScale((int)second.units()).units());
            case "integer" -> first.rounded(0, RoundingMode.DOWN);
            case "price" -> first.withScale(PRICE_SCALE);
            case "quantity", "duration", "timestamp" -> first;
            default -> Decimal.whole(bits(name, first.units(), second.units()));
        };
    }

    private static long bits(final String name, final long first, final long second)
    {
        return switch (name)
        {
            case "bit_and" -> first & second;
            case "bit_or" -> first | second;
            case "bit_xor" -> first ^ second;
            case "bit_not" -> ~first;
            case "shift_left" -> first << second;
            case "shift_right" -> first >> second;
            case "shift_right_unsigned" -> first >>> second;
            default -> throw new IllegalStateException("there is no function " + name);
        };
    }
}
