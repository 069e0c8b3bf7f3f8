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

/** Cold path. What a value must look like, and the names that its parts get. */
public sealed interface Pattern extends SyntaxNode
{
    /**
     * {@code _}: any value.
     *
     * @param span of the underscore
     */
    record Wildcard(Span span) implements Pattern
    {
    }

    /**
     * A name that begins with a small letter or an underscore: any value, which gets the name.
     *
     * @param name of the value
     * @param span of the name
     */
    record Binding(String name, Span span) implements Pattern
    {
    }

    /**
     * A value that must be equal: a literal, an atom, a negative number, or the name of a packet.
     *
     * @param value to compare with
     */
    record Constant(Expression value) implements Pattern
    {
        @Override
        public Span span()
        {
            return value.span();
        }
    }

    /**
     * {@code {a, b}}.
     *
     * @param elements one for each element of the tuple
     * @param span of the tuple
     */
    record Tuple(List<Pattern> elements, Span span) implements Pattern
    {
        /** Copies the list. */
        public Tuple
        {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code [a, b]} or {@code [first | rest]}.
     *
     * @param elements that the list begins with
     * @param tail what follows them; the list has no more where it is missing
     * @param span of the list
     */
    record ListOf(List<Pattern> elements, Optional<Pattern> tail, Span span) implements Pattern
    {
        /** Copies the list. */
        public ListOf
        {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code %{price: p}}: a map that has these keys, and perhaps others.
     *
     * @param fields keys and what their values must look like
     * @param span of the map
     */
    record MapOf(List<Field> fields, Span span) implements Pattern
    {
        /** Copies the list. */
        public MapOf
        {
            fields = List.copyOf(fields);
        }
    }

    /**
     * A key of a map and the pattern of its value.
     *
     * @param key name
     * @param value what the value must look like
     * @param span of both
     */
    record Field(Identifier key, Pattern value, Span span)
    {
    }
}
