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
package io.packetflow.engine.analysis.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.packetflow.engine.analysis.order.CausalOrder;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. Whether a consensus has members enough for the faults that it declares (theorem 6.9): f members that lie
 * are outvoted by 3f + 1, and by no fewer. A collective packet declares f with the property {@value #PROPERTY}, its
 * members are its participants; a molecule declares it in the same way, its members are its packets.
 *
 * @param owner packet or molecule that declares the faults
 * @param members names, each once, sorted
 * @param faults that it wants to tolerate, 0 or more
 * @param sharing members that fail together because bonds make them one stage, each group sorted
 */
public record ByzantineBound(String owner, Set<String> members, int faults, List<Set<String>> sharing)
{
    /** Property of a collective packet, or of a molecule, that says how many members may lie. */
    public static final String PROPERTY = "byzantine_faults";

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

    /** Copies the collections. */
    public ByzantineBound
    {
        members = new TreeSet<>(members);
        sharing = List.copyOf(sharing);
    }

    /**
     * Reads what a structure declares; what cannot be read is left to {@link #unreadable}.
     *
     * @param structure of a molecule
     * @param order that its bonds imply
     * @return one bound for each declaration, the molecule's first
     */
    public static List<ByzantineBound> of(final MolecularStructure structure, final CausalOrder order)
    {
        final List<ByzantineBound> bounds = new ArrayList<>();
        faults(structure.properties()).ifPresent(faults ->
            bounds.add(bound(structure.name(), structure.names(), faults, order)));
        for (final Constituent packet : structure.composition())
        {
            faults(packet.properties()).filter(faults -> packet.group() == PeriodicGroup.CO).ifPresent(faults ->
                bounds.add(bound(packet.name(), packet.participants(), faults, order)));
        }
        return bounds;
    }

    private static ByzantineBound bound(
        final String owner, final List<String> names, final int faults, final CausalOrder order)
    {
        final Set<String> members = names.stream().filter(order::has).collect(Collectors.toCollection(TreeSet::new));
        final Map<Integer, Set<String>> byUnit = members.stream().collect(
            Collectors.groupingBy(order::unitOf, Collectors.toCollection(TreeSet::new)));
        return new ByzantineBound(owner, members, faults, faults == 0 ? List.of() :
            byUnit.values().stream().filter(unit -> unit.size() > 1).toList());
    }

    private static Optional<Integer> faults(final Map<String, String> properties)
    {
        return Optional.ofNullable(properties.get(PROPERTY)).map(String::strip)
            .filter(text -> NUMBER.matcher(text).matches()).map(Integer::valueOf);
    }

    /**
     * Returns what declares faults in a way that says nothing.
     *
     * @param structure of a molecule
     * @return one sentence each, with the remedy; empty if all can be read
     */
    public static List<String> unreadable(final MolecularStructure structure)
    {
        final List<String> sentences = new ArrayList<>();
        unreadable(structure.name(), structure.properties()).ifPresent(sentences::add);
        for (final Constituent packet : structure.composition())
        {
            unreadable(packet.name(), packet.properties()).ifPresent(sentences::add);
            if (packet.properties().containsKey(PROPERTY) && packet.group() != PeriodicGroup.CO)
            {
                sentences.add(packet + " declares " + PROPERTY + ", but only a collective packet (CO) has members " +
                    "that vote; declare it there");
            }
        }
        return sentences;
    }

    private static Optional<String> unreadable(final String owner, final Map<String, String> properties)
    {
        return Optional.ofNullable(properties.get(PROPERTY)).filter(text -> faults(properties).isEmpty())
            .map(text -> String.format(Locale.ROOT,
            "%s declares %s: \"%s\"; write a whole number from 0 to 9999, as in \"1\"", owner, PROPERTY, text));
    }

    /** Returns how many members the faults need. */
    public int needed()
    {
        return 3 * faults + 1;
    }

    /** Returns how many members lack, 0 if there are enough. */
    public int missing()
    {
        return Math.max(0, needed() - members.size());
    }

    /** Returns whether there are members enough. */
    public boolean holds()
    {
        return missing() == 0;
    }
}
