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
package io.packetflow.engine.analysis;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.packetflow.engine.analysis.performance.DeploymentPerformance;
import io.packetflow.engine.analysis.performance.PerformanceAnalysis;
import io.packetflow.engine.analysis.performance.Scaling;
import io.packetflow.engine.analysis.performance.Throughput;
import io.packetflow.engine.cli.TextTable;
import io.packetflow.engine.cost.PacketCost;

/** Cold path. Draws a report as text. */
final class ReportPicture
{
    private static final int[] NODES_SHOWN = {1, 2, 4, 8};

    private final AnalysisReport report;
    private final StringBuilder text = new StringBuilder();

    private ReportPicture(final AnalysisReport report)
    {
        this.report = report;
    }

    static String of(final AnalysisReport report)
    {
        final ReportPicture picture = new ReportPicture(report);
        picture.drawFindings();
        report.results().ifPresent(picture::drawResults);
        return picture.text.toString();
    }

    private void drawFindings()
    {
        line("Molecule %s: %d packets, %d bonds; %d errors, %d warnings, %d notes", report.subject().structure().name(),
            report.subject().structure().composition().size(), report.subject().structure().bonds().size(),
            count(Severity.ERROR), count(Severity.WARNING), count(Severity.NOTE));
        report.findings().forEach(finding -> line("  %s", finding));
    }

    private long count(final Severity severity)
    {
        return report.findings().stream().filter(finding -> finding.severity() == severity).count();
    }

    private void drawResults(final AnalysisReport.Results results)
    {
        drawOrder(results);
        drawResources(results);
        drawPerformance(results.performance());
        line("%nResilience: %d packet(s) may fail, whichever; a smallest cut is %s",
            results.resilience().toleratedFailures(), String.join(", ", results.resilience().cut()));
        results.consensus().forEach(bound -> line("Consensus of %s: n = %d, f = %d, needed %d", bound.owner(),
            bound.members().size(), bound.faults(), bound.needed()));
        line("%nContracts: the input must meet %s; left behind is %s",
            orNothing(results.contracts().obligations()), orNothing(results.contracts().delivered()));
    }

    private static String orNothing(final Object conditions)
    {
        return conditions.toString().isEmpty() ? "nothing" : conditions.toString();
    }

    private void drawOrder(final AnalysisReport.Results results)
    {
        final TextTable table = new TextTable("packet", "ns", "cost", "after", "one stage with").right(1);
        for (final String packet : results.order().packets())
        {
            final PacketCost cost = report.subject().costs().packet(packet);
            final Set<String> unit = results.order().units().get(results.order().unitOf(packet));
            table.row(packet, nanos(cost.baseNanos()), cost.origin().toString(),
                list(results.order().predecessors(packet)),
                list(unit.stream().filter(other -> !other.equals(packet)).toList()));
        }
        line("%nCausal order");
        text.append(table.plain().indent(2));
    }

    private static String list(final List<String> names)
    {
        return names.isEmpty() ? "-" : String.join(", ", names);
    }

    private void drawResources(final AnalysisReport.Results results)
    {
        line("%nResources: %s under %s", results.resources().verdict().name().toLowerCase(Locale.ROOT),
            report.subject().plan().isPresent() ? "the plan" : "every unit on a node of its own");
        results.resources().graph().edges().forEach(edge -> line("  %s", edge));
    }

    private void drawPerformance(final PerformanceAnalysis performance)
    {
        final TextTable table = new TextTable(
            "deployment", "ns", "work", "def. 6.4", "at least", "at most", "instances/s", "bound by")
            .right(1, 2, 3, 4, 5, 6);
        for (final DeploymentPerformance each : performance.all())
        {
            final Throughput throughput = each.throughput();
            table.row(each.schedule().deployment().name(), nanos(each.predictedNanos()),
                nanos(each.critical().workNanos()), nanos(each.expectedNanos()), nanos(each.lowerBoundNanos()),
                nanos(each.upperBoundNanos()), rate(throughput.perSecond()), throughput.limit());
        }
        line("%nExecution time and throughput (host costs: %s)", report.subject().costs().host().origin());
        text.append(table.plain().indent(2));
        drawScaling(performance.scaling());
        text.append('\n').append(BudgetPicture.of(performance.judged()));
    }

    private void drawScaling(final Scaling scaling)
    {
        final StringBuilder line = new StringBuilder("  nodes:");
        for (final int nodes : NODES_SHOWN)
        {
            line.append(String.format(Locale.ROOT, " %d: at most %s/s;", nodes, rate(scaling.perSecond(nodes))));
        }
        line("%s any number: %s/s", line, rate(scaling.limitPerSecond()));
    }

    private static String nanos(final double nanos)
    {
        return String.format(Locale.ROOT, "%,.1f", nanos).replaceAll("\\.0$", "");
    }

    private static String rate(final double perSecond)
    {
        return String.format(Locale.ROOT, "%,.0f", perSecond);
    }

    private void line(final String format, final Object... values)
    {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
