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

import java.io.IOException;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordType;
import io.packetflow.ringbuffers.journal.read.LiveTail;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/**
 * Hot path. Brings what the journal has of one epoch into a queue, a batch at a time. Reads the journal and changes
 * nothing of it. Allocates nothing for a record. The follower's thread only.
 */
final class QueueFilling
{
    private static final int CLEAN_CLOSE = RecordType.CLEAN_CLOSE.code();

    private final int epoch;
    private final LiveTail tail;
    private final RecordCursor record;
    private final Slab head;
    private final FrameAppender frames;
    private long appendedCount;
    private long followedSequence;
    private boolean isComplete;

    QueueFilling(final int epoch, final LiveTail tail, final Slab head, final FrameAppender frames)
    {
        this.epoch = epoch;
        this.tail = tail;
        this.record = tail.cursor();
        this.head = head;
        this.frames = frames;
    }

    /** Follows at most so many records; returns how many there were. */
    int fill(final int most) throws IOException
    {
        int count = 0;
        while (count < most && !isComplete && tail.poll())
        {
            take();
            count++;
        }
        if (count == 0 && tail.end() != null)
        {
            throw new DamagedJournalException("the journal cannot be followed any further: " + tail.end().text());
        }
        return count;
    }

    private void take() throws IOException
    {
        if (record.epoch() != epoch || record.type() == CLEAN_CLOSE)
        {
            isComplete = true;
        }
        else if (record.isInstance())
        {
            frames.append(record);
            appendedCount++;
            followedSequence = record.sequence();
        }
        else
        {
            // A record about the journal repeats the sequence of the instance before it.
            followedSequence = record.sequence();
        }
    }

    /** Returns whether the epoch has ended and all of it is in the queue. */
    boolean isComplete()
    {
        return isComplete;
    }

    long appendedCount()
    {
        return appendedCount;
    }

    long followedSequence()
    {
        return followedSequence;
    }

    /** Returns by how many instances the queue is behind the appender. */
    long lagInstances()
    {
        return Math.max(0, head.getLongAcquire(HeadLayout.APPENDED_SEQUENCE) - followedSequence);
    }
}
