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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Cold path. How much worse a figure is than what it is compared with: above 1 is worse, whether less or more is
 * better.
 *
 * @param ours figure
 * @param floor figure of what it is compared with
 * @param unit of both
 * @param limit that the ratio shall not exceed; not a number where it is only reported
 */
public record Ratio(Figure ours, Figure floor, Unit unit, double limit)
{
    /** The ratio is reported only. */
    public static final double NO_LIMIT = Double.NaN;

    /** Returns the ratio of the medians. */
    public double value()
    {
        return of(ours.median(), floor.median());
    }

    private double of(final double our, final double other)
    {
        return unit.isMoreBetter() ? other / our : our / other;
    }

    /** Returns the ratio in each round, as far as both figures were taken there. */
    public Figure byRound()
    {
        final List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < Math.min(ours.forks(), floor.forks()); i++)
        {
            ratios.add(of(ours.byFork().get(i), floor.byFork().get(i)));
        }
        return new Figure(ratios);
    }

    /** Returns whether it keeps its limit; also where it has none. */
    public boolean isMet()
    {
        return Double.isNaN(limit) || value() <= limit;
    }

    /** Writes it: the ratio of the medians, the range over the rounds, and the limit. */
    @Override
    public String toString()
    {
        final Figure rounds = byRound();
        final String range = rounds.forks() == 1 ? "" :
            String.format(Locale.ROOT, " (%.2f–%.2f)", rounds.min(), rounds.max());
        final String bound = Double.isNaN(limit) ? "" : String.format(Locale.ROOT, " of ≤ %s", text(limit));
        return String.format(Locale.ROOT, "%.2f%s%s", value(), range, bound);
    }

    private static String text(final double number)
    {
        return number == Math.rint(number) ?
            String.format(Locale.ROOT, "%.1f", number) : String.valueOf(number);
    }
}
