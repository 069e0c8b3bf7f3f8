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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Types calls: of functions of the program, of the language, or of the program around it. */
final class CallTyping
{
    private final TypingState state;
    private final Report report;
    private final FunctionTyping functions;
    private final BuiltInTyping builtIns;

    CallTyping(
        final TypingState state, final Report report, final FunctionTyping functions, final Operators operators)
    {
        this.state = state;
        this.report = report;
        this.functions = functions;
        this.builtIns = new BuiltInTyping(report, operators);
    }

    Typed call(
        final Expression.Name name, final List<Typed> arguments, final boolean isNamed, final SyntaxNode place)
    {
        final String text = name.text();
        final Optional<FunctionTable.Entry> own =
            isNamed ? Optional.empty() : state.functions().find(text, arguments.size());
        if (own.isPresent())
        {
            return functions.call(own.get(), arguments, place, report);
        }
        if (state.functions().isDefined(text))
        {
            report.tell(place, DiagnosticCode.WRONG_ARITY, "no clause of " + text + " takes " + (isNamed ?
                "named arguments" : arguments.size() + " argument" + (arguments.size() == 1 ? "" : "s")),
                "as many arguments as its definition has", "", "");
            return new Typed.Opaque(Type.UNKNOWN, place);
        }
        final Optional<BuiltIn> builtIn = isNamed ? Optional.empty() : BuiltIn.of(text);
        if (builtIn.isPresent() && builtIn.get().arity() == arguments.size())
        {
            return builtIns.call(builtIn.get(), arguments, place);
        }
        return unknown(text, builtIn, place);
    }

    private Typed unknown(final String name, final Optional<BuiltIn> builtIn, final SyntaxNode place)
    {
        if (state.isCompiled() && !state.functions().isUnreadable(name))
        {
            final List<String> known = new ArrayList<>(state.functions().names());
            known.addAll(BuiltIn.names());
            report.unknownName(place, DiagnosticCode.UNKNOWN_FUNCTION, builtIn.map(function -> name + " takes " +
                function.arity() + " argument(s): " + function.meaning()).orElse("there is no function " + name),
                name, known, "define it: def " + name + "(...) { ... }; compiled code calls nothing of the host's");
        }
        return new Typed.Opaque(Type.UNKNOWN, place);
    }

    Typed callOfValue(final Typed function, final SyntaxNode place)
    {
        if (!(function.type() instanceof Type.Unknown) || state.isCompiled())
        {
            report.wrongType(place, "only functions that have a name are called", "the name of a function",
                function.type());
        }
        return new Typed.Opaque(Type.UNKNOWN, place);
    }
}
