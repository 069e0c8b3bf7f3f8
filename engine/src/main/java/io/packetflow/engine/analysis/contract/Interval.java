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

/**
 * Cold path. Values that a field may have: all whole numbers from the lowest to the highest, both included. Fields of a
 * slot are whole numbers; prices and quantities are scaled ones.
 *
 * @param low lowest value, {@link Long#MIN_VALUE} for no limit
 * @param high highest value, {@link Long#MAX_VALUE} for no limit
 */
public record Interval(long low, long high)
{
    /** Every value. */
    public static final Interval ALL = new Interval(Long.MIN_VALUE, Long.MAX_VALUE);

    /** Returns whether no value lies in it. */
    public boolean isEmpty()
    {
        return low > high;
    }

    /**
     * Tells whether another interval holds all of its values.
     *
     * @param other interval
     * @return whether it lies within the other
     */
    public boolean implies(final Interval other)
    {
        return isEmpty() || (low >= other.low && high <= other.high);
    }

    /**
     * Returns the values that lie in both.
     *
     * @param other interval
     * @return intersection, perhaps empty
     */
    public Interval and(final Interval other)
    {
        return new Interval(Math.max(low, other.low), Math.min(high, other.high));
    }

    /**
     * Returns the smallest interval that holds both.
     *
     * @param other interval
     * @return hull
     */
    public Interval hull(final Interval other)
    {
        return new Interval(Math.min(low, other.low), Math.max(high, other.high));
    }

    /**
     * Writes it as a condition.
     *
     * @param field name
     * @return as in {@code price >= 1}; the form in which contracts are declared
     */
    public String of(final String field)
    {
        if (low == high)
        {
            return field + " == " + low;
        }
        if (high == Long.MAX_VALUE)
        {
            return low == Long.MIN_VALUE ? field + " is any value" : field + " >= " + low;
        }
        return low == Long.MIN_VALUE ? field + " <= " + high : field + " >= " + low + " and " + field + " <= " + high;
    }
}
