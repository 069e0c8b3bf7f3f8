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
package io.packetflow.latency.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.HostException;

import org.junit.jupiter.api.Test;

class HostReadingsTest
{
    private static final String STAT =
        "4711 (java (a b)) S 1 2 3 4 5 6 7 8 9 10 150 50 30 20 20 -20 40 0 99 1000 200 rest";

    @Test
    void shouldReadTheTimesOfAProcessWhateverItsName()
    {
        assertThat(HostLoad.ownTicks(STAT)).isEqualTo(150 + 50 + 30 + 20);
        assertThat(Niceness.parse(STAT)).isEqualTo("-20");
    }

    @Test
    void shouldReadTheLineOverAllCpus()
    {
        assertThat(HostLoad.parse("cpu  10 2 3 400 5 0 1 7 0 0\ncpu0 1 2 3\n"))
            .containsExactly(10, 2, 3, 400, 5, 0, 1, 7, 0, 0);
        assertThat(HostLoad.parse("intr 1 2 3\n")).isEmpty();
    }

    @Test
    void shouldSayWhatOthersUseUnlessTheTimeWasTooShort()
    {
        assertThat(HostLoad.cpus(3, 2)).hasValue(1.5);
        assertThat(HostLoad.cpus(-0.01, 2)).hasValue(0);
        assertThat(HostLoad.cpus(0.02, 0.001)).isEmpty();
    }

    @Test
    void shouldChooseAsManyCpusAsThreadsSpin()
    {
        final CpuTopology two = CpuTopology.ofProcessors(2, "a test");

        assertThat(MeasuredCpus.choose(1, two)).hasSize(1);
        assertThat(MeasuredCpus.choose(2, two)).hasSize(2).doesNotHaveDuplicates();
        assertThatThrownBy(() -> MeasuredCpus.choose(3, two)).isInstanceOf(HostException.class)
            .hasMessageStartingWith("this needs 3 cores of its own to spin on: ");
    }
}
