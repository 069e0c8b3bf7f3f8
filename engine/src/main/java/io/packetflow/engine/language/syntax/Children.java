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
package io.packetflow.engine.language.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Cold path. The parts of a tree, in the order in which they are written. */
public final class Children
{
    private Children()
    {
    }

    /**
     * Returns what stands directly below a node.
     *
     * @param node any
     * @return its children; names and literals have none
     */
    public static List<SyntaxNode> of(final SyntaxNode node)
    {
        final List<SyntaxNode> children = new ArrayList<>();
        if (node instanceof ProgramTree program)
        {
            children.addAll(program.items());
        }
        else if (node instanceof Item item)
        {
            ofItem(item, children);
        }
        else if (node instanceof Expression expression)
        {
            ofExpression(expression, children);
        }
        else if (node instanceof Pattern pattern)
        {
            ofPattern(pattern, children);
        }
        else
        {
            ofPart(node, children);
        }
        return children;
    }

    /**
     * Visits a node and all below it, parents first.
     *
     * @param node to begin with
     * @param visitor called for each
     */
    public static void visit(final SyntaxNode node, final Consumer<SyntaxNode> visitor)
    {
        visitor.accept(node);
        of(node).forEach(child -> visit(child, visitor));
    }

    private static void ofItem(final Item item, final List<SyntaxNode> children)
    {
        if (item instanceof Item.Import directive)
        {
            children.add(directive.path());
        }
        else if (item instanceof Item.Module module)
        {
            children.add(module.name());
            children.addAll(module.definitions());
        }
        else if (item instanceof Definition.Packet packet)
        {
            children.addAll(List.of(packet.name(), packet.group(), packet.element()));
            children.addAll(packet.properties());
        }
        else if (item instanceof Definition.Molecule molecule)
        {
            children.add(molecule.name());
            children.addAll(molecule.sections());
        }
        else if (item instanceof Definition.Reactor reactor)
        {
            children.add(reactor.name());
            children.addAll(reactor.sections());
        }
        else if (item instanceof Definition.Function function)
        {
            children.add(function.name());
            children.addAll(function.parameters());
            function.guard().ifPresent(children::add);
            children.add(function.body());
        }
        else if (item instanceof Definition.Macro macro)
        {
            children.add(macro.name());
            children.addAll(macro.parameters());
            children.add(macro.body());
        }
    }

    private static void ofExpression(final Expression expression, final List<SyntaxNode> children)
    {
        if (expression instanceof Expression.ListOf list)
        {
            children.addAll(list.elements());
            list.tail().ifPresent(children::add);
        }
        else if (expression instanceof Expression.Tuple tuple)
        {
            children.addAll(tuple.elements());
        }
        else if (expression instanceof Expression.MapOf map)
        {
            children.addAll(map.items());
        }
        else if (expression instanceof Expression.Call call)
        {
            children.add(call.function());
            children.addAll(call.arguments());
        }
        else if (expression instanceof Expression.FieldOf field)
        {
            children.addAll(List.of(field.object(), field.field()));
        }
        else if (expression instanceof Expression.Unary unary)
        {
            children.add(unary.operand());
        }
        else if (expression instanceof Expression.Binary binary)
        {
            children.addAll(List.of(binary.left(), binary.right()));
        }
        else if (expression instanceof Expression.Pipe pipe)
        {
            children.addAll(pipe.steps());
        }
        else
        {
            ofControl(expression, children);
        }
    }

    private static void ofControl(final Expression expression, final List<SyntaxNode> children)
    {
        if (expression instanceof Expression.Conditional conditional)
        {
            conditional.branches().forEach(branch -> children.addAll(List.of(branch.condition(), branch.body())));
            conditional.otherwise().ifPresent(children::add);
        }
        else if (expression instanceof Expression.Choice choice)
        {
            children.add(choice.subject());
            children.addAll(choice.clauses());
        }
        else if (expression instanceof Expression.Quote quote)
        {
            children.add(quote.code());
        }
        else if (expression instanceof Expression.Unquote unquote)
        {
            children.add(unquote.value());
        }
        else if (expression instanceof Expression.Node node)
        {
            children.addAll(node.arguments());
            children.add(node.group());
            children.addAll(node.options());
        }
    }

    private static void ofPattern(final Pattern pattern, final List<SyntaxNode> children)
    {
        if (pattern instanceof Pattern.Constant constant)
        {
            children.add(constant.value());
        }
        else if (pattern instanceof Pattern.Tuple tuple)
        {
            children.addAll(tuple.elements());
        }
        else if (pattern instanceof Pattern.ListOf list)
        {
            children.addAll(list.elements());
            list.tail().ifPresent(children::add);
        }
        else if (pattern instanceof Pattern.MapOf map)
        {
            map.fields().forEach(field -> children.addAll(List.of(field.key(), field.value())));
        }
    }

    private static void ofPart(final SyntaxNode node, final List<SyntaxNode> children)
    {
        if (node instanceof Entry entry)
        {
            children.addAll(List.of(entry.key(), entry.value()));
        }
        else if (node instanceof Argument.Positional positional)
        {
            children.add(positional.value());
        }
        else if (node instanceof MapItem.Pair pair)
        {
            children.addAll(List.of(pair.key(), pair.value()));
        }
        else if (node instanceof Block block)
        {
            children.addAll(block.statements());
        }
        else if (node instanceof Statement.Assignment assignment)
        {
            children.addAll(List.of(assignment.target(), assignment.value()));
        }
        else if (node instanceof Statement.Evaluation evaluation)
        {
            children.add(evaluation.value());
        }
        else if (node instanceof CaseClause clause)
        {
            children.add(clause.pattern());
            clause.guard().ifPresent(children::add);
            children.add(clause.body() instanceof CaseClause.Body.Steps steps ? steps.block() :
                ((CaseClause.Body.Value)clause.body()).value());
        }
    }
}
