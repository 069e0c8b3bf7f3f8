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
package io.packetflow.ringbuffers.journal.append;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;

/**
 * Hot path. Appends records to memory that was prepared: copies the input, chains it, checks it, makes it valid with
 * one store. Allocates nothing, makes no system call, never waits. Single writer: the sequencing node.
 *
 * <p>Whether what was appended outlives the process or the host is a matter of that memory and of who follows behind
 * ({@code journal.write}); this class is the same in every mode. It tells how far it came in the words of
 * {@link HeadLayout}, ordering: release.
 *
 * <p>An instance is appended in two steps. {@link #input} or {@link #recomputed} puts all of it in its place and tells
 * its sequence: it outlives the process from there on, and an output in {@code process-safe} mode may leave.
 * {@link #seal()} then adds the checksum, which makes it a record that everybody else reads, and tells its position;
 * what waits for a disk or a standby waits for that. So the checksum costs the output no time. Whoever takes the lock
 * of a writer that died in between seals its last record ({@code UnsealedRecord}).
 */
public final class JournalAppender
{
    /** Bytes at the start of each segment that hold no records. */
    public static final int SEGMENT_HEADER_BYTES = 4096;

    private final SegmentSupply supply;
    private final Slab head;
    private final int epoch;
    private final long room;
    private Slab segment;
    /** Offset in the segment at which the next record begins. */
    private long offset;
    /** Position of the segment's first byte among all segments of the epoch. */
    private long base;
    private int previousChecksum;
    private long lastSequence;
    private long lastTimeNanos;
    /** Bytes of the instance that was appended and is not sealed yet, 0 if there is none. */
    private int unsealedBytes;
    private long rollCount;
    private long refusedCount;

    /**
     * Makes an appender; it takes its first segment at once.
     *
     * @param supply of segments; the first one is ready
     * @param head words of the epoch, {@link HeadLayout#BYTES} long
     * @param epoch that all records carry
     * @param maxBodyBytes longest body that will be appended
     * @throws IllegalStateException if no segment is ready
     * @throws IllegalArgumentException if a segment has no room for a record
     */
    public JournalAppender(final SegmentSupply supply, final Slab head, final int epoch, final int maxBodyBytes)
    {
        this.supply = supply;
        this.head = head;
        this.epoch = epoch;
        // Behind the last record there is always room for the one that ends the segment.
        this.room = supply.segmentBytes() - RecordFormat.frameLength(maxBodyBytes) - RecordFormat.HEADER_BYTES;
        if (maxBodyBytes < 0 || maxBodyBytes > RecordFormat.MAX_BODY_BYTES || room < SEGMENT_HEADER_BYTES)
        {
            throw new IllegalArgumentException("a segment has room for a record of at most " +
                RecordFormat.MAX_BODY_BYTES + " bytes: segmentBytes=" + supply.segmentBytes() + " maxBodyBytes=" +
                maxBodyBytes);
        }
        this.segment = supply.poll();
        if (segment == null)
        {
            throw new IllegalStateException("no segment is ready for the epoch's first record: epoch=" + epoch);
        }
        this.offset = SEGMENT_HEADER_BYTES;
    }

    /**
     * Goes on behind what an earlier epoch holds; before the first record.
     *
     * @param sequence of the last instance that counts
     * @param timeNanos of that instance
     * @param checksum of the last record that counts
     */
    public void continueAfter(final long sequence, final long timeNanos, final int checksum)
    {
        lastSequence = sequence;
        lastTimeNanos = timeNanos;
        previousChecksum = checksum;
    }

    /**
     * Tells whether a record fits, and goes on to the next segment where this one is full. Asked before an instance is
     * admitted; seals the one before if a failure kept its caller from it.
     *
     * @return whether there is room; if not, the next segment is not ready yet and one comes again, or the journal has
     *         stopped or was taken over, and nothing is admitted any more
     */
    public boolean hasRoom()
    {
        seal();
        return (offset <= room && isOpen()) || roll();
    }

    /** Where outputs leave as soon as they are appended, no gate stands between a taken-over writer and the outside. */
    private boolean isOpen()
    {
        return (head.getLongAcquire(HeadLayout.FENCE) | head.getLongAcquire(HeadLayout.STOP)) == 0;
    }

    private boolean roll()
    {
        final Slab next = isOpen() ? supply.poll() : null;
        if (next == null)
        {
            refusedCount++;
            return false;
        }
        appendAdministrative(RecordType.SEGMENT_END, segment, 0, 0);
        segment = next;
        base += supply.segmentBytes();
        offset = SEGMENT_HEADER_BYTES;
        rollCount++;
        publish();
        return true;
    }

    /**
     * Appends an instance that came from outside, unsealed. There is room ({@link #hasRoom()}).
     *
     * @param source index of its source
     * @param kind code of its kind
     * @param sequence of the instance, the one before plus 1
     * @param timeNanos logical time, not before that of the instance before
     * @param clientSequence the source's own number, 0 if it has none
     * @param body memory that holds the input; readable up to the next multiple of eight bytes
     * @param bodyOffset of the input's first byte
     * @param bodyLength bytes of the input
     */
    public void input(
        final int source,
        final int kind,
        final long sequence,
        final long timeNanos,
        final long clientSequence,
        final Slab body,
        final long bodyOffset,
        final int bodyLength)
    {
        copy(body, bodyOffset, bodyLength);
        write(RecordFormat.description(bodyLength, RecordType.INPUT.code(), source, kind), sequence, timeNanos,
            clientSequence);
        unsealed(sequence, RecordFormat.frameLength(bodyLength));
    }

    /**
     * Appends an instance that replay will compute again, unsealed: only that it came, and when. There is room.
     *
     * @param type {@link RecordType#DERIVED} or {@link RecordType#TIMER}
     * @param source index of its source
     * @param kind code of its kind
     * @param sequence of the instance, the one before plus 1
     * @param timeNanos logical time, not before that of the instance before
     */
    public void recomputed(
        final int type, final int source, final int kind, final long sequence, final long timeNanos)
    {
        write(RecordFormat.description(0, type, source, kind), sequence, timeNanos, 0);
        unsealed(sequence, RecordFormat.HEADER_BYTES);
    }

    private void unsealed(final long sequence, final int frameLength)
    {
        lastSequence = sequence;
        unsealedBytes = frameLength;
        head.putLongRelease(HeadLayout.APPENDED_SEQUENCE, sequence);
    }

    /** Makes a record of the instance that was appended last, if it is none yet; right after what must not wait. */
    public void seal()
    {
        if (unsealedBytes != 0)
        {
            seal(unsealedBytes);
            unsealedBytes = 0;
            head.putLongRelease(HeadLayout.APPENDED_POSITION, base + offset);
        }
    }

    private void seal(final int frameLength)
    {
        final Slab slab = segment;
        final long at = offset;
        final int checksum = RecordFormat.checksum(slab, at, frameLength);
        slab.putLongRelease(at + RecordFormat.COMMIT, RecordFormat.commit(frameLength, checksum));
        previousChecksum = checksum;
        offset = at + frameLength;
    }

    /**
     * Cold. Appends a record about the journal itself; the caller makes sure that there is room.
     *
     * @param type not an instance
     * @param body memory that holds the body
     * @param bodyOffset of its first byte
     * @param bodyLength of the body
     */
    public void administrative(
        final RecordType type, final Slab body, final long bodyOffset, final int bodyLength)
    {
        seal();
        appendAdministrative(type, body, bodyOffset, bodyLength);
        publish();
    }

    private void appendAdministrative(
        final RecordType type, final Slab body, final long bodyOffset, final int bodyLength)
    {
        copy(body, bodyOffset, bodyLength);
        write(RecordFormat.description(bodyLength, type.code(), RecordFormat.NO_SOURCE, 0), lastSequence,
            lastTimeNanos, 0);
        seal(RecordFormat.frameLength(bodyLength));
    }

    /**
     * Whole words, and of the last one what belongs to the body: what lies behind it is no part of the journal. Inputs
     * are short and of many lengths, so the rest goes by the bits of its length: a loop would guess its end wrong.
     */
    private void copy(final Slab body, final long bodyOffset, final int bodyLength)
    {
        long to = offset + RecordFormat.BODY;
        long from = bodyOffset;
        for (int left = bodyLength; left >= 4 * Long.BYTES; left -= 4 * Long.BYTES)
        {
            copyTwo(to, body, from);
            copyTwo(to + 2 * Long.BYTES, body, from + 2 * Long.BYTES);
            to += 4 * Long.BYTES;
            from += 4 * Long.BYTES;
        }
        if ((bodyLength & (2 * Long.BYTES)) != 0)
        {
            copyTwo(to, body, from);
            to += 2 * Long.BYTES;
            from += 2 * Long.BYTES;
        }
        if ((bodyLength & Long.BYTES) != 0)
        {
            segment.putLong(to, body.getLong(from));
            to += Long.BYTES;
            from += Long.BYTES;
        }
        final int rest = bodyLength & (Long.BYTES - 1);
        if (rest != 0)
        {
            segment.putLong(to, body.getLong(from) & (-1L >>> ((Long.BYTES - rest) * Byte.SIZE)));
        }
    }

    private void copyTwo(final long to, final Slab body, final long from)
    {
        segment.putLong(to, body.getLong(from));
        segment.putLong(to + Long.BYTES, body.getLong(from + Long.BYTES));
    }

    private void write(
        final long description,
        final long sequence,
        final long timeNanos,
        final long clientSequence)
    {
        final Slab slab = segment;
        final long at = offset;
        slab.putLong(at + RecordFormat.DESCRIPTION, description);
        slab.putLong(at + RecordFormat.SEQUENCE, sequence);
        slab.putLong(at + RecordFormat.TIME, timeNanos);
        slab.putLong(at + RecordFormat.CHAIN, RecordFormat.chain(epoch, previousChecksum));
        slab.putLong(at + RecordFormat.CLIENT_SEQUENCE, clientSequence);
        lastTimeNanos = timeNanos;
    }

    private void publish()
    {
        head.putLongRelease(HeadLayout.APPENDED_POSITION, base + offset);
        head.putLongRelease(HeadLayout.APPENDED_SEQUENCE, lastSequence);
    }

    /** Returns the checksum of the record sealed last; the appender's thread only. */
    public int lastChecksum()
    {
        return previousChecksum;
    }

    /** Returns the sequence of the instance appended last; the appender's thread only. */
    public long lastSequence()
    {
        return lastSequence;
    }

    /** Returns how often a segment was full and the next one was taken. */
    public long rollCount()
    {
        return rollCount;
    }

    /** Returns how often a segment was full and the next one was not ready. */
    public long refusedCount()
    {
        return refusedCount;
    }
}
