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
package io.packetflow.engine.molecule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Cold path. A molecule as the theory sees it (thesis definition 3.2): composition, bonds, properties, without code.
 * Chemistry, analysis and the optimiser work on it, so a molecule whose handlers do not exist yet can be examined, and
 * one that was written in Java equals one that was written in the language. Nothing is checked here; a
 * {@link Molecule} is.
 *
 * @param name of the molecule
 * @param composition packets in their order, which breaks ties
 * @param bonds in order of declaration
 * @param properties that were declared of it, in their order
 */
public record MolecularStructure(
    String name, List<Constituent> composition, List<Bond> bonds, Map<String, String> properties)
{
    /** Copies the collections. */
    public MolecularStructure
    {
        Objects.requireNonNull(name, "name");
        composition = List.copyOf(composition);
        bonds = List.copyOf(bonds);
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
    }

    /**
     * Finds a packet.
     *
     * @param packet its name
     * @return the packet, if there is one of that name
     */
    public Optional<Constituent> packet(final String packet)
    {
        return composition.stream().filter(candidate -> candidate.name().equals(packet)).findFirst();
    }

    /** Returns the names of the packets in order of composition. */
    public List<String> names()
    {
        return composition.stream().map(Constituent::name).toList();
    }

    /**
     * Returns the targets among the properties.
     *
     * @return those whose names {@link TargetName} has and whose values can be read, in the order of the properties
     */
    public List<DeclaredTarget> targets()
    {
        return TargetReader.read(properties);
    }

    /** Returns what is wrong with the texts of its targets, one sentence each. */
    public List<String> unreadableTargets()
    {
        return TargetReader.violations(properties);
    }

    /**
     * Puts other bonds in the place of its bonds.
     *
     * @param value all bonds
     * @return a changed copy
     */
    public MolecularStructure withBonds(final List<Bond> value)
    {
        return new MolecularStructure(name, composition, value, properties);
    }

    /**
     * Puts other packets in the place of its packets.
     *
     * @param value all packets
     * @return a changed copy
     */
    public MolecularStructure withComposition(final List<Constituent> value)
    {
        return new MolecularStructure(name, value, bonds, properties);
    }
}
