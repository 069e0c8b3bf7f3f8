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

import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.write.EpochWriter;

/**
 * Cold path. How far a journal is, for the counters file. The words are read in the epoch's head, whose memory goes
 * with the journal: whoever closes that calls {@link #end} before, and what was read then stays.
 */
final class JournalCounters
{
    private static final String JOURNAL = "journal";

    private final EpochWriter writer;
    private final int epoch;
    private final boolean isWritten;
    private boolean isEnded;
    private volatile Words seen = Words.NONE;

    /** What the head says at a moment. */
    private record Words(
        long durable,
        long durableBytes,
        long replica,
        long released,
        long appended,
        long appendedBytes,
        boolean stopped)
    {
        private static final Words NONE = new Words(0, 0, 0, 0, 0, 0, false);

        /** In this order, so that nothing is ever read as further than what was appended. */
        static Words of(final EpochWriter writer)
        {
            return new Words(
                writer.head().getLongAcquire(HeadLayout.DURABLE_SEQUENCE),
                writer.head().getLongAcquire(HeadLayout.DURABLE_POSITION),
                writer.head().getLongAcquire(HeadLayout.REPLICA_SEQUENCE),
                writer.gate().sequence(),
                writer.head().getLongAcquire(HeadLayout.APPENDED_SEQUENCE),
                writer.head().getLongAcquire(HeadLayout.APPENDED_POSITION),
                writer.isFailed());
        }

        /** A journal that was closed in order is on the disk. */
        Words closedInOrder()
        {
            return new Words(appended, appendedBytes, replica, appended, appended, appendedBytes, stopped);
        }
    }

    /**
     * Prepares it.
     *
     * @param writer of the epoch
     * @param epoch its number
     * @param durability of the journal: where it promises no disk, nobody knows what is on the disk
     */
    JournalCounters(final EpochWriter writer, final int epoch, final Durability durability)
    {
        this.isWritten = durability.isWritten();
        this.writer = writer;
        this.epoch = epoch;
    }

    /** Adds the counters; the first of them looks, and the others show what it saw. */
    void addTo(final MirroredCounters counters)
    {
        counters.mirror(EngineCounter.JOURNAL_EPOCH, JOURNAL, () ->
        {
            look();
            return epoch;
        });
        if (isWritten)
        {
            counters.mirror(EngineCounter.JOURNAL_DURABLE, JOURNAL, () -> seen.durable());
            counters.mirror(EngineCounter.JOURNAL_DURABLE_BYTES, JOURNAL, () -> seen.durableBytes());
        }
        counters.mirror(EngineCounter.JOURNAL_REPLICA, JOURNAL, () -> seen.replica());
        counters.mirror(EngineCounter.JOURNAL_RELEASED, JOURNAL, () -> seen.released());
        counters.mirror(EngineCounter.JOURNAL_APPENDED, JOURNAL, () -> seen.appended());
        counters.mirror(EngineCounter.JOURNAL_BYTES, JOURNAL, () -> seen.appendedBytes());
        counters.mirror(EngineCounter.JOURNAL_STOPPED, JOURNAL, () -> seen.stopped() ? 1 : 0);
    }

    private synchronized void look()
    {
        seen = isEnded ? seen : Words.of(writer);
    }

    /** From here on nobody reads the head. Nothing is appended any more. May come twice: the first one counts. */
    synchronized void end()
    {
        look();
        isEnded = true;
    }

    /** The journal, which was ended here before, has been closed in order: all of it is on the disk. */
    synchronized void closedInOrder()
    {
        seen = seen.closedInOrder();
    }
}
