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

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.BusySpinWaitStrategy;

/** Hot path. An event of the stock Disruptor: 64 bytes of fields in an object on the heap. */
final class HeapEvent
{
    long first;
    long second;
    long third;
    long fourth;
    long fifth;
    long sixth;
    long seventh;
    long eighth;

    static RingBuffer<HeapEvent> newRing()
    {
        return RingBuffer.createSingleProducer(HeapEvent::new, RingKind.CAPACITY, new BusySpinWaitStrategy());
    }

    /** Publishes one event, as the Disruptor's documentation has it. */
    static void publish(final RingBuffer<HeapEvent> ring, final long first, final long second, final long rest)
    {
        final long sequence = ring.next();
        final HeapEvent event = ring.get(sequence);
        event.first = first;
        event.second = second;
        event.setRest(rest);
        ring.publish(sequence);
    }

    void setRest(final long value)
    {
        third = value;
        fourth = value;
        fifth = value;
        sixth = value;
        seventh = value;
    }

    long rest()
    {
        return third + fourth + fifth + sixth + seventh;
    }
}
