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

import com.fluxtion.compiler.Fluxtion;
import com.fluxtion.runtime.EventProcessor;

import io.packetflow.engine.cli.HostException;
import io.packetflow.latency.benchmarks.chain.ChainInputs;

/**
 * Hot path. A graph of six nodes that Fluxtion compiles in this process; one mutable event, the caller's thread. The
 * graph that was compiled has nodes of its own, so the result comes back in the event.
 */
final class FluxtionChain implements Chain
{
    private final ChainInputs inputs;
    private final EventProcessor<?> processor;
    private final FluxtionNodes.Numbers event = new FluxtionNodes.Numbers();

    FluxtionChain(final ChainInputs inputs)
    {
        this.inputs = inputs;
        this.processor = compile();
        processor.init();
    }

    private static EventProcessor<?> compile()
    {
        try
        {
            return Fluxtion.compile(config -> config.addNode(FluxtionNodes.chain()));
        }
        catch (final RuntimeException | LinkageError e)
        {
            throw new HostException("Fluxtion cannot compile its graph here; it needs a JDK: " + e, e);
        }
    }

    @Override
    public long roundTrip(final long index)
    {
        event.first = inputs.first(index);
        event.second = inputs.second(index);
        processor.onEvent(event);
        return event.result;
    }

    @Override
    public long flatOut(final long first, final int count)
    {
        long sum = 0;
        for (long index = first; index < first + count; index++)
        {
            sum += roundTrip(index);
        }
        return sum;
    }

    @Override
    public void close()
    {
        processor.tearDown();
    }
}
