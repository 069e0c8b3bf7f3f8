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
package io.packetflow.engine.language.code;

import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Leaves the writing of a class at an expression that has no form in Java. */
final class NotCompiledException extends RuntimeException
{
    private static final long serialVersionUID = 1L;

    private final transient SyntaxNode place;

    NotCompiledException(final SyntaxNode place)
    {
        super("an expression is not known well enough to be compiled", null, false, false);
        this.place = place;
    }

    /** Returns where the expression stands. */
    SyntaxNode place()
    {
        return place;
    }
}
