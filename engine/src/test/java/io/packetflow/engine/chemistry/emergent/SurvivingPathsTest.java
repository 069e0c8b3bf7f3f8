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
package io.packetflow.engine.chemistry.emergent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.stability.FailurePrediction;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** Fault tolerance: exact as brute force on small molecules, honest bounds on wide ones. */
class SurvivingPathsTest
{
    private static List<FailurePrediction> failures(final MolecularStructure structure)
    {
        final Random random = new Random(structure.name().hashCode());
        final List<FailurePrediction> failures = new ArrayList<>();
        structure.names().forEach(
            name -> failures.add(new FailurePrediction(name, random.nextInt(101) / 100.0, 0, 0)));
        return failures;
    }

    @Test
    void shouldEqualBruteForceEnumeration()
    {
        RandomStructures.forAll(12, structure ->
        {
            final List<FailurePrediction> failures = failures(structure);
            final FaultTolerance tolerance = SurvivingPaths.of(new StructureGraph(structure), failures);
            final double expected = bruteForce(structure, failures);

            assertThat(tolerance.exact()).isTrue();
            assertThat(tolerance.survivalPerHour()).isCloseTo(expected, within(1e-9));
            assertThat(tolerance.highest()).isCloseTo(expected, within(1e-9));
            assertThat(tolerance.failurePerHour()).isCloseTo(1 - expected, within(1e-9));
        });
    }

    private static double bruteForce(final MolecularStructure structure, final List<FailurePrediction> failures)
    {
        final int size = failures.size();
        final int[] before = new int[size];
        final int[] after = new int[size];
        for (final Bond bond : structure.bonds())
        {
            if (bond.type() == BondType.IONIC)
            {
                before[structure.names().indexOf(bond.to())] |= 1 << structure.names().indexOf(bond.from());
                after[structure.names().indexOf(bond.from())] |= 1 << structure.names().indexOf(bond.to());
            }
        }
        int ends = 0;
        for (int packet = 0; packet < size; packet++)
        {
            ends |= before[packet] + after[packet] > 0 ? 1 << packet : 0;
        }
        final int counting = ends == 0 ? (1 << size) - 1 : ends;
        double survives = 0;
        for (int working = 0; working < 1 << size; working++)
        {
            double probability = 1;
            for (int packet = 0; packet < size; packet++)
            {
                final double failure = failures.get(packet).probabilityPerHour();
                probability *= (working & 1 << packet) != 0 ? 1 - failure : failure;
            }
            survives += hasPath(working & counting, before, after) ? probability : 0;
        }
        return survives;
    }

    private static boolean hasPath(final int working, final int[] before, final int[] after)
    {
        int reached = 0;
        for (int round = 0; round < before.length; round++)
        {
            for (int packet = 0; packet < before.length; packet++)
            {
                final boolean entered = before[packet] == 0 || (before[packet] & reached) != 0;
                if ((working & 1 << packet) != 0 && entered)
                {
                    reached |= 1 << packet;
                }
            }
        }
        for (int packet = 0; packet < after.length; packet++)
        {
            if (after[packet] == 0 && (reached & 1 << packet) != 0)
            {
                return true;
            }
        }
        return false;
    }

    /** Sources, each with a chain of its own, and all meet in one sink: too many cases to keep. */
    private static MolecularStructure wide(final int chains)
    {
        final List<Constituent> packets = new ArrayList<>();
        final List<Bond> bonds = new ArrayList<>();
        for (int chain = 0; chain < chains; chain++)
        {
            packets.add(Constituent.of("a" + chain, Element.TRANSFORM));
        }
        for (int chain = 0; chain < chains; chain++)
        {
            packets.add(Constituent.of("b" + chain, Element.TRANSFORM));
            bonds.add(Structures.ionic("a" + chain, "b" + chain));
            bonds.add(Structures.ionic("b" + chain, "sink"));
        }
        packets.add(Constituent.of("sink", Element.CONSUMER));
        return new MolecularStructure("Wide", packets, bonds, Map.of());
    }

    @Test
    void shouldEncloseTheTruthWhereCasesAreLeftOut()
    {
        // 30 chains of two, each of which survives with 0.5 x 0.5, and a sink that never fails: 1 - 0.75^30.
        final MolecularStructure wide = wide(30);
        final List<FailurePrediction> failures = wide.names().stream()
            .map(name -> new FailurePrediction(name, name.equals("sink") ? 0 : 0.5, 0, 0)).toList();
        final FaultTolerance tolerance = SurvivingPaths.of(new StructureGraph(wide), failures);
        final double truth = 1 - Math.pow(0.75, 30);

        assertThat(tolerance.exact()).isFalse();
        assertThat(tolerance.lowest()).isLessThanOrEqualTo(truth);
        assertThat(tolerance.highest()).isGreaterThanOrEqualTo(truth);
        assertThat(tolerance.failurePerHour()).isGreaterThanOrEqualTo(1 - truth);
        assertThat(SurvivingPaths.of(new StructureGraph(wide), failures)).isEqualTo(tolerance);
    }

    @Test
    void shouldBeAllButExactWherePacketsSeldomFail()
    {
        final MolecularStructure wide = wide(30);
        final List<FailurePrediction> failures =
            wide.names().stream().map(name -> new FailurePrediction(name, 1e-6, 0, 0)).toList();
        final FaultTolerance tolerance = SurvivingPaths.of(new StructureGraph(wide), failures);

        assertThat(tolerance.highest() - tolerance.lowest()).isLessThan(1e-9);
        assertThat(tolerance.survivalPerHour()).isCloseTo(1 - 1e-6, within(1e-9));
    }

    @Test
    void shouldBeExactForALongChain()
    {
        final List<Constituent> packets = new ArrayList<>();
        final List<Bond> bonds = new ArrayList<>();
        for (int packet = 0; packet < 300; packet++)
        {
            packets.add(Constituent.of("p" + packet, Element.TRANSFORM));
            if (packet > 0)
            {
                bonds.add(Structures.ionic("p" + (packet - 1), "p" + packet));
            }
        }
        final MolecularStructure chain = new MolecularStructure("Chain", packets, bonds, Map.of());
        final List<FailurePrediction> failures =
            chain.names().stream().map(name -> new FailurePrediction(name, 0.01, 0, 0)).toList();
        final FaultTolerance tolerance = SurvivingPaths.of(new StructureGraph(chain), failures);

        assertThat(tolerance.exact()).isTrue();
        assertThat(tolerance.survivalPerHour()).isCloseTo(Math.pow(0.99, 300), within(1e-9));
    }
}
