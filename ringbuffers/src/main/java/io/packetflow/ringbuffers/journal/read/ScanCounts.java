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

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.format.RecordType;

/** Cold path. Counts the records of a scan, one call for each. */
final class ScanCounts
{
    private static final int TYPES = 256;

    private final DurableMark mark;
    private final long[] byType = new long[TYPES];
    private final List<EpochReport> epochs = new ArrayList<>();
    private EpochStart start;
    private int epoch;
    private int firstSegment;
    private int lastSegment;
    private long records;
    private long bytes;
    private long firstInstance;
    private long lastInstance;
    private boolean isClosed;
    private long firstSequence;
    private boolean isMarkMet;
    private boolean isMarkDue;
    private boolean isMarkMissed;

    ScanCounts(final Optional<DurableMark> mark)
    {
        this.mark = mark.orElse(null);
    }

    void count(final JournalReader reader)
    {
        final RecordCursor cursor = reader.cursor();
        if (cursor.epoch() != epoch)
        {
            finish();
            epoch = cursor.epoch();
            start = reader.epochStart();
            firstSegment = cursor.segment();
        }
        lastSegment = cursor.segment();
        isClosed = cursor.isClosed();
        byType[cursor.type()]++;
        records++;
        bytes += cursor.nextOffset() - cursor.offset();
        if (cursor.isInstance())
        {
            instance(cursor);
        }
        if (mark != null && epoch == mark.epoch())
        {
            compare(cursor);
        }
    }

    private void instance(final RecordCursor cursor)
    {
        final long sequence = cursor.sequence();
        lastInstance = sequence;
        firstInstance = firstInstance == 0 ? sequence : firstInstance;
        firstSequence = firstSequence == 0 ? sequence : firstSequence;
    }

    /** The marked record is the instance or one about the journal behind it; no instance follows until it was read. */
    private void compare(final RecordCursor cursor)
    {
        if (cursor.sequence() == mark.sequence())
        {
            isMarkMet |= cursor.checksum() == mark.recordChecksum();
            isMarkDue = !isMarkMet;
        }
        else if (cursor.sequence() > mark.sequence() && isMarkDue)
        {
            isMarkMissed = true;
        }
    }

    /** Ends the epoch that is being counted. */
    void finish()
    {
        if (records > 0)
        {
            epochs.add(new EpochReport(epoch, Optional.ofNullable(start), firstSegment, lastSegment, records, bytes,
                firstInstance, lastInstance, isClosed));
        }
        records = 0;
        bytes = 0;
        firstInstance = 0;
        lastInstance = 0;
    }

    List<EpochReport> epochs()
    {
        return List.copyOf(epochs);
    }

    Map<RecordType, Long> byType()
    {
        final Map<RecordType, Long> counts = new EnumMap<>(RecordType.class);
        for (final RecordType type : RecordType.values())
        {
            counts.put(type, byType[type.code()]);
        }
        return counts;
    }

    long firstSequence()
    {
        return firstSequence;
    }

    /** Returns whether records follow where the marked one should have been. */
    boolean isMarkMissed()
    {
        return isMarkMissed;
    }
}
