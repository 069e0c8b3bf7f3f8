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

import java.util.Locale;

import io.packetflow.ringbuffers.ring.Publication;

/** Cold path. What carries events from one thread to another. */
public enum RingKind
{
    /** A bare cache line: the floor. */
    LINE,
    /** Our ring, published by the cursor. */
    CURSOR,
    /** Our ring, published by a sequence in the slot. */
    IN_SLOT,
    /** The stock Disruptor, heap events, its own processor. */
    DISRUPTOR,
    /** The stock Disruptor, heap events, polled. */
    DISRUPTOR_POLLER;

    /** Events that a ring holds, so far as its kind can be told. */
    public static final int CAPACITY = 1_024;

    static final int STRIDE_BYTES = 64;

    HopLink newLink()
    {
        return switch (this)
        {
            case LINE -> new LineLink();
            case CURSOR -> new SlotRingLink(Publication.CURSOR);
            case IN_SLOT -> new SlotRingLink(Publication.IN_SLOT);
            case DISRUPTOR -> new DisruptorLink();
            case DISRUPTOR_POLLER -> new DisruptorPollerLink();
        };
    }

    EventPipe newPipe(final int batch)
    {
        return switch (this)
        {
            case CURSOR -> new SlotRingPipe(Publication.CURSOR, batch);
            case IN_SLOT -> new SlotRingPipe(Publication.IN_SLOT, batch);
            case DISRUPTOR -> new DisruptorPipe(batch);
            case LINE, DISRUPTOR_POLLER ->
                throw new IllegalArgumentException("nobody asks for the throughput of a " + this);
        };
    }

    /** Returns the name on command lines. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
