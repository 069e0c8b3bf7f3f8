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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

import io.packetflow.layout.memory.Arena;

/**
 * A molecule (thesis definition 3.2): composition, bonds, properties. Immutable, checked when built; the order of
 * composition breaks ties where the bonds leave an order open.
 */
public final class Molecule
{
    private final String name;
    private final List<Packet> packets;
    private final List<Bond> bonds;
    private final List<InstanceKind> kinds;
    private final List<Resource> resources;
    private final Map<String, String> properties;

    private Molecule(final Builder builder)
    {
        this.name = builder.name;
        this.packets = List.copyOf(builder.packets);
        this.bonds = List.copyOf(builder.bonds);
        this.kinds = List.copyOf(builder.kinds);
        this.resources = List.copyOf(builder.resources);
        this.properties = Map.copyOf(builder.properties);
    }

    /**
     * Begins a molecule.
     *
     * @param name a letter, then letters, digits and underscores
     * @return a builder
     */
    public static Builder named(final String name)
    {
        return new Builder(name);
    }

    /** Returns the molecule's name. */
    public String name()
    {
        return name;
    }

    /** Returns the packets in order of composition. */
    public List<Packet> packets()
    {
        return packets;
    }

    /** Returns the bonds in order of declaration. */
    public List<Bond> bonds()
    {
        return bonds;
    }

    /** Returns the kinds of instances that may trigger it. */
    public List<InstanceKind> kinds()
    {
        return kinds;
    }

    /** Returns its resources. */
    public List<Resource> resources()
    {
        return resources;
    }

    /** Returns its declared properties; those with a registered name and a unit are targets. */
    public Map<String, String> properties()
    {
        return properties;
    }

    /**
     * Returns the targets among the properties.
     *
     * @return those whose names {@link TargetName} has, in the order of the properties
     */
    public List<DeclaredTarget> targets()
    {
        return TargetReader.read(properties);
    }

    /**
     * Returns what becomes of live orders when a run ends or goes on elsewhere; what is not declared is adopted.
     *
     * @return the declaration
     */
    public LiveOrders liveOrders()
    {
        final String declared = properties.get(LiveOrders.PROPERTY);
        return declared == null ? LiveOrders.ADOPTED : LiveOrders.ADOPTED.with(declared);
    }

    /**
     * Finds a packet.
     *
     * @param packet its name
     * @return the packet, if there is one of that name
     */
    public Optional<Packet> packet(final String packet)
    {
        return packets.stream().filter(candidate -> candidate.name().equals(packet)).findFirst();
    }

    /** Returns whether it has a {@link JournalPacket}. */
    public boolean isJournaled()
    {
        return packets.stream().anyMatch(JournalPacket::isJournal);
    }

    /** Returns the molecule without some packets, their bonds and resources; checked already, so not once more. */
    Molecule without(final List<String> packetNames, final List<String> resourceNames)
    {
        final Builder builder = toBuilder();
        builder.packets.removeIf(packet -> packetNames.contains(packet.name()));
        builder.bonds.removeIf(bond -> packetNames.contains(bond.from()) || packetNames.contains(bond.to()));
        builder.resources.removeIf(resource -> resourceNames.contains(resource.name()));
        return new Molecule(builder);
    }

    /** Returns what it is without its code, as chemistry and analysis see it. */
    public MolecularStructure structure()
    {
        return new MolecularStructure(
            name, packets.stream().map(Packet::constituent).toList(), bonds, new TreeMap<>(properties));
    }

    /** Returns the largest input of its kinds in bytes. */
    public int maxInputBytes()
    {
        return kinds.stream().mapToInt(InstanceKind::maxInputBytes).max().orElse(0);
    }

    /** Returns the bits of its kinds, as they stand in the masks of triggers. */
    public long kindMask()
    {
        return kinds.stream().mapToLong(InstanceKind::bit).reduce(0, (first, second) -> first | second);
    }

    /** Returns a builder that holds all of this molecule's parts, for a molecule with more of them. */
    public Builder toBuilder()
    {
        final Builder builder = new Builder(name);
        builder.packets.addAll(packets);
        builder.bonds.addAll(bonds);
        builder.kinds.addAll(kinds);
        builder.resources.addAll(resources);
        builder.properties.putAll(properties);
        return builder;
    }

    @Override
    public String toString()
    {
        return name + packets;
    }

    /** Collects the parts of a molecule. Not thread-safe. */
    public static final class Builder
    {
        private final String name;
        private final List<Packet> packets = new ArrayList<>();
        private final List<Bond> bonds = new ArrayList<>();
        private final List<InstanceKind> kinds = new ArrayList<>();
        private final List<Resource> resources = new ArrayList<>();
        private final Map<String, String> properties = new LinkedHashMap<>();

        private Builder(final String name)
        {
            this.name = Objects.requireNonNull(name, "name");
        }

        /**
         * Adds a kind of instance.
         *
         * @param kind that may trigger the molecule
         * @return this
         */
        public Builder kind(final InstanceKind kind)
        {
            kinds.add(kind);
            return this;
        }

        /**
         * Adds a resource.
         *
         * @param resource name
         * @param type class that handlers ask for
         * @param factory makes it in the arena of one running molecule
         * @param <R> the resource's type
         * @return this
         */
        public <R> Builder resource(
            final String resource, final Class<R> type, final Function<Arena, ? extends R> factory)
        {
            resources.add(new Resource(resource, type, factory));
            return this;
        }

        /**
         * Adds a resource of another molecule as it is.
         *
         * @param resource of this molecule
         * @return this
         */
        public Builder resource(final Resource resource)
        {
            resources.add(resource);
            return this;
        }

        /**
         * Adds a packet.
         *
         * @param packet of this molecule
         * @return this
         */
        public Builder packet(final Packet packet)
        {
            packets.add(packet);
            return this;
        }

        /**
         * Adds a bond as it is.
         *
         * @param bond between two packets
         * @return this
         */
        public Builder bond(final Bond bond)
        {
            bonds.add(bond);
            return this;
        }

        /**
         * Adds ionic bonds along a chain: each packet completes before the next starts.
         *
         * @param chain names of two or more packets
         * @return this
         */
        public Builder ionic(final String... chain)
        {
            for (int i = 1; i < chain.length; i++)
            {
                bond(new Bond(chain[i - 1], chain[i], BondType.IONIC, "", false));
            }
            return this;
        }

        /**
         * Adds an ionic bond that no optimiser may weaken.
         *
         * @param from packet that completes first
         * @param to packet that starts after it
         * @return this
         */
        public Builder ionicStrict(final String from, final String to)
        {
            return bond(new Bond(from, to, BondType.IONIC, "", true));
        }

        /**
         * Adds a covalent bond: the two share a resource.
         *
         * @param from packet
         * @param to packet
         * @param resource that they share
         * @return this
         */
        public Builder covalent(final String from, final String to, final String resource)
        {
            return bond(new Bond(from, to, BondType.COVALENT, resource, false));
        }

        /**
         * Adds a metallic bond: the two work on the same instance in any order.
         *
         * @param from packet
         * @param to packet
         * @return this
         */
        public Builder metallic(final String from, final String to)
        {
            return bond(new Bond(from, to, BondType.METALLIC, "", false));
        }

        /**
         * Adds a van der Waals force: the two would like to share a node.
         *
         * @param from packet
         * @param to packet
         * @return this
         */
        public Builder vanDerWaals(final String from, final String to)
        {
            return bond(new Bond(from, to, BondType.VAN_DER_WAALS, "", false));
        }

        /**
         * Adds a property.
         *
         * @param key name
         * @param value text
         * @return this
         */
        public Builder property(final String key, final String value)
        {
            properties.put(key, value);
            return this;
        }

        /**
         * Declares what becomes of live orders when a run ends or goes on elsewhere.
         *
         * @param value for stop, failure and promotion
         * @return this
         */
        public Builder liveOrders(final LiveOrders value)
        {
            return property(LiveOrders.PROPERTY, value.toString());
        }

        /**
         * Takes a bond out again.
         *
         * @param from packet
         * @param to packet
         * @return this
         * @throws IllegalArgumentException if there is no such bond
         */
        public Builder withoutBond(final String from, final String to)
        {
            if (!bonds.removeIf(bond -> bond.from().equals(from) && bond.to().equals(to)))
            {
                throw new IllegalArgumentException("there is no bond " + from + " -> " + to);
            }
            return this;
        }

        /**
         * Checks the rules and returns the molecule.
         *
         * @return the molecule
         * @throws MoleculeException that lists every broken rule
         */
        public Molecule build()
        {
            final Molecule molecule = new Molecule(this);
            final List<String> violations = MoleculeRules.violations(molecule);
            if (!violations.isEmpty())
            {
                throw new MoleculeException(name, violations);
            }
            return molecule;
        }
    }
}
