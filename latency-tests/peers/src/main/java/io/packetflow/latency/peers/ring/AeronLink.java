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

import io.packetflow.latency.ring.HopLink;
import io.packetflow.latency.ring.HopReceiver;

import org.agrona.MutableDirectBuffer;

/** Hot path. Aeron over IPC, claimed and committed, so that nothing is copied. */
final class AeronLink implements HopLink
{
    private static final int STREAM = 1;
    private static final int FRAGMENTS = 256;
    private static final int PAYLOAD_BYTES = PAYLOAD_LONGS * Long.BYTES;

    private final EmbeddedAeron aeron = new EmbeddedAeron();
    private final Subscription subscription = aeron.subscription(STREAM);
    private final ExclusivePublication publication = aeron.publication(STREAM);
    private final BufferClaim claim = new BufferClaim();

    AeronLink()
    {
        EmbeddedAeron.await(publication, subscription);
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        EmbeddedAeron.claim(publication, PAYLOAD_BYTES, claim);
        final MutableDirectBuffer buffer = claim.buffer();
        final int offset = claim.offset();
        buffer.putLong(offset, sentNanos);
        buffer.putLong(offset + Long.BYTES, plannedNanos);
        for (int word = 2; word < PAYLOAD_LONGS; word++)
        {
            buffer.putLong(offset + word * Long.BYTES, value);
        }
        claim.commit();
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        final FragmentHandler handler = (buffer, offset, length, header) ->
        {
            long rest = 0;
            for (int word = 2; word < PAYLOAD_LONGS; word++)
            {
                rest += buffer.getLong(offset + word * Long.BYTES);
            }
            receiver.onEvent(buffer.getLong(offset), buffer.getLong(offset + Long.BYTES), rest);
        };
        while (!receiver.isDone())
        {
            subscription.poll(handler, FRAGMENTS);
        }
    }

    @Override
    public void close()
    {
        aeron.close();
    }
}
