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
package io.packetflow.latency.peers.journal;

import java.nio.file.Path;

import io.packetflow.layout.memory.Slab;

import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.bytes.PointerBytesStore;
import net.openhft.chronicle.bytes.SyncMode;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueueBuilder;

/**
 * Hot path, once it is made. Chronicle Queue with its defaults; a record is handed over as bytes off the heap, which
 * copies once and allocates nothing. Where the disk is promised, each append is followed by its own sync.
 */
final class ChronicleLog implements RecordLog
{
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final boolean isWaitingForDisk;
    private final Slab body;
    private final int bodyBytes;
    private final PointerBytesStore record = new PointerBytesStore();

    ChronicleLog(final Path root, final Promise promise, final Slab body, final int bodyBytes)
    {
        this.body = body;
        this.bodyBytes = bodyBytes;
        this.isWaitingForDisk = promise == Promise.SYNC;
        queue = SingleChronicleQueueBuilder.binary(root)
            .syncMode(isWaitingForDisk ? SyncMode.SYNC : SyncMode.NONE).build();
        appender = queue.createAppender();
        record.set(body.address(), bodyBytes);
    }

    @Override
    public void append(final long value)
    {
        for (int at = 0; at < bodyBytes; at += Long.BYTES)
        {
            body.putLong(at, value);
        }
        appender.writeBytes(record);
        if (isWaitingForDisk)
        {
            appender.sync();
        }
    }

    @Override
    public long readBack()
    {
        long count = 0;
        try (ExcerptTailer tailer = queue.createTailer())
        {
            final Bytes<?> bytes = Bytes.allocateElasticOnHeap(bodyBytes);
            while (tailer.readBytes(bytes))
            {
                count++;
                bytes.clear();
            }
        }
        return count;
    }

    @Override
    public void close()
    {
        appender.close();
        queue.close();
    }
}
