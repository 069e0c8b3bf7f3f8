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
package io.packetflow.engine.language.expand;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;

/** Cold path. Copies code as it is, wherever a macro puts it: no two places share a node. */
final class Duplicate extends TreeCopy
{
    private final Expansion expansion;
    private final Chain chain;

    Duplicate(final Expansion expansion, final Chain chain)
    {
        this.expansion = expansion;
        this.chain = chain;
    }

    @Override
    Expression expression(final Expression expression)
    {
        final boolean mayBuild = expansion.enter(chain) && expansion.count(expression, chain);
        final Expression copy = mayBuild ? super.expression(expression) : Expansion.nothing(expression.span());
        expansion.leave();
        return copy;
    }

    @Override
    Span span(final Span original)
    {
        return original;
    }

    @Override
    String variable(final String name)
    {
        return name;
    }
}
