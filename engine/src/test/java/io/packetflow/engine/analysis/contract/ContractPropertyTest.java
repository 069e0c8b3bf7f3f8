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
package io.packetflow.engine.analysis.contract;

import static io.packetflow.engine.fixture.AnalysisStructures.ionic;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;

import org.junit.jupiter.api.Test;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/** Theorems 6.1, 6.10 and 6.11 over random molecules and compositions. */
class ContractPropertyTest
{
    private static final String[] FIELDS = {"x", "y"};

    @Test
    void refinementIsTransitive()
    {
        int held = 0;
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MoleculeContract first = contract(random);
            final MoleculeContract second = refined(first, random);
            final MoleculeContract third = refined(second, random);
            if (Refinement.of(first, second).holds() && Refinement.of(second, third).holds())
            {
                held++;
                assertThat(Refinement.of(first, third).holds()).as("seed %d: %s %s", seed, first, third).isTrue();
            }
        }
        assertThat(held).isBetween(AnalysisStructures.CASES / 10, AnalysisStructures.CASES - 1);
    }

    @Test
    void whatRefinesAMoleculeMayStandWhereItStood()
    {
        int held = 0;
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MoleculeContract before = contract(random);
            final MoleculeContract refining = contract(random);
            final MoleculeContract refined = refined(refining, random);
            final MoleculeContract behind = contract(random);
            if (Refinement.of(refining, refined).holds())
            {
                held++;
                assertThat(before.missingFor(refined).isEmpty() && !before.missingFor(refining).isEmpty())
                    .as("seed %d in front", seed).isFalse();
                assertThat(refined.missingFor(behind).isEmpty() && !refining.missingFor(behind).isEmpty())
                    .as("seed %d behind", seed).isFalse();
            }
        }
        assertThat(held).isGreaterThan(AnalysisStructures.CASES / 10);
    }

    /** Two sound parts that fit make a sound whole; parts are drawn until both are sound. */
    @Test
    void soundPartsWithFittingInterfacesMakeASoundWhole()
    {
        int fitted = 0;
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MolecularStructure first = sound("a", random, part -> true);
            final MoleculeContract outside = outside(first);
            final MolecularStructure second =
                sound("b", random, part -> outside.missingFor(outside(part)).isEmpty() || random.nextInt(5) == 0);
            if (outside.missingFor(outside(second)).isEmpty())
            {
                fitted++;
                final MolecularStructure whole = composed(first, second);
                assertThat(ContractCheck.of(whole, CausalOrder.of(whole)).missing())
                    .as("seed %d: %s", seed, whole).isEmpty();
            }
        }
        assertThat(fitted).isGreaterThan(AnalysisStructures.CASES / 2);
    }

    /** A checked molecule keeps its word for every value that its packets may choose. */
    @Test
    void whereTheCheckHoldsNoChoiceOfValuesBreaksARequirement()
    {
        for (int seed = 0; seed < AnalysisStructures.CASES; seed++)
        {
            final Random random = new Random(seed);
            final MolecularStructure structure = sound("p", random, part -> true);
            final CausalOrder order = CausalOrder.of(structure);
            final Conditions input = MoleculeContract.of(structure, order).requires();
            final Map<String, Map<String, Long>> areas = new TreeMap<>();
            for (final String packet : order.packets())
            {
                final Contract contract = Contract.of(structure.packet(packet).orElseThrow());
                contract.requires().intervals().forEach((field, interval) ->
                    read(field, packet, order, areas, input, random).forEach(value ->
                    assertThat(value).as("seed %s of %s in %s", field, packet, structure)
                    .isBetween(interval.low(), interval.high())));
                final Map<String, Long> area = new LinkedHashMap<>();
                contract.ensures().intervals().forEach((field, interval) -> area.put(field, chosen(interval, random)));
                areas.put(packet, area);
            }
        }
    }

    /** All values that a packet may find: of any ancestor with the field that no other one with it comes behind. */
    private static List<Long> read(final String field, final String packet, final CausalOrder order,
        final Map<String, Map<String, Long>> areas, final Conditions input, final Random random)
    {
        final List<String> writers = order.ancestors(packet).stream()
            .filter(other -> areas.get(other).containsKey(field)).toList();
        final List<Long> values = new ArrayList<>();
        writers.stream().filter(writer -> writers.stream().noneMatch(other -> order.precedes(writer, other)))
            .forEach(writer -> values.add(areas.get(writer).get(field)));
        return values.isEmpty() ? List.of(chosen(input.of(field), random)) : values;
    }

    private static long chosen(final Interval interval, final Random random)
    {
        return switch (random.nextInt(3))
        {
            case 0 -> interval.low();
            case 1 -> interval.high();
            default -> Math.max(interval.low(), Math.min(interval.high(), random.nextInt(20) - 10));
        };
    }

    private static MolecularStructure sound(
        final String prefix, final Random random, final Predicate<MolecularStructure> fits)
    {
        while (true)
        {
            final MolecularStructure part = part(prefix, random);
            if (ContractCheck.of(part, CausalOrder.of(part)).holds() && fits.test(part))
            {
                return part;
            }
        }
    }

    private static MolecularStructure part(final String prefix, final Random random)
    {
        final MolecularStructure shape = AnalysisStructures.acyclic(random, 5);
        final List<Constituent> packets = new ArrayList<>();
        for (final Constituent packet : shape.composition())
        {
            packets.add(new Constituent(prefix + packet.name(), packet.element(), "", random.nextInt(2) * 8, List.of(),
                List.of(), declared(random)));
        }
        final List<Bond> bonds = shape.bonds().stream().map(bond -> new Bond(
            prefix + bond.from(), prefix + bond.to(), bond.type(), bond.resource(), false)).toList();
        return new MolecularStructure(prefix, packets, bonds, declared(random));
    }

    private static Map<String, String> declared(final Random random)
    {
        final Map<String, String> properties = new LinkedHashMap<>();
        for (final String key : List.of(Contract.REQUIRES, Contract.ENSURES))
        {
            final Conditions conditions = conditions(random);
            if (random.nextBoolean() && !conditions.equals(Conditions.NONE))
            {
                properties.put(key, conditions.toString());
            }
        }
        return properties;
    }

    private static Conditions conditions(final Random random)
    {
        final Map<String, Interval> intervals = new TreeMap<>();
        for (final String field : FIELDS)
        {
            final long low = random.nextInt(4) - 2L;
            if (random.nextBoolean())
            {
                intervals.put(field, random.nextBoolean() ? new Interval(low, low + random.nextInt(4)) :
                    new Interval(low, Long.MAX_VALUE));
            }
        }
        return new Conditions(intervals);
    }

    private static MolecularStructure composed(final MolecularStructure first, final MolecularStructure second)
    {
        final List<Constituent> packets = new ArrayList<>(first.composition());
        packets.addAll(second.composition());
        final List<Bond> bonds = new ArrayList<>(first.bonds());
        bonds.addAll(second.bonds());
        for (final String sink : CausalOrder.of(first).sinks())
        {
            CausalOrder.of(second).sources().forEach(source -> bonds.add(ionic(sink, source)));
        }
        final Map<String, String> properties = new LinkedHashMap<>();
        properties.put(Contract.REQUIRES, outside(first).requires().toString());
        properties.put(Contract.ENSURES, outside(second).ensures().toString());
        properties.values().removeIf(String::isEmpty);
        return new MolecularStructure("whole", packets, bonds, properties);
    }

    private static MoleculeContract outside(final MolecularStructure structure)
    {
        return MoleculeContract.of(structure, CausalOrder.of(structure));
    }

    private static MoleculeContract contract(final Random random)
    {
        return new MoleculeContract("m", Map.of("in", 8), Map.of("out", 8), conditions(random), conditions(random));
    }

    /** One that needs more and promises less, most of the time. */
    private static MoleculeContract refined(final MoleculeContract contract, final Random random)
    {
        final Map<String, Interval> needs = new TreeMap<>(contract.requires().intervals());
        conditions(random).intervals().forEach((field, interval) ->
        {
            final Interval both = contract.requires().of(field).and(interval);
            if (!both.isEmpty())
            {
                needs.put(field, both);
            }
        });
        final Map<String, Interval> promises = new TreeMap<>(contract.ensures().intervals());
        promises.replaceAll((field, interval) -> random.nextInt(8) == 0 ? interval.and(new Interval(1, 1)) :
            interval.hull(new Interval(interval.low(), interval.low() + random.nextInt(3))));
        promises.keySet().removeIf(field -> random.nextInt(4) == 0);
        promises.values().removeIf(Interval::isEmpty);
        return new MoleculeContract(
            "m", contract.sources(), contract.sinks(), new Conditions(needs), new Conditions(promises));
    }
}
