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
package io.packetflow.engine.chemistry.property;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Theorems 3.1 to 3.3, computed by hand. */
class PredictionTest
{
    private static final double EXACT = 1e-9;

    private static MolecularStructure pair(final Constituent first, final Constituent second, final String rate)
    {
        return new MolecularStructure("Pair", List.of(first, second), List.of(), Map.of("rate", rate));
    }

    @Test
    void shouldPredictInteractionFromBothReactivitiesAndCompatibility()
    {
        // DF 5/6, CF 4/6. Demands 1M/s x 800 ns = 0.8 and 1M/s x 450 ns = 0.45 cores: compatibility 1 / 1.25 = 0.8.
        // 5/6 x 4/6 x 0.8 = 4/9.
        final MolecularStructure structure = pair(Structures.packet("a", Element.TRANSFORM, 0, "800ns"),
            Structures.packet("b", Element.LOOP, 0, "450ns"), "1M/s");
        final Interaction interaction = Interaction.of(Structures.onOneNode(structure), "a", "b");

        assertThat(interaction.compatibility()).isCloseTo(0.8, within(EXACT));
        assertThat(interaction.probability()).isCloseTo(4 / 9.0, within(EXACT));
    }

    @Test
    void shouldPredictMoreInteractionTheMoreReactiveAndCompatibleTwoPacketsAre()
    {
        final double base = new Interaction("a", "b", 0.5, 0.5, 0.5).probability();

        assertThat(new Interaction("a", "b", 0.6, 0.5, 0.5).probability()).isGreaterThan(base);
        assertThat(new Interaction("a", "b", 0.5, 0.6, 0.5).probability()).isGreaterThan(base);
        assertThat(new Interaction("a", "b", 0.5, 0.5, 0.6).probability()).isGreaterThan(base);
        assertThat(new Interaction("a", "b", 1, 1, 1).probability()).isEqualTo(1);
    }

    @Test
    void shouldPredictNoInteractionOfPacketsInConflict()
    {
        final MolecularStructure structure = pair(Constituent.of("a", Element.TRANSFORM).using("book"),
            Constituent.of("b", Element.TRANSFORM).using("book"), "1k/s");

        assertThat(Interaction.of(Structures.onOneNode(structure), "a", "b").probability()).isZero();
    }

    @Test
    void shouldNameEachConflictWithItsRemedy()
    {
        final MolecularStructure structure = new MolecularStructure("Conflicts",
            List.of(Constituent.of("a", Element.BRANCH).using("book"), Constituent.of("b", Element.LOOP).using("book")),
            List.of(Structures.ionic("a", "b"), Structures.metallic("b", "a")), Map.of());
        final Compatibility compatibility = new Compatibility(Structures.onOneNode(structure));

        assertThat(compatibility.conflicts(1, 0)).isEqualTo(compatibility.conflicts(0, 1)).containsExactly(
            "a metallic bond lets a and b run in any order, ionic bonds order them; drop one",
            "a metallic bond lets a and b run in any order, and control flow is never reordered; make it ionic",
            "a and b both use book without a covalent bond, so it has two writers; bond them or split it");
    }

    @Test
    void shouldCallCovalentPacketsThatDemandMoreThanTheirCoreAConflict()
    {
        final MolecularStructure structure = new MolecularStructure("Heavy",
            List.of(Constituent.of("a", Element.BRANCH).using("book").with("resource_demand", "0.6"),
                Constituent.of("b", Element.LOOP).using("book").with("resource_demand", "0.6")),
            List.of(Structures.covalent("a", "b", "book")), Map.of());

        assertThat(new Compatibility(Structures.onOneNode(structure)).conflicts(0, 1)).containsExactly(
            "a and b share one core as covalent packets and demand more than it has; " +
            "lower the rate or split their resource");
    }

    @Test
    void shouldPredictExecutionTimeFromLoadOfTheNode()
    {
        // One node, one stage: utilisation 1M/s x (300 + 200) ns = 0.5; load factor 1 + 0.5 / (2 x 0.5) = 1.5.
        // One fused stage, so group efficiency 1: 300 ns x 1.5 = 450 ns.
        final MolecularStructure structure = pair(Structures.packet("a", Element.TRANSFORM, 0, "300ns"),
            Structures.packet("b", Element.LOOP, 0, "200ns"), "1M/s");
        final ExecutionTime time = ExecutionTime.of(Structures.onOneNode(structure), "a");

        assertThat(time.loadFactor()).isCloseTo(1.5, within(EXACT));
        assertThat(time.groupEfficiency()).isEqualTo(1);
        assertThat(time.nanos()).isCloseTo(450, within(EXACT));
    }

    @Test
    void shouldPredictExecutionTimeFromStagesOfOtherGroupsOnTheNode()
    {
        // Two stages on one node, W = 500 ns: one foreign stage of 5 ns, so 1 + 5 / 500 = 1.01; 300 x 1.5 x 1.01.
        final MolecularStructure structure = pair(Structures.packet("a", Element.TRANSFORM, 0, "300ns"),
            Structures.packet("b", Element.LOOP, 0, "200ns"), "1M/s");
        final Placement stages = new Placement(Map.of("a", 0, "b", 0), Map.of("a", 0, "b", 1), 1);
        final ExecutionTime time = ExecutionTime.of(Structures.placed(structure, stages), "a");

        assertThat(time.foreignStages()).isEqualTo(1);
        assertThat(time.groupEfficiency()).isCloseTo(1.01, within(EXACT));
        assertThat(time.nanos()).isCloseTo(454.5, within(EXACT));
    }

    @Test
    void shouldPredictThatAnOverloadedNodeNeverCatchesUp()
    {
        final MolecularStructure structure = pair(Structures.packet("a", Element.TRANSFORM, 0, "600ns"),
            Structures.packet("b", Element.LOOP, 0, "400ns"), "1M/s");
        final Workload workload = Structures.onOneNode(structure);

        assertThat(ExecutionTime.of(workload, "a").nanos()).isInfinite();
        assertThat(FailurePrediction.of(workload)).allMatch(failure -> failure.probabilityPerHour() == 1);
    }

    @Test
    void shouldPredictFailureFromIntrinsicRateLoadAndContention()
    {
        // Utilisation 0.5. a and b both write book, and b fires for 0.4: contention of a 1 x 0.4. Stress (1 + 0.4) /
        // (1 - 0.5) = 2.8; 0.01 x 2.8 = 0.028.
        final MolecularStructure structure = pair(
            Structures.packet("a", Element.TRANSFORM, 0, "300ns").using("book").with("failure_probability", "0.01"),
            Structures.packet("b", Element.LOOP, 0, "500ns").using("book").with("fires", "0.4"), "1M/s");
        final FailurePrediction failure = FailurePrediction.of(Structures.onOneNode(structure)).get(0);

        assertThat(failure.environmentalStress()).isCloseTo(2.8, within(EXACT));
        assertThat(failure.probabilityPerHour()).isCloseTo(0.028, within(EXACT));
    }
}
