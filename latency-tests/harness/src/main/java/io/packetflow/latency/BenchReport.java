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
package io.packetflow.latency;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.run.BenchOptions;

/**
 * Cold path. What a whole run found, as text, as Markdown and as data.
 *
 * <p>It refuses results of a JVM with assertions, whoever wrote them.
 */
final class BenchReport
{
    private final BenchOptions options;
    private final String startedAt;
    private final String commit;
    private final List<ScenarioReport> scenarios;
    private final HostFingerprint host;

    BenchReport(
        final BenchOptions options,
        final String startedAt,
        final String commit,
        final List<ScenarioReport> scenarios)
    {
        this.options = options;
        this.startedAt = startedAt;
        this.commit = commit;
        this.scenarios = List.copyOf(scenarios);
        this.host = scenarios.get(0).jitterBefore().host();
        scenarios.forEach(BenchReport::refuseAssertions);
    }

    private static void refuseAssertions(final ScenarioReport report)
    {
        if (report.results().all().values().stream().flatMap(List::stream).anyMatch(fork -> fork.host().assertions()))
        {
            throw new HostException("a fork of " + report.scenario().name() + " ran with assertions (-ea), which " +
                "cost more than what is measured: no figure is printed");
        }
    }

    BenchOptions options()
    {
        return options;
    }

    String startedAt()
    {
        return startedAt;
    }

    /** Returns what was measured: the commit, with a + where its sources were changed since. */
    String commit()
    {
        return commit;
    }

    HostFingerprint host()
    {
        return host;
    }

    List<ScenarioReport> scenarios()
    {
        return scenarios;
    }

    /** Returns how many lines are judged. */
    long judged()
    {
        return rows().stream().filter(Row::isJudged).count();
    }

    /** Returns how many lines miss what they are judged by. */
    long missed()
    {
        return rows().stream().filter(Row::isJudged).filter(row -> !row.isMet()).count();
    }

    /** Returns whether floor and engine did the same work wherever they were compared. */
    boolean isSound()
    {
        return scenarios.stream().allMatch(report -> report.outcome().isSound());
    }

    /** Returns whether a scenario could not be measured. */
    boolean hasFailures()
    {
        return scenarios.stream().anyMatch(ScenarioReport::isFailed);
    }

    private List<Row> rows()
    {
        return scenarios.stream().flatMap(report -> report.outcome().rows().stream()).toList();
    }

    String text()
    {
        final StringBuilder text = new StringBuilder(8_192);
        facts().forEach(fact -> text.append(String.format(Locale.ROOT, "%-14s %s%n", fact.name(), fact.value())));
        for (final ScenarioReport report : scenarios)
        {
            text.append('\n').append(report.scenario().name()).append(": ").append(report.scenario().description())
                .append('\n');
            report.remarks().forEach(remark -> text.append("  ").append(remark).append('\n'));
        }
        return text.append('\n').append(new ResultTable(scenarios).plain()).append('\n').append(summary())
            .append('\n').toString();
    }

    String markdown()
    {
        final StringBuilder text = new StringBuilder(8_192);
        facts().forEach(fact -> text.append("- ").append(fact.name()).append(": ").append(fact.value()).append('\n'));
        text.append('\n').append(new ResultTable(scenarios).markdown()).append('\n');
        for (final ScenarioReport report : scenarios)
        {
            text.append("- `").append(report.scenario().name()).append("`: ")
                .append(String.join("; ", report.remarks())).append('\n');
        }
        return text.toString();
    }

    /** Returns how it went in one line. */
    String summary()
    {
        return String.format(Locale.ROOT, "%d of %d judged lines met%s%s", judged() - missed(), judged(),
            hasFailures() ? "; NOT EVERYTHING WAS MEASURED, see above" : "",
            isSound() ? "" : "; FLOOR AND ENGINE DID DIFFERENT WORK, so their ratios mean nothing");
    }

    List<HostFingerprint.Fact> facts()
    {
        final List<HostFingerprint.Fact> facts = new ArrayList<>();
        facts.add(new HostFingerprint.Fact("started", startedAt));
        facts.add(new HostFingerprint.Fact("commit", commit));
        facts.add(new HostFingerprint.Fact("size", options.size().name().toLowerCase(Locale.ROOT) + ", " +
            options.forks() + " forks each; figures are medians over forks, ranges in brackets" +
            (options.size().isSmoke() ? "; a smoke run: no figure means anything" : "")));
        facts.addAll(host.facts());
        final String niceness = scenarios.get(0).jitterBefore().texts().getOrDefault("niceness", "unknown");
        facts.add(new HostFingerprint.Fact("niceness", niceness));
        return facts;
    }
}
