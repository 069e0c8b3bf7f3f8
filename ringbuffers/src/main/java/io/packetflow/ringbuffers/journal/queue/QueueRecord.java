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
package io.packetflow.ringbuffers.journal.queue;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;

/**
 * Hot path. The record at which a {@link QueueReader} stands, with the fields that it has in the journal. Belongs to
 * the reader and to the reader's thread; holds until the reader is asked for the next one. Allocates nothing.
 */
public final class QueueRecord
{
    private final Slab slab;

    QueueRecord(final Slab slab)
    {
        this.slab = slab;
    }

    /** Returns the code of its {@code RecordType}: an instance. */
    public int type()
    {
        return RecordFormat.type(slab, 0);
    }

    /** Returns the index of its source among those that its epoch's first record in the journal names. */
    public int source()
    {
        return RecordFormat.source(slab, 0);
    }

    /** Returns the code of its kind. */
    public int kind()
    {
        return RecordFormat.kind(slab, 0);
    }

    /** Returns its sequence. */
    public long sequence()
    {
        return RecordFormat.sequence(slab, 0);
    }

    /** Returns its logical time. */
    public long timeNanos()
    {
        return RecordFormat.timeNanos(slab, 0);
    }

    /** Returns the source's own number of the input, 0 if it has none. */
    public long clientSequence()
    {
        return RecordFormat.clientSequence(slab, 0);
    }

    /** Returns its epoch. */
    public int epoch()
    {
        return RecordFormat.epoch(slab, 0);
    }

    /** Returns its checksum, which was verified. */
    public int checksum()
    {
        return RecordFormat.claimedChecksum(slab, 0);
    }

    /** Returns the memory in which the record lies, from offset 0; the reader's, to be read only. */
    public Slab slab()
    {
        return slab;
    }

    /** Returns the bytes of the whole record. */
    public int frameLength()
    {
        return RecordFormat.frameLength(slab, 0);
    }

    /** Returns the offset of its body in {@link #slab()}, a multiple of eight. */
    public long bodyOffset()
    {
        return RecordFormat.BODY;
    }

    /** Returns the bytes of its body, 0 to {@link RecordFormat#MAX_BODY_BYTES}. */
    public int bodyLength()
    {
        return RecordFormat.bodyLength(slab, 0);
    }
}
