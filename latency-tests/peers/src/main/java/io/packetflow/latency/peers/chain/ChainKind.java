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

import java.util.Locale;

import io.packetflow.latency.benchmarks.chain.ChainInputs;

/** Cold path. The forms of the chain that run in a JVM. */
public enum ChainKind
{
    /** Ours: six packets, fused. */
    ENGINE,
    /** A graph of six nodes, compiled in process. */
    FLUXTION,
    /** The Disruptor with all steps in one handler. */
    DISRUPTOR_ONE_HANDLER,
    /** The Disruptor with six handlers behind each other. */
    DISRUPTOR,
    /** Six typed actors. */
    PEKKO,
    /** Six threads with a stream between each two. */
    AERON;

    /**
     * Makes the chain.
     *
     * @param inputs that its indices mean
     * @return a chain that the caller closes
     */
    public Chain make(final ChainInputs inputs)
    {
        return switch (this)
        {
            case ENGINE -> new EngineChain(inputs);
            case FLUXTION -> new FluxtionChain(inputs);
            case DISRUPTOR_ONE_HANDLER -> DisruptorChain.oneHandler(inputs);
            case DISRUPTOR -> DisruptorChain.sixHandlers(inputs);
            case PEKKO -> new PekkoChain(inputs);
            case AERON -> new AeronChain(inputs);
        };
    }

    /** Returns the name on command lines. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
