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

import java.util.Locale;

import io.packetflow.engine.cli.TextTable;

/** Cold path. A comparison as people read it on a terminal, or on a Markdown page. */
public final class GateText
{
    private static final double LEAST_SHOWN = 0.0001;

    private GateText()
    {
    }

    /**
     * Writes a comparison.
     *
     * @param report of it
     * @return lines, the last of them with the verdict
     */
    public static String of(final GateReport report)
    {
        final StringBuilder text = new StringBuilder(2_048);
        report.host().facts().forEach(fact ->
            text.append(String.format(Locale.ROOT, "%-14s %s%n", fact.name(), fact.value())));
        text.append(String.format(Locale.ROOT, "%nbefore: %s%nafter:  %s%n%s, %d forks of each, in turns; above 1 is " +
            "worse, p is one-sided, exact and corrected for all metrics of a scenario, limit %s%n%n", report.before(),
            report.after(), report.size(), report.forks(), Judge.LIMIT));
        text.append(table(report).plain()).append('\n');
        report.scenarios().stream().filter(scenario -> !scenario.reason().isEmpty()).forEach(scenario ->
            text.append(scenario.scenario()).append(": ").append(scenario.reason()).append('\n'));
        return text.append("verdict: ").append(report.verdict()).append('\n').toString();
    }

    /**
     * Writes the table alone.
     *
     * @param report of a comparison
     * @return a row for each metric
     */
    public static TextTable table(final GateReport report)
    {
        final TextTable table = new TextTable("scenario", "metric", "before", "after", "ratio", "95 %", "p",
            "Welch p", "Cohen d", "verdict", "why");
        for (final ScenarioComparison scenario : report.scenarios())
        {
            for (final MetricComparison metric : scenario.metrics())
            {
                table.row(scenario.scenario(), metric.metric(), metric.before().text(metric.unit()),
                    metric.after().text(metric.unit()) + " " + metric.unit(), number("%.3f", metric.ratio()),
                    Double.isNaN(metric.interval().low()) ? "" : metric.interval().toString(),
                    probability(metric.adjusted()), probability(metric.welch()), number("%.1f", metric.cohen()),
                    scenario.reason().isEmpty() ? metric.verdict().name() : "", metric.reason());
            }
        }
        return table;
    }

    private static String number(final String format, final double value)
    {
        return Double.isFinite(value) ? String.format(Locale.ROOT, format, value) : "";
    }

    private static String probability(final double value)
    {
        return value < LEAST_SHOWN ? "< " + String.format(Locale.ROOT, "%.4f", LEAST_SHOWN) : number("%.4f", value);
    }
}
