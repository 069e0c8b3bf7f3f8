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
package io.packetflow.ringbuffers.journal.read;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/**
 * Hot path. The record at which a reader stands, read where it lies; and the rules by which the next one is accepted.
 * Allocates nothing. Belongs to its reader and to the reader's thread.
 *
 * <p>What it answers is that of the record accepted last, and holds until the reader is asked for the next one, which
 * may give the memory back. Before the first record it answers what the journal is expected to follow: sequence, time
 * and checksum of the record before.
 */
public final class RecordCursor
{
    /** In place of the sequence at which the next epoch cuts this one: none does. */
    static final long NO_CUT = Long.MAX_VALUE;

    private static final byte UNKNOWN = 0;
    private static final byte INSTANCE = 1;
    private static final byte ADMINISTRATIVE = 2;
    private static final byte[] CLASSES = classes();
    private static final int EPOCH_START = RecordType.EPOCH_START.code();
    private static final int SEGMENT_END = RecordType.SEGMENT_END.code();
    private static final int CLEAN_CLOSE = RecordType.CLEAN_CLOSE.code();

    private Slab slab;
    private long offset = SegmentHeader.BYTES;
    private long nextOffset = SegmentHeader.BYTES;
    private long limit;
    private int epoch;
    private int takenEpoch;
    private int segment;
    private int type;
    private int checksum;
    private long sequence;
    private long timeNanos;
    private long cutSequence = NO_CUT;
    private int cutChecksum;
    private boolean isStartDue;
    private boolean isAnchored = true;
    private boolean isBoundary;

    RecordCursor()
    {
    }

    private static byte[] classes()
    {
        final byte[] classes = new byte[256];
        for (final RecordType type : RecordType.values())
        {
            classes[type.code()] = type.isInstance() ? INSTANCE : ADMINISTRATIVE;
        }
        return classes;
    }

    /** Follows a record that was read elsewhere: the next one must be its successor. */
    void anchor(final long lastSequence, final long lastTimeNanos, final int lastChecksum)
    {
        sequence = lastSequence;
        timeNanos = lastTimeNanos;
        checksum = lastChecksum;
        isAnchored = true;
    }

    /** Believes the next record what it says about the one before it. */
    void anchorAtNext()
    {
        isAnchored = false;
    }

    /** Enters an epoch; the next epoch follows the record of that sequence and checksum, if any does. */
    void enterEpoch(final int newEpoch, final long newCutSequence, final int newCutChecksum)
    {
        epoch = newEpoch;
        cut(newCutSequence, newCutChecksum);
    }

    /** Learns which record the next epoch follows. */
    void cut(final long newCutSequence, final int newCutChecksum)
    {
        cutSequence = newCutSequence;
        cutChecksum = newCutChecksum;
        isBoundary = isAtCut();
    }

    /** Learns that more of the segment is in memory. */
    void extend(final long newLimit)
    {
        limit = newLimit & -RecordFormat.ALIGNMENT;
    }

    /** Tells whether the record accepted last is the one that the next epoch follows. */
    boolean isAtCut()
    {
        return sequence == cutSequence && checksum == cutChecksum;
    }

    /** Enters a segment of the epoch; its records lie in the slab, from the header's end to the limit. */
    void enterSegment(final int newSegment, final Slab newSlab, final long newLimit)
    {
        segment = newSegment;
        slab = newSlab;
        limit = newLimit & -RecordFormat.ALIGNMENT;
        offset = SegmentHeader.BYTES;
        nextOffset = SegmentHeader.BYTES;
        isStartDue = newSegment == 0;
        isBoundary = false;
    }

    /** Goes on at another place of the segment, and believes the record there what it says about the one before. */
    void jump(final long newNextOffset)
    {
        nextOffset = newNextOffset;
        isStartDue = false;
        isBoundary = false;
        isAnchored = false;
    }

    /** Finds no further record, whatever the memory holds. */
    void halt()
    {
        limit = 0;
    }

    /** Looks at the next record, and moves there if it is valid. */
    RecordVerdict advance()
    {
        if (isBoundary)
        {
            return RecordVerdict.BOUNDARY;
        }
        final long at = nextOffset;
        if (at + RecordFormat.HEADER_BYTES > limit)
        {
            return RecordVerdict.NONE;
        }
        // Acquire: behind it all of a record can be read that another process commits.
        final long commit = slab.getLongAcquire(at + RecordFormat.COMMIT);
        if (commit == 0)
        {
            return RecordVerdict.NONE;
        }
        final int frameLength = (int)commit;
        if (!RecordShape.isPlausible(slab, at, frameLength, limit))
        {
            return RecordVerdict.LENGTH;
        }
        final int found = (int)(commit >>> Integer.SIZE);
        if (RecordFormat.checksum(slab, at, frameLength) != found)
        {
            return RecordVerdict.CHECKSUM;
        }
        return accept(at, frameLength, found);
    }

    private RecordVerdict accept(final long at, final int frameLength, final int found)
    {
        final long chain = slab.getLong(at + RecordFormat.CHAIN);
        final int newType = RecordFormat.type(slab, at);
        final long newSequence = slab.getLong(at + RecordFormat.SEQUENCE);
        final long newTime = slab.getLong(at + RecordFormat.TIME);
        final byte recordClass = CLASSES[newType];
        if ((int)chain != epoch)
        {
            return RecordVerdict.EPOCH;
        }
        if (!isAnchored)
        {
            anchor(recordClass == INSTANCE ? newSequence - 1 : newSequence, newTime, (int)(chain >>> Integer.SIZE));
        }
        if ((int)(chain >>> Integer.SIZE) != checksum)
        {
            return RecordVerdict.CHAIN;
        }
        if (recordClass == UNKNOWN)
        {
            return RecordVerdict.TYPE;
        }
        if (isStartDue != (newType == EPOCH_START))
        {
            return RecordVerdict.PLACE;
        }
        if (newSequence != (recordClass == INSTANCE ? sequence + 1 : sequence))
        {
            return RecordVerdict.SEQUENCE;
        }
        if (newTime < timeNanos)
        {
            return RecordVerdict.TIME;
        }
        if (newSequence > cutSequence)
        {
            return RecordVerdict.CUT;
        }
        take(at, frameLength, newType, found);
        sequence = newSequence;
        timeNanos = newTime;
        isBoundary = newType == SEGMENT_END || newType == CLEAN_CLOSE || isAtCut();
        return RecordVerdict.VALID;
    }

    private void take(final long at, final int frameLength, final int newType, final int found)
    {
        takenEpoch = epoch;
        offset = at;
        nextOffset = at + frameLength;
        type = newType;
        checksum = found;
        isStartDue = false;
    }

    /** Returns the code of the record's {@link RecordType}. */
    public int type()
    {
        return type;
    }

    /** Returns whether the record is an instance, which has a sequence of its own; else it is about the journal. */
    public boolean isInstance()
    {
        return CLASSES[type] == INSTANCE;
    }

    /** Returns the index of its source among those of its epoch. */
    public int source()
    {
        return RecordFormat.source(slab, offset);
    }

    /** Returns the code of its kind. */
    public int kind()
    {
        return RecordFormat.kind(slab, offset);
    }

    /** Returns its sequence; of a record about the journal, that of the instance before. */
    public long sequence()
    {
        return sequence;
    }

    /** Returns its logical time. */
    public long timeNanos()
    {
        return timeNanos;
    }

    /** Returns the source's own number of the input, 0 if it has none. */
    public long clientSequence()
    {
        return RecordFormat.clientSequence(slab, offset);
    }

    /** Returns the memory in which the record lies; the reader's, to be read only, until the next record. */
    public Slab slab()
    {
        return slab;
    }

    /** Returns the offset of its body in {@link #slab()}, a multiple of eight. */
    public long bodyOffset()
    {
        return offset + RecordFormat.BODY;
    }

    /** Returns the bytes of its body, 0 to {@link RecordFormat#MAX_BODY_BYTES}. */
    public int bodyLength()
    {
        return RecordFormat.bodyLength(slab, offset);
    }

    /** Returns its epoch. */
    public int epoch()
    {
        return takenEpoch;
    }

    /** Returns the index of its segment in the epoch. */
    public int segment()
    {
        return segment;
    }

    /** Returns its offset in the segment. */
    public long offset()
    {
        return offset;
    }

    /** Returns its checksum, which the next record repeats. */
    public int checksum()
    {
        return checksum;
    }

    /** Returns the checksum of the record before it. */
    int previousChecksum()
    {
        return RecordFormat.previousChecksum(slab, offset);
    }

    /** Returns whether the record accepted last ends its segment. */
    boolean isSegmentEnd()
    {
        return type == SEGMENT_END;
    }

    /** Returns whether the record accepted last closes its epoch. */
    boolean isClosed()
    {
        return type == CLEAN_CLOSE;
    }

    /** Returns whether the next record is the first of its segment. */
    boolean isAtSegmentStart()
    {
        return nextOffset == SegmentHeader.BYTES;
    }

    /** Returns the record accepted last; allocates. */
    LastRecord last()
    {
        return new LastRecord(takenEpoch, sequence, timeNanos, checksum);
    }

    /** Returns the place of the next record; allocates. */
    JournalPlace nextPlace()
    {
        return new JournalPlace(epoch, segment, nextOffset);
    }

    /** Returns the offset behind it, where the next one begins. */
    long nextOffset()
    {
        return nextOffset;
    }
}
