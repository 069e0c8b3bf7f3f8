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
package io.packetflow.ringbuffers.journal.append;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Hot path. Tells up to which instance the journal holds what its mode promises; an output waits until its input is
 * below. Read by the nodes that release outputs, ordering: acquire.
 */
public final class JournalGate
{
    private final Slab head;
    private final long word;

    /**
     * Makes a gate.
     *
     * @param head words of the epoch
     * @param word offset of the sequence that counts: {@link HeadLayout#APPENDED_SEQUENCE},
     *             {@link HeadLayout#DURABLE_SEQUENCE} or {@link HeadLayout#REPLICA_SEQUENCE}
     */
    public JournalGate(final Slab head, final int word)
    {
        this.head = head;
        this.word = word;
    }

    /**
     * Returns the sequence up to which outputs may leave; not above what was appended, whatever a standby says, and not
     * above where the journal stopped, whatever is appended after that.
     */
    public long sequence()
    {
        final long sequence = Math.min(head.getLongAcquire(word), head.getLongAcquire(HeadLayout.APPENDED_SEQUENCE));
        final long stop = head.getLongAcquire(HeadLayout.STOP);
        return stop == 0 ? sequence : Math.min(sequence, ~stop);
    }

    /** Returns whether the journal stopped for good: from then on the gate does not move. */
    public boolean isStopped()
    {
        return head.getLongAcquire(HeadLayout.STOP) != 0;
    }

    /** Returns whether another process has taken over: from then on nothing leaves any more. */
    public boolean isFenced()
    {
        return head.getLongAcquire(HeadLayout.FENCE) != 0;
    }
}
