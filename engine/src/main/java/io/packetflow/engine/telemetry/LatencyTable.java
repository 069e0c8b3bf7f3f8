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
package io.packetflow.engine.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import org.HdrHistogram.Histogram;

/** Cold path. Several series side by side, one line for each figure, in nanoseconds with thousands separators. */
final class LatencyTable
{
    private static final double[] PERCENTILES = {50.0, 90.0, 99.0, 99.9, 99.99};

    private LatencyTable()
    {
    }

    /**
     * Renders the table.
     *
     * @param series at least one
     * @return lines, each ended
     */
    static String render(final List<LatencySeries> series)
    {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(row("ns", series, LatencySeries::name));
        rows.add(row("count", series, one -> grouped(one.histogram().getTotalCount())));
        rows.add(row("min", series, value(Histogram::getMinValue)));
        for (final double percentile : PERCENTILES)
        {
            rows.add(row("P" + (percentile % 1 == 0 ? "%.0f" : "%s").formatted(percentile), series,
                value(histogram -> histogram.getValueAtPercentile(percentile))));
        }
        rows.add(row("max", series, value(Histogram::getMaxValue)));
        rows.add(row("mean", series, decimal(Histogram::getMean)));
        rows.add(row("stddev", series, decimal(Histogram::getStdDeviation)));
        addExceptions(rows, series);
        return align(rows);
    }

    private static void addExceptions(final List<List<String>> rows, final List<LatencySeries> series)
    {
        if (series.stream().anyMatch(one -> one.negativeCount() > 0))
        {
            rows.add(row("below 0 (left out)", series, one -> grouped(one.negativeCount())));
        }
        if (series.stream().anyMatch(one -> one.tooLongCount() > 0))
        {
            rows.add(row("over 1 h (cut)", series, one -> grouped(one.tooLongCount())));
        }
    }

    private static List<String> row(
        final String head, final List<LatencySeries> series, final Function<LatencySeries, String> cell)
    {
        final List<String> row = new ArrayList<>();
        row.add(head);
        series.forEach(one -> row.add(cell.apply(one)));
        return row;
    }

    private static Function<LatencySeries, String> value(final Function<Histogram, Long> figure)
    {
        return one -> one.histogram().getTotalCount() == 0 ? "-" : grouped(figure.apply(one.histogram()));
    }

    private static Function<LatencySeries, String> decimal(final Function<Histogram, Double> figure)
    {
        return one -> one.histogram().getTotalCount() == 0
            ? "-" : String.format(Locale.ROOT, "%,.1f", figure.apply(one.histogram()));
    }

    private static String grouped(final long number)
    {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String align(final List<List<String>> rows)
    {
        final StringBuilder table = new StringBuilder(1_024);
        for (final List<String> row : rows)
        {
            for (int column = 0; column < row.size(); column++)
            {
                final String padding = " ".repeat(width(rows, column) - row.get(column).length());
                table.append(column == 0 ? "  " + row.get(0) + padding : "   " + padding + row.get(column));
            }
            table.append('\n');
        }
        return table.toString();
    }

    private static int width(final List<List<String>> rows, final int column)
    {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
