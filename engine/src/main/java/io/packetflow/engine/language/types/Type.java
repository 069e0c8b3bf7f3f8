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
package io.packetflow.engine.language.types;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. The type of a value (thesis, appendix A.2). {@link Object#toString()} gives it as diagnostics show it. */
public sealed interface Type
{
    /** The type of what nothing is known about. */
    Type UNKNOWN = new Unknown();

    /** The type of {@code true} and {@code false}. */
    Type TRUTH = new Truth();

    /** The type of what never has a value: no clause matched. */
    Type NOTHING = new Nothing();

    /**
     * A number: units of 10<sup>-scale</sup>.
     *
     * @param kind what it counts
     * @param scale decimals, 0 to {@value TypingLimits#MAX_SCALE}
     */
    record Numeric(NumberKind kind, int scale) implements Type
    {
        /** Returns whether it has no decimals. */
        public boolean isWhole()
        {
            return scale == 0;
        }

        @Override
        public String toString()
        {
            if (kind.isPlain())
            {
                return isWhole() ? "integer" : "decimal with " + scale + " digits";
            }
            final boolean isUsual = kind == NumberKind.PRICE ? scale == FieldTypes.PRICE_SCALE : isWhole();
            return kind + (isUsual ? "" : " with " + scale + " decimals");
        }
    }

    /** A boolean. */
    record Truth() implements Type
    {
        @Override
        public String toString()
        {
            return "boolean";
        }
    }

    /**
     * An atom.
     *
     * @param names that it may be, sorted; empty for any
     */
    record Atom(SortedSet<String> names) implements Type
    {
        /** Copies the set. */
        public Atom
        {
            names = Collections.unmodifiableSortedSet(new TreeSet<>(names));
        }

        /**
         * Returns the type of one atom.
         *
         * @param name without its colon
         * @return the type
         */
        public static Atom of(final String name)
        {
            return new Atom(new TreeSet<>(List.of(name)));
        }

        @Override
        public String toString()
        {
            return names.isEmpty() ? "atom" : names.stream().map(name -> ":" + name).collect(Collectors.joining(" | "));
        }
    }

    /**
     * A text of fixed length, padded with spaces.
     *
     * @param lengthBytes in UTF-8
     */
    record Text(int lengthBytes) implements Type
    {
        /** Returns how many words of eight bytes hold it. */
        public int words()
        {
            return (lengthBytes + Long.BYTES - 1) / Long.BYTES;
        }

        @Override
        public String toString()
        {
            return "text of " + lengthBytes + " bytes";
        }
    }

    /**
     * A tuple.
     *
     * @param elements types in order
     */
    record Tuple(List<Type> elements) implements Type
    {
        /** Copies the list. */
        public Tuple
        {
            elements = List.copyOf(elements);
        }

        @Override
        public String toString()
        {
            return elements.stream().map(Type::toString).collect(Collectors.joining(", ", "{", "}"));
        }
    }

    /**
     * A map whose keys are known names: a payload, an input, {@code %{price: 1}}.
     *
     * @param fields types by name, in order of declaration
     * @param view name of the packet or input whose memory it is; empty for a value
     */
    record Fields(Map<String, Type> fields, String view) implements Type
    {
        /** Copies the map. */
        public Fields
        {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        /** Returns whether it lies in memory and is read from there. */
        public boolean isView()
        {
            return !view.isEmpty();
        }

        @Override
        public String toString()
        {
            final String text = fields.entrySet().stream().map(field -> field.getKey() + ": " + field.getValue())
                .collect(Collectors.joining(", ", "%{", "}"));
            return isView() ? view + " " + text : text;
        }
    }

    /**
     * A list of values of one type.
     *
     * @param element type of each
     * @param length how many, -1 where that is not known
     */
    record ListOf(Type element, int length) implements Type
    {
        @Override
        public String toString()
        {
            return "list of " + element;
        }
    }

    /**
     * A map whose keys are computed.
     *
     * @param key type of each key
     * @param value type of each value
     */
    record MapOf(Type key, Type value) implements Type
    {
        @Override
        public String toString()
        {
            return "map of " + key + " to " + value;
        }
    }

    /**
     * A value of one of several types, no two of the same {@link Joining#shape shape}.
     *
     * @param alternatives two or more
     */
    record OneOf(List<Type> alternatives) implements Type
    {
        /** Copies the list. */
        public OneOf
        {
            alternatives = List.copyOf(alternatives);
        }

        @Override
        public String toString()
        {
            return alternatives.stream().map(Type::toString).collect(Collectors.joining(" or "));
        }
    }

    /**
     * A packet: PacketType(g, e), PacketType(g, *) or PacketType(*, *).
     *
     * @param group of the periodic table, nothing for any
     * @param element of the group, nothing for any
     */
    record Packet(Optional<PeriodicGroup> group, Optional<Element> element) implements Type
    {
        /** The type of every packet. */
        public static final Packet ANY = new Packet(Optional.empty(), Optional.empty());

        /**
         * Returns the type of packets of an element.
         *
         * @param element of the periodic table
         * @return the type
         */
        public static Packet of(final Element element)
        {
            return new Packet(Optional.of(element.group()), Optional.of(element));
        }

        /**
         * Returns the type of packets of a group.
         *
         * @param group of the periodic table
         * @return the type
         */
        public static Packet of(final PeriodicGroup group)
        {
            return new Packet(Optional.of(group), Optional.empty());
        }

        @Override
        public String toString()
        {
            return "packet (" + group.map(PeriodicGroup::name).orElse("*") + ":" +
                element.map(Element::symbol).orElse("*") + ")";
        }
    }

    /**
     * A molecule.
     *
     * @param composition types of its packets by name
     * @param bonds as they are printed
     */
    record Molecule(Map<String, Packet> composition, List<String> bonds) implements Type
    {
        /** Copies the collections. */
        public Molecule
        {
            composition = Collections.unmodifiableMap(new LinkedHashMap<>(composition));
            bonds = List.copyOf(bonds);
        }

        @Override
        public String toString()
        {
            return "molecule of " + String.join(", ", composition.keySet());
        }
    }

    /**
     * A reactor.
     *
     * @param nodes groups by pattern of node names
     * @param policies types of the packets that each policy routes
     */
    record Reactor(Map<String, PeriodicGroup> nodes, List<Packet> policies) implements Type
    {
        /** Copies the collections. */
        public Reactor
        {
            nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
            policies = List.copyOf(policies);
        }

        @Override
        public String toString()
        {
            return "reactor of " + nodes.size() + " nodes";
        }
    }

    /**
     * A function.
     *
     * @param arguments types of its parameters
     * @param result type of what it gives
     */
    record Function(List<Type> arguments, Type result) implements Type
    {
        /** Copies the list. */
        public Function
        {
            arguments = List.copyOf(arguments);
        }

        @Override
        public String toString()
        {
            return arguments.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ") -> ")) + result;
        }
    }

    /** Nothing is known about the value. */
    record Unknown() implements Type
    {
        @Override
        public String toString()
        {
            return "unknown type";
        }
    }

    /** There is no value. */
    record Nothing() implements Type
    {
        @Override
        public String toString()
        {
            return "no value";
        }
    }
}
