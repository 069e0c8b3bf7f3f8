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

import io.packetflow.engine.reactor.Reactor;
import io.packetflow.latency.benchmarks.chain.ChainInputs;
import io.packetflow.latency.benchmarks.chain.ChainMolecule;
import io.packetflow.latency.benchmarks.chain.ChainPackets;
import io.packetflow.latency.benchmarks.chain.ChainSource;

/**
 * Hot path. Ours: six packets in an ionic chain, fused by the engine, stepped by the caller's thread. The source hands
 * out the inputs in a row, so the indices that the caller names must count up from 0.
 */
final class EngineChain implements Chain
{
    private final ChainSource source;
    private final Reactor reactor;
    private final ChainPackets.Fold last;

    EngineChain(final ChainInputs inputs)
    {
        source = new ChainSource(inputs);
        reactor = ChainMolecule.prepare(source);
        reactor.open();
        last = reactor.handler(ChainPackets.FOLD, ChainPackets.Fold.class);
    }

    @Override
    public long roundTrip(final long index)
    {
        return flatOut(index, 1);
    }

    @Override
    public long flatOut(final long first, final int count)
    {
        final long before = last.result();
        final long end = last.count() + count;
        source.allow(count);
        while (last.count() < end)
        {
            reactor.step();
        }
        return last.result() - before;
    }

    @Override
    public void close()
    {
        reactor.close();
    }
}
