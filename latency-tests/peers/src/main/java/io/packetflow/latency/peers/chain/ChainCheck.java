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
import io.packetflow.latency.benchmarks.chain.ChainSteps;

/** Cold path. What the six steps give, by plain arithmetic: what every chain must answer. */
public final class ChainCheck
{
    private final ChainInputs inputs;

    /**
     * Makes a check.
     *
     * @param inputs of the chain
     */
    public ChainCheck(final ChainInputs inputs)
    {
        this.inputs = inputs;
    }

    /**
     * Returns what must come of an input.
     *
     * @param index of it
     * @return the result of the last step
     */
    public long expected(final long index)
    {
        final long first = inputs.first(index);
        final long second = inputs.second(index);
        final long sum = ChainSteps.add(first, second);
        final long clamped = ChainSteps.clamp(ChainSteps.offset(ChainSteps.mix(sum), first), second);
        return ChainSteps.fold(ChainSteps.scale(clamped), sum);
    }

    /**
     * Returns the sum of what must come of inputs in a row.
     *
     * @param first index
     * @param count of inputs
     * @return the sum
     */
    public long expectedSum(final long first, final long count)
    {
        long sum = 0;
        for (long index = first; index < first + count; index++)
        {
            sum += expected(index);
        }
        return sum;
    }

    /**
     * Sends every input through a chain, one by one and in one go, and compares.
     *
     * @param chain to check
     * @throws IllegalStateException if it answers anything else
     */
    public void require(final Chain chain)
    {
        for (int index = 0; index < ChainInputs.COUNT; index++)
        {
            requireSame("result of input " + index, expected(index), chain.roundTrip(index));
        }
        final int twice = 2 * ChainInputs.COUNT;
        requireSame("sum of " + twice + " results", expectedSum(0, twice), chain.flatOut(0, twice));
    }

    /**
     * Compares.
     *
     * @param what is compared
     * @param expected value
     * @param actual value
     * @throws IllegalStateException if they differ
     */
    public static void requireSame(final String what, final long expected, final long actual)
    {
        if (expected != actual)
        {
            throw new IllegalStateException(
                "the chain does different work: " + what + ": expected=" + expected + " actual=" + actual);
        }
    }
}
