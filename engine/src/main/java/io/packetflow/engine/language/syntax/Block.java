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

/**
 * Cold path. {@code { ... }} around statements; its value is that of the last.
 *
 * @param statements in their order
 * @param span of the block with its braces
 */
public record Block(List<Statement> statements, Span span) implements SyntaxNode
{
    /** Copies the list. */
    public Block
    {
        statements = List.copyOf(statements);
    }
}
