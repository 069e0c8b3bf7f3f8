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
import java.util.Optional;

import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. What a packet, or a molecule, needs and promises. A packet {@code requires} conditions of fields that
 * others wrote before it, and {@code ensures} conditions of fields of its own area; areas are written once, so a
 * promise holds from then on. Both speak of the instances for which it fires. A molecule requires them of what comes
 * in and ensures them of what all its packets leave behind.
 *
 * @param owner packet or molecule
 * @param requires what must hold before
 * @param ensures what holds after
 */
public record Contract(String owner, Conditions requires, Conditions ensures)
{
    /** Property of packets and molecules: what must hold before. */
    public static final String REQUIRES = "requires";

    /** Property of packets and molecules: what holds after. */
    public static final String ENSURES = "ensures";

    /**
     * Reads the contract of a packet; what cannot be read counts as not declared.
     *
     * @param packet of a molecule
     * @return its contract
     */
    public static Contract of(final Constituent packet)
    {
        return of(packet.name(), packet.properties(), true);
    }

    /**
     * Reads the contract of a molecule; what cannot be read counts as not declared.
     *
     * @param structure of it
     * @return its contract
     */
    public static Contract of(final MolecularStructure structure)
    {
        return of(structure.name(), structure.properties(), false);
    }

    private static Contract of(final String owner, final Map<String, String> properties, final boolean isPacket)
    {
        return new Contract(owner, read(properties, REQUIRES, isPacket), read(properties, ENSURES, false));
    }

    private static Conditions read(
        final Map<String, String> properties, final String key, final boolean mayNamePackets)
    {
        return fault(properties, key, mayNamePackets).isPresent() || !properties.containsKey(key) ?
            Conditions.NONE : Conditions.parse(properties.get(key));
    }

    /**
     * Returns what is wrong with the texts of the contracts of a structure.
     *
     * @param structure of a molecule
     * @return one sentence each, with place and remedy; empty if all can be read
     */
    public static List<String> unreadable(final MolecularStructure structure)
    {
        final List<String> sentences = new ArrayList<>(unreadable(structure.name(), structure.properties(), false));
        structure.composition().forEach(
            packet -> sentences.addAll(unreadable(packet.name(), packet.properties(), true)));
        return sentences;
    }

    private static List<String> unreadable(
        final String owner, final Map<String, String> properties, final boolean isPacket)
    {
        final List<String> sentences = new ArrayList<>();
        for (final String key : List.of(REQUIRES, ENSURES))
        {
            fault(properties, key, isPacket && key.equals(REQUIRES)).ifPresent(fault ->
                sentences.add(owner + " " + key + " \"" + properties.get(key) + "\": " + fault));
        }
        return sentences;
    }

    private static Optional<String> fault(
        final Map<String, String> properties, final String key, final boolean mayNamePackets)
    {
        try
        {
            final Conditions conditions =
                properties.containsKey(key) ? Conditions.parse(properties.get(key)) : Conditions.NONE;
            return mayNamePackets ? Optional.empty() : conditions.intervals().keySet().stream()
                .filter(field -> field.indexOf('.') >= 0).findFirst().map(field -> field + " names a packet, which " +
                "only what a packet requires may do; write the field alone");
        }
        catch (final IllegalArgumentException e)
        {
            return Optional.of(e.getMessage());
        }
    }
}
