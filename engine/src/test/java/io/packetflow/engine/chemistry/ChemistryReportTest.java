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
package io.packetflow.engine.chemistry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.Placement;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ChemistryReportTest
{
    private static ChemistryReport apart(final MolecularStructure structure)
    {
        return ChemistryReport.of(
            structure, Structures.costs(structure), Placement.apart(new StructureGraph(structure)), 6);
    }

    @Test
    void shouldPrintAllThatItSaysOfAMolecule()
    {
        assertThat(ChemistryReport.of(Structures.trading(), Structures.costs(Structures.trading()), 3).toString())
            .startsWith("""
                Chemistry of Trading: 6 packets, 7 bonds, on 1 node(s)
                Host: round numbers; rate: 1,000,000/s
                """)
            .contains("Packets (periodic properties)", "Predictions (theorems 3.2 and 3.3)", "= strength")
            .contains("stability            0.0605, threshold 0.0000: stable")
            .contains("binding energy       11.0 ns an instance")
            .contains("the logarithm of 243 placements of 5 groups onto 3 node(s): counted")
            .contains("throughput           7,812,500/s = 9,259,259/s x parallelism 1.000 x efficiency 0.844")
            .contains("resource efficiency  0.1080: work for 0.1080 cores on 1 at 1,000,000/s")
            .contains("temporal             7 ordered pairs, a strict partial order")
            .contains("coordination         [Risk, Watch], each with each, they meet at the release of the slot")
            .doesNotContain("\r", " \n");
    }

    @Test
    void shouldSayTheSameEachTimeOfAnyMolecule()
    {
        for (long seed = 0; seed < 100; seed++)
        {
            final String text = apart(RandomStructures.of(seed)).toString();
            assertThat(apart(RandomStructures.of(seed)).toString()).as("seed %d", seed).isEqualTo(text);
        }
    }

    @Test
    void shouldRefuseAStructureThatIsNotSoundWithAllReasons()
    {
        final MolecularStructure unsound = new MolecularStructure("M",
            List.of(Constituent.of("a", Element.LOOP), Constituent.of("b", Element.LOOP),
                Constituent.of("b", Element.LOOP)),
            List.of(Structures.ionic("a", "b"), Structures.ionic("b", "a"), Structures.ionic("a", "x")), Map.of());

        assertThatThrownBy(() -> ChemistryReport.of(unsound, Structures.costs(unsound), 1))
            .isInstanceOf(ChemistryException.class)
            .hasMessage("""
                the structure of molecule M is refused for 3 reason(s):
                  - two packets are called b; rename one
                  - the bond a -> x (ionic) names the unknown packet x; add it or drop the bond
                  - ionic bonds form a cycle, so none of its packets could ever start: a -> b -> a; \
                remove one of these bonds""");
    }

    /** Wide, dense and full of conflicts: whatever is counted has to be bounded for this to end. */
    @Test
    void shouldExamineFiveHundredPackets()
    {
        final Random random = new Random(500);
        final List<Constituent> packets = new ArrayList<>();
        final List<Bond> bonds = new ArrayList<>();
        for (int packet = 0; packet < 500; packet++)
        {
            packets.add(Constituent.of("p" + packet, List.of(Element.values()).get(random.nextInt(24)))
                .with("base_time", random.nextInt(300) + "ns").with("failure_probability", "0.3")
                .with("resource_demand", String.valueOf(random.nextInt(6) / 100.0)));
            for (int bond = 0; bond < 4 && packet > 0; bond++)
            {
                bonds.add(new Bond("p" + random.nextInt(packet), "p" + packet,
                    bond < 3 ? BondType.IONIC : BondType.METALLIC, "", false));
            }
        }
        final ChemistryReport report =
            apart(new MolecularStructure("Large", packets, List.copyOf(new LinkedHashSet<>(bonds)),
                Map.of("rate", "1M/s")));

        assertThat(report.faultTolerance().lowest()).isLessThanOrEqualTo(report.faultTolerance().highest());
        assertThat(report.orbitals().bonding().size() + report.orbitals().antibonding().size() +
            report.orbitals().nonbonding()).isEqualTo(500L * 499 / 2);
        assertThat(report.resonance().exact()).isFalse();
        assertThat(report.toString()).contains("Chemistry of Large: 500 packets", "more");
    }
}
