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
package io.packetflow.tuning.doctor.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HashMap;

import io.packetflow.affinity.topology.CpuSet;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SafepointProbeTest
{
    @Test
    void shouldReadTheLogsOfSeventeenAndTwentyFive() throws IOException
    {
        final Histogram reached = SafepointProbe.parse("""
            Safepoint "ThreadDump", Time since last: 2100000 ns, Reaching safepoint: 15000 ns, At safepoint: 3 ns, \
            Total: 15003 ns
            Safepoint "ThreadDump", Time since last: 2100000 ns, Reaching safepoint:      108000 ns, Cleanup:  1 ns
            """);

        assertThat(reached.getTotalCount()).isEqualTo(2);
        assertThat(reached.getMaxValue()).isBetween(108_000L, 109_000L);
    }

    @Test
    void shouldNotTakeALogWithoutStopsForAFastHost()
    {
        assertThatThrownBy(() -> SafepointProbe.parse("nothing")).isInstanceOf(IOException.class)
            .hasMessageContaining("names no safepoint");
    }

    @Test
    void shouldStopThisJvmAndReadItsLog() throws IOException
    {
        final Histogram reached = SafepointProbe.measure(CpuSet.EMPTY, new HashMap<>());

        assertThat(reached.getTotalCount()).isGreaterThanOrEqualTo(100);
        assertThat(reached.getMinValue()).isPositive();
    }
}
