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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedProgram;
import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.Severity;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Item;

/** Cold path. The functions of a program by name and number of parameters. */
final class FunctionTable
{
    /** A function: all clauses of one name and number of parameters. */
    record Entry(String name, int arity, List<Definition.Function> clauses, SourceFile source)
    {
    }

    private static final String FIRST_OF_TYPES = "PF3000";

    private final List<Diagnostic> earlier;
    private final Map<String, Entry> functions = new LinkedHashMap<>();
    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> unreadable = new LinkedHashSet<>();

    /**
     * Finds the functions.
     *
     * @param program whose macros are expanded; a function with an error in it, found before types were looked at, is
     *        not read
     */
    FunctionTable(final CheckedProgram program)
    {
        this.earlier = program.diagnostics().stream().filter(found -> found.severity() == Severity.ERROR &&
            found.code().toString().compareTo(FIRST_OF_TYPES) < 0).toList();
        for (final ParsedSource source : program.expanded().sources())
        {
            unreadable.addAll(source.damaged());
            for (final Item item : source.tree().items())
            {
                if (item instanceof Item.Module module)
                {
                    module.definitions().forEach(definition -> add(definition, source.source()));
                }
                else if (item instanceof Definition definition)
                {
                    add(definition, source.source());
                }
            }
        }
    }

    private void add(final Definition definition, final SourceFile source)
    {
        if (definition instanceof Definition.Macro macro)
        {
            unreadable.add(macro.name().text());
        }
        else if (definition instanceof Definition.Function function)
        {
            final String name = function.name().text();
            final int arity = function.parameters().size();
            if (hasErrors(function, source))
            {
                unreadable.add(name);
                functions.remove(key(name, arity));
            }
            if (unreadable.contains(name))
            {
                return;
            }
            names.add(name);
            functions.computeIfAbsent(key(name, arity), key -> new Entry(name, arity, new ArrayList<>(), source))
                .clauses().add(function);
        }
    }

    private boolean hasErrors(final Definition.Function function, final SourceFile source)
    {
        return earlier.stream().anyMatch(found -> found.source().equals(source) &&
            found.span().start() >= function.span().start() && found.span().start() < function.span().end());
    }

    private static String key(final String name, final int arity)
    {
        return name + "/" + arity;
    }

    Optional<Entry> find(final String name, final int arity)
    {
        return Optional.ofNullable(functions.get(key(name, arity)));
    }

    /** Returns whether a function of a name has some number of parameters. */
    boolean isDefined(final String name)
    {
        return names.contains(name);
    }

    /** Returns whether a name is one of a macro or of a definition that could not be parsed. */
    boolean isUnreadable(final String name)
    {
        return unreadable.contains(name);
    }

    Collection<Entry> all()
    {
        return functions.values();
    }

    Set<String> names()
    {
        return names;
    }
}
