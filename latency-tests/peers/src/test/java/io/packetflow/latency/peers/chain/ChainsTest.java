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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.latency.benchmarks.chain.ChainInputs;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every form of the chain gives what the six steps give by plain arithmetic, one by one and flat out. */
class ChainsTest
{
    private final ChainInputs inputs = new ChainInputs();
    private final ChainCheck check = new ChainCheck(inputs);

    @ParameterizedTest
    @EnumSource(ChainKind.class)
    void shouldGiveTheSameResultsInEveryForm(final ChainKind form)
    {
        Assumptions.assumeTrue(
            form != ChainKind.DISRUPTOR_ONE_HANDLER || Runtime.getRuntime().availableProcessors() > 1,
            "two threads spin here");
        try (Chain chain = form.make(inputs))
        {
            check.require(chain);

            assertThat(chain.flatOut(0, ChainInputs.COUNT)).isEqualTo(check.expectedSum(0, ChainInputs.COUNT));
        }
    }

    @Test
    void shouldNoticeDifferentWork()
    {
        final Chain wrong = new Chain()
        {
            @Override
            public long roundTrip(final long index)
            {
                return check.expected(index) + (index == 7 ? 1 : 0);
            }

            @Override
            public long flatOut(final long first, final int count)
            {
                return 0;
            }

            @Override
            public void close()
            {
                // Holds nothing.
            }
        };

        assertThatThrownBy(() -> check.require(wrong)).isInstanceOf(IllegalStateException.class)
            .hasMessageContaining("the chain does different work: result of input 7");
    }
}
