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
package io.packetflow.engine.optimizer;

import static io.packetflow.engine.chemistry.Structures.HOST;
import static io.packetflow.engine.chemistry.Structures.ionic;
import static io.packetflow.engine.chemistry.Structures.metallic;
import static io.packetflow.engine.chemistry.Structures.packet;
import static io.packetflow.engine.chemistry.Structures.strict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

/** Each kind of step on a molecule that is computed by hand: ingress 10, call 1, barrier 5, hop 100, line 50 ns. */
class OptimiserTest
{
    private static MolecularStructure of(
        final Map<String, String> properties, final List<Bond> bonds, final Constituent... packets)
    {
        return new MolecularStructure("M", List.of(packets), bonds, properties);
    }

    private static Optimisation optimise(final MolecularStructure structure, final OptimiserOptions options)
    {
        return Optimiser.optimise(structure, Structures.costs(structure), options);
    }

    @Test
    void shouldBringTogetherWhatTalks()
    {
        // Feed is DF, Trader CF, Out DF. Apart: 10 + 40 + hop 100 + 60 + hop 100 + 30 = 340.
        // Out goes to Trader: 10 + 40 + 100 + 60 + 1 + 30 = 241; all together: 10 + 40 + 1 + 60 + 1 + 30 = 142.
        final Optimisation optimisation = optimise(of(Map.of(), List.of(ionic("Feed", "Trader"),
            ionic("Trader", "Out")), packet("Feed", Element.TRANSFORM, 0, "40ns"),
            packet("Trader", Element.BRANCH, 0, "60ns"), packet("Out", Element.PRODUCER, 0, "30ns")),
            OptimiserOptions.onNodes(2));

        assertThat(optimisation.before().latencyNanos()).isEqualTo(340);
        assertThat(optimisation.after().latencyNanos()).isEqualTo(142);
        assertThat(optimisation.after().nodes()).isEqualTo(1);
        assertThat(optimisation.steps()).hasSize(1).allSatisfy(step ->
        {
            assertThat(step.kind()).isEqualTo(StepKind.LOCALITY);
            assertThat(step.place()).isEqualTo("Trader to node df");
            assertThat(step.gainPercent()).isCloseTo(58.2, within(0.1));
            assertThat(step.reason())
                .isEqualTo("2 bonds no longer cross cores, and a hop costs 100 ns where a call costs 1");
        });
    }

    @Test
    void shouldPartWhatOneCoreCannotDo()
    {
        // At 2M/s a core has 500 ns: on one node 10 + 5 + 300 + 1 + 250 = 566, overloaded by 0.132. Parted, 315 and
        // 255: a hop more, and both keep up.
        final MolecularStructure structure = of(Map.of("rate", "2M/s"), List.of(ionic("Book", "Count")),
            packet("Book", Element.TRANSFORM, 0, "300ns"), packet("Count", Element.AGGREGATE, 0, "250ns"));

        final Optimisation optimisation = optimise(structure, OptimiserOptions.onNodes(2));

        assertThat(optimisation.before().overload()).isCloseTo(0.132, within(1e-9));
        assertThat(optimisation.after().overload()).isZero();
        assertThat(optimisation.after().latencyNanos()).isEqualTo(10 + 300 + 100 + 250);
        assertThat(optimisation.after().throughputPerSecond()).isEqualTo(1e9 / 315);
        // The mean wait at 315 ns and u = 0.63 is 315 x 0.63 / 0.74, at 255 and 0.51 255 x 0.51 / 0.98.
        assertThat(optimisation.after().queueNanos()).isCloseTo(268.2 + 132.7, within(0.1));
        assertThat(optimisation.steps()).extracting(OptimisationStep::kind).containsExactly(StepKind.PARALLELISM);
        assertThat(optimisation.toString()).contains("Count to node df-2",
            "250 ns an instance are done beside the rest, of the 500 that a core has at 2,000,000/s",
            "what the busiest node lacks goes from 0.13 to 0.00 cores", "(keeps up with the demanded rate)",
            "node df (sequences): Book\n", "node df-2: Count\n");
    }

    @Test
    void shouldNeverPartControlFlow()
    {
        final MolecularStructure structure = of(Map.of("rate", "2M/s"), List.of(ionic("Book", "Count")),
            packet("Book", Element.LOOP, 0, "300ns"), packet("Count", Element.BRANCH, 0, "250ns"));

        assertThat(optimise(structure, OptimiserOptions.onNodes(4)).steps()).isEmpty();
    }

    @Test
    void shouldRelaxABondForPacketsToRunSideBySide()
    {
        // Serial: 10 + 20 + 1 + 400 + 1 + 400 + 1 + 20 = 853. Side by side, B on the other node and back:
        // B ends at 10 + 20 + 100 + 400 = 530, and Out begins a hop later: 630 + 20 = 650.
        final Optimisation optimisation = optimise(sideBySide(ionic("A", "B")), OptimiserOptions.onNodes(2));

        assertThat(optimisation.before().latencyNanos()).isEqualTo(853);
        assertThat(optimisation.steps()).extracting(OptimisationStep::kind, OptimisationStep::place)
            .containsExactly(org.assertj.core.groups.Tuple.tuple(StepKind.RELAXATION, "A -> B"));
        assertThat(optimisation.after().latencyNanos()).isEqualTo(650);
        assertThat(optimisation.structure().bonds()).contains(metallic("A", "B"), ionic("Feed", "B"),
            ionic("A", "Out")).doesNotContain(ionic("A", "B"));
        assertThat(optimisation.steps().get(0).reason()).isEqualTo("B does not read what A writes, and A has no " +
            "effects that anybody else sees; A goes to node df-2");
    }

    @Test
    void shouldNeverRelaxAStrictBond()
    {
        final Optimisation optimisation = optimise(sideBySide(strict("A", "B")), OptimiserOptions.onNodes(2));

        assertThat(optimisation.structure()).isEqualTo(optimisation.original());
        assertThat(optimisation.steps()).isEmpty();
    }

    private static MolecularStructure sideBySide(final Bond between)
    {
        return of(Map.of(), List.of(ionic("Feed", "A"), between, ionic("B", "Out")),
            packet("Feed", Element.TRANSFORM, 0, "20ns"),
            packet("A", Element.TRANSFORM, 0, "400ns").with("reads", "[Feed]").with("effects", "none"),
            packet("B", Element.TRANSFORM, 0, "400ns").with("reads", "[Feed]").with("effects", "none"),
            packet("Out", Element.PRODUCER, 0, "20ns").with("reads", "[A, B]"));
    }

    @Test
    void shouldPackWhatAnotherNodeReads()
    {
        // Far reads Near and Last, 8 bytes each, between them lie 240 of Own. The header is one line, the input one,
        // then Near 128..136, Own 136..376, Last 376..384: three lines cross. Packed: the header, and Near and Last
        // in the line behind it.
        final MolecularStructure structure = of(Map.of(),
            List.of(ionic("Near", "Own"), ionic("Own", "Last"), ionic("Last", "Far")),
            packet("Near", Element.TRANSFORM, 8, "20ns"), packet("Own", Element.TRANSFORM, 240, "20ns"),
            packet("Last", Element.TRANSFORM, 8, "20ns"),
            packet("Far", Element.SPAWN, 0, "20ns").with("reads", "[Near, Last]"));

        final Optimisation optimisation =
            optimise(structure, OptimiserOptions.onNodes(2).placedByHand(Map.of("Far", "mc")));

        assertThat(optimisation.before().fetchNanos()).isEqualTo(2 * HOST.lineNanos());
        assertThat(optimisation.after().fetchNanos()).isEqualTo(HOST.lineNanos());
        assertThat(optimisation.packing()).containsExactly("Near", "Last");
        assertThat(optimisation.steps()).extracting(OptimisationStep::kind).containsExactly(StepKind.PACKING);
        assertThat(optimisation.steps().get(0).reason()).isEqualTo(
            "they lie together behind the header: 1 cache line less to fetch from other cores, at 50 ns each");
    }

    @Test
    void shouldKeepApartWhatDeclaresIt()
    {
        final Constituent vote = new Constituent("Vote", Element.GATHER, "", 0, List.of(), List.of("A", "B"),
            Map.of("apart", "true", "base_time", "10ns"));
        final MolecularStructure structure = of(Map.of(), List.of(ionic("A", "B"), ionic("B", "Vote")),
            packet("A", Element.TRANSFORM, 0, "10ns"), packet("B", Element.TRANSFORM, 0, "10ns"), vote);

        final Optimisation optimisation = optimise(structure, OptimiserOptions.onNodes(3));

        assertThat(optimisation.before().separations()).isEqualTo(1);
        assertThat(optimisation.after().separations()).isZero();
        assertThat(optimisation.placement().get("A")).isNotEqualTo(optimisation.placement().get("B"));
    }

    @Test
    void shouldCountTheEndOfWhatIsMeasuredAndNoMore()
    {
        // The observer behind the output costs the output nothing.
        final MolecularStructure structure = of(Map.of(), List.of(ionic("Out", "Watch")),
            packet("Out", Element.TRANSFORM, 0, "40ns"), packet("Watch", Element.TRANSFORM, 0, "500ns"));

        assertThat(optimise(structure, OptimiserOptions.onNodes(1).withOutputs(Set.of("Out"))).after()
            .latencyNanos()).isEqualTo(50);
        assertThat(optimise(structure, OptimiserOptions.onNodes(1)).after().latencyNanos()).isEqualTo(551);
    }

    @Test
    void shouldTakeThroughputForItsGoal()
    {
        final MolecularStructure structure = of(Map.of(), List.of(ionic("A", "B")),
            packet("A", Element.TRANSFORM, 0, "300ns"), packet("B", Element.TRANSFORM, 0, "300ns"));

        final Optimisation optimisation =
            optimise(structure, OptimiserOptions.onNodes(2).withGoal(Goal.THROUGHPUT));

        // One node 10 + 5 + 600 + 1, two nodes 315 and 305.
        assertThat(optimisation.before().intervalNanos()).isCloseTo(616, within(1e-6));
        assertThat(optimisation.after().intervalNanos()).isCloseTo(315, within(1e-6));
        assertThat(optimise(structure, OptimiserOptions.onNodes(2)).steps()).isEmpty();
    }

    @Test
    void shouldStopBelowTheThreshold()
    {
        final MolecularStructure structure = of(Map.of(), List.of(ionic("A", "B")),
            packet("A", Element.TRANSFORM, 0, "20us"), packet("B", Element.BRANCH, 0, "20us"));

        assertThat(optimise(structure, OptimiserOptions.onNodes(2)).steps()).isEmpty();
        assertThat(optimise(structure, OptimiserOptions.onNodes(2).withThreshold(0.001)).steps()).hasSize(1);
    }

    @Test
    void shouldRefuseOptionsThatMeanNothing()
    {
        assertThatThrownBy(() -> OptimiserOptions.onNodes(0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a molecule has 1 node or more, and its input no bytes or more: nodes=0 inputBytes=0");
        assertThatThrownBy(() -> OptimiserOptions.onNodes(1).withThreshold(1.5))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a threshold is a share from 0 to 1: threshold=1.5");
    }
}
