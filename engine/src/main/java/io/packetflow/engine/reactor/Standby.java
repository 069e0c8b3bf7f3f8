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
package io.packetflow.engine.reactor;

import java.io.IOException;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.StandbyEndedException;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.LastRecord;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.read.RecordCursor;
import io.packetflow.ringbuffers.journal.write.EpochReserve;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/**
 * Cold path. A hot standby from its first record to its promotion: applies what the primary appends, lets nothing go,
 * and takes over when the primary's lock becomes free (it died) or its heartbeat stops (it stands still). Before it
 * takes over it makes sure that the primary cannot go on: it is dead, or killed, or fenced.
 *
 * <p>A primary that closed its journal in order was stopped on purpose; then nobody takes over.
 */
final class Standby implements AutoCloseable
{
    private static final long FENCE_PATIENCE_NANOS = 1_000_000_000L;
    private static final int IDLE_CHECKS = 16;
    private static final long LOOK_NANOS = 1_000_000;
    /** As long as the primary may only have paused between two records, nothing else is done. */
    private static final int BUSY_CHECKS = 200;
    /** A primary that never rests shall not leave all of that for the promotion. */
    private static final int BUSY_CYCLES = 1 << 12;

    private final JournalHost host;
    private final JournalOptions options;
    private final StandbyOptions standby;
    private final JournalDirectory directory;
    private final RunningMolecule molecule;
    private final LiveRecords records;
    private final LiveTail tail;
    private final Replay replay;
    private final JournalFiles files;
    private final PrimaryWatch primary;
    private final Runnable whileIdle;
    private LockWait lock;
    private EpochReserve reserve;
    private long idleCount;
    private long busyCount;
    private long lookedNanos;
    private long detectedNanos;
    private boolean isLockBesidePrimary;
    private boolean hasRested;

    /**
     * Prepares to follow.
     *
     * @param context with the host and the options of the journal
     * @param standby when to take over
     * @param directory of the journal, not locked
     * @param molecule whose programs are those of a replay, where a snapshot has left it
     * @param records of the tail
     * @param tail of the journal
     * @param replay of the molecule
     * @param whileIdle done now and then, above all while there is nothing to apply: less is left for the promotion
     */
    Standby(
        final ReactorContext context,
        final StandbyOptions standby,
        final JournalDirectory directory,
        final RunningMolecule molecule,
        final LiveRecords records,
        final LiveTail tail,
        final Replay replay,
        final Runnable whileIdle)
    {
        this.host = context.journalHost();
        this.options = context.journal().orElseThrow();
        this.standby = standby;
        this.directory = directory;
        this.molecule = molecule;
        this.records = records;
        this.tail = tail;
        this.replay = replay;
        this.whileIdle = whileIdle;
        this.files = new JournalFiles(directory.storage());
        this.primary = new PrimaryWatch(directory.storage());
    }

    /**
     * Follows until it has to take over.
     *
     * @return the record behind which the next epoch begins
     * @throws StandbyEndedException if it is not needed any more
     */
    LastRecord follow() throws IOException
    {
        reserve = EpochReserve.make(directory, options.settings(), options.durability());
        lock = host.await(directory);
        while (!isDue())
        {
            if (replay.step())
            {
                idleCount = 0;
                acknowledge();
                if ((++busyCount & (BUSY_CYCLES - 1)) == 0)
                {
                    whileIdle.run();
                }
            }
            else
            {
                acknowledge();
                idle();
            }
        }
        // A lock may be free though its primary lives: who took over from a writer that only stood still has none.
        watchCurrent();
        primary.fence(reserve.epoch());
        drain();
        return last();
    }

    private boolean isDue() throws IOException
    {
        if (lock.isLocked() && !isLockBesidePrimary)
        {
            // Who took over from a fenced primary need not have the lock: then it is no sign of death.
            isLockBesidePrimary = !isGone();
            if (!isLockBesidePrimary)
            {
                return true;
            }
        }
        if ((++idleCount & (IDLE_CHECKS - 1)) != 0)
        {
            return false;
        }
        if (isLockBesidePrimary && isGone())
        {
            return true;
        }
        if (standby.stopRequested().getAsBoolean())
        {
            throw new StandbyEndedException("the standby was stopped; the primary goes on");
        }
        return look();
    }

    /** Looks for what takes system calls to see, now and then. */
    private boolean look() throws IOException
    {
        final long nowNanos = host.nanoTime();
        if (nowNanos - lookedNanos < LOOK_NANOS)
        {
            return false;
        }
        lookedNanos = nowNanos;
        watchCurrent();
        if (primary.isDying(host))
        {
            detectedNanos = nowNanos;
            succeedDying();
            return true;
        }
        return primary.silenceNanos(nowNanos) > standby.stallLimitNanos() && overcome();
    }

    /** The lock of a process that is dead but not yet taken apart comes later: the new primary's upkeep takes it. */
    private void succeedDying() throws IOException
    {
        primary.fence(reserve.epoch());
        lock.close();
        if (!lock.isLocked())
        {
            directory.lockDying();
        }
    }

    private boolean isGone() throws IOException
    {
        detectedNanos = host.nanoTime();
        watchCurrent();
        return !primary.isRunning(host) || tail.cursor().type() == RecordType.CLEAN_CLOSE.code();
    }

    /** Makes sure that a primary that stands still cannot go on; one without the lock is fenced and never killed. */
    private boolean overcome() throws IOException
    {
        detectedNanos = host.nanoTime();
        if (standby.mayKill() && !lock.isLocked() && primary.kill())
        {
            while (!lock.isLocked() && host.nanoTime() - detectedNanos < FENCE_PATIENCE_NANOS)
            {
                if (primary.isDying(host))
                {
                    succeedDying();
                    return true;
                }
                // The kernel may need this very core to take the dead one apart.
                host.pause(Long.MAX_VALUE);
            }
        }
        if (!lock.isLocked())
        {
            primary.fence(reserve.epoch());
            lock.close();
            directory.lockFenced(primary.primary());
        }
        return true;
    }

    private void acknowledge() throws IOException
    {
        final RecordCursor record = tail.cursor();
        watch(record.epoch());
        if (molecule.isDrained())
        {
            primary.acknowledge(molecule.sequencing().lastAdmittedInstance());
        }
    }

    /**
     * Watches who writes now. The records that were applied may still be those of an earlier epoch, whose writer ended
     * long ago: its silence says nothing, and a fence there would stop nobody.
     */
    private void watchCurrent() throws IOException
    {
        watch(files.current().orElse(0));
    }

    private void watch(final int epoch) throws IOException
    {
        if (epoch > primary.epoch())
        {
            primary.watch(epoch, host);
            reserveAgain(epoch);
        }
    }

    /** A reserve is of use only above the epoch that is written. */
    private void reserveAgain(final int epoch) throws IOException
    {
        if (reserve.epoch() <= epoch)
        {
            reserve.close();
            reserve = EpochReserve.make(directory, options.settings(), options.durability());
        }
    }

    private void idle()
    {
        // Once at once: whoever has just caught up would leave all of it for the promotion.
        if (idleCount >= BUSY_CHECKS || !hasRested)
        {
            hasRested = true;
            whileIdle.run();
        }
        host.pause(idleCount);
    }

    /** Applies what the primary left behind; nothing more comes. */
    private void drain() throws IOException
    {
        records.lookAtOnce();
        while (replay.step())
        {
            acknowledge();
        }
        final long applied = molecule.sequencing().lastAdmittedInstance();
        if (tail.cursor().type() == RecordType.CLEAN_CLOSE.code())
        {
            throw new StandbyEndedException("the primary closed its journal in order after instance " + applied +
                "; nobody takes over");
        }
        final boolean isBehind = tail.cursor().epoch() < primary.epoch();
        final boolean damaged = tail.end() != null && !tail.end().kind().isOrderly();
        final boolean isWritten = isWritten(tail.epochStart());
        final long held = primary.heldSequence(isWritten);
        if (isWritten && primary.isStopped() && applied > held)
        {
            throw new RecoveryRefusedException("the primary's disk has failed: what lies behind instance " + held +
                " can be read, but may not be on the disk, and the standby has applied up to " + applied +
                "; a start recovers up to " + held);
        }
        if (damaged || isBehind || applied < held)
        {
            throw new RecoveryRefusedException("the standby has applied instance " + applied + ", but the primary " +
                "brought " + held + " into its files: " +
                (tail.end() == null ? "its records are not in the files" : tail.end().text()));
        }
    }

    private static boolean isWritten(final EpochStart start)
    {
        return start != null && Durability.of(start.durability()).map(Durability::isWritten).orElse(false);
    }

    private LastRecord last()
    {
        final RecordCursor record = tail.cursor();
        return new LastRecord(record.epoch(), record.sequence(), record.timeNanos(), record.checksum());
    }

    /** Returns the epoch that is ready to be begun. */
    EpochReserve reserve()
    {
        return reserve;
    }

    /** Returns when it was noticed that the primary is gone, on the host's clock. */
    long detectedNanos()
    {
        return detectedNanos;
    }

    @Override
    public void close() throws IOException
    {
        if (lock != null)
        {
            lock.close();
        }
        primary.close();
        tail.close();
        if (reserve != null)
        {
            // Of no use to anybody else; one that was begun is not touched.
            reserve.close();
        }
    }
}
