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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.analysis.resource.ResourceSafety.Verdict;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.molecule.MolecularStructure;

/** Theorem 6.3, and its converse, against all states that can be reached. */
class DeadlockPropertyTest
{
    @Test
    void theAnalysisFindsADeadlockExactlyWhereOneCanBeReached()
    {
        final Map<Verdict, Integer> verdicts = new HashMap<>();
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MolecularStructure structure = AnalysisStructures.withResources(random);
            final CausalOrder order = CausalOrder.of(structure);
            final Placement placement = placement(order, random);
            final ResourceSafety safety = ResourceSafety.of(structure, order, placement, Separation.NONE);
            verdicts.merge(safety.verdict(), 1, Integer::sum);

            final HoldAndWaitSimulation simulation = new HoldAndWaitSimulation(structure, placement);
            assertThat(safety.isDeadlockFree()).as("seed %d: %s", seed, structure)
                .isEqualTo(!simulation.canDeadlock());
            safety.cycle().ifPresent(cycle -> assertThat(simulation.leadsToDeadlock(cycle)).as("%s", cycle).isTrue());
        }
        assertThat(verdicts.keySet()).contains(Verdict.ACYCLIC, Verdict.GUARDED, Verdict.REMOVABLE);
        assertThat(verdicts.values()).allMatch(count -> count > 10);
    }

    @Test
    void theRemedyRemovesEveryDeadlock()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final MolecularStructure structure = AnalysisStructures.withResources(new Random(seed));
            final CausalOrder order = CausalOrder.of(structure);
            final Placement apart = Placement.apart(order);
            final ResourceSafety safety = ResourceSafety.of(structure, order, apart, Separation.NONE);
            Placement mended = apart;
            for (final ResourceSafety.Fusion fusion : safety.remedy())
            {
                mended = mended.fuse(fusion.kept(), fusion.given());
            }
            assertThat(new HoldAndWaitSimulation(structure, mended).canDeadlock()).as("seed %d", seed).isFalse();
        }
    }

    @Test
    void whereNoPlacementHelpsEveryOneOfThemDeadlocks()
    {
        int inevitable = 0;
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MolecularStructure structure = AnalysisStructures.withResources(random);
            final CausalOrder order = CausalOrder.of(structure);
            final Map<String, String> byHand = new LinkedHashMap<>();
            order.units().forEach(unit -> byHand.put(unit.iterator().next(), "n" + random.nextInt(3)));
            byHand.keySet().removeIf(packet -> random.nextInt(4) == 0);
            final Separation separation = new Separation(byHand, List.of());
            final ResourceSafety safety =
                ResourceSafety.of(structure, order, Placement.apart(order), separation);
            if (safety.verdict() == Verdict.INEVITABLE)
            {
                inevitable++;
                for (final Placement placement : allowed(order, separation))
                {
                    assertThat(new HoldAndWaitSimulation(structure, placement).canDeadlock())
                        .as("seed %d: %s", seed, placement).isTrue();
                }
            }
        }
        assertThat(inevitable).isGreaterThan(20);
    }

    private static Placement placement(final CausalOrder order, final Random random)
    {
        Placement placement = Placement.apart(order);
        for (int fusions = random.nextInt(3); fusions > 0; fusions--)
        {
            final List<String> nodes = placement.nodeOf().values().stream().distinct().toList();
            placement = placement.fuse(
                nodes.get(random.nextInt(nodes.size())), nodes.get(random.nextInt(nodes.size())));
        }
        return placement;
    }

    /** All ways to put units onto nodes that a separation allows. */
    private static List<Placement> allowed(final CausalOrder order, final Separation separation)
    {
        List<List<List<String>>> partitions = List.of(List.of());
        for (final var unit : order.units())
        {
            final List<List<List<String>>> grown = new ArrayList<>();
            for (final List<List<String>> partition : partitions)
            {
                for (int node = 0; node <= partition.size(); node++)
                {
                    final List<List<String>> changed = new ArrayList<>(partition);
                    final List<String> members =
                        new ArrayList<>(node < partition.size() ? partition.get(node) : List.of());
                    members.addAll(unit);
                    if (node < partition.size())
                    {
                        changed.set(node, members);
                    }
                    else
                    {
                        changed.add(members);
                    }
                    grown.add(changed);
                }
            }
            partitions = grown;
        }
        return partitions.stream().filter(partition -> partition.stream().allMatch(node -> node.stream().allMatch(
            one -> node.stream().allMatch(other -> separation.reason(order, one, other).isEmpty()))))
            .map(DeadlockPropertyTest::placed).toList();
    }

    private static Placement placed(final List<List<String>> partition)
    {
        final Map<String, String> nodeOf = new LinkedHashMap<>();
        partition.forEach(node -> node.forEach(packet -> nodeOf.put(packet, node.get(0))));
        return new Placement(nodeOf);
    }
}
