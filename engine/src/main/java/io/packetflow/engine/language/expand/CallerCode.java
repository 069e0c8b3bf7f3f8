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

import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Statement;

/** Cold path. Copies code of the program; whatever is no call of a macro stays as it is. */
final class CallerCode extends ExpandingCopy
{
    private final Expansion expansion;

    CallerCode(final Expansion expansion)
    {
        super(expansion);
        this.expansion = expansion;
    }

    @Override
    List<Statement> code(final Expression expression)
    {
        expansion.enter();
        final List<Statement> code = super.code(expression);
        expansion.leave();
        return code;
    }

    @Override
    Chain chain(final MacroTemplate macro, final Span call)
    {
        return new Chain(Optional.empty(), macro, expansion.source(), call);
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
