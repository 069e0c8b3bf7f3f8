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
package io.packetflow.latency.peers.chain;

import java.util.List;
import java.util.concurrent.ThreadFactory;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.EventHandlerGroup;
import com.lmax.disruptor.dsl.ProducerType;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.latency.benchmarks.chain.ChainInputs;
import io.packetflow.latency.benchmarks.chain.ChainSteps;
import io.packetflow.latency.host.MeasuredCpus;

/**
 * Hot path. The Disruptor: one ring of events on the heap, and handlers behind each other, each a thread. Six of them
 * yield while they wait, for there are more threads than cores; one handler that takes all steps spins on its own core.
 */
final class DisruptorChain extends ThreadedChain
{
    private final Disruptor<Event> disruptor;
    private final RingBuffer<Event> ring;

    private DisruptorChain(
        final ChainInputs inputs,
        final boolean isSharingCores,
        final ThreadFactory threads,
        final WaitStrategy waiting)
    {
        super(inputs, isSharingCores);
        disruptor = new Disruptor<>(Event::new, WINDOW, threads, ProducerType.SINGLE, waiting);
        ring = disruptor.getRingBuffer();
    }

    static DisruptorChain oneHandler(final ChainInputs inputs)
    {
        final int cpu = MeasuredCpus.choose(2).get(1);
        final DisruptorChain chain = new DisruptorChain(inputs, false, task -> ThreadPinning.helperThread("handler",
            () ->
            {
                ThreadPinning.pin(cpu);
                task.run();
            }), new BusySpinWaitStrategy());
        final Landing landing = chain.landing();
        chain.disruptor.handleEventsWith((event, sequence, endOfBatch) ->
        {
            event.sum = ChainSteps.add(event.first, event.second);
            event.value = ChainSteps.mix(event.sum);
            event.value = ChainSteps.offset(event.value, event.first);
            event.value = ChainSteps.clamp(event.value, event.second);
            event.value = ChainSteps.scale(event.value);
            landing.land(ChainSteps.fold(event.value, event.sum));
        });
        chain.disruptor.start();
        return chain;
    }

    static DisruptorChain sixHandlers(final ChainInputs inputs)
    {
        final DisruptorChain chain = new DisruptorChain(inputs, true,
            task -> ThreadPinning.helperThread("handler", task), new YieldingWaitStrategy());
        EventHandlerGroup<Event> group = null;
        for (final EventHandler<Event> handler : steps(chain.landing()))
        {
            group = group == null ? chain.disruptor.handleEventsWith(handler) : group.then(handler);
        }
        chain.disruptor.start();
        return chain;
    }

    private static List<EventHandler<Event>> steps(final Landing landing)
    {
        return List.of(
            (event, sequence, endOfBatch) ->
            {
                event.sum = ChainSteps.add(event.first, event.second);
                event.value = event.sum;
            },
            (event, sequence, endOfBatch) -> event.value = ChainSteps.mix(event.value),
            (event, sequence, endOfBatch) -> event.value = ChainSteps.offset(event.value, event.first),
            (event, sequence, endOfBatch) -> event.value = ChainSteps.clamp(event.value, event.second),
            (event, sequence, endOfBatch) -> event.value = ChainSteps.scale(event.value),
            (event, sequence, endOfBatch) -> landing.land(ChainSteps.fold(event.value, event.sum)));
    }

    @Override
    void send(final long first, final long second)
    {
        final long sequence = ring.next();
        final Event event = ring.get(sequence);
        event.first = first;
        event.second = second;
        ring.publish(sequence);
    }

    @Override
    public void close()
    {
        disruptor.halt();
    }

    /** What the ring holds. */
    private static final class Event
    {
        private long first;
        private long second;
        private long sum;
        private long value;
    }
}
