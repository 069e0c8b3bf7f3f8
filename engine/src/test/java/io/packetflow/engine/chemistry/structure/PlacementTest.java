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
package io.packetflow.engine.chemistry.structure;

import java.util.Map;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.fixture.SixGroups;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanOptions;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.ReactorPlanner;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PlacementTest
{
    private static ReactorPlan plan(final Molecule molecule, final PlanOptions options)
    {
        return ReactorPlanner.plan(molecule, options, CpuTopology.ofProcessors(8, "a test"));
    }

    @Test
    void shouldReadNodesAndStagesFromAPlan()
    {
        final ReactorPlan plan = plan(SixGroups.molecule(),
            PlanOptions.defaults().withGrouping(Grouping.STRICT).withNodes(NodePolicy.NODE_PER_GROUP));
        final Placement placement = Placement.of(SixGroups.molecule().structure(), plan);

        assertThat(placement.nodes()).isEqualTo(6);
        plan.placements().forEach(packet ->
        {
            assertThat(placement.node(packet.packet().name())).isEqualTo(packet.node());
            assertThat(placement.stage(packet.packet().name())).isEqualTo(packet.stage());
        });
        assertThat(placement.reachNanos("parse", "decide", Structures.HOST)).isEqualTo(100);
    }

    @Test
    void shouldPlaceAJournalWhereInstancesAreSequenced()
    {
        final Molecule journaled = JournalPacket.addTo(SixGroups.molecule().toBuilder()).build();
        final Placement placement =
            Placement.of(journaled.structure(), plan(journaled, PlanOptions.defaults()));

        assertThat(placement.node(JournalPacket.NAME)).isZero();
        assertThat(placement.separates(JournalPacket.NAME, "parse")).isTrue();
    }

    @Test
    void shouldPlaceUnitsApartAndTheirPacketsTogether()
    {
        final Placement apart = Placement.apart(new StructureGraph(Structures.trading()));

        assertThat(apart.nodes()).isEqualTo(5);
        assertThat(apart.crosses("Trader", "Risk")).isFalse();
        assertThat(apart.crosses("Feed", "Trader")).isTrue();
    }

    @Test
    void shouldRefusePlacesThatDoNotExist()
    {
        assertThatThrownBy(() -> new Placement(Map.of("a", 2), Map.of("a", 0), 2))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("packet a runs on node 2, but nodes are 0 to 1");
        assertThatThrownBy(() -> new Placement(Map.of("a", 0), Map.of("b", 0), 1))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has a node and a stage");
        assertThatThrownBy(() -> Placement.oneNode(Structures.trading()).node("Nobody"))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("the placement has no packet Nobody; place it");
    }
}
