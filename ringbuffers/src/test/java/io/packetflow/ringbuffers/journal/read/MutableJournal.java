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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.SegmentHeader;

/** A journal that is damaged and made whole again, and that knows which of its bytes were changed. */
final class MutableJournal
{
    /** Bytes of a segment's first page that mean something. */
    static final int HEADER_BYTES = 60;

    private final MemoryStorage storage;
    private final TestJournal journal;
    private final Map<String, byte[]> whole = new LinkedHashMap<>();

    MutableJournal(final MemoryStorage storage, final TestJournal journal) throws IOException
    {
        this.storage = storage;
        this.journal = journal;
        for (final int epoch : journal.files().epochs())
        {
            for (final int segment : journal.files().segments(epoch))
            {
                final String path = JournalFiles.segmentPath(epoch, segment);
                whole.put(path, storage.get(path));
            }
        }
    }

    MemoryStorage storage()
    {
        return storage;
    }

    TestJournal journal()
    {
        return journal;
    }

    RecordModel anyRecord(final SplittableRandom random)
    {
        return journal.records().get(random.nextInt(journal.records().size()));
    }

    String path(final JournalPlace place)
    {
        return JournalFiles.segmentPath(place.epoch(), place.segment());
    }

    Slab slab(final JournalPlace place) throws IOException
    {
        return storage.slab(path(place));
    }

    void restore() throws IOException
    {
        for (final Map.Entry<String, byte[]> file : whole.entrySet())
        {
            final byte[] bytes = file.getValue();
            storage.resize(file.getKey(), bytes.length);
            storage.slab(file.getKey()).putBytes(0, bytes, 0, bytes.length);
        }
    }

    /** Returns how many records lie before the first damage in reading order. */
    int soundRecords() throws IOException
    {
        for (int i = 0; i < journal.records().size(); i++)
        {
            final RecordModel record = journal.records().get(i);
            final long offset = record.place().offset();
            if (isHeaderDamaged(record) ||
                isChanged(path(record.place()), (int)offset, (int)offset + record.frameLength()))
            {
                return i;
            }
        }
        return journal.records().size();
    }

    /** Returns where the first damage is, given the first record that it takes away. */
    JournalPlace place(final int record) throws IOException
    {
        final RecordModel lost = journal.records().get(record);
        if (isHeaderDamaged(lost))
        {
            final long bytes = storage.size(path(lost.place()));
            return new JournalPlace(
                lost.place().epoch(), lost.place().segment(), bytes < SegmentHeader.BYTES ? bytes : 0);
        }
        return lost.place();
    }

    private boolean isHeaderDamaged(final RecordModel record) throws IOException
    {
        final String path = path(record.place());
        return record.place().offset() == SegmentHeader.BYTES &&
            (isChanged(path, 0, HEADER_BYTES) || storage.size(path) < SegmentHeader.BYTES);
    }

    boolean isChanged(final String path, final int from, final int to) throws IOException
    {
        if (storage.size(path) < to)
        {
            return true;
        }
        final byte[] now = new byte[to - from];
        storage.slab(path).getBytes(from, now, 0, now.length);
        return !Arrays.equals(now, 0, now.length, whole.get(path), from, to);
    }
}
