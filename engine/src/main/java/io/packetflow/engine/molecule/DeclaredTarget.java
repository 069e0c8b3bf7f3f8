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
package io.packetflow.engine.molecule;

import java.util.Locale;
import java.util.Optional;

/**
 * Cold path. A target that a molecule declares: a property of a registered name whose value compares (architecture,
 * idea 7; requirements L1).
 *
 * @param name of the property, one of {@link TargetName}
 * @param atLeast whether the figure shall be above the limit; otherwise below it
 * @param limit nanoseconds, or events a second, as the name says
 * @param percentile of durations that the limit holds for, 50 to 100; 99 where the text names none
 */
public record DeclaredTarget(TargetName name, boolean atLeast, double limit, double percentile)
{
    /** Where a text names no percentile. */
    public static final double DEFAULT_PERCENTILE = 99;

    /**
     * Reads a target.
     *
     * @param name of the property
     * @param text its value, such as {@code < 2us P99.9}
     * @return the target, empty if the text cannot be read as one
     */
    public static Optional<DeclaredTarget> read(final TargetName name, final String text)
    {
        return TargetReader.read(name, text);
    }

    /**
     * Returns whether a figure keeps the target.
     *
     * @param value in the unit of the name
     * @return whether it does
     */
    public boolean isMetBy(final double value)
    {
        return atLeast ? value >= limit : value < limit;
    }

    /** Returns the target as people read it. */
    @Override
    public String toString()
    {
        return name.isRate() ?
            String.format(Locale.ROOT, "%s %s %,.0f/s", name, atLeast ? ">=" : "<", limit) :
            String.format(Locale.ROOT, "%s P%s %s %,.0f ns", name, percentileText(), atLeast ? ">=" : "<", limit);
    }

    private String percentileText()
    {
        return String.valueOf(percentile).replaceAll("\\.0$", "");
    }
}
