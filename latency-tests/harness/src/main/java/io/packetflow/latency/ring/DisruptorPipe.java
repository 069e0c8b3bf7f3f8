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

/** Hot path. The stock Disruptor with heap events under full load. */
final class DisruptorPipe implements EventPipe
{
    private static final int VALUES = 8;

    private final RingBuffer<HeapEvent> ring = HeapEvent.newRing();
    private final Handler handler = new Handler();
    private final BatchEventProcessor<HeapEvent> processor =
        new BatchEventProcessorBuilder().build(ring, ring.newBarrier(), handler);

    private final int batch;

    DisruptorPipe(final int batch)
    {
        this.batch = batch;
        handler.processor = processor;
        ring.addGatingSequences(processor.getSequence());
    }

    @Override
    public void produce(final long first, final long count)
    {
        for (long value = first; value < first + count; value += batch)
        {
            writeBatch(value);
        }
    }

    private void writeBatch(final long first)
    {
        final long high = ring.next(batch);
        final long low = high - batch + 1;
        for (long sequence = low; sequence <= high; sequence++)
        {
            write(ring.get(sequence), first + sequence - low);
        }
        ring.publish(low, high);
    }

    private static void write(final HeapEvent event, final long value)
    {
        event.first = value;
        event.second = value;
        event.setRest(value);
        event.eighth = value;
    }

    @Override
    public void consume(final EventSink sink)
    {
        handler.sink = sink;
        processor.run();
    }

    @Override
    public int valuesPerEvent()
    {
        return VALUES;
    }

    /** Takes the events, and stops the processor after the last one. */
    private static final class Handler implements EventHandler<HeapEvent>
    {
        private EventSink sink;
        private BatchEventProcessor<HeapEvent> processor;

        @Override
        public void onEvent(final HeapEvent event, final long sequence, final boolean endOfBatch)
        {
            sink.onEvent(event.first + event.second + event.rest() + event.eighth);
            if (sink.isDone())
            {
                processor.halt();
            }
        }
    }
}
