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
package io.packetflow.engine.language.types;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Types functions, once for each list of types of arguments. */
final class FunctionTyping
{
    private record Key(String name, List<Type> arguments)
    {
    }

    private final TypingState state;
    private final Map<Key, Specialisation> known = new HashMap<>();
    private final Deque<String> open = new ArrayDeque<>();

    FunctionTyping(final TypingState state)
    {
        this.state = state;
    }

    TypingState state()
    {
        return state;
    }

    /** Types a call. Where nothing is compiled, what a function gives depends on callers that are not known. */
    Typed call(
        final FunctionTable.Entry function, final List<Typed> arguments, final SyntaxNode place, final Report caller)
    {
        if (!state.isCompiled())
        {
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        if (open.contains(function.name() + "/" + function.arity()))
        {
            caller.tell(place, DiagnosticCode.RECURSION, function.name() + " calls itself",
                "functions that end after a known number of steps", String.join(" -> ", callers(function)),
                "compiled code has no recursion: write the steps out");
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        if (open.size() >= TypingLimits.MAX_CALL_DEPTH || known.size() >= TypingLimits.MAX_SPECIALISATIONS)
        {
            caller.tell(place, DiagnosticCode.TOO_LARGE_TO_COMPILE, "too many functions call each other here",
                TypingLimits.MAX_CALL_DEPTH + " levels and " + TypingLimits.MAX_SPECIALISATIONS + " functions at most",
                "", "");
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        return new Typed.Call(specialise(function, arguments.stream().map(Typed::type).toList()), arguments);
    }

    private List<String> callers(final FunctionTable.Entry function)
    {
        final List<String> path = new ArrayList<>();
        open.descendingIterator().forEachRemaining(name -> path.add(name.substring(0, name.lastIndexOf('/'))));
        path.add(function.name());
        return path.subList(path.indexOf(function.name()), path.size());
    }

    /** Returns a function for arguments of some types. */
    Specialisation specialise(final FunctionTable.Entry function, final List<Type> arguments)
    {
        final Key key = new Key(function.name(), arguments);
        final Specialisation before = known.get(key);
        if (before != null)
        {
            return before;
        }
        open.push(function.name() + "/" + function.arity());
        try
        {
            final List<Variable> parameters = parameters(function, arguments);
            final Specialisation specialisation = new Specialisation(function.name(), parameters,
                body(function, parameters));
            known.put(key, specialisation);
            return specialisation;
        }
        finally
        {
            open.pop();
        }
    }

    private Typed body(final FunctionTable.Entry function, final List<Variable> parameters)
    {
        final ExpressionTyping expressions =
            new ExpressionTyping(state, state.report(function.source()), this);
        final List<ClauseTyping.Clause> clauses = new ArrayList<>();
        for (final Definition.Function clause : function.clauses())
        {
            clauses.add(new ClauseTyping.Clause(clause.parameters(), clause.guard(),
                () -> expressions.blocks().value(clause.body()), clause.name()));
        }
        return expressions.clauses().value(clauses, parameters.stream().<Typed>map(Typed.Local::new).toList(),
            function.clauses().get(0).name(), "function " + function.name());
    }

    private static List<Variable> parameters(final FunctionTable.Entry function, final List<Type> arguments)
    {
        final List<Variable> parameters = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++)
        {
            parameters.add(new Variable(name(function, i), arguments.get(i)));
        }
        return parameters;
    }

    /** A parameter is called as in the first clause that gives it a name. */
    private static String name(final FunctionTable.Entry function, final int index)
    {
        for (final Definition.Function clause : function.clauses())
        {
            if (clause.parameters().get(index) instanceof Pattern.Binding binding)
            {
                return binding.name();
            }
        }
        return "argument" + (index + 1);
    }
}
