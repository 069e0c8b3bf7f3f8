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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/** The least that reads a journal, written apart from the reader that users have, so that the two check each other. */
final class JournalScan
{
    /** A record as it was found. */
    record Found(int epoch, int type, long sequence, long timeNanos, long clientSequence, ByteBuffer body)
    {
    }

    private final Storage storage;
    private final List<Found> records = new ArrayList<>();
    private long lastSequence;
    private long lastTimeNanos;
    private int lastChecksum;
    private int currentEpoch;
    private long cutSequence;

    private JournalScan(final Storage storage)
    {
        this.storage = storage;
    }

    static JournalScan of(final Storage storage) throws IOException
    {
        final JournalScan scan = new JournalScan(storage);
        final List<Integer> chain = scan.chain();
        scan.currentEpoch = chain.isEmpty() ? 0 : chain.get(chain.size() - 1);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(Journals.SEGMENT_BYTES, Long.BYTES);
            for (int i = 0; i < chain.size(); i++)
            {
                scan.cutSequence = i + 1 < chain.size() ? scan.start(chain.get(i + 1)).lastSequence() : Long.MAX_VALUE;
                scan.readEpoch(chain.get(i), slab);
            }
        }
        return scan;
    }

    List<Found> records()
    {
        return records;
    }

    List<Found> instances()
    {
        return records.stream().filter(found -> found.type() < RecordType.EPOCH_START.code()).toList();
    }

    int currentEpoch()
    {
        return currentEpoch;
    }

    long lastSequence()
    {
        return lastSequence;
    }

    long lastTimeNanos()
    {
        return lastTimeNanos;
    }

    int lastChecksum()
    {
        return lastChecksum;
    }

    private List<Integer> chain() throws IOException
    {
        final Deque<Integer> chain = new ArrayDeque<>();
        final byte[] current = SmallFiles.read(storage, "CURRENT", 64);
        int epoch = current.length == 0 ? 0 :
            Integer.parseInt(new String(current, StandardCharsets.UTF_8).strip().substring(1));
        while (epoch != 0)
        {
            chain.addFirst(epoch);
            epoch = start(epoch).previousEpoch();
        }
        return List.copyOf(chain);
    }

    EpochStart start(final int epoch) throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF);
            StorageFile file = storage.open(JournalNames.segment(epoch, 0), false))
        {
            final Slab slab = arena.allocate(RecordFormat.MAX_FRAME_BYTES, Long.BYTES);
            file.read(SegmentHeader.BYTES, slab, 0, RecordFormat.MAX_FRAME_BYTES);
            final int length = RecordFormat.frameLength(slab, 0);
            if (RecordFormat.type(slab, 0) != RecordType.EPOCH_START.code() ||
                RecordFormat.checksum(slab, 0, length) != RecordFormat.claimedChecksum(slab, 0))
            {
                throw new IllegalStateException("CURRENT leads to an epoch that does not begin: epoch=" + epoch);
            }
            return EpochStart.decode(body(slab, 0));
        }
    }

    private void readEpoch(final int epoch, final Slab slab) throws IOException
    {
        boolean isFull = true;
        for (int index = 0; isFull && storage.exists(JournalNames.segment(epoch, index)); index++)
        {
            load(slab, epoch, index);
            isFull = readSegment(slab, epoch);
        }
    }

    private void load(final Slab slab, final int epoch, final int index) throws IOException
    {
        try (StorageFile file = storage.open(JournalNames.segment(epoch, index), false))
        {
            file.read(0, slab, 0, (int)Journals.SEGMENT_BYTES);
            final byte[] header = new byte[SegmentHeader.BYTES];
            slab.getBytes(0, header, 0, header.length);
            final SegmentHeader decoded = SegmentHeader.decode(header);
            if (decoded.epoch() != epoch || decoded.index() != index || decoded.segmentBytes() != file.size())
            {
                throw new IllegalStateException("a segment is not whole: " + decoded);
            }
        }
    }

    /** Returns whether the segment goes on in the next one. */
    private boolean readSegment(final Slab slab, final int epoch)
    {
        long at = SegmentHeader.BYTES;
        while (isRecord(slab, at, epoch))
        {
            final int type = RecordFormat.type(slab, at);
            records.add(new Found(epoch, type, RecordFormat.sequence(slab, at), RecordFormat.timeNanos(slab, at),
                RecordFormat.clientSequence(slab, at), ByteBuffer.wrap(body(slab, at))));
            lastSequence = RecordFormat.sequence(slab, at);
            lastTimeNanos = RecordFormat.timeNanos(slab, at);
            lastChecksum = RecordFormat.claimedChecksum(slab, at);
            at += RecordFormat.frameLength(slab, at);
            if (type == RecordType.SEGMENT_END.code())
            {
                return true;
            }
        }
        return false;
    }

    private boolean isRecord(final Slab slab, final long at, final int epoch)
    {
        if (at + RecordFormat.HEADER_BYTES > slab.capacity())
        {
            return false;
        }
        final int length = RecordFormat.frameLength(slab, at);
        final int bodyLength = RecordFormat.bodyLength(slab, at);
        if (bodyLength < 0 || bodyLength > RecordFormat.MAX_BODY_BYTES ||
            length != RecordFormat.frameLength(bodyLength) || at + length > slab.capacity())
        {
            return false;
        }
        final long expected =
            lastSequence + (RecordFormat.type(slab, at) < RecordType.EPOCH_START.code() ? 1 : 0);
        return RecordFormat.checksum(slab, at, length) == RecordFormat.claimedChecksum(slab, at) &&
            RecordFormat.epoch(slab, at) == epoch && RecordFormat.previousChecksum(slab, at) == lastChecksum &&
            RecordFormat.sequence(slab, at) == expected && expected <= cutSequence &&
            RecordFormat.timeNanos(slab, at) >= lastTimeNanos;
    }

    private static byte[] body(final Slab slab, final long at)
    {
        final byte[] body = new byte[RecordFormat.bodyLength(slab, at)];
        slab.getBytes(at + RecordFormat.BODY, body, 0, body.length);
        return body;
    }
}
