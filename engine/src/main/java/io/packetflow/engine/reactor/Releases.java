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
package io.packetflow.engine.reactor;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.ring.SlotConsumer;

/**
 * Hot path. The instances of one stage whose outputs were computed and wait for the journal's gate, in order. Owned by
 * the stage's node. The ring may not come round before an instance is released, so this end has a consumer of its own.
 */
public final class Releases
{
    /** Nothing may be released now. */
    public static final long NONE = -1;

    private final SlotConsumer consumer;
    private final long[] sequences;
    private final long[] packets;
    private final int mask;
    private JournalGate gate;
    private long firstInstance;
    private long head;
    private long tail;
    private long stageCompleted = -1;
    private long durable = Long.MIN_VALUE;

    Releases(final SlotConsumer consumer, final int capacity)
    {
        this.consumer = consumer;
        this.sequences = new long[capacity];
        this.packets = new long[capacity];
        this.mask = capacity - 1;
    }

    /** Cold. Sets the gate and which instance is at ring sequence 0; before the node runs. */
    void guard(final JournalGate value, final long instanceAtZero)
    {
        this.gate = value;
        this.firstInstance = instanceAtZero;
    }

    /**
     * Notes what an instance wants to release.
     *
     * @param sequence of its slot
     * @param packetBits of the outputs that have something to release
     */
    public void add(final long sequence, final long packetBits)
    {
        final int index = (int)tail & mask;
        sequences[index] = sequence;
        packets[index] = packetBits;
        tail++;
    }

    /**
     * Returns the oldest instance that waits, if its input is durable and nobody else has taken over.
     *
     * @return ring sequence of its slot, or {@link #NONE}
     */
    public long next()
    {
        if (head == tail)
        {
            return NONE;
        }
        final long sequence = sequences[(int)head & mask];
        return sequence + firstInstance <= durable && !gate.isFenced() ? sequence : look(sequence);
    }

    private long look(final long sequence)
    {
        durable = gate.sequence();
        return sequence + firstInstance <= durable && !gate.isFenced() ? sequence : NONE;
    }

    /** Returns the outputs of the oldest instance that waits. */
    public long packets()
    {
        return packets[(int)head & mask];
    }

    /** Takes the oldest instance out: it is released. */
    public void remove()
    {
        head++;
        follow();
    }

    /**
     * Follows the stage: what it has completed and has nothing to release needs its slot no longer.
     *
     * @param sequence that the stage has completed
     */
    public void completed(final long sequence)
    {
        stageCompleted = sequence;
        follow();
    }

    private void follow()
    {
        // Releases may run ahead of what the stage has said: it completes some instances at a time.
        final long done =
            head == tail ? stageCompleted : Math.min(stageCompleted, sequences[(int)head & mask] - 1);
        if (Slab.BOUNDS_CHECKS)
        {
            NodeProgram.ask(consumer, done);
        }
        consumer.complete(done);
    }
}
