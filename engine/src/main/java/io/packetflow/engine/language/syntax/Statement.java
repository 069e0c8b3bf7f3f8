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

import io.packetflow.engine.language.source.Span;

/** Cold path. A step of a block. */
public sealed interface Statement extends SyntaxNode permits Statement.Assignment, Statement.Evaluation
{
    /**
     * {@code pattern = value}.
     *
     * @param target that takes the value apart
     * @param value that is computed
     * @param span of the statement
     */
    record Assignment(Pattern target, Expression value, Span span) implements Statement
    {
    }

    /**
     * An expression on its own.
     *
     * @param value that is computed
     */
    record Evaluation(Expression value) implements Statement
    {
        @Override
        public Span span()
        {
            return value.span();
        }
    }
}
