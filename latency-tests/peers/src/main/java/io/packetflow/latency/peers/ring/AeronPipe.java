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

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.BufferClaim;
import io.aeron.logbuffer.FragmentHandler;

import io.packetflow.latency.ring.EventPipe;
import io.packetflow.latency.ring.EventSink;

import org.agrona.MutableDirectBuffer;

/** Hot path. Aeron over IPC under full load: 64 bytes and a header of 32 for each event. */
final class AeronPipe implements EventPipe
{
    private static final int STREAM = 1;
    private static final int FRAGMENTS = 256;
    private static final int VALUES = 8;
    private static final int PAYLOAD_BYTES = VALUES * Long.BYTES;

    private final EmbeddedAeron aeron = new EmbeddedAeron();
    private final Subscription subscription = aeron.subscription(STREAM);
    private final ExclusivePublication publication = aeron.publication(STREAM);
    private final BufferClaim claim = new BufferClaim();

    AeronPipe()
    {
        EmbeddedAeron.await(publication, subscription);
    }

    @Override
    public void produce(final long first, final long count)
    {
        for (long value = first; value < first + count; value++)
        {
            EmbeddedAeron.claim(publication, PAYLOAD_BYTES, claim);
            final MutableDirectBuffer buffer = claim.buffer();
            final int offset = claim.offset();
            for (int at = 0; at < PAYLOAD_BYTES; at += Long.BYTES)
            {
                buffer.putLong(offset + at, value);
            }
            claim.commit();
        }
    }

    @Override
    public void consume(final EventSink sink)
    {
        final FragmentHandler handler = (buffer, offset, length, header) ->
        {
            long values = 0;
            for (int at = 0; at < PAYLOAD_BYTES; at += Long.BYTES)
            {
                values += buffer.getLong(offset + at);
            }
            sink.onEvent(values);
        };
        while (!sink.isDone())
        {
            if (subscription.poll(handler, FRAGMENTS) == 0)
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

    @Override
    public void close()
    {
        aeron.close();
    }
}
