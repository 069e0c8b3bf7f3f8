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
package io.packetflow.engine.optimizer;

import java.util.Comparator;

/**
 * Cold path. What a change is good for. Less that shares a node against its will comes first, then less overload, then
 * what the goal makes smaller.
 *
 * @param separations pairs fewer that share a node and are kept apart
 * @param overload cores less that are lacking
 * @param share of what the goal makes smaller, saved
 */
record Gain(int separations, double overload, double share) implements Comparable<Gain>
{
    private static final double ROUNDING = 1e-9;
    private static final Comparator<Gain> ORDER = Comparator.comparingInt(Gain::separations)
        .thenComparingDouble(Gain::overload).thenComparingDouble(Gain::share);

    static Gain of(final Prediction before, final Prediction after, final Goal goal)
    {
        final double nanos = before.nanos(goal);
        return new Gain(before.separations() - after.separations(),
            rounded(before.overload() - after.overload()),
            nanos > 0 ? rounded((nanos - after.nanos(goal)) / nanos) : 0);
    }

    private static double rounded(final double value)
    {
        return Math.abs(value) < ROUNDING ? 0 : value;
    }

    /** Whether it is above a threshold, 0 to 1. */
    boolean isWorth(final double threshold)
    {
        return separations > 0 ||
            (separations == 0 && (overload > threshold || (overload >= 0 && share > threshold)));
    }

    @Override
    public int compareTo(final Gain other)
    {
        return ORDER.compare(this, other);
    }
}
