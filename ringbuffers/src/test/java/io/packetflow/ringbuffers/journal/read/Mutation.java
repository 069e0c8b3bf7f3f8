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

import java.io.IOException;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/** One random damage to the segments of a journal in memory. */
enum Mutation
{
    /** A bit of one field of one record. */
    FLIP_IN_RECORD
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            final RecordModel record = journal.anyRecord(random);
            final int field = random.nextInt(FIELDS.length);
            final int bytes = field + 1 < FIELDS.length ?
                FIELDS[field + 1] - FIELDS[field] : Math.max(1, record.frameLength() - FIELDS[field]);
            final long at = Math.min(FIELDS[field] + random.nextInt(bytes), record.frameLength() - 1);
            flip(journal.slab(record.place()), record.place().offset() + at, random);
        }
    },
    /** A bit of what the first page of a segment says. */
    FLIP_IN_HEADER
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            flip(journal.slab(journal.anyRecord(random).place()), random.nextInt(MutableJournal.HEADER_BYTES), random);
        }
    },
    /** A segment is cut short. */
    TRUNCATE
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            final String path = journal.path(journal.anyRecord(random).place());
            journal.storage().resize(path, random.nextLong(journal.storage().size(path)));
        }
    },
    /** Two segments have changed places. */
    SWAP
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            journal.storage().swap(journal.path(journal.anyRecord(random).place()),
                journal.path(journal.anyRecord(random).place()));
        }
    },
    /** A segment holds what another one holds, from its first byte or behind its header. */
    STALE
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            final Slab from = journal.slab(journal.anyRecord(random).place());
            final long offset = random.nextBoolean() ? 0 : SegmentHeader.BYTES;
            journal.slab(journal.anyRecord(random).place()).copyFrom(offset, from, offset, from.capacity() - offset);
        }
    },
    /** Pages were never written. */
    ZERO_PAGES
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            final Slab slab = journal.slab(journal.anyRecord(random).place());
            final int pages = (int)(slab.capacity() / SegmentHeader.BYTES);
            final int first = random.nextInt(pages);
            final int count = 1 + random.nextInt(pages - first);
            slab.fill((long)first * SegmentHeader.BYTES, (long)count * SegmentHeader.BYTES, (byte)0);
        }
    },
    /** A record lies once more where another one begins, or behind the last one. */
    DUPLICATE
    {
        @Override
        void apply(final MutableJournal journal, final SplittableRandom random) throws IOException
        {
            final RecordModel from = journal.anyRecord(random);
            final RecordModel to = journal.anyRecord(random);
            final Slab target = journal.slab(to.place());
            final long at = to.place().offset() + (random.nextBoolean() ? 0 : to.frameLength());
            if (at + from.frameLength() <= target.capacity())
            {
                target.copyFrom(at, journal.slab(from.place()), from.place().offset(), from.frameLength());
            }
        }
    };

    private static final int[] FIELDS = {0, 4, 8, 12, 13, 14, 16, 24, 32, 36, 40, 48};

    abstract void apply(MutableJournal journal, SplittableRandom random) throws IOException;

    static void flip(final Slab slab, final long offset, final SplittableRandom random)
    {
        slab.putByte(offset, (byte)(slab.getByte(offset) ^ 1 << random.nextInt(8)));
    }
}
