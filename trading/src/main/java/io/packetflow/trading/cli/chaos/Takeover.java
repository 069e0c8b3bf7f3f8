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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/** Cold path. One takeover, from the fault to the first order of the new primary, seen and judged from outside. */
final class Takeover
{
    /** What it adds to a time is little, and whoever looks more often takes the CPU from those that are measured. */
    private static final long PAUSE_NANOS = 1_000_000;

    private final RunPlace place;
    private final Durability mode;
    private final FailoverOptions options;
    private final int epoch;
    private int newEpoch;
    private long epochNanos;
    private long bytesAtBegin;

    /**
     * Prepares.
     *
     * @param place of the files
     * @param mode of the journal
     * @param options of the campaign
     * @param epoch of the primary
     */
    Takeover(final RunPlace place, final Durability mode, final FailoverOptions options, final int epoch)
    {
        this.place = place;
        this.mode = mode;
        this.options = options;
        this.epoch = epoch;
    }

    /**
     * Does it.
     *
     * @param fault of the primary
     * @param primary that is killed or stopped
     * @param standby that has caught up
     * @return from the fault to the first order, less the stall limit; in {@code replica} to the first instance; empty
     *     where the feed ended without another one
     * @throws BrokenInvariantException if something was lost, or the old primary went on
     */
    OptionalLong run(final Fault fault, final PairProcess primary, final PairProcess standby) throws IOException
    {
        try (EpochWords old = new EpochWords(place.journal(), epoch, mode))
        {
            final long acknowledged = old.acknowledged();
            final long startNanos = System.nanoTime();
            strike(fault, primary);
            awaitEpoch(standby, startNanos);
            // It can move no more: its process is dead, or stopped.
            final long promised = Math.max(acknowledged, old.acknowledged());
            final OptionalLong first = awaitFirst(standby, startNanos);
            requireAll(promised);
            if (fault == Fault.FENCE)
            {
                requireSilent(primary);
            }
            final long limitNanos =
                fault == Fault.KILL ? 0 : TimeUnit.MILLISECONDS.toNanos(options.stallLimitMillis());
            return first.isEmpty() ? first : OptionalLong.of(first.getAsLong() - limitNanos);
        }
    }

    private static void strike(final Fault fault, final PairProcess primary) throws IOException
    {
        if (fault == Fault.KILL)
        {
            primary.kill();
        }
        else
        {
            primary.signal("STOP");
        }
    }

    private void awaitEpoch(final PairProcess standby, final long faultNanos) throws IOException
    {
        newEpoch = epoch;
        while (newEpoch == epoch)
        {
            pause(standby, faultNanos, "did not take over");
            newEpoch = EpochWords.current(place.journal());
        }
        epochNanos = System.nanoTime() - faultNanos;
        // At once: an order that leaves while this one still looks around is the first as well.
        bytesAtBegin = Files.size(place.orders());
        if (newEpoch < epoch)
        {
            throw new BrokenInvariantException(
                Invariant.I5, "epoch " + newEpoch + " follows " + epoch + " in " + place.journal());
        }
    }

    private OptionalLong awaitFirst(final PairProcess standby, final long faultNanos) throws IOException
    {
        final long startNanos = System.nanoTime();
        try (EpochWords words = new EpochWords(place.journal(), newEpoch, mode))
        {
            final long begun = words.appended();
            // In replica its own orders wait for a standby of its own, which nobody has started yet.
            while (mode == Durability.REPLICA ? words.appended() <= begun : Files.size(place.orders()) <= bytesAtBegin)
            {
                if (!standby.isAlive() && standby.await(options.common().timeoutSeconds()) == ExitCode.OK)
                {
                    return OptionalLong.empty();
                }
                pause(standby, startNanos, "sent nothing after it took over");
            }
            return OptionalLong.of(System.nanoTime() - faultNanos);
        }
    }

    private void pause(final PairProcess standby, final long startNanos, final String what) throws IOException
    {
        if (!standby.isAlive())
        {
            throw new BrokenInvariantException(Invariant.I8, "a standby " + what + " but ended; the end of its log, " +
                standby.log() + ":\n" + LogTail.of(standby.log()));
        }
        if (System.nanoTime() - startNanos > TimeUnit.SECONDS.toNanos(options.common().timeoutSeconds()))
        {
            throw new HostException("a standby " + what + " within " + options.common().timeoutSeconds() +
                " s; its log: " + standby.log() + "; give it longer with --timeout");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
    }

    private void requireAll(final long promised) throws IOException
    {
        final JournalFiles files = new JournalFiles(new DirectoryStorage(place.journal()));
        try (LiveTail tail = LiveTail.ofEpoch(files, newEpoch))
        {
            final long begun = tail.epochStart().lastSequence();
            if (begun < promised)
            {
                throw new BrokenInvariantException(Invariant.I1, promised - begun, "epoch " + newEpoch +
                    " goes on behind instance " + begun + ", but the primary before had acknowledged " + promised +
                    ", in " + place.journal());
            }
        }
    }

    /** A fenced primary that goes on sends nothing, and ends by itself. */
    private void requireSilent(final PairProcess primary) throws IOException
    {
        final Path orders = place.orders().toRealPath();
        final long before = primary.writtenBytes(orders);
        primary.signal("CONT");
        while (primary.isAlive())
        {
            final long now = primary.writtenBytes(orders);
            if (now > before)
            {
                throw new BrokenInvariantException(Invariant.I6, "a primary that was fenced wrote " + (now - before) +
                    " bytes of orders behind its fence to " + orders + "; its log: " + primary.log());
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        if (primary.await(options.common().timeoutSeconds()) == ExitCode.OK)
        {
            throw new BrokenInvariantException(Invariant.I5, "a primary that was fenced ended as if it had not been; " +
                "its log: " + primary.log());
        }
    }

    /**
     * Returns how long it took from the fault until the epoch of the new primary was current: by then it had noticed,
     * made sure that the old one cannot go on, and applied the rest. A stall limit is part of it.
     */
    long epochNanos()
    {
        return epochNanos;
    }

    /** Returns the epoch of the new primary. */
    int newEpoch()
    {
        return newEpoch;
    }
}
