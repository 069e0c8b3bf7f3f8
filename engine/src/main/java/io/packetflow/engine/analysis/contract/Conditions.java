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
package io.packetflow.engine.analysis.contract;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Cold path. A conjunction of conditions, each a field within an interval, as in {@code price > 0 and quantity <= 500}.
 * A field is a name, or the name of a packet and of a field of its area, {@code Feed.price}. Numbers are whole, in the
 * field's own unit: a price with four decimals is 105000, not 10.5.
 *
 * @param intervals by field, sorted
 */
public record Conditions(Map<String, Interval> intervals)
{
    /** Asks for nothing. */
    public static final Conditions NONE = new Conditions(Map.of());

    private static final String FIELD = "[A-Za-z]\\w*(?:\\.[A-Za-z]\\w*)?";
    private static final Pattern TERM = Pattern.compile("(" + FIELD + ")\\s*(<=|>=|==|<|>)\\s*(-?\\d[\\d_]*)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+|\\s*(?:&&|,)\\s*");

    /** Copies the map. */
    public Conditions
    {
        intervals = Collections.unmodifiableMap(new TreeMap<>(intervals));
    }

    /**
     * Reads conditions.
     *
     * @param text comparisons with a whole number, joined by {@code and}, {@code &&} or commas
     * @return the conditions
     * @throws IllegalArgumentException if the text is anything else, or if no value of a field can meet it
     */
    public static Conditions parse(final String text)
    {
        final Map<String, Interval> intervals = new TreeMap<>();
        for (final String term : AND.split(text.strip(), -1))
        {
            final Matcher parts = TERM.matcher(term);
            if (!parts.matches())
            {
                throw new IllegalArgumentException("'" + term + "' is no condition; write a field, one of " +
                    "< <= == >= > and a whole number in the field's unit, as in \"price > 0 and quantity <= 500\"");
            }
            intervals.merge(parts.group(1), interval(parts.group(2), number(parts.group(3))), Interval::and);
        }
        intervals.forEach((field, interval) ->
        {
            if (interval.isEmpty())
            {
                throw new IllegalArgumentException("no value of " + field + " meets \"" + text + "\"");
            }
        });
        return new Conditions(intervals);
    }

    private static long number(final String text)
    {
        try
        {
            return Long.parseLong(text.replace("_", ""));
        }
        catch (final NumberFormatException e)
        {
            throw new IllegalArgumentException(text + " does not fit 64 bits", e);
        }
    }

    private static Interval interval(final String comparison, final long value)
    {
        return switch (comparison)
        {
            case "<" -> value == Long.MIN_VALUE ? new Interval(0, -1) : new Interval(Long.MIN_VALUE, value - 1);
            case "<=" -> new Interval(Long.MIN_VALUE, value);
            case ">" -> value == Long.MAX_VALUE ? new Interval(0, -1) : new Interval(value + 1, Long.MAX_VALUE);
            case ">=" -> new Interval(value, Long.MAX_VALUE);
            default -> new Interval(value, value);
        };
    }

    /**
     * Returns what a field may be.
     *
     * @param field name
     * @return its interval, {@link Interval#ALL} where there is no condition
     */
    public Interval of(final String field)
    {
        return intervals.getOrDefault(field, Interval.ALL);
    }

    /**
     * Tells whether other conditions follow from these.
     *
     * @param other conditions
     * @return whether each field that the other one limits is limited at least as much here
     */
    public boolean imply(final Conditions other)
    {
        return other.intervals.entrySet().stream().allMatch(entry -> of(entry.getKey()).implies(entry.getValue()));
    }

    /** Returns the conditions in the form in which they are declared. */
    @Override
    public String toString()
    {
        return intervals.entrySet().stream().map(entry -> entry.getValue().of(entry.getKey()))
            .collect(Collectors.joining(" and "));
    }
}
