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

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;

/**
 * Cold path. The body of a macro in one call: copies its quotation, puts arguments in, gives the names that it binds
 * fresh ones. One use. All that it makes stands at the outermost call.
 */
final class MacroCode extends ExpandingCopy
{
    private final Expansion expansion;
    private final Chain chain;
    private final Span place;
    private final Map<String, List<Statement>> known = new HashMap<>();
    private final Map<String, String> renamed = new HashMap<>();

    MacroCode(final Expansion expansion, final Chain chain, final List<Expression> arguments)
    {
        super(expansion);
        this.expansion = expansion;
        this.chain = chain;
        this.place = chain.place();
        for (int i = 0; i < arguments.size(); i++)
        {
            known.put(chain.macro().parameters().get(i), itself(arguments.get(i)));
        }
    }

    /** Returns the code that the macro gives. */
    List<Statement> run()
    {
        List<Statement> code = List.of();
        for (final Statement statement : chain.macro().body())
        {
            if (statement instanceof Statement.Assignment assignment)
            {
                code = evaluate(assignment.value());
                if (assignment.target() instanceof Pattern.Binding binding)
                {
                    known.put(binding.name(), code);
                }
            }
            else
            {
                code = evaluate(((Statement.Evaluation)statement).value());
            }
        }
        return code;
    }

    /** Evaluates what a macro computes with: code. */
    private List<Statement> evaluate(final Expression value)
    {
        if (value instanceof Expression.Quote quote)
        {
            return statements(quote.code().statements());
        }
        return value instanceof Expression.Name name ?
            new Duplicate(expansion, chain).statements(known.get(name.text())) : super.code(value);
    }

    @Override
    List<Statement> code(final Expression expression)
    {
        final boolean mayBuild = expansion.enter(chain) && expansion.count(expression, chain);
        final List<Statement> code = !mayBuild ? itself(Expansion.nothing(place)) :
            expression instanceof Expression.Unquote unquote ? evaluate(unquote.value()) : super.code(expression);
        expansion.leave();
        return code;
    }

    @Override
    Chain chain(final MacroTemplate macro, final Span call)
    {
        return new Chain(Optional.of(chain), macro, chain.macro().source(), call);
    }

    @Override
    Span span(final Span original)
    {
        return place;
    }

    @Override
    String variable(final String name)
    {
        return chain.macro().bound().contains(name) ?
            renamed.computeIfAbsent(name, expansion.names()::like) : name;
    }
}
