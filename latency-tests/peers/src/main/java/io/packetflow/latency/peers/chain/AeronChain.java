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

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongBinaryOperator;

import io.aeron.ExclusivePublication;
import io.aeron.Subscription;
import io.aeron.logbuffer.BufferClaim;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.latency.benchmarks.chain.ChainInputs;
import io.packetflow.latency.benchmarks.chain.ChainSteps;
import io.packetflow.latency.peers.ring.EmbeddedAeron;

/**
 * Hot path. Six threads, one for each step, with a stream of Aeron's over IPC in front of each. They yield while they
 * wait, for there are more threads than cores.
 */
final class AeronChain extends ThreadedChain
{
    private static final int STEPS = 6;

    private final EmbeddedAeron aeron = new EmbeddedAeron();
    private final ExclusivePublication publication = aeron.publication(0);
    private final BufferClaim claim = new BufferClaim();
    private final List<AeronStep> steps = new ArrayList<>();

    AeronChain(final ChainInputs inputs)
    {
        super(inputs, true);
        ExclusivePublication before = publication;
        for (int step = 0; step < STEPS; step++)
        {
            final Subscription subscription = aeron.subscription(step);
            EmbeddedAeron.await(before, subscription);
            final ExclusivePublication next = step < STEPS - 1 ? aeron.publication(step + 1) : null;
            steps.add(new AeronStep(step, subscription, next, landing()));
            before = next;
        }
        steps.forEach(step -> ThreadPinning.helperThread("step", step).start());
    }

    /** What a step makes of the number of the step before and the number that it takes besides. */
    static LongBinaryOperator operation(final int step)
    {
        return switch (step)
        {
            case 0 -> ChainSteps::add;
            case 1 -> (value, unused) -> ChainSteps.mix(value);
            case 2 -> ChainSteps::offset;
            case 3 -> ChainSteps::clamp;
            case 4 -> (value, unused) -> ChainSteps.scale(value);
            case 5 -> ChainSteps::fold;
            default -> throw new IllegalArgumentException("a chain has six steps: step=" + step);
        };
    }

    @Override
    void send(final long first, final long second)
    {
        AeronStep.send(publication, claim, first, second, 0, first);
    }

    @Override
    public void close()
    {
        steps.forEach(AeronStep::end);
        aeron.close();
    }
}
