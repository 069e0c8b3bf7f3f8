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
package io.packetflow.latency.workload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WorkloadRunTest
{
    @ParameterizedTest
    @EnumSource(Workload.class)
    void shouldStoreAndSendWhatEachWorkloadSays(final Workload workload)
    {
        try (WorkloadRun run = new WorkloadRun(workload))
        {
            assertThat(run.run(100)).isPositive();
            assertThat(run.run(25)).isPositive();

            assertThat(run.checkedMessages()).isEqualTo(125 * Datagrams.MESSAGES);
        }
    }

    @Test
    void shouldCountAShareOfMessages()
    {
        assertThat(Share.ALL.count(10)).isEqualTo(10);
        assertThat(Share.NONE.count(10)).isZero();
        assertThat(Share.FIRST_OF_THREE.count(10)).isEqualTo(4);
        assertThat(Share.LAST_OF_THREE.count(10)).isEqualTo(3);
    }

    @Test
    void shouldPriceACallAsTheTextbookDoes()
    {
        // Hull, "Options, Futures, and Other Derivatives": without interest, at the money, one year, 20 %: 7.9656.
        assertThat(OptionPrice.call(100, 100, 0.2, 1)).isCloseTo(7.9656, within(1e-4));
    }
}
