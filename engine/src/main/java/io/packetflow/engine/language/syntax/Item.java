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

import io.packetflow.engine.language.source.Span;

/** Cold path. What stands at the top of a file. */
public sealed interface Item extends SyntaxNode permits Item.Import, Item.Module, Definition
{
    /**
     * {@code import "packets.pf"}: the definitions of another file.
     *
     * @param path as written, relative to the file that imports
     * @param span of the directive
     */
    record Import(Expression.Text path, Span span) implements Item
    {
    }

    /**
     * {@code defmodule Trading { ... }}: definitions that belong together. It opens no scope: names are unique in a
     * program.
     *
     * @param name of the module
     * @param definitions in their order
     * @param span of the module
     */
    record Module(Identifier name, List<Definition> definitions, Span span) implements Item
    {
        /** Copies the list. */
        public Module
        {
            definitions = List.copyOf(definitions);
        }
    }
}
