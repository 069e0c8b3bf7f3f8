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
package io.packetflow.trading.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cli.journal.JournalView;
import io.packetflow.engine.cli.journal.ScanProgress;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.reactor.ClosedEpoch;
import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.ringbuffers.snapshot.SnapshotSubject;

/** Cold path. Takes a replay from one place where the run's state is known to the next, and prints what it finds. */
final class ReplayComparison
{
    private final OfflineReplay replay;
    private final TradingReplay setup;
    private final Terminal terminal;
    private final PrintWriter out;
    private final SnapshotStore snapshots;
    private int comparedCount;
    private int closedCount;
    private long firstDifference;

    ReplayComparison(
        final OfflineReplay replay, final JournalView view, final TradingReplay setup, final Terminal terminal)
    {
        this.replay = replay;
        this.setup = setup;
        this.terminal = terminal;
        this.out = terminal.out();
        this.snapshots = new SnapshotStore(view.files().storage());
    }

    /** Replays up to an instance; answers whether the state is the same wherever it is known. */
    boolean run(final long until, final boolean stopsAtDifference)
    {
        replay.remarks().forEach(remark -> out.println("remark: " + remark));
        try (ScanProgress progress = new ScanProgress(terminal, "replaying", OptionalLong.of(until)))
        {
            for (final long sequence : sequences(until))
            {
                if (firstDifference == 0 || !stopsAtDifference)
                {
                    goTo(sequence, progress);
                    compareSnapshot(sequence);
                }
            }
            if (firstDifference == 0 || !stopsAtDifference)
            {
                goTo(until, progress);
            }
        }
        catch (final ReplayException e)
        {
            differs(replay.lastSequence() + 1, "instance", e.getMessage());
        }
        verdict();
        return firstDifference == 0;
    }

    /** Returns the snapshots on the way, oldest first. */
    private List<Long> sequences(final long until)
    {
        try
        {
            final List<Long> sequences = new ArrayList<>(snapshots.sequences());
            sequences.removeIf(sequence -> sequence <= replay.startSequence() || sequence > until);
            Collections.reverse(sequences);
            return sequences;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    private void goTo(final long sequence, final ScanProgress progress)
    {
        replay.run(sequence, progress);
        for (final ClosedEpoch epoch : replay.closedEpochs().subList(closedCount, replay.closedEpochs().size()))
        {
            compared(epoch.sequence(), "end of an epoch", epoch.differences());
            closedCount++;
        }
    }

    private void compareSnapshot(final long sequence)
    {
        try
        {
            final Optional<SnapshotSubject> subject = snapshots.subject(sequence);
            if (subject.isEmpty())
            {
                out.printf(Locale.ROOT, "%,15d  %-16s not sound, left out%n", sequence, "snapshot");
                return;
            }
            compared(sequence, "snapshot", differences(sequence));
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** A snapshot carries one hash over its bytes; restored it tells which packets differ. */
    private Map<String, String> differences(final long sequence)
    {
        final Map<String, String> differences = new TreeMap<>();
        try (OfflineReplay restored = OfflineReplay.notBehind(setup.context(), sequence))
        {
            final Map<String, Long> hashes = replay.stateHashes();
            restored.stateHashes().forEach((packet, hash) ->
            {
                if (!hash.equals(hashes.get(packet)))
                {
                    differences.put(packet, Long.toHexString(hash) + " in the run, " +
                        Long.toHexString(hashes.get(packet)) + " replayed");
                }
            });
        }
        catch (final RecoveryRefusedException e)
        {
            differences.put("all packets together", e.getMessage());
        }
        return differences;
    }

    private void compared(final long sequence, final String place, final Map<String, String> differences)
    {
        comparedCount++;
        if (differences.isEmpty())
        {
            out.printf(Locale.ROOT, "%,15d  %-16s same state%n", sequence, place);
        }
        differences.forEach((packet, hashes) -> differs(sequence, place, packet + ": " + hashes));
    }

    private void differs(final long sequence, final String place, final String what)
    {
        firstDifference = firstDifference == 0 ? sequence : firstDifference;
        out.printf(Locale.ROOT, "%,15d  %-16s DIFFERS, %s%n", sequence, place, what);
    }

    private void verdict()
    {
        out.printf(Locale.ROOT, "replayed instances %,d to %,d: ", replay.startSequence() + 1, replay.lastSequence());
        if (firstDifference != 0)
        {
            out.printf(Locale.ROOT, "differs, first at instance %,d%n", firstDifference);
        }
        else if (comparedCount == 0)
        {
            out.println("nothing tells the state of the run there, neither a snapshot nor the end of an epoch");
        }
        else
        {
            out.printf(Locale.ROOT, "the state of the run at all %,d places where it is known%n", comparedCount);
        }
    }
}
