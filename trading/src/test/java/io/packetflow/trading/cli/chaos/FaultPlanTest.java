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

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

import io.packetflow.ringbuffers.journal.Durability;

import org.junit.jupiter.api.Test;

class FaultPlanTest
{
    @Test
    void shouldDrawTheSameFromTheSameSeed()
    {
        assertThat(draw(5, Durability.GROUP)).isEqualTo(draw(5, Durability.GROUP))
            .isNotEqualTo(draw(6, Durability.GROUP)).isNotEqualTo(draw(5, Durability.SYNC));
    }

    @Test
    void shouldTakeKindsOfFaultsInTurnsAndLetAStandbyDieOnlyWhereSomebodyWaitsForIt()
    {
        assertThat(draw(5, Durability.REPLICA)).extracting(FaultPlan::fault)
            .containsExactly(Fault.KILL, Fault.STANDBY, Fault.KILL, Fault.STANDBY);
        assertThat(draw(5, Durability.SYNC)).extracting(FaultPlan::fault).containsOnly(Fault.KILL);
    }

    private static List<FaultPlan> draw(final long seed, final Durability mode)
    {
        final CampaignOptions common = new CampaignOptions(
            List.of(mode), 4, 1_000, 1, seed, List.of(), Path.of("."), false, 1);
        final FailoverOptions options =
            new FailoverOptions(common, List.of(Fault.KILL, Fault.STANDBY), 1_000, 50, false);
        return IntStream.rangeClosed(1, 4).mapToObj(number -> FaultPlan.draw(options, mode, number)).toList();
    }
}
