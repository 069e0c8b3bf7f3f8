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

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.expand.ExpandedProgram;
import io.packetflow.engine.language.expand.MacroExpander;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Item;

/** Cold path. Checks a program: first all packets, so that molecules may name them wherever they stand. */
public final class ProgramChecker
{
    private final Diagnostics diagnostics;
    private final Names names = new Names();
    private final MacroNames macroNames = new MacroNames();
    private final List<String> modules = new ArrayList<>();
    private final List<CheckedMolecule> molecules = new ArrayList<>();
    private final List<CheckedReactor> reactors = new ArrayList<>();
    private final List<Definition.Function> functions = new ArrayList<>();
    private final List<Definition.Macro> macros = new ArrayList<>();

    private ProgramChecker(final Diagnostics diagnostics)
    {
        this.diagnostics = diagnostics;
    }

    /**
     * Parses and checks.
     *
     * @param sources of one program; what they import is added
     * @return the program with everything that is wrong with it
     */
    public static CheckedProgram check(final List<SourceFile> sources)
    {
        final Diagnostics diagnostics = new Diagnostics();
        final List<ParsedSource> parsed = ProgramLoader.load(sources, diagnostics);
        final ExpandedProgram expanded = MacroExpander.expand(parsed, diagnostics);
        diagnostics.origins(expanded.origins()::of);
        final ProgramChecker checker = new ProgramChecker(diagnostics);
        checker.macroNames.addFunctions(parsed);
        expanded.sources().forEach(source -> checker.names.addDamaged(source.damaged()));
        expanded.sources().forEach(checker::declare);
        expanded.sources().forEach(checker::check);
        return new CheckedProgram(parsed, checker.modules, checker.names.packets(), checker.molecules,
            checker.reactors, checker.functions, checker.macros, expanded, diagnostics.all());
    }

    private void declare(final ParsedSource parsed)
    {
        for (final Item item : parsed.tree().items())
        {
            if (item instanceof Item.Module module)
            {
                names.claim("module", module.name(), new Scope(parsed.source(), diagnostics));
                modules.add(module.name().text());
            }
        }
        for (final Definition definition : definitions(parsed))
        {
            if (diagnostics.isFull())
            {
                return;
            }
            final Scope scope = new Scope(parsed.source(), diagnostics);
            KeyChecker.check(definition, scope);
            if (definition instanceof Definition.Packet packet)
            {
                declare(packet, scope);
            }
        }
    }

    private void declare(final Definition.Packet packet, final Scope scope)
    {
        final boolean isFirst = names.claim("packet", packet.name(), scope);
        final Optional<CheckedPacket> checked = PacketChecker.check(packet, scope);
        if (checked.isEmpty() || scope.hasErrors())
        {
            names.addDamaged(packet.name().text());
        }
        if (isFirst)
        {
            checked.ifPresent(names::add);
        }
    }

    private void check(final ParsedSource parsed)
    {
        final FunctionChecker functionChecker = new FunctionChecker(new Scope(parsed.source(), diagnostics));
        for (final Definition definition : definitions(parsed))
        {
            if (diagnostics.isFull())
            {
                return;
            }
            functionChecker.check(definition);
            final Scope scope = new Scope(parsed.source(), diagnostics);
            if (definition instanceof Definition.Molecule molecule)
            {
                names.claim("molecule", molecule.name(), scope);
                MoleculeChecker.check(molecule, parsed, names, scope).ifPresent(molecules::add);
            }
            else if (definition instanceof Definition.Reactor reactor)
            {
                names.claim("reactor", reactor.name(), scope);
                ReactorChecker.check(reactor, scope).ifPresent(reactors::add);
            }
            else if (definition instanceof Definition.Function function)
            {
                functions.add(function);
            }
            else if (definition instanceof Definition.Macro macro)
            {
                names.claim("macro", macro.name(), scope);
                macroNames.check(macro.name(), scope);
                macros.add(macro);
            }
        }
    }

    static List<Definition> definitions(final ParsedSource parsed)
    {
        final List<Definition> definitions = new ArrayList<>();
        for (final Item item : parsed.tree().items())
        {
            if (item instanceof Item.Module module)
            {
                definitions.addAll(module.definitions());
            }
            else if (item instanceof Definition definition)
            {
                definitions.add(definition);
            }
        }
        return definitions;
    }
}
