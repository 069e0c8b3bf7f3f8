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
package io.packetflow.engine.analysis.resource;

import static io.packetflow.engine.fixture.AnalysisStructures.covalent;
import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.resource.ResourceSafety.Verdict;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

class ResourceSafetyTest
{
    @Test
    void packetsThatAcquireInOneOrderAreSafe()
    {
        // A and B both go r -> s: one edge, no cycle.
        final ResourceSafety safety = apart(structure("A:r,s B:r,s"));

        assertThat(safety.verdict()).isEqualTo(Verdict.ACYCLIC);
        assertThat(safety.graph().edges()).hasToString("[r (held by A) -> s, r (held by B) -> s]");
        assertThat(safety.isDeadlockFree()).isTrue();
    }

    @Test
    void aCycleOfTwoResourcesIsPrintedAndRemovedOnOneNode()
    {
        // A holds r and wants s, B holds s and wants r.
        final ResourceSafety safety = apart(structure("A:r,s B:s,r"));

        assertThat(safety.verdict()).isEqualTo(Verdict.REMOVABLE);
        assertThat(safety.cycle().orElseThrow()).hasToString("r (held by A) -> s (held by B) -> r");
        assertThat(safety.remedy()).extracting(fusion -> fusion.kept() + "+" + fusion.given()).containsExactly("A+B");
    }

    @Test
    void aCycleOfThreeResourcesIsPrinted()
    {
        // Each two of them alone are safe: r -> s, s -> t, t -> r.
        final ResourceSafety safety = apart(structure("A:r,s B:s,t C:t,r"));

        assertThat(safety.cycle().orElseThrow()).hasToString("r (held by A) -> s (held by B) -> t (held by C) -> r");
        assertThat(safety.cycle().orElseThrow().resources()).containsExactly("r", "s", "t");
        assertThat(apart(structure("A:r,s B:s,t")).verdict()).isEqualTo(Verdict.ACYCLIC);
    }

    @Test
    void theShortestOfSeveralCyclesIsShown()
    {
        // A goes r -> s -> t and B t -> r: the two of them suffice, C is not needed.
        assertThat(apart(structure("C:s,t A:r,s,t B:t,r")).cycle().orElseThrow())
            .hasToString("r (held by A) -> t (held by B) -> r");
    }

    @Test
    void aResourceThatAllAcquireFirstGuardsACycle()
    {
        // The graph has r <-> s, but whoever holds one of them holds the gate as well.
        final ResourceSafety safety = apart(structure("A:gate,r,s B:gate,s,r"));

        assertThat(safety.graph().isAcyclic()).isFalse();
        assertThat(safety.graph().tangles()).containsExactly(Set.of("r", "s"));
        assertThat(safety.verdict()).isEqualTo(Verdict.GUARDED);
    }

    @Test
    void covalentPacketsAndPacketsOfOneNodeNeverWaitForEachOther()
    {
        final MolecularStructure bonded = structure("A:r,s B:s,r", covalent("A", "B", "r"));
        final MolecularStructure free = structure("A:r,s B:s,r");

        assertThat(apart(bonded).verdict()).isEqualTo(Verdict.ACYCLIC);
        assertThat(apart(bonded).conflicts()).isEmpty();
        assertThat(of(free, new Placement(Map.of("A", "n", "B", "n")), Separation.NONE).verdict())
            .isEqualTo(Verdict.ACYCLIC);
    }

    @Test
    void noPlacementRemovesACycleOfPacketsThatAreEachPlacedApartByHand()
    {
        final ResourceSafety safety = apart(structure("A:r,s B:s,r"),
            new Separation(Map.of("A", "left", "B", "right"), List.of()));

        assertThat(safety.verdict()).isEqualTo(Verdict.INEVITABLE);
        assertThat(safety.apart()).containsExactly("A is placed by hand on left, B on right");
        assertThat(safety.remedy()).isEmpty();
    }

    @Test
    void noPlacementRemovesACycleOfParticipantsThatAreKeptApart()
    {
        final Constituent vote = new Constituent(
            "vote", Element.ELECTION, "", 0, List.of(), List.of("A", "B"), Map.of(Separation.APART, "true"));
        final List<Constituent> packets = new ArrayList<>(structure("A:r,s B:s,r").composition());
        packets.add(vote);
        final MolecularStructure structure = new MolecularStructure("M", packets, List.of(), Map.of());

        final ResourceSafety safety = apart(structure, Separation.of(structure, Map.of()));

        assertThat(safety.verdict()).isEqualTo(Verdict.INEVITABLE);
        assertThat(safety.apart()).containsExactly("A and B participate in what keeps them apart");
    }

    @Test
    void ofThreePacketsTwoThatMayShareANodeRemoveTheCycle()
    {
        // A and B are apart, C is free: C goes to A, as A and B may not share.
        final ResourceSafety safety = apart(structure("A:r,s B:s,t C:t,r"),
            new Separation(Map.of("A", "left", "B", "right"), List.of()));

        assertThat(safety.verdict()).isEqualTo(Verdict.REMOVABLE);
        assertThat(safety.remedy()).extracting(fusion -> fusion.kept() + "+" + fusion.given()).containsExactly("A+C");
    }

    @Test
    void twoUsersOnTwoNodesAreAConflictWhetherOrNotBondsOrderThem()
    {
        final ResourceSafety free = apart(structure("A:book B:book"));
        final ResourceSafety ordered = apart(structure("A:book B:book", ionic("A", "B")));

        assertThat(free.conflicts()).extracting(AccessConflict::toString).containsExactly(
            "book is used by A, B on the nodes A, B; no bond orders A and B");
        assertThat(ordered.conflicts()).extracting(AccessConflict::toString).containsExactly(
            "book is used by A, B on the nodes A, B; bonds order them on one instance, not over two");
    }

    @Test
    void aSearchWithoutStepsLeftDecidesNothing()
    {
        final Acquisitions acquisitions = Acquisitions.of(structure("A:r,s B:s,r"),
            new Placement(Map.of("A", "A", "B", "B")));

        assertThat(DeadlockSearch.search(acquisitions.moments(), 1))
            .isEqualTo(new DeadlockSearch.Result(Optional.empty(), false, 0));
    }

    private static ResourceSafety apart(final MolecularStructure structure)
    {
        return apart(structure, Separation.NONE);
    }

    private static ResourceSafety apart(final MolecularStructure structure, final Separation separation)
    {
        return of(structure, Placement.apart(CausalOrder.of(structure)), separation);
    }

    private static ResourceSafety of(
        final MolecularStructure structure, final Placement placement, final Separation separation)
    {
        return ResourceSafety.of(structure, CausalOrder.of(structure), placement, separation);
    }

    /** Packets with their resources, as in {@code A:r,s B:s}. */
    private static MolecularStructure structure(final String packets, final Bond... bonds)
    {
        return new MolecularStructure("M", Arrays.stream(packets.split(" ", -1)).map(text -> text.split(":", -1))
            .map(parts -> Constituent.of(parts[0], Element.LOCK).using(parts[1].split(",", -1))).toList(),
            List.of(bonds), Map.of());
    }
}
