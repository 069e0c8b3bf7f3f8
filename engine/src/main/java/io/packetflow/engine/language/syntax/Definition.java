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
package io.packetflow.engine.language.syntax;

import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.source.Span;

/** Cold path. What a program defines. */
public sealed interface Definition extends Item
    permits Definition.Packet, Definition.Molecule, Definition.Reactor, Definition.Function, Definition.Macro
{
    /** Returns what it is called. */
    Identifier name();

    /**
     * {@code packet Book { :df, :tr, payload: ... }}.
     *
     * @param name of the packet
     * @param group of the periodic table
     * @param element of the group
     * @param properties trigger, payload, resources and all else that is declared
     * @param span of the definition
     */
    record Packet(
        Identifier name, Expression.Atom group, Expression.Atom element, List<Entry> properties, Span span)
        implements Definition
    {
        /** Copies the list. */
        public Packet
        {
            properties = List.copyOf(properties);
        }
    }

    /**
     * {@code molecule Trading { composition: [...], bonds: [...], properties: %{...} }}.
     *
     * @param name of the molecule
     * @param sections as written
     * @param span of the definition
     */
    record Molecule(Identifier name, List<Entry> sections, Span span) implements Definition
    {
        /** Copies the list. */
        public Molecule
        {
            sections = List.copyOf(sections);
        }
    }

    /**
     * {@code reactor Chat { nodes: [...], routing_policies: [...] }}.
     *
     * @param name of the reactor
     * @param sections as written; nodes are a list of {@link Expression.Node}
     * @param span of the definition
     */
    record Reactor(Identifier name, List<Entry> sections, Span span) implements Definition
    {
        /** Copies the list. */
        public Reactor
        {
            sections = List.copyOf(sections);
        }
    }

    /**
     * {@code def spread(bid, ask) when ask > bid { ask - bid }}: one clause of a function.
     *
     * @param name of the function
     * @param parameters patterns that the arguments must match
     * @param guard that must hold too
     * @param body whose last statement is the value
     * @param span of the definition
     */
    record Function(Identifier name, List<Pattern> parameters, Optional<Expression> guard, Block body, Span span)
        implements Definition
    {
        /** Copies the list. */
        public Function
        {
            parameters = List.copyOf(parameters);
        }
    }

    /**
     * {@code defmacro twice(x) { quote { unquote(x) + unquote(x) } }}.
     *
     * @param name of the macro
     * @param parameters that stand for the arguments' code
     * @param body whose last statement is the code that takes the place of the call
     * @param span of the definition
     */
    record Macro(Identifier name, List<Pattern> parameters, Block body, Span span) implements Definition
    {
        /** Copies the list. */
        public Macro
        {
            parameters = List.copyOf(parameters);
        }
    }
}
