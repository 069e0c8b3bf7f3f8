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
package io.packetflow.latency.peers.ring;

import io.packetflow.latency.ring.EventPipe;
import io.packetflow.latency.ring.EventSink;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.ringbuffer.RingBuffer;

/** Hot path. One of Agrona's rings under full load: 64 bytes and a header of 8 for each event. */
final class AgronaPipe implements EventPipe
{
    private static final int VALUES = 8;
    private static final int PAYLOAD_BYTES = VALUES * Long.BYTES;

    private final RingBuffer ring;

    AgronaPipe(final RingBuffer ring)
    {
        this.ring = ring;
    }

    @Override
    public void produce(final long first, final long count)
    {
        for (long value = first; value < first + count; value++)
        {
            final int index = AgronaRings.claim(ring, PAYLOAD_BYTES);
            final AtomicBuffer buffer = ring.buffer();
            for (int at = 0; at < PAYLOAD_BYTES; at += Long.BYTES)
            {
                buffer.putLong(index + at, value);
            }
            ring.commit(index);
        }
    }

    @Override
    public void consume(final EventSink sink)
    {
        final MessageHandler handler = (type, buffer, index, length) ->
        {
            long values = 0;
            for (int at = 0; at < PAYLOAD_BYTES; at += Long.BYTES)
            {
                values += buffer.getLong(index + at);
            }
            sink.onEvent(values);
        };
        while (!sink.isDone())
        {
            if (ring.read(handler) == 0)
            {
                Thread.onSpinWait();
            }
        }
    }

    @Override
    public int valuesPerEvent()
    {
        return VALUES;
    }
}
