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

import org.apache.pekko.actor.typed.ActorSystem;

/**
 * Hot path. Six typed actors on Pekko's default dispatcher, which pins nothing; the sender is a thread outside, which
 * gives its core away while it waits. A message is an immutable object, a new one for each step, as Pekko wants it.
 */
final class PekkoChain extends ThreadedChain
{
    private final ActorSystem<PekkoSteps.Numbers> system;

    PekkoChain(final ChainInputs inputs)
    {
        super(inputs, true);
        system = ActorSystem.create(PekkoSteps.first(landing()), "chain", PekkoSteps.quietConfig());
    }

    @Override
    void send(final long first, final long second)
    {
        system.tell(new PekkoSteps.Numbers(first, second, 0, 0));
    }

    @Override
    public void close()
    {
        system.terminate();
    }
}
