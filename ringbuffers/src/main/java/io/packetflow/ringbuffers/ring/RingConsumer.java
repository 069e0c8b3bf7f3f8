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
package io.packetflow.ringbuffers.ring;

import com.lmax.disruptor.Sequence;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. A consumer's position and progress; subclasses know what its barrier is.
 *
 * <p>Lines: {@code next} and {@code known} on the consumer's own line; {@code progress} on a line of its own (the
 * Disruptor pads it), written here and read by downstream consumers and producers.
 */
abstract class RingConsumer extends PaddedConsumerPosition implements SlotConsumer
{
    /** Last completed sequence, as everybody else sees it. */
    final Sequence progress = new Sequence();
    private final String name;

    RingConsumer(final String name)
    {
        this.name = name;
    }

    @Override
    public final long next()
    {
        return next;
    }

    @Override
    public final void complete(final long sequence)
    {
        if (Slab.BOUNDS_CHECKS && (sequence < next - 1 || sequence > known))
        {
            throw completionRefusal(sequence);
        }
        next = sequence + 1;
        progress.set(sequence);
    }

    @Override
    public final long completed()
    {
        return progress.get();
    }

    @Override
    public final String name()
    {
        return name;
    }

    @Override
    public final String toString()
    {
        return getClass().getSimpleName() + "{name=" + name + " completed=" + completed() + "}";
    }

    private IllegalArgumentException completionRefusal(final long sequence)
    {
        return new IllegalArgumentException("a consumer completes what was available to it, once: sequence=" +
            sequence + " next=" + next + " available=" + known + " name=" + name);
    }
}
