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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.Sequencer;
import com.lmax.disruptor.util.Util;

/**
 * Cold path. Who consumes a ring, in which order, and whom the claims wait for. Set-up only, one thread; a wired ring
 * never changes.
 *
 * <p>Until {@link #gateOn} a sequence that never moves holds the claims back, so that a ring which nobody consumes yet
 * fills up instead of overwriting itself.
 */
final class RingWiring
{
    private final String ring;
    private final Sequencer sequencer;
    private final Sequence unwired = new Sequence();
    private final Map<RingConsumer, List<RingConsumer>> upstreamOf = new LinkedHashMap<>();
    private volatile Sequence[] gates = {unwired};

    RingWiring(final String ring, final Sequencer sequencer)
    {
        this.ring = ring;
        this.sequencer = sequencer;
        sequencer.addGatingSequences(unwired);
    }

    /** Returns up to which sequence every consumer is done; acquire, any thread. */
    long lowestGate()
    {
        return Util.getMinimumSequence(gates);
    }

    SlotConsumer newConsumer(
        final String name,
        final SlotConsumer[] upstream,
        final Supplier<RingConsumer> onPublication)
    {
        requireSetUp("a consumer is added");
        if (name == null || name.isBlank())
        {
            throw new IllegalArgumentException("a consumer needs a name: consumer=" + name + " ring=" + ring);
        }
        if (upstreamOf.keySet().stream().anyMatch(other -> other.name().equals(name)))
        {
            throw new IllegalArgumentException("a consumer's name is taken: consumer=" + name + " ring=" + ring);
        }
        final List<RingConsumer> before = ours(upstream);
        final RingConsumer consumer = before.isEmpty() ?
            onPublication.get() : new DownstreamConsumer(name, progressOf(before));
        upstreamOf.put(consumer, before);
        return consumer;
    }

    void gateOn(final SlotConsumer[] last)
    {
        requireSetUp("claims are gated");
        final List<RingConsumer> gating = ours(last);
        if (gating.isEmpty())
        {
            throw new IllegalArgumentException("claims wait for at least one consumer: count=0 ring=" + ring);
        }
        requireCovered(gating);
        gates = progressOf(gating);
        sequencer.addGatingSequences(gates);
        sequencer.removeGatingSequence(unwired);
    }

    private void requireSetUp(final String what)
    {
        if (gates[0] != unwired)
        {
            throw new IllegalStateException(
                what + " before the ring is wired, gateOn comes once and last: ring=" + ring);
        }
        if (sequencer.remainingCapacity() != sequencer.getBufferSize())
        {
            throw new IllegalStateException(what + " before the first claim: claimed=" +
                (sequencer.getBufferSize() - sequencer.remainingCapacity()) + " ring=" + ring);
        }
    }

    private void requireCovered(final List<RingConsumer> gating)
    {
        final Set<RingConsumer> covered = new LinkedHashSet<>();
        final List<RingConsumer> pending = new ArrayList<>(gating);
        while (!pending.isEmpty())
        {
            final RingConsumer consumer = pending.remove(pending.size() - 1);
            if (covered.add(consumer))
            {
                pending.addAll(upstreamOf.get(consumer));
            }
        }
        for (final RingConsumer consumer : upstreamOf.keySet())
        {
            if (!covered.contains(consumer))
            {
                throw new IllegalArgumentException("a consumer could be overrun, gate on it or on one downstream of " +
                    "it: consumer=" + consumer.name() + " ring=" + ring);
            }
        }
    }

    private List<RingConsumer> ours(final SlotConsumer[] consumers)
    {
        final List<RingConsumer> ours = new ArrayList<>();
        for (final SlotConsumer consumer : consumers)
        {
            if (!(consumer instanceof RingConsumer member) || !upstreamOf.containsKey(member))
            {
                throw new IllegalArgumentException("a consumer is of another ring: consumer=" +
                    (consumer == null ? null : consumer.name()) + " ring=" + ring);
            }
            ours.add(member);
        }
        return ours;
    }

    private static Sequence[] progressOf(final List<RingConsumer> consumers)
    {
        return consumers.stream().distinct().map(consumer -> consumer.progress).toArray(Sequence[]::new);
    }
}
