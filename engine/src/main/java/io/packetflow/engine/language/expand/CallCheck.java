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

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.syntax.Argument;

/** Cold path. Whether a call of a macro can be expanded. */
final class CallCheck
{
    private final Expansion expansion;
    private final Chain chain;

    CallCheck(final Expansion expansion, final Chain chain)
    {
        this.expansion = expansion;
        this.chain = chain;
    }

    /** Returns why not, if it cannot. */
    Optional<Diagnostic> refusal(final List<Argument> arguments)
    {
        final MacroTemplate macro = chain.macro();
        final int wanted = macro.parameters().size();
        final boolean isNamed = arguments.stream().anyMatch(argument -> !(argument instanceof Argument.Positional));
        if (isNamed || arguments.size() != wanted)
        {
            return refuse(DiagnosticCode.MACRO_ARGUMENTS, isNamed ?
                "macro " + macro + " has no named arguments" :
                "macro " + macro + " has " + counted(wanted, "parameter") + ", and its call " +
                counted(arguments.size(), "argument"),
                macro.name() + "(" + String.join(", ", macro.parameters()) + ")");
        }
        if (chain.outer().filter(outer -> outer.contains(macro)).isPresent())
        {
            return refuse(DiagnosticCode.MACRO_RECURSION, "macro " + macro + " expands into itself without end",
                "macros that do not lead back to themselves; a function may");
        }
        if (chain.length() > LanguageLimits.MAX_EXPANSIONS)
        {
            return refuse(DiagnosticCode.EXPANSION_TOO_DEEP, "more than " + LanguageLimits.MAX_EXPANSIONS +
                " macros expand into each other", "");
        }
        return free(macro);
    }

    /** In a function a name that the macro does not bind would be a variable of the caller, by accident. */
    private Optional<Diagnostic> free(final MacroTemplate macro)
    {
        if (expansion.isDeclaration() || macro.free().isEmpty() || !macro.isSound())
        {
            return Optional.empty();
        }
        final String name = macro.free().iterator().next();
        final String remedy = macro.parameters().contains(name) ? "write unquote(" + name + ") in the macro" :
            "give it to the macro as an argument";
        return refuse(DiagnosticCode.MACRO_FREE_NAME,
            "macro " + macro + " uses '" + name + "', which it does not bind: variables of its callers are not its own",
            "").map(diagnostic -> diagnostic.suggestion(remedy));
    }

    private Optional<Diagnostic> refuse(final DiagnosticCode code, final String message, final String expected)
    {
        return Optional.of(
            Diagnostic.of(code, expansion.source(), chain.place(), message).expected(expected, ""));
    }

    private static String counted(final int count, final String noun)
    {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
