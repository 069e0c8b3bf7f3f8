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
package io.packetflow.trading.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;

import io.packetflow.ringbuffers.journal.Durability;

import org.junit.jupiter.api.Test;

class KillPlanTest
{
    private static final int KILLS = 10;

    @Test
    void shouldDrawTheSameFromTheSameSeedModeAndNumberAlone()
    {
        for (int kill = 1; kill <= KILLS; kill++)
        {
            assertThat(KillPlan.draw(42, Durability.GROUP, kill)).isEqualTo(KillPlan.draw(42, Durability.GROUP, kill));
        }
        assertThat(IntStream.range(1, KILLS).mapToObj(kill -> KillPlan.draw(42, Durability.GROUP, kill)))
            .isNotEqualTo(IntStream.range(1, KILLS).mapToObj(kill -> KillPlan.draw(43, Durability.GROUP, kill)));
    }

    @Test
    void shouldMeetAllMomentsWithinTenKills()
    {
        for (int seed = 0; seed < 100; seed++)
        {
            final int drawn = seed;
            assertThat(IntStream.rangeClosed(1, KILLS)
                .mapToObj(kill -> KillPlan.draw(drawn, Durability.PROCESS_SAFE, kill).moment()))
                .as("seed " + seed).contains(Moment.values());
        }
    }

    @Test
    void shouldTakeAnotherMomentWhereNoSegmentIsFilled()
    {
        final KillPlan roll = new KillPlan(Moment.ROLL, 0.5, false, false);

        assertThat(roll.within(1_000).moment()).isEqualTo(Moment.RUNNING);
        assertThat(roll.within(100_000).moment()).isEqualTo(Moment.ROLL);
    }
}
