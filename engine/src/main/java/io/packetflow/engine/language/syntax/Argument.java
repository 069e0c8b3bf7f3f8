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

/** Cold path. What stands between the parentheses of a call: an {@link Entry} where it is named, else a value. */
public sealed interface Argument extends SyntaxNode permits Entry, Argument.Positional
{
    /** Returns what is handed over. */
    Expression value();

    /**
     * An argument without a name.
     *
     * @param value that is handed over
     */
    record Positional(Expression value) implements Argument
    {
        @Override
        public Span span()
        {
            return value.span();
        }
    }
}
