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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;

import org.junit.jupiter.api.Test;

import io.packetflow.affinity.topology.CpuSet;

final class CorePlanTest
{
    private static final CorePlan PLAN = CorePlanner.plan(
        Hosts.regular(2, 3, 2, "", ""),
        List.of(
            new CoreDemand("chain", "DF", true, true, 1),
            new CoreDemand("journal", "RM", true, false, 1),
            new CoreDemand("tracker", "ED", false, true, 1)),
        CorePlanOptions.defaults());

    @Test
    void shouldPrintAnAlignedTable()
    {
        assertThat(PLAN.toString()).isEqualTo(
            """
            Core plan for 2 sockets, 2 NUMA nodes, 6 cores, 12 CPUs online
              node     home  CPU  socket  NUMA  critical  wait   reason
              chain    DF    1    0       0     yes       spin   critical: socket 0 with its path; \
            own physical core; busy-spins
              journal  RM    2    0       0     yes       yield  critical: socket 0 with its path; \
            own physical core; yields as demanded
              tracker  ED    4    1       1     no        spin   not critical: off socket 0; \
            own physical core; busy-spins
              housekeeping 0,3,6,9; quiet siblings 7,10; idle 5,8,11
            """);
    }

    @Test
    void shouldReadBackItsOwnText()
    {
        assertThat(CorePlan.fromProperties(PLAN.toProperties())).isEqualTo(PLAN);
        assertThat(CorePlan.fromProperties(PLAN.toProperties().replace("\n", "\r\n"))).isEqualTo(PLAN);
    }

    @Test
    void shouldKeepAwkwardTextsApart()
    {
        final CorePlan awkward = new CorePlan(" host=1 \\n", List.of(
            new CoreAssignment("a=b", "#\\", 3, -1, -1, false, true, "two\nlines\r\\")),
            CpuSet.EMPTY, CpuSet.of(1), CpuSet.EMPTY, CpuSet.parse("0-3"), List.of("", "note\n"));

        assertThat(CorePlan.fromProperties(awkward.toProperties())).isEqualTo(awkward);
    }

    @Test
    void shouldListEveryFaultOfATextWithItsLine()
    {
        final String text =
            """
            format=1
            host=h
            housekeeping=0
            quiet=3-1
            idle=
            idle=
            nonsense
            node.0.name=a
            node.0.home=DF
            node.0.cpu=one
            node.0.socket=0
            node.0.numa=0
            node.0.critical=yes
            node.0.spinning=true
            node.2.name=b
            """;

        assertThatThrownBy(() -> CorePlan.fromProperties(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("not a core plan:\n" +
                "  line 6: 'idle' is there already, in line 5\n" +
                "  line 7: no '=' in 'nonsense'\n" +
                "  line 4: 'quiet': not a CPU list: '3-1': the range '3-1' runs backwards; " +
                "write it like 0-39,80-119\n" +
                "  'within' is missing\n" +
                "  line 10: 'node.0.cpu': 'one' is not a number from -1 to 99999\n" +
                "  line 13: 'node.0.critical': 'yes' is neither true nor false\n" +
                "  'node.0.reason' is missing\n" +
                "  line 15: unknown key 'node.2.name' (nodes and notes are numbered from 0 without gaps)");
    }

    @Test
    void shouldRefuseAFormatFromTheFuture()
    {
        assertThatThrownBy(() -> CorePlan.fromProperties(PLAN.toProperties().replace("format=1", "format=2")))
            .hasMessage("not a core plan:\n  format 2 is unknown; this version reads format 1");
    }

    @Test
    void shouldRefuseCpusThatCannotExist()
    {
        assertThatThrownBy(() -> CorePlan.fromProperties(PLAN.toProperties().replace("cpu=4", "cpu=-1")))
            .hasMessage("not a core plan:\n  line 26: 'node.2.cpu': a CPU number is from 0 to 65535: -1");
        assertThatThrownBy(() -> CorePlanOptions.defaults().pin("a", -1))
            .hasMessage("pin of node 'a': a CPU number is from 0 to 65535: -1");
    }
}
