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
package io.packetflow.latency.matching;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.trading.venue.VenueCounters;

import org.junit.jupiter.api.Test;

class MatchingLoadTest
{
    @Test
    void shouldEnterReplaceCancelAndFill()
    {
        try (MatchingLoad load = new MatchingLoad())
        {
            load.run(50_000);
            load.runTimed(50_000);

            final VenueCounters counters = load.counters();
            assertThat(counters.accepted()).isGreaterThan(5_000);
            assertThat(counters.replaced()).isGreaterThan(20_000);
            assertThat(counters.canceled()).isGreaterThan(1_000);
            assertThat(counters.fills()).isGreaterThan(5_000);
            assertThat(counters.accepted() + counters.replaced() + counters.canceled() + counters.rejected() +
                counters.ignoredInputs()).isEqualTo(100_000);
            assertThat(load.orders("orders").histogram().getTotalCount()).isEqualTo(50_000);
            assertThat(load.insides("insides").histogram().getTotalCount()).isEqualTo(50_000);
        }
    }
}
