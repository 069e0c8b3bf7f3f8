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

import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.queue.ExcerptAppender;

import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.read.RecordCursor;

/**
 * Hot path. Appends records to a queue as they lie in the journal, the whole frame as one excerpt; copies once and
 * allocates nothing. The follower's thread only.
 *
 * <p>The frame is handed over as finished bytes: of a record that is written into an open document, an exception would
 * leave one half in the queue.
 */
final class FrameAppender
{
    private final ExcerptAppender appender;
    private final QueueRoom room;
    private final PointerBytesStore frame = new PointerBytesStore();
    private long position;

    FrameAppender(final ExcerptAppender appender, final QueueRoom room)
    {
        this.appender = appender;
        this.room = room;
    }

    void append(final RecordCursor record) throws IOException
    {
        while (position >= room.limit())
        {
            room.extend();
        }
        frame.set(record.slab().address() + record.offset(), RecordFormat.frameLength(record.bodyLength()));
        appender.writeBytes(frame);
        position = appender.wire().bytes().writePosition();
    }
}
