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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. A molecule seen from outside (thesis section 6.4): its interface, what it needs and what it promises.
 * Whoever composes molecules need not know more (theorem 6.11).
 *
 * @param name of the molecule
 * @param sources payload bytes by source packet
 * @param sinks payload bytes by sink packet
 * @param requires what it declares to need, or where it declares nothing, what its packets need of the input
 * @param ensures what it declares to promise, or where it declares nothing, what its packets leave behind
 */
public record MoleculeContract(String name, Map<String, Integer> sources, Map<String, Integer> sinks,
    Conditions requires, Conditions ensures)
{
    /** Copies the maps. */
    public MoleculeContract
    {
        sources = Map.copyOf(sources);
        sinks = Map.copyOf(sinks);
    }

    /**
     * Reads a structure.
     *
     * @param structure of a molecule
     * @param order that its bonds imply
     * @return its contract
     */
    public static MoleculeContract of(final MolecularStructure structure, final CausalOrder order)
    {
        final ContractCheck check = ContractCheck.of(structure, order);
        final Contract declared = Contract.of(structure);
        return new MoleculeContract(structure.name(), areas(structure, order.sources()),
            areas(structure, order.sinks()),
            declared.requires().equals(Conditions.NONE) ? check.obligations() : declared.requires(),
            declared.ensures().equals(Conditions.NONE) ? check.delivered() : declared.ensures());
    }

    private static Map<String, Integer> areas(final MolecularStructure structure, final List<String> packets)
    {
        final Map<String, Integer> areas = new TreeMap<>();
        packets.forEach(packet -> areas.put(
            packet, structure.packet(packet).map(Constituent::payloadBytes).orElseThrow()));
        return areas;
    }

    /**
     * Checks whether another molecule may come behind this one (compatible interfaces, definition 6.11).
     *
     * @param next molecule whose sources read what this one leaves
     * @return implications that do not hold; empty if it may
     */
    public List<MissingImplication> missingFor(final MoleculeContract next)
    {
        final List<MissingImplication> missing = new ArrayList<>();
        next.requires.intervals().forEach((field, required) ->
        {
            if (!ensures.of(field).implies(required))
            {
                missing.add(new MissingImplication(next.name, field, required, name, ensures.of(field)));
            }
        });
        return missing;
    }
}
