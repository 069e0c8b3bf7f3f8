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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Composition of contracts: whatever a packet requires follows from what its nearest ancestors ensure that
 * speak of the field. Nearest is an ancestor with no other one behind it; of several, each must promise enough, since
 * the field of any may be the one that is read. A field named with its packet is promised by that packet alone. What
 * nobody inside promises, the molecule requires of its input. O(n^2 x conditions).
 *
 * @param missing implications that do not hold
 * @param obligations what packets require of the input, as nobody inside promises it
 * @param delivered what the packets leave behind: of each field the values of those that nobody writes behind
 */
public record ContractCheck(List<MissingImplication> missing, Conditions obligations, Conditions delivered)
{
    /** Copies the list. */
    public ContractCheck
    {
        missing = List.copyOf(missing);
    }

    /**
     * Checks a structure.
     *
     * @param structure of a molecule; contracts that cannot be read count as not declared
     * @param order that its bonds imply
     * @return what was found
     */
    public static ContractCheck of(final MolecularStructure structure, final CausalOrder order)
    {
        return new Checker(structure, order).check();
    }

    /** Returns whether every requirement follows. */
    public boolean holds()
    {
        return missing.isEmpty();
    }

    /** Goes through the packets and collects. */
    private static final class Checker
    {
        private final CausalOrder order;
        private final Contract whole;
        private final Map<String, Contract> contracts = new LinkedHashMap<>();
        private final List<MissingImplication> missing = new ArrayList<>();
        private final Map<String, Interval> obligations = new TreeMap<>();

        private Checker(final MolecularStructure structure, final CausalOrder order)
        {
            this.order = order;
            this.whole = Contract.of(structure);
            for (final Constituent packet : structure.composition())
            {
                contracts.putIfAbsent(packet.name(), Contract.of(packet));
            }
        }

        private ContractCheck check()
        {
            for (final String packet : order.packets())
            {
                contracts.get(packet).requires().intervals().forEach(
                    (field, required) -> checkRequirement(packet, field, required));
            }
            final Conditions delivered = delivered();
            whole.ensures().intervals().forEach(this::checkPromise);
            return new ContractCheck(missing, new Conditions(obligations), delivered);
        }

        private void checkRequirement(final String packet, final String field, final Interval required)
        {
            final int dot = field.indexOf('.');
            if (dot >= 0)
            {
                checkNamed(packet, field, required, field.substring(0, dot), field.substring(dot + 1));
                return;
            }
            final List<String> providers = nearest(order.ancestors(packet), field);
            for (final String provider : providers)
            {
                hold(packet, field, required, provider, contracts.get(provider).ensures().of(field));
            }
            if (providers.isEmpty())
            {
                oblige(packet, field, required);
                if (!whole.requires().equals(Conditions.NONE))
                {
                    hold(packet, field, required, MissingImplication.INPUT, whole.requires().of(field));
                }
            }
        }

        /** What two packets need of the input must leave it a value. */
        private void oblige(final String packet, final String field, final Interval required)
        {
            final Interval others = obligations.getOrDefault(field, Interval.ALL);
            if (others.and(required).isEmpty())
            {
                missing.add(
                    new MissingImplication(packet, field, required, MissingImplication.INPUT_OF_OTHERS, others));
                return;
            }
            obligations.put(field, others.and(required));
        }

        private void checkNamed(final String packet, final String field, final Interval required,
            final String provider, final String own)
        {
            final boolean isBefore = order.has(provider) && order.precedes(provider, packet);
            hold(packet, field, required, isBefore ? provider : provider + ", which does not come before,",
                isBefore ? contracts.get(provider).ensures().of(own) : Interval.ALL);
        }

        private void checkPromise(final String field, final Interval required)
        {
            final List<String> providers = nearest(order.packets(), field);
            for (final String provider : providers)
            {
                hold(whole.owner(), field, required, provider, contracts.get(provider).ensures().of(field));
            }
            if (providers.isEmpty())
            {
                hold(whole.owner(), field, required, MissingImplication.INPUT, input().of(field));
            }
        }

        private Conditions input()
        {
            return whole.requires().equals(Conditions.NONE) ? new Conditions(obligations) : whole.requires();
        }

        private void hold(final String consumer, final String field, final Interval required, final String provider,
            final Interval promised)
        {
            if (!promised.implies(required))
            {
                missing.add(new MissingImplication(consumer, field, required, provider, promised));
            }
        }

        private Conditions delivered()
        {
            final Map<String, Interval> delivered = new TreeMap<>();
            contracts.values().forEach(contract -> contract.ensures().intervals().keySet().forEach(field ->
                range(nearest(order.packets(), field), field).ifPresent(range -> delivered.put(field, range))));
            return new Conditions(delivered);
        }

        private Optional<Interval> range(final List<String> providers, final String field)
        {
            return providers.stream().map(packet -> contracts.get(packet).ensures().of(field)).reduce(Interval::hull);
        }

        private List<String> nearest(final List<String> candidates, final String field)
        {
            final List<String> speaking = candidates.stream()
                .filter(packet -> contracts.get(packet).ensures().intervals().containsKey(field)).toList();
            return speaking.stream().filter(packet -> speaking.stream().noneMatch(
                other -> order.precedes(packet, other))).toList();
        }
    }
}
