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
package io.packetflow.affinity.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.packetflow.affinity.topology.CapturedHosts;
import io.packetflow.affinity.topology.CpuTopology;

final class CapturedPlanTest
{
    @ParameterizedTest
    @ValueSource(strings = {"socket-major", "interleaved", "snc2", "nosmt"})
    void shouldGiveEachOfSixGroupsCoresOfItsOwn(final String name) throws IOException, InterruptedException
    {
        final CpuTopology host = CpuTopology.read(CapturedHosts.extract(name));
        final List<CoreDemand> demands = new ArrayList<>();
        for (final String group : List.of("DF", "CF", "ED", "RM"))
        {
            demands.add(new CoreDemand(group + ":0", group, true, true, 2));
        }
        for (final String group : List.of("PI", "MC"))
        {
            demands.add(new CoreDemand(group + ":0", group, false, true, 1));
        }

        final CorePlan plan = CorePlanner.plan(host, demands, CorePlanOptions.defaults());

        assertThat(plan.check(host)).isEmpty();
        assertThat(plan.assignments()).allMatch(CoreAssignment::spinning);
        assertThat(plan.assignments().subList(0, 4)).as("%s%s", host, plan)
            .extracting(CoreAssignment::socket).containsOnly(0);
        assertThat(plan.assignments().subList(0, 4)).extracting(CoreAssignment::numaNode).containsOnly(0);
        assertThat(plan.assignments().subList(4, 6)).extracting(CoreAssignment::socket).containsOnly(1);
        assertThat(plan.housekeeping().contains(0)).isTrue();
    }
}
