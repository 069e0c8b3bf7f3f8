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
package io.packetflow.latency.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. A restart from a journal: one process writes it and dies, others start from it, one after the other, and
 * replay it from its first message, without a snapshot. The target is the recovery of thesis 7.3.1, 1.2 s. It is that
 * of one process; what a standby takes is measured by {@link StandbyFailover}.
 */
final class JournalRecovery implements Scenario
{
    private static final String WRITE = "write";
    private static final String RESTART = "restart";
    private static final Target TARGET = Target.of(1.2e9);
    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String name()
    {
        return "recovery";
    }

    @Override
    public String description()
    {
        return "a restart from a journal of 2 M messages whose writer died, warm-up included, without a snapshot";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final long messages = options.size().recoveredMessages();
        final Path journal = makeDirectory();
        try
        {
            final ForkResult written = run.once(Subject.of(WRITE, arguments("journal", options, messages, journal)));
            final Results results =
                run.measure(List.of(Subject.of(RESTART, arguments("recovery", options, messages, journal))));
            return Outcome.of(rows(results, options.size().isSmoke()),
                List.of(FeedArguments.note(Feed.RECORDED, options, messages),
                String.format("the journal holds %,.0f messages; ", written.number(Measure.MESSAGES)) +
                results.of(RESTART).get(0).texts().get("recovery"),
                "a restart is the JVM's start, the warm-up, and the recovery; to load the feed's file is not counted"));
        }
        finally
        {
            remove(journal);
        }
    }

    private static List<Row> rows(final Results results, final boolean smoke)
    {
        return List.of(
            Row.reported("restart, from the process to ready", Unit.NANOS,
            results.number(RESTART, Measure.RESTART_NANOS)).target(smoke ? Target.NONE : TARGET),
            Row.reported("restart, warm-up", Unit.NANOS, new Figure(results.of(RESTART).stream()
            .map(fork -> fork.number(Measure.WARM_UP_SECONDS) * NANOS_PER_SECOND).toList())),
            Row.reported("restart, recovery", Unit.NANOS, results.number(RESTART, Measure.RECOVERY_NANOS)),
            Row.reported("restart, replayed messages", Unit.MILLIONS_PER_SECOND,
            results.number(RESTART, Measure.MESSAGES_PER_SECOND)));
    }

    private static List<String> arguments(
        final String fork, final BenchOptions options, final long messages, final Path journal)
    {
        final List<String> arguments =
            new ArrayList<>(FeedArguments.of(fork, Feed.RECORDED, options, messages, Pace.FLAT_OUT));
        arguments.addAll(List.of("--journal", journal.toString()));
        return arguments;
    }

    /** Below the working directory, which is on a disk where the temporary directory may be memory. */
    private static Path makeDirectory()
    {
        try
        {
            return Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-recovery-");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("a journal cannot be made in the working directory", e);
        }
    }

    private static void remove(final Path journal)
    {
        try (Stream<Path> all = Files.walk(journal))
        {
            for (final Path path : all.sorted(Comparator.reverseOrder()).toList())
            {
                Files.delete(path);
            }
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the journal cannot be removed: " + journal, e);
        }
    }
}
