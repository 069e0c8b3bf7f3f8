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
package io.packetflow.engine.chemistry.reaction;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.packetflow.engine.chemistry.Structures;
import io.packetflow.engine.chemistry.structure.ChemistryException;
import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.fixture.RandomStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Theorem 6.12, by hand and for all reactions on random structures. */
class ConservationTest
{
    private static ConservationReport check(
        final MolecularStructure before, final MolecularStructure after, final String... replicas)
    {
        return Conservation.check("a step", Structures::costs, List.of(before), List.of(after), Set.of(replicas));
    }

    private static MolecularStructure of(final List<Bond> bonds, final Constituent... packets)
    {
        return new MolecularStructure("M", List.of(packets), bonds, Map.of("rate", "1M/s"));
    }

    private final Constituent a = Structures.packet("a", Element.TRANSFORM, 8, "40ns");
    private final Constituent b = Structures.packet("b", Element.TRANSFORM, 8, "60ns");

    @Test
    void shouldSumWorkDemandBytesAndResources()
    {
        // Trading: 40 + 60/2 + 50/10 + 30/10 + 10 + 20 = 108 ns, 0.108 cores at 1M/s, 216 bytes, 2 resources.
        final ConservationReport report = check(Structures.trading(), Structures.trading());

        assertThat(report.holds()).isTrue();
        assertThat(report.before().workNanos()).isEqualTo(108);
        assertThat(report.before().slotBytes()).isEqualTo(216);
        assertThat(report.before().resources()).isEqualTo(2);
        assertThat(report.toString()).startsWith("a step: all laws hold\n").contains("work 108.000 ns, 0.108000 cores");
    }

    @Test
    void shouldNameWorkThatWasLost()
    {
        final ConservationReport report = check(of(List.of(), a, b), of(List.of(), a, b.with("fires", "0.5")));

        assertThat(report.holds(ConservationLaw.MASS)).isFalse();
        assertThat(report.holds(ConservationLaw.ENERGY)).isTrue();
        assertThat(report.violations().get(0).message()).startsWith("work was 100.0 ns an instance and is 70.0");
    }

    @Test
    void shouldNameRequirementsThatGrew()
    {
        final ConservationReport report = check(of(List.of(), a),
            of(List.of(), new Constituent("a", Element.TRANSFORM, "", 16, List.of("book"), List.of(),
                Map.of("base_time", "40ns", "resource_demand", "0.5"))));

        assertThat(report.holds(ConservationLaw.MASS)).isTrue();
        assertThat(report.violations()).extracting(ConservationReport.Violation::message)
            .anyMatch(message -> message.startsWith("cores required were 0.04 and are 0.5"))
            .anyMatch(message -> message.startsWith("slot bytes required were 8.0 and are 16.0"))
            .anyMatch(message -> message.startsWith("resources required were 0.0 and are 1.0")).hasSize(3);
    }

    @Test
    void shouldLetReplicasRequireMoreAsLongAsTheyShareTheWork()
    {
        final MolecularStructure replicated = of(List.of(), a.with("fires", "0.5"),
            Structures.packet("a2", Element.TRANSFORM, 8, "40ns").with("fires", "0.5"));

        assertThat(check(of(List.of(), a), replicated, "a2").holds()).isTrue();
        assertThat(check(of(List.of(), a), replicated).holds(ConservationLaw.ENERGY)).isFalse();
    }

    @Test
    void shouldNamePacketsThatAreGoneOrCanNoLongerStart()
    {
        final ConservationReport gone = check(of(List.of(), a.with("fires", "0"), b), of(List.of(), b));
        final ConservationReport stuck = check(of(List.of(), a, b), of(
            List.of(Structures.ionic("a", "b"), Structures.ionic("b", "a")), a, b));
        final ConservationReport waiting =
            check(of(List.of(), a, b), of(List.of(Structures.ionic("nobody", "a")), a, b));

        assertThat(gone.violations()).singleElement().satisfies(
            violation -> assertThat(violation).hasToString("momentum of a: it was in M and is gone"));
        assertThat(stuck.violations()).extracting(ConservationReport.Violation::place).containsExactly("a", "b");
        assertThat(waiting.violations()).extracting(ConservationReport.Violation::place).containsExactly("a");
        assertThat(waiting.toString()).contains("laws are broken");
    }

    @Test
    void shouldGetTheOriginalBackFromDecompositionThenSynthesis()
    {
        final int[] parted = {0};
        RandomStructures.forAll(structure ->
        {
            final Set<String> packets = separable(structure);
            if (packets.isEmpty() || packets.size() == structure.composition().size())
            {
                return;
            }
            parted[0]++;
            final Decomposition parts = Decomposition.of(structure, "First", packets, "Second");
            final Synthesis whole = Synthesis.of(structure.name(), parts.first(), parts.second(), parts.cut());

            assertThat(parts.reversed().product()).isEqualTo(structure);
            assertThat(whole.product().composition()).containsExactlyInAnyOrderElementsOf(structure.composition());
            assertThat(whole.product().bonds()).containsExactlyInAnyOrderElementsOf(structure.bonds());
            assertThat(whole.product().properties()).isEqualTo(structure.properties());
            assertThat(Conservation.check(parts, Structures::costs).violations()).isEmpty();
            assertThat(Conservation.check(whole, Structures::costs).violations()).isEmpty();
        });
        assertThat(parted[0]).isGreaterThan(RandomStructures.CASES / 4);
    }

    /** A random set of packets that nothing forbids to part from the rest; perhaps none or all. */
    private static Set<String> separable(final MolecularStructure structure)
    {
        final Random random = new Random(structure.name().hashCode());
        final StructureGraph graph = new StructureGraph(structure);
        final Set<String> packets = new HashSet<>();
        structure.names().stream().filter(name -> random.nextInt(100) < 15).forEach(packets::add);
        boolean grows = true;
        while (grows)
        {
            final Set<String> more = new HashSet<>();
            for (final Bond bond : structure.bonds())
            {
                final boolean cuts = packets.contains(bond.from()) != packets.contains(bond.to());
                if (cuts && (bond.strict() || !bond.resource().isEmpty()))
                {
                    more.addAll(List.of(bond.from(), bond.to()));
                }
            }
            for (final Constituent packet : structure.composition())
            {
                final List<String> together = new ArrayList<>(packet.participants());
                together.add(packet.name());
                together.addAll(graph.names(graph.sharing(graph.indexOf(packet.name()))));
                if (together.stream().anyMatch(packets::contains))
                {
                    more.addAll(together);
                }
            }
            grows = packets.addAll(more);
        }
        return packets;
    }

    @Test
    void shouldRefuseEveryDecompositionThatCutsACovalentOrStrictBond()
    {
        RandomStructures.forAll(structure ->
        {
            final Random random = new Random(structure.name().hashCode());
            final Set<String> packets = new HashSet<>(
                structure.names().stream().filter(name -> random.nextBoolean()).toList());
            final boolean forbidden = structure.bonds().stream().anyMatch(
                bond -> packets.contains(bond.from()) != packets.contains(bond.to()) &&
                    (bond.strict() || !bond.resource().isEmpty()));
            boolean refused = false;
            try
            {
                Decomposition.of(structure, "First", packets, "Second");
            }
            catch (final ChemistryException expected)
            {
                refused = true;
            }
            assertThat(refused || !forbidden).isTrue();
        });
    }

    @Test
    void shouldConserveAllLawsAndAllButOnePacketInASubstitution()
    {
        RandomStructures.forAll(structure ->
        {
            final Random random = new Random(structure.name().hashCode());
            final int size = structure.composition().size();
            final Constituent old = structure.composition().get(random.nextInt(size));
            final Constituent replacement = new Constituent(random.nextBoolean() ? old.name() : "fresh",
                Element.of(old.group()).get(random.nextInt(4)), "always", old.payloadBytes() + random.nextInt(9),
                old.resources(), old.participants(), Map.of("base_time", random.nextInt(900) + "ns"));
            final Substitution substitution = Substitution.of(structure, old.name(), replacement);
            final MolecularStructure product = substitution.product();

            assertThat(Conservation.check(substitution, Structures::costs).violations()).isEmpty();
            assertThat(product.composition()).hasSize(size).contains(replacement);
            assertThat(product.bonds()).hasSameSizeAs(structure.bonds());
            assertThat(product.bonds().stream().map(Bond::type).toList())
                .isEqualTo(structure.bonds().stream().map(Bond::type).toList());
            assertThat(Substitution.of(product, replacement.name(), sized(old, replacement)).product().names())
                .isEqualTo(structure.names());
            assertThat(Conservation.live(product)).hasSize(size);
        });
    }

    /** The old packet again, with at least the area that the replacement's readers know. */
    private static Constituent sized(final Constituent old, final Constituent replacement)
    {
        return new Constituent(old.name(), old.element(), old.trigger(), replacement.payloadBytes(), old.resources(),
            old.participants(), old.properties());
    }
}
