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
package io.packetflow.engine.language.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.grammar.PacketFlowParser.ArgumentsContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.DefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.EntryContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.FunctionDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ImportDirectiveContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ItemContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.MacroDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ModuleDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.MoleculeDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.NameContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.NodeContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.NodesSectionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.OtherSectionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.PacketDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ParametersContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ProgramContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ReactorDefinitionContext;
import io.packetflow.engine.language.grammar.PacketFlowParser.ReactorSectionContext;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.language.syntax.Item;
import io.packetflow.engine.language.syntax.ProgramTree;

/** Cold path. Makes definitions of what the parser found; those that are damaged are left out. */
final class TreeBuilder
{
    private final TokenSpans spans;
    private final IdentityHashMap<Token, Expression> literals;
    private final ExpressionBuilder expressions;
    private final Set<String> damaged = new HashSet<>();

    TreeBuilder(
        final SourceFile source, final TokenSpans spans, final IdentityHashMap<Token, Expression> literals,
        final Diagnostics diagnostics)
    {
        this.spans = spans;
        this.literals = literals;
        this.expressions = new ExpressionBuilder(source, spans, literals, diagnostics);
    }

    /** Returns the names of definitions that were left out. */
    Set<String> damaged()
    {
        return damaged;
    }

    ProgramTree program(final ProgramContext program)
    {
        final List<Item> items = new ArrayList<>();
        for (final ItemContext item : program.item())
        {
            if (item.importDirective() != null)
            {
                directive(item.importDirective()).ifPresent(items::add);
            }
            else if (item.moduleDefinition() != null)
            {
                module(item.moduleDefinition()).ifPresent(items::add);
            }
            else if (item.definition() != null)
            {
                definition(item.definition()).ifPresent(items::add);
            }
        }
        return new ProgramTree(items, spans.span(program));
    }

    private Optional<Item> directive(final ImportDirectiveContext directive)
    {
        return isDamaged(directive) ? Optional.empty() : Optional.of(new Item.Import(
            (Expression.Text)literals.get(directive.STRING().getSymbol()), spans.span(directive)));
    }

    private Optional<Item> module(final ModuleDefinitionContext module)
    {
        if (module.name() == null || isDamaged(module.name()))
        {
            module.definition().forEach(this::definition);
            return Optional.empty();
        }
        final List<Definition> definitions = new ArrayList<>();
        module.definition().forEach(definition -> definition(definition).ifPresent(definitions::add));
        return Optional.of(new Item.Module(identifier(module.name()), definitions, spans.span(module)));
    }

    private Optional<Definition> definition(final DefinitionContext context)
    {
        final ParseTree definition = context.getChild(0);
        if (isDamaged(context))
        {
            for (int i = 0; definition != null && i < definition.getChildCount(); i++)
            {
                if (definition.getChild(i) instanceof NameContext name && name.getStart() != null)
                {
                    damaged.add(name.getText());
                }
            }
            return Optional.empty();
        }
        try
        {
            return Optional.of(build(definition));
        }
        catch (final TooDeepException e)
        {
            damaged.add(name(definition).getText());
            return Optional.empty();
        }
    }

    private static NameContext name(final ParseTree definition)
    {
        return ((ParserRuleContext)definition).getRuleContext(NameContext.class, 0);
    }

    private Definition build(final ParseTree definition)
    {
        if (definition instanceof PacketDefinitionContext packet)
        {
            return new Definition.Packet(identifier(packet.name()), expressions.atom(packet.atom(0)),
                expressions.atom(packet.atom(1)), entries(packet.entry()), spans.span(packet));
        }
        if (definition instanceof MoleculeDefinitionContext molecule)
        {
            return new Definition.Molecule(
                identifier(molecule.name()), entries(molecule.entry()), spans.span(molecule));
        }
        if (definition instanceof ReactorDefinitionContext reactor)
        {
            return new Definition.Reactor(identifier(reactor.name()),
                reactor.reactorSection().stream().map(this::section).toList(), spans.span(reactor));
        }
        if (definition instanceof FunctionDefinitionContext function)
        {
            return new Definition.Function(identifier(function.name()),
                expressions.patterns(function.parameters().expression()),
                Optional.ofNullable(function.expression()).map(expressions::expression),
                expressions.block(function.block()), spans.span(function));
        }
        final MacroDefinitionContext macro = (MacroDefinitionContext)definition;
        return new Definition.Macro(identifier(macro.name()), expressions.patterns(macro.parameters().expression()),
            expressions.block(macro.block()), spans.span(macro));
    }

    private Entry section(final ReactorSectionContext section)
    {
        if (section instanceof NodesSectionContext nodes)
        {
            final List<Expression> list = new ArrayList<>();
            nodes.node().forEach(node -> list.add(node(node)));
            final Span span = spans.span(nodes.LBRACKET().getSymbol()).to(spans.span(nodes.RBRACKET().getSymbol()));
            return new Entry(new Identifier("nodes", spans.span(nodes.NODES().getSymbol())),
                new Expression.ListOf(list, Optional.empty(), span), spans.span(nodes));
        }
        final OtherSectionContext other = (OtherSectionContext)section;
        return new Entry(new Identifier(other.reactorKey().getText(), spans.span(other.reactorKey())),
            expressions.expression(other.expression()), spans.span(other));
    }

    private Expression.Node node(final NodeContext node)
    {
        return new Expression.Node(expressions.arguments(node.arguments()), expressions.atom(node.atom()),
            entries(node.entry()), spans.span(node));
    }

    private List<Entry> entries(final List<EntryContext> entries)
    {
        return entries.stream().map(expressions::entry).toList();
    }

    private Identifier identifier(final NameContext name)
    {
        return new Identifier(name.getText(), spans.span(name));
    }

    /** Tells whether the parser had to skip or invent anything below a node; a loop, as trees may be deep. */
    private static boolean isDamaged(final ParseTree tree)
    {
        final Deque<ParseTree> open = new ArrayDeque<>();
        open.push(tree);
        while (!open.isEmpty())
        {
            final ParseTree next = open.pop();
            if (next instanceof ErrorNode || (next instanceof ParserRuleContext rule && failed(rule)))
            {
                return true;
            }
            for (int i = 0; i < next.getChildCount(); i++)
            {
                open.push(next.getChild(i));
            }
        }
        return false;
    }

    /** A word that the parser invented leaves no trace but a rule without parts, which few may be. */
    private static boolean failed(final ParserRuleContext rule)
    {
        final boolean mayBeEmpty = rule instanceof ParametersContext || rule instanceof ArgumentsContext;
        return rule.exception != null || (rule.getChildCount() == 0 && !mayBeEmpty);
    }
}
