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
package io.packetflow.engine.cli.journal;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.StopSignal;
import io.packetflow.ringbuffers.journal.queue.QueueDirectories;
import io.packetflow.ringbuffers.journal.queue.QueueFailure;
import io.packetflow.ringbuffers.journal.queue.QueueFollower;
import io.packetflow.ringbuffers.journal.queue.QueueSettings;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal fill}: a new queue for an epoch whose own one is cut, or was never made. */
@Command(
    name = "fill",
    header = "Fill a new Chronicle Queue from a journal.",
    description = {
        "Copies the instances of an epoch, from its first one on, into a new queue in QDIR, as 'trade --queue QDIR' " +
            "does beside the run. Beside a running engine it copies what is there by now and ends. The journal is " +
            "not changed, and the engine never waits."},
    footer = {
        "",
        "Exit codes: 0 filled, also when it was stopped; 2 usage; 3 the journal is damaged, or there is none; 4 " +
            "the queue cannot be made."})
final class FillCommand implements Callable<Integer>
{
    private static final double NANOS_PER_SECOND = 1e9;
    /** A follower looks for damage only now and then: after so many steps without a record it has. */
    private static final int LOOK_STEPS = 100_000;

    @ParentCommand
    private JournalCommand journal;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Option(names = "--queue", paramLabel = "QDIR", required = true,
        description = "directory that holds the queues of this journal alone; made where there is none")
    private Path queues;

    @Option(names = "--epoch", paramLabel = "N", description = "epoch of the journal (default: the newest)")
    private Integer epoch;

    @Override
    public Integer call() throws IOException
    {
        final JournalView view = JournalView.open(directory);
        final int wanted = epoch(view);
        final QueueDirectories target = QueueDirectories.at(queues);
        claim(target);
        try (StopSignal signal = new StopSignal();
            QueueFollower follower = QueueFollower.of(directory, target, wanted, QueueSettings.defaults()))
        {
            final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            final long startCpuNanos = threads.getCurrentThreadCpuTime();
            final long startNanos = System.nanoTime();
            fill(follower, signal);
            final double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
            final double cpuSeconds = (threads.getCurrentThreadCpuTime() - startCpuNanos) / NANOS_PER_SECOND;
            requireFilled(follower);
            journal.terminal().out().printf(Locale.ROOT, "%,d instances of epoch %d in %s, %,.0f/s: " +
                "%.3f s, of which the thread ran %.3f s%s%n",
                follower.appendedCount(), wanted, follower.directory().orElseThrow(),
                follower.appendedCount() / seconds, seconds, cpuSeconds,
                follower.isComplete() ? "" : "; up to where the epoch is by now");
        }
        return ExitCode.OK;
    }

    private int epoch(final JournalView view) throws IOException
    {
        final OptionalInt current = view.files().current();
        if (current.isEmpty())
        {
            throw new BadDataException("the journal " + directory + " has begun no epoch, so there is nothing to copy");
        }
        final int found = epoch == null ? current.getAsInt() : epoch;
        if (!view.files().epochs().contains(found) || found > current.getAsInt())
        {
            throw new BadDataException("the journal " + directory + " has no epoch " + found +
                "; 'packetflow journal ls' lists those that it has");
        }
        return found;
    }

    private void claim(final QueueDirectories target)
    {
        try
        {
            target.claim(directory);
        }
        catch (final IOException e)
        {
            throw new HostException("the queue cannot be made: " + IoFailure.describe(e), e);
        }
    }

    /** Up to where there is nothing more: at the end, or beside a writer for now. */
    private void fill(final QueueFollower follower, final StopSignal signal)
    {
        try (ScanProgress progress = new ScanProgress(journal.terminal(), "copying", OptionalLong.empty()))
        {
            int idleSteps = 0;
            while (idleSteps < LOOK_STEPS && !follower.isComplete() && follower.failureCount() == 0 &&
                !signal.isRequested())
            {
                idleSteps = follower.step() ? 0 : idleSteps + 1;
                progress.accept(follower.followedSequence());
            }
        }
    }

    private static void requireFilled(final QueueFollower follower)
    {
        final Optional<QueueFailure> failure = follower.failure();
        if (failure.isEmpty())
        {
            return;
        }
        if (failure.get().isJournalDamaged())
        {
            throw new BadDataException(failure.get().message(), failure.get().cause());
        }
        throw new HostException(failure.get().message(), failure.get().cause());
    }
}
