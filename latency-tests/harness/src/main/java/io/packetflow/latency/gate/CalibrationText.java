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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.engine.cli.TextTable;
import io.packetflow.latency.report.Json;
import io.packetflow.latency.statistics.Interval;
import io.packetflow.latency.statistics.Proportion;

/** Cold path. The gate's error rates as a table and as JSON. */
public final class CalibrationText
{
    private static final int FORMAT = 1;

    private CalibrationText()
    {
    }

    /**
     * Writes the rates as a table.
     *
     * @param report of a calibration
     * @return the table
     */
    public static TextTable table(final CalibrationReport report)
    {
        final String plant = String.format(Locale.ROOT, "+%.1f %%", report.plantedPercent());
        final TextTable table = new TextTable("what was compared", "comparisons", "regression", "95 %", "inconclusive");
        row(table, "equal builds, measured", report.equal().size(), report.falseAlarms(),
            CalibrationReport.count(report.equal(), Verdict.INCONCLUSIVE));
        row(table, "equal builds, drawn from all forks", report.resampled());
        row(table, plant + " planted in the risk check, measured", report.planted().size(), report.found(),
            CalibrationReport.count(report.planted(), Verdict.INCONCLUSIVE));
        row(table, plant + " multiplied into drawn forks", report.injected());
        return table;
    }

    private static void row(final TextTable table, final String what, final VerdictShares shares)
    {
        row(table, what, shares.draws(), shares.regressions(), shares.inconclusive());
    }

    private static void row(
        final TextTable table, final String what, final int all, final int regressions, final int inconclusive)
    {
        if (all > 0)
        {
            final Interval interval = Proportion.interval(regressions, all);
            table.row(what, String.format(Locale.ROOT, "%,d", all), share(regressions, all),
                String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * interval.low(), 100 * interval.high()),
                share(inconclusive, all));
        }
    }

    private static String share(final int count, final int all)
    {
        return String.format(Locale.ROOT, "%,d (%.1f %%)", count, 100.0 * count / all);
    }

    /**
     * Writes everything as JSON.
     *
     * @param report of a calibration
     * @return the text
     */
    public static String json(final CalibrationReport report)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("started", report.startedAt());
        json.put("commit", report.commit());
        json.put("forks", report.forks());
        json.put("metric", report.metric());
        final Map<String, Object> host = new LinkedHashMap<>();
        report.host().facts().forEach(fact -> host.put(fact.name().replace(' ', '_'), fact.value()));
        json.put("host", host);
        json.put("equal", names(report.equal()));
        json.put("planted_percent", report.plantedPercent());
        json.put("planted", names(report.planted()));
        json.put("planted_ratios", report.plantedRatios());
        json.put("resampled", shares(report.resampled()));
        json.put("injected", shares(report.injected()));
        return Json.of(json);
    }

    private static List<String> names(final List<Verdict> verdicts)
    {
        return verdicts.stream().map(Verdict::name).toList();
    }

    private static Map<String, Object> shares(final VerdictShares shares)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("draws", shares.draws());
        json.put("regressions", shares.regressions());
        json.put("inconclusive", shares.inconclusive());
        json.put("improvements", shares.improvements());
        return json;
    }
}
