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
package io.packetflow.latency.peers.ring;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.ring.RingHop;
import io.packetflow.latency.ring.RingThroughput;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** All that is sent arrives, through each ring of others; both loops check the sums themselves. */
class PeerRingsTest
{
    private static final int EVENTS = 3_000;

    @BeforeAll
    static void needTwoCores()
    {
        Assumptions.assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "two threads spin here");
    }

    @ParameterizedTest
    @EnumSource(PeerRing.class)
    void shouldCarryEachEventOneWay(final PeerRing kind)
    {
        try (RingHop hop = new RingHop(kind.newLink(), Pace.perSecond(1_000_000), EVENTS, EVENTS))
        {
            hop.run(MeasuredCpus.choose(2));

            assertThat(hop.fromSend("one way").histogram().getTotalCount()).isEqualTo(EVENTS);
        }
    }

    @ParameterizedTest
    @EnumSource(PeerRing.class)
    void shouldCarryAllEventsUnderLoad(final PeerRing kind)
    {
        try (RingThroughput run = new RingThroughput(kind.newPipe(), EVENTS, 10 * EVENTS))
        {
            assertThat(run.run(MeasuredCpus.choose(2))).isPositive();
        }
    }
}
