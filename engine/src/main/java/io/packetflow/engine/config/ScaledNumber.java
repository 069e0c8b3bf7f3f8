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
package io.packetflow.engine.config;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cold path. A decimal number followed by a unit, as a whole number of the smallest unit, exactly or not at all. */
final class ScaledNumber
{
    private static final Pattern FORM = Pattern.compile("([0-9][0-9_]*(?:\\.[0-9]+)?)\\s*([A-Za-z]*(?:/s)?)");

    /**
     * A unit.
     *
     * @param name   as written after the number
     * @param factor how many of the smallest unit it is
     */
    record Unit(String name, long factor)
    {
    }

    private ScaledNumber()
    {
    }

    /**
     * Parses a number with a unit.
     *
     * @param text      such as {@code 1.5ms}; underscores may group digits
     * @param units    accepted units; one without a name accepts a bare number
     * @param mustHold what to say where the text does not fit
     * @return the value in the smallest unit, not negative
     * @throws IllegalArgumentException if the text has no such form, or the value is no whole number or over 2^63 - 1
     */
    static long parse(final String text, final List<Unit> units, final String mustHold)
    {
        final Matcher matcher = FORM.matcher(text);
        if (!matcher.matches())
        {
            throw new IllegalArgumentException(mustHold);
        }
        final Unit unit = units.stream().filter(known -> known.name.equals(matcher.group(2))).findFirst()
            .orElseThrow(() ->
                new IllegalArgumentException(mustHold + " (unit '" + matcher.group(2) + "' is not known)"));
        try
        {
            return new BigDecimal(matcher.group(1).replace("_", "")).multiply(BigDecimal.valueOf(unit.factor))
                .longValueExact();
        }
        catch (final ArithmeticException e)
        {
            throw new IllegalArgumentException(
                mustHold + ", as a whole number of the smallest unit and below 2^63", e);
        }
    }

    /**
     * Writes a value with the largest unit that divides it.
     *
     * @param value in the smallest unit
     * @param units descending, the smallest last
     * @return the text
     */
    static String format(final long value, final List<Unit> units)
    {
        for (final Unit unit : units)
        {
            if (value != 0 && value % unit.factor == 0)
            {
                return value / unit.factor + unit.name;
            }
        }
        return value + units.get(units.size() - 1).name;
    }
}
