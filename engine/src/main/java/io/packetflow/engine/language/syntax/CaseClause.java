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

import java.util.Optional;

import io.packetflow.engine.language.source.Span;

/**
 * Cold path. {@code pattern when guard -> body}: one way that a {@code case} may go.
 *
 * @param pattern that the value must match
 * @param guard that must hold too
 * @param body that gives the value
 * @param span of the clause
 */
public record CaseClause(Pattern pattern, Optional<Expression> guard, Body body, Span span) implements SyntaxNode
{
    /** What stands behind the arrow. */
    public sealed interface Body permits Body.Value, Body.Steps
    {
        /**
         * An expression.
         *
         * @param value of the clause
         */
        record Value(Expression value) implements Body
        {
        }

        /**
         * Statements in braces.
         *
         * @param block whose last statement is the value
         */
        record Steps(Block block) implements Body
        {
        }
    }
}
