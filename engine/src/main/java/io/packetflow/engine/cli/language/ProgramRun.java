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
package io.packetflow.engine.cli.language;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.BooleanSupplier;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.language.run.ProgramSource;
import io.packetflow.engine.language.run.RunLog;
import io.packetflow.engine.plan.JournalPlan;
import io.packetflow.engine.plan.PlanHash;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.LatencyReport;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.ringbuffers.journal.Durability;

/** Cold path. One run of a molecule on its own, and the report about it. */
final class ProgramRun
{
    private static final long WATCH_NANOS = 50_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Terminal terminal;
    private final ReactorSettings settings;
    private final BuiltProgram program;
    private final ProgramInputs inputs;
    private final Path journal;
    private final Path keepSources;

    /**
     * Prepares.
     *
     * @param terminal that shows progress and results
     * @param settings of the reactor
     * @param program that runs
     * @param inputs that are sent
     * @param journal directory, null for none
     * @param keepSources directory for the generated code, null for none
     */
    ProgramRun(
        final Terminal terminal, final ReactorSettings settings, final BuiltProgram program,
        final ProgramInputs inputs, final Path journal, final Path keepSources)
    {
        this.terminal = terminal;
        this.settings = settings;
        this.program = program;
        this.inputs = inputs;
        this.journal = journal;
        this.keepSources = keepSources;
    }

    int run(final BooleanSupplier stopRequested)
    {
        final ProgramSource source = inputs.source();
        final JournalOptions options = journal == null ? null : JournalOptions.of(journal, Durability.PROCESS_SAFE);
        try (Reactor reactor = Reactor.prepare(program.standalone()
            .context(settings, options, inputs.table(), source)
            .codeLoader(program.compiled().orElse(null)).keepSources(keepSources).onProgress(terminal.err()::println)))
        {
            final long startNanos = System.nanoTime();
            final long startMillis = System.currentTimeMillis();
            reactor.open();
            terminal.err().println("running: plan " + PlanHash.of(reactor.plan()));
            while (!reactor.awaitCompletion(WATCH_NANOS))
            {
                if (stopRequested.getAsBoolean())
                {
                    reactor.drain();
                }
            }
            final double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
            report(reactor, source, seconds, startMillis);
            return reactor.failureCount() == 0 ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
        }
    }

    private void report(
        final Reactor reactor, final ProgramSource source, final double seconds, final long startMillis)
    {
        final RunLog log = reactor.resource(RunLog.NAME, RunLog.class);
        final LatencyReport.Builder report = LatencyReport.builder(
            program.declared().name() + ": from the source to the end", HostFingerprint.read());
        addFacts(report, reactor);
        final long sent = source.sentCount();
        report.fact("instances", String.format(Locale.ROOT, "%,d in %.3f s, %,.0f/s%s", sent, seconds,
            sent / seconds, sent < inputs.count() ? "; stopped before the end of the input" : ""));
        report.fact("came to the end", String.format(Locale.ROOT, "%,d; %,d were stopped or dropped, %,d set aside",
            log.completed(), Math.max(0, sent - log.completed() - reactor.failureCount()), reactor.failureCount()));
        report.fact("counters", reactor.countersFile() + " (packetflow stat)");
        report.series(new LatencySampler("service", log.service()).series());
        if (inputs.perSecond() != 0)
        {
            report.series(new LatencySampler("response", log.response()).series());
        }
        final String text = report.times(startMillis, System.currentTimeMillis()).build().text();
        program.standalone().watch().ifPresent(watch -> watch.print(log, terminal.out()::println));
        (program.standalone().watch().isPresent() ? terminal.err() : terminal.out()).print(text);
    }

    private void addFacts(final LatencyReport.Builder report, final Reactor reactor)
    {
        final ReactorPlan plan = reactor.plan();
        report.fact("input", inputs.description());
        report.fact("pace", inputs.pace());
        report.fact("plan", String.format(Locale.ROOT, "%s: %d node(s), %d stages, grouping %s", PlanHash.of(plan),
            plan.nodes().size(), plan.stages().size(), plan.options().grouping().name().toLowerCase(Locale.ROOT)));
        reactor.nodes().forEach(node -> report.fact("node " + node.name(),
            node.toString().substring(node.toString().indexOf(": ") + 2)));
        report.fact("durability", plan.journal().map(JournalPlan::toString).orElse("none (no journal)"));
        reactor.recovery().ifPresent(
            recovery -> report.fact("journal", recovery.toString().replaceFirst("^journal: ", "")));
        report.fact("warm-up", reactor.warmUp().toString().replaceFirst("^warm-up: ", ""));
    }
}
