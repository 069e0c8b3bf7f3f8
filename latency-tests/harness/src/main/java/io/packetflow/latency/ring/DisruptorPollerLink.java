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
package io.packetflow.latency.ring;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;

/** Hot path. The stock Disruptor with heap events, polled by the receiver's own loop. */
final class DisruptorPollerLink implements HopLink
{
    private final RingBuffer<HeapEvent> ring = HeapEvent.newRing();
    private final EventPoller<HeapEvent> poller = ring.newPoller();

    DisruptorPollerLink()
    {
        ring.addGatingSequences(poller.getSequence());
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        HeapEvent.publish(ring, sentNanos, plannedNanos, value);
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        final EventPoller.Handler<HeapEvent> handler = (event, sequence, endOfBatch) ->
        {
            receiver.onEvent(event.first, event.second, event.rest());
            return true;
        };
        while (!receiver.isDone())
        {
            poll(handler);
        }
    }

    private void poll(final EventPoller.Handler<HeapEvent> handler)
    {
        try
        {
            poller.poll(handler);
        }
        catch (final Exception e)
        {
            throw new IllegalStateException("the handler throws nothing", e);
        }
    }
}
