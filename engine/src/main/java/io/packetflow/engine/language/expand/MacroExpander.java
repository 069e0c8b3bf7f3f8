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

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.parse.LanguageLimits;
import io.packetflow.engine.language.parse.ParsedSource;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Item;
import io.packetflow.engine.language.syntax.ProgramTree;
import io.packetflow.engine.language.syntax.SyntaxNode;

/**
 * Cold path. Expands the macros of a program: all of its files know the macros of all. A definition that calls none
 * stays the tree that it is.
 */
public final class MacroExpander
{
    private final Diagnostics diagnostics;
    private final Map<String, MacroTemplate> macros = new LinkedHashMap<>();

    private MacroExpander(final Diagnostics diagnostics)
    {
        this.diagnostics = diagnostics;
    }

    /**
     * Expands.
     *
     * @param sources of one program, parsed
     * @param diagnostics takes what is wrong with macros and their calls
     * @return the program without calls of macros; definitions with a call that is wrong are left out as damaged
     */
    public static ExpandedProgram expand(final List<ParsedSource> sources, final Diagnostics diagnostics)
    {
        final MacroExpander expander = new MacroExpander(diagnostics);
        sources.forEach(source -> source.tree().items().forEach(item -> expander.examine(item, source.source())));
        final Expansion expansion = new Expansion(expander.macros,
            expander.macros.isEmpty() ? Set.of() : FreshNames.taken(sources), diagnostics);
        final List<ParsedSource> expanded = new ArrayList<>();
        sources.forEach(source -> expanded.add(
            expander.macros.isEmpty() ? source : expander.expand(source, expansion)));
        return new ExpandedProgram(expanded, expansion.origins());
    }

    /** Takes macros, and finds quotations elsewhere. */
    private void examine(final Item item, final SourceFile source)
    {
        if (item instanceof Item.Module module)
        {
            module.definitions().forEach(definition -> examine(definition, source));
        }
        else if (item instanceof Definition.Macro macro)
        {
            final MacroTemplate template =
                new MacroTemplate(macro, source, MacroForm.of(macro, source, diagnostics));
            macros.putIfAbsent(template.name(), template);
        }
        else
        {
            Children.visit(item, node -> refuseQuotation(node, source));
        }
    }

    private void refuseQuotation(final SyntaxNode node, final SourceFile source)
    {
        if (node instanceof Expression.Quote)
        {
            diagnostics.report(Diagnostic.of(DiagnosticCode.QUOTE_OUTSIDE_MACRO, source, node.span(),
                "quote stands outside of a macro").suggestion("take quote away, or make the definition a defmacro"));
        }
    }

    private ParsedSource expand(final ParsedSource parsed, final Expansion expansion)
    {
        final Set<String> damaged = new HashSet<>(parsed.damaged());
        final List<Item> items = new ArrayList<>();
        for (final Item item : parsed.tree().items())
        {
            if (item instanceof Item.Module module)
            {
                final List<Definition> definitions = new ArrayList<>();
                module.definitions().forEach(definition ->
                    expand(definition, parsed.source(), expansion, damaged).ifPresent(definitions::add));
                items.add(new Item.Module(module.name(), definitions, module.span()));
            }
            else if (item instanceof Definition definition)
            {
                expand(definition, parsed.source(), expansion, damaged).ifPresent(items::add);
            }
            else
            {
                items.add(item);
            }
        }
        return new ParsedSource(parsed.source(), new ProgramTree(items, parsed.tree().span()), parsed.comments(),
            damaged, parsed.isSound());
    }

    private Optional<Definition> expand(
        final Definition definition, final SourceFile source, final Expansion expansion, final Set<String> damaged)
    {
        if (definition instanceof Definition.Macro || !callsMacros(definition))
        {
            return Optional.of(definition);
        }
        expansion.begin(source, !(definition instanceof Definition.Function));
        final Definition expanded = new DefinitionCopy(new CallerCode(expansion)).definition(definition);
        if (!expansion.hasFailed() && Nesting.isTooDeep(expanded))
        {
            expansion.fail();
            diagnostics.report(Diagnostic.of(DiagnosticCode.EXPANSION_TOO_DEEP, source, definition.name().span(),
                "with the code of its macros " + definition.name() + " nests more than " +
                LanguageLimits.MAX_NESTING + " levels deep"));
        }
        if (expansion.hasFailed())
        {
            damaged.add(definition.name().text());
            return Optional.empty();
        }
        return Optional.of(expanded);
    }

    private boolean callsMacros(final Definition definition)
    {
        final boolean[] calls = {false};
        Children.visit(definition, node ->
            calls[0] |= node instanceof Expression.Name name && macros.containsKey(name.text()));
        return calls[0];
    }
}
