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

import java.util.Arrays;
import java.util.List;

import io.packetflow.latency.statistics.MedianRatio;

/**
 * Cold path. One figure as several forks saw it: one fork is one observation.
 *
 * @param byFork values in the order of the forks, at least one
 */
public record Figure(List<Double> byFork)
{
    /** Copies the values. */
    public Figure
    {
        byFork = List.copyOf(byFork);
        if (byFork.isEmpty())
        {
            throw new IllegalArgumentException("a figure was seen by at least one fork");
        }
    }

    /**
     * A figure that needs no forks.
     *
     * @param value of it
     * @return the figure
     */
    public static Figure of(final double value)
    {
        return new Figure(List.of(value));
    }

    /** Returns the value in the middle, the mean of both for an even number of forks. */
    public double median()
    {
        return MedianRatio.median(sorted());
    }

    /** Returns the lowest value. */
    public double min()
    {
        return sorted()[0];
    }

    /** Returns the highest value. */
    public double max()
    {
        return sorted()[byFork.size() - 1];
    }

    /** Returns by how many forks it was seen. */
    public int forks()
    {
        return byFork.size();
    }

    private double[] sorted()
    {
        final double[] values = byFork.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(values);
        return values;
    }

    /**
     * Writes it: the median, and the range where the forks did not agree.
     *
     * @param unit of the values
     * @return the text
     */
    public String text(final Unit unit)
    {
        final String median = unit.number(median());
        final String low = unit.number(min());
        final String high = unit.number(max());
        return low.equals(high) ? median : median + " (" + low + "–" + high + ")";
    }
}
