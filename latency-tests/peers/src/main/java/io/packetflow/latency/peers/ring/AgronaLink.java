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

import io.packetflow.latency.ring.HopLink;
import io.packetflow.latency.ring.HopReceiver;

import org.agrona.concurrent.AtomicBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.ringbuffer.RingBuffer;

/** Hot path. One of Agrona's rings; claimed and committed, so that nothing is copied. */
final class AgronaLink implements HopLink
{
    private static final int PAYLOAD_BYTES = PAYLOAD_LONGS * Long.BYTES;

    private final RingBuffer ring;

    AgronaLink(final RingBuffer ring)
    {
        this.ring = ring;
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        final int index = AgronaRings.claim(ring, PAYLOAD_BYTES);
        final AtomicBuffer buffer = ring.buffer();
        buffer.putLong(index, sentNanos);
        buffer.putLong(index + Long.BYTES, plannedNanos);
        for (int word = 2; word < PAYLOAD_LONGS; word++)
        {
            buffer.putLong(index + word * Long.BYTES, value);
        }
        ring.commit(index);
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        final MessageHandler handler = (type, buffer, index, length) ->
        {
            long rest = 0;
            for (int word = 2; word < PAYLOAD_LONGS; word++)
            {
                rest += buffer.getLong(index + word * Long.BYTES);
            }
            receiver.onEvent(buffer.getLong(index), buffer.getLong(index + Long.BYTES), rest);
        };
        while (!receiver.isDone())
        {
            ring.read(handler);
        }
    }
}
