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
package io.packetflow.latency.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;

import org.junit.jupiter.api.Test;

class WarmUpRemarkTest
{
    private final Results results = new Results();

    @Test
    void shouldSayNothingWhereNobodyLooked()
    {
        results.add("ring", ForkResult.on(host()).build());

        assertThat(WarmUpRemark.of(results)).isEmpty();
    }

    @Test
    void shouldNameWhatWasNotSteady()
    {
        results.add("floor", fork(6, 1.5, true));
        results.add("engine", fork(9, 2.5, true));
        assertThat(WarmUpRemark.of(results)).isEqualTo("warm-ups took 1.5 to 2.5 s, 6 to 9 rounds; all steady");

        results.add("engine", fork(24, 9.25, false));
        assertThat(WarmUpRemark.of(results)).isEqualTo(
            "warm-ups took 1.5 to 9.3 s, 6 to 24 rounds; NOT STEADY at their limit: engine (1 of 2 forks)");
    }

    private static ForkResult fork(final int rounds, final double seconds, final boolean steady)
    {
        return ForkResult.on(host()).number(Measure.WARM_UP_ROUNDS, (long)rounds)
            .number(Measure.WARM_UP_SECONDS, seconds).number(Measure.WARM_UP_STEADY, steady ? 1L : 0L).build();
    }

    private static HostFingerprint host()
    {
        return new HostFingerprint("cpu", 2, "kernel", "none", "jdk", "gc", false, false, List.of());
    }
}
