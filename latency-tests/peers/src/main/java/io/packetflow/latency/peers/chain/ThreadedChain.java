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

import io.packetflow.latency.benchmarks.chain.ChainInputs;

import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Hot path. The sender's half of a chain whose steps run on other threads: sends, and watches the results land. While
 * it waits it spins, or gives its core away where there are more threads than cores.
 */
abstract class ThreadedChain implements Chain
{
    private final ChainInputs inputs;
    private final Landing landing = new Landing();
    private final IdleStrategy waiting;
    private long sent;

    ThreadedChain(final ChainInputs inputs, final boolean isSharingCores)
    {
        this.inputs = inputs;
        this.waiting = isSharingCores ? new YieldingIdleStrategy() : new BusySpinIdleStrategy();
    }

    /** Sends the two numbers of an event; the sending thread only. */
    abstract void send(long first, long second);

    final Landing landing()
    {
        return landing;
    }

    @Override
    public final long roundTrip(final long index)
    {
        send(inputs.first(index), inputs.second(index));
        sent++;
        await(sent);
        return landing.last();
    }

    @Override
    public final long flatOut(final long first, final int count)
    {
        final long before = landing.sum();
        for (long index = first; index < first + count; index++)
        {
            await(sent - WINDOW + 1);
            send(inputs.first(index), inputs.second(index));
            sent++;
        }
        await(sent);
        return landing.sum() - before;
    }

    private void await(final long landed)
    {
        while (landing.count() < landed)
        {
            waiting.idle();
        }
    }
}
