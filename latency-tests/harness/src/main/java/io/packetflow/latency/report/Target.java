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
package io.packetflow.latency.report;

/**
 * Cold path. What a figure shall be.
 *
 * @param limit that it shall keep, in the unit's own scale; not a number where it is only reported
 */
public record Target(double limit)
{
    /** The figure is reported only. */
    public static final Target NONE = new Target(Double.NaN);

    /**
     * A limit: below it, or above it where more is better.
     *
     * @param limit that the figure shall keep
     * @return the target
     */
    public static Target of(final double limit)
    {
        return new Target(limit);
    }

    /** Returns whether there is one. */
    public boolean isSet()
    {
        return !Double.isNaN(limit);
    }

    /**
     * Returns whether a value keeps it.
     *
     * @param value of the figure
     * @param unit of the figure
     * @return whether it does; also where there is no target
     */
    public boolean isMetBy(final double value, final Unit unit)
    {
        return !isSet() || (unit.isMoreBetter() ? value > limit : value < limit);
    }

    /**
     * Writes it.
     *
     * @param unit of the figure
     * @return the text; empty where there is none
     */
    public String text(final Unit unit)
    {
        return isSet() ? (unit.isMoreBetter() ? "> " : "< ") + unit.number(limit) + " " + unit : "";
    }
}
