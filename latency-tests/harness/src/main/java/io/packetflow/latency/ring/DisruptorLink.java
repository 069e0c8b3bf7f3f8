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

import com.lmax.disruptor.BatchEventProcessor;
import com.lmax.disruptor.BatchEventProcessorBuilder;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;

/** Hot path. The stock Disruptor with heap events and its own event processor, as its documentation has it. */
final class DisruptorLink implements HopLink
{
    private final RingBuffer<HeapEvent> ring = HeapEvent.newRing();
    private final Handler handler = new Handler();
    private final BatchEventProcessor<HeapEvent> processor =
        new BatchEventProcessorBuilder().build(ring, ring.newBarrier(), handler);

    DisruptorLink()
    {
        handler.processor = processor;
        ring.addGatingSequences(processor.getSequence());
    }

    @Override
    public void send(final long sentNanos, final long plannedNanos, final long value)
    {
        HeapEvent.publish(ring, sentNanos, plannedNanos, value);
    }

    @Override
    public void receive(final HopReceiver receiver)
    {
        handler.receiver = receiver;
        processor.run();
    }

    /** Takes the events, and stops the processor after the last one. */
    private static final class Handler implements EventHandler<HeapEvent>
    {
        private HopReceiver receiver;
        private BatchEventProcessor<HeapEvent> processor;

        @Override
        public void onEvent(final HeapEvent event, final long sequence, final boolean endOfBatch)
        {
            receiver.onEvent(event.first, event.second, event.rest());
            if (receiver.isDone())
            {
                processor.halt();
            }
        }
    }
}
