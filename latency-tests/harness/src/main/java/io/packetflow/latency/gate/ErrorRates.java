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
package io.packetflow.latency.gate;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.latency.statistics.Interval;
import io.packetflow.latency.statistics.Proportion;

/** Cold path. The gate's own error rates, read from what a calibration left, for the terminal and every report. */
public final class ErrorRates
{
    /** Titles of the columns. */
    public static final List<String> HEAD =
        List.of("what was compared", "comparisons", "regression", "95 %", "inconclusive");

    private final JsonNode calibration;

    /**
     * Looks at a calibration.
     *
     * @param calibration as {@link CalibrationJson} wrote it
     */
    public ErrorRates(final JsonNode calibration)
    {
        this.calibration = calibration;
    }

    /**
     * Returns a line for each kind of comparison that was made.
     *
     * @return as many cells in each as there are columns
     */
    public List<List<String>> lines()
    {
        final String plant = String.format(Locale.ROOT, "+%.1f %%", calibration.path("planted_percent").asDouble());
        return List.of(measured("equal builds, measured", calibration.path("equal")),
            drawn("equal builds, drawn from all forks", calibration.path("resampled")),
            measured(plant + " planted in the risk check, measured", calibration.path("planted")),
            drawn(plant + " multiplied into drawn forks", calibration.path("injected"))).stream()
            .filter(line -> !line.isEmpty()).toList();
    }

    /** Returns the lines as a table. */
    public TextTable table()
    {
        final TextTable table = new TextTable(HEAD.toArray(String[]::new));
        lines().forEach(line -> table.row(line.toArray(String[]::new)));
        return table;
    }

    private static List<String> measured(final String what, final JsonNode verdicts)
    {
        int regressions = 0;
        int inconclusive = 0;
        for (final JsonNode verdict : verdicts)
        {
            regressions += Verdict.REGRESSION.name().equals(verdict.asText()) ? 1 : 0;
            inconclusive += Verdict.INCONCLUSIVE.name().equals(verdict.asText()) ? 1 : 0;
        }
        return line(what, verdicts.size(), regressions, inconclusive);
    }

    private static List<String> drawn(final String what, final JsonNode shares)
    {
        return line(what, shares.path("draws").asInt(), shares.path("regressions").asInt(),
            shares.path("inconclusive").asInt());
    }

    private static List<String> line(
        final String what, final int comparisons, final int regressions, final int inconclusive)
    {
        if (comparisons == 0)
        {
            return List.of();
        }
        final Interval interval = Proportion.interval(regressions, comparisons);
        return List.of(what, String.format(Locale.ROOT, "%,d", comparisons), share(regressions, comparisons),
            String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * interval.low(), 100 * interval.high()),
            share(inconclusive, comparisons));
    }

    private static String share(final int count, final int all)
    {
        return String.format(Locale.ROOT, "%,d (%.1f %%)", count, 100.0 * count / all);
    }
}
