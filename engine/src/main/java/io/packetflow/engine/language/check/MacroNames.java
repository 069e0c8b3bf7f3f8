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
package io.packetflow.engine.language.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Identifier;

/** Cold path. Which names a macro cannot have: those of what else may be called. */
final class MacroNames
{
    private final Set<String> callable = new HashSet<>(RoutingFunction.all());

    MacroNames()
    {
        callable.addAll(List.of("route", "on"));
    }

    void addFunctions(final List<ParsedSource> sources)
    {
        sources.forEach(source -> ProgramChecker.definitions(source).stream()
            .filter(Definition.Function.class::isInstance).forEach(function -> callable.add(function.name().text())));
    }

    void check(final Identifier macro, final Scope scope)
    {
        if (callable.contains(macro.text()))
        {
            scope.report(scope.at(macro, DiagnosticCode.MACRO_NAME,
                "there is another '" + macro + "' that is called").suggestion("give the macro a name of its own"));
        }
    }
}
