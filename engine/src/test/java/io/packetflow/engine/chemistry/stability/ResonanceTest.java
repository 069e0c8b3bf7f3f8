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
package io.packetflow.engine.chemistry.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

/** Resonance stability (section 3.2.2): by hand, by brute force, and how good the estimate is. */
class ResonanceTest
{
    private static MolecularStructure demanding(final String... shares)
    {
        final List<Constituent> packets = new ArrayList<>();
        for (final String share : shares)
        {
            packets.add(Constituent.of("p" + packets.size(), Element.TRANSFORM).with("resource_demand", share));
        }
        return new MolecularStructure("Demanding", packets, List.of(), Map.of());
    }

    @Test
    void shouldCountPlacementsOfUnits()
    {
        // Feed, Trader with Risk, Output, Journal, Watch: 5 units, which demand 0.108 cores, so go anywhere: 3^5 = 243.
        final Resonance resonance = PlacementCount.of(Structures.onOneNode(Structures.trading()), 3);

        assertThat(resonance.exact()).isTrue();
        assertThat(resonance.placements()).isEqualTo(243);
        assertThat(resonance.naturalLog()).isCloseTo(Math.log(243), within(1e-12));
    }

    @Test
    void shouldCountOnlyPlacementsThatOverloadNoCore()
    {
        // 0.6 and 0.6 must be apart: 2 ways; the third demands nothing: x 2.
        assertThat(PlacementCount.of(Structures.onOneNode(demanding("0.6", "0.6", "0")), 2).placements()).isEqualTo(4);
        assertThat(PlacementCount.of(Structures.onOneNode(demanding("0.6", "0.6", "0.6")), 2).naturalLog())
            .isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(PlacementCount.of(Structures.onOneNode(demanding("0.5", "0.5")), 1).naturalLog()).isZero();
    }

    @Test
    void shouldCountExactlyAsBruteForceDoes()
    {
        RandomStructures.forAll(8, structure ->
        {
            final Workload workload = Structures.onOneNode(structure);
            final Resonance resonance = PlacementCount.of(workload, 3);

            assertThat(resonance.exact()).isTrue();
            final double counted = bruteForce(workload, 3);
            if (counted == 0)
            {
                assertThat(resonance.naturalLog()).isEqualTo(Double.NEGATIVE_INFINITY);
            }
            else
            {
                assertThat(Math.exp(resonance.naturalLog())).isCloseTo(counted, within(counted * 1e-9));
            }
        });
    }

    private static double bruteForce(final Workload workload, final int nodes)
    {
        final int size = workload.graph().size();
        double valid = 0;
        for (int code = 0; code < Math.pow(nodes, size); code++)
        {
            final int[] nodeOf = new int[size];
            int rest = code;
            for (int packet = 0; packet < size; packet++)
            {
                nodeOf[packet] = rest % nodes;
                rest /= nodes;
            }
            valid += isValid(workload, nodeOf, nodes) ? 1 : 0;
        }
        return valid;
    }

    private static boolean isValid(final Workload workload, final int[] nodeOf, final int nodes)
    {
        final double[] used = new double[nodes];
        for (int packet = 0; packet < nodeOf.length; packet++)
        {
            used[nodeOf[packet]] += workload.demandCores(packet);
            for (int other = 0; other < packet; other++)
            {
                final boolean together = workload.graph().unitOf(packet) == workload.graph().unitOf(other) ||
                    workload.graph().sharing(packet).get(other);
                if (together && nodeOf[packet] != nodeOf[other])
                {
                    return false;
                }
            }
        }
        for (final double cores : used)
        {
            if (cores > 1 + 1e-9)
            {
                return false;
            }
        }
        return true;
    }

    @Test
    void shouldEstimateWellWhatItDoesNotCount()
    {
        // 20 packets of 0.3 cores on 8 nodes, at most 3 on each: counted by the ways to fill node after node.
        final String[] shares = new String[20];
        Arrays.fill(shares, "0.3");
        final double[] ways = new double[21];
        ways[0] = 1;
        for (int node = 0; node < 8; node++)
        {
            for (int packets = 20; packets >= 0; packets--)
            {
                double sum = 0;
                for (int here = 0; here <= Math.min(3, packets); here++)
                {
                    sum += ways[packets - here] * choose(packets, here);
                }
                ways[packets] = sum;
            }
        }
        final Resonance resonance = PlacementCount.of(Structures.onOneNode(demanding(shares)), 8);

        assertThat(resonance.exact()).isFalse();
        assertThat(resonance.naturalLog()).isCloseTo(Math.log(ways[20]), within(0.1));
        assertThat(resonance.toString()).contains("about", "estimated from 10000 random placements");
        assertThat(PlacementCount.of(Structures.onOneNode(demanding(shares)), 8)).isEqualTo(resonance);
    }

    private static double choose(final int from, final int count)
    {
        double ways = 1;
        for (int i = 0; i < count; i++)
        {
            ways = ways * (from - i) / (i + 1);
        }
        return ways;
    }

    @Test
    void shouldRefuseToPlaceOntoNoNode()
    {
        assertThatThrownBy(() -> PlacementCount.of(Structures.onOneNode(Structures.trading()), 0))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("nodes=0");
    }
}
