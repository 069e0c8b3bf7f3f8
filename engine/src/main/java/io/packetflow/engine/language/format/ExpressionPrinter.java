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
package io.packetflow.engine.language.format;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.BindingStrength;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Statement;

/**
 * Cold path. Writes expressions: on the current line where they fit, else with each element of their brackets on a line
 * of its own. What is between brackets, such as operators, is never broken.
 */
final class ExpressionPrinter
{
    private static final int STEP = SourcePrinter.STEP;

    private final Layout layout;
    private final LineWriter out;

    ExpressionPrinter(final Layout layout, final LineWriter out)
    {
        this.layout = layout;
        this.out = out;
    }

    void print(final Entry entry, final int indent, final int suffix)
    {
        out.append(entry.key() + ": ");
        print(entry.value(), indent, suffix);
    }

    void print(final Expression expression, final int indent, final int suffix)
    {
        final String flat = layout.mustBreak(expression) ? "" : FlatText.of(expression);
        if (!flat.isEmpty() && out.column() + flat.length() + suffix <= SourceFormatter.MAX_WIDTH)
        {
            out.append(flat);
            return;
        }
        printBroken(expression, indent, suffix);
    }

    private void printBroken(final Expression expression, final int indent, final int suffix)
    {
        final Span span = expression.span();
        if (expression instanceof Expression.ListOf list)
        {
            brackets("[", elements(list), "]", inside(span, 1), indent);
        }
        else if (expression instanceof Expression.Tuple tuple)
        {
            brackets("{", elements(tuple.elements()), "}", inside(span, 1), indent);
        }
        else if (expression instanceof Expression.MapOf map)
        {
            final List<Part> parts = new ArrayList<>();
            map.items().forEach(item -> parts.add(
                new Part(item.span(), ",", (inner, free) -> item(item, inner, free))));
            brackets("%{", parts, "}", inside(span, 2), indent);
        }
        else if (expression instanceof Expression.Call call)
        {
            operand(call.function(), BindingStrength.ACCESS, indent, 1);
            arguments(call.arguments(), new Span(call.function().span().end(), Math.max(
                call.function().span().end(), span.end() - 1)), indent);
        }
        else if (expression instanceof Expression.FieldOf field)
        {
            operand(field.object(), BindingStrength.ACCESS, indent, suffix);
            out.append("." + field.field());
        }
        else if (expression instanceof Expression.Unary unary)
        {
            out.append(FlatText.prefix(unary));
            operand(unary.operand(), unary.operator().strength(), indent, suffix);
        }
        else if (expression instanceof Expression.Binary binary)
        {
            operand(binary.left(), FlatText.leftStrength(binary.operator()), indent, 0);
            out.append(" " + binary.operator() + " ");
            operand(binary.right(), FlatText.rightStrength(binary.operator().strength()), indent, suffix);
        }
        else
        {
            control(expression, indent, suffix);
        }
    }

    private void control(final Expression expression, final int indent, final int suffix)
    {
        if (expression instanceof Expression.Pipe pipe)
        {
            final List<Part> parts = new ArrayList<>();
            pipe.steps().forEach(step -> parts.add(new Part(step.span(), " |>",
                (inner, free) -> operand(step, BindingStrength.SUM, inner, Math.max(free, suffix)))));
            new Sequence(layout, out, indent + STEP, expression.span()).continued(parts);
        }
        else if (expression instanceof Expression.Conditional conditional)
        {
            conditional(conditional, indent);
        }
        else if (expression instanceof Expression.Choice choice)
        {
            out.append("case ");
            subject(choice.subject(), indent);
            final List<Part> parts = new ArrayList<>();
            choice.clauses().forEach(clause -> parts.add(
                new Part(clause.span(), "", (inner, free) -> clause(clause, inner))));
            out.append(" ");
            brackets("{", parts, "}", new Span(choice.subject().span().end(),
                Math.max(choice.subject().span().end(), choice.span().end() - 1)), indent);
        }
        else if (expression instanceof Expression.Quote quote)
        {
            out.append("quote ");
            block(quote.code(), indent);
        }
        else if (expression instanceof Expression.Unquote unquote)
        {
            out.append("unquote(");
            print(unquote.value(), indent, suffix + 1);
            out.append(")");
        }
        else if (expression instanceof Expression.Node node)
        {
            node(node, indent);
        }
        else
        {
            out.append(FlatText.of(expression));
        }
    }

    private void node(final Expression.Node node, final int indent)
    {
        out.append("node");
        arguments(node.arguments(), new Span(node.span().start(), node.group().span().start()), indent);
        out.append(" ");
        final List<Part> parts = new ArrayList<>();
        parts.add(new Part(node.group().span(), ",", (inner, free) -> print(node.group(), inner, free)));
        node.options().forEach(option -> parts.add(
            new Part(option.span(), ",", (inner, free) -> print(option, inner, free))));
        brackets("{", parts, "}", new Span(node.group().span().start(), Math.max(
            node.group().span().start(), node.span().end() - 1)), indent);
    }

    private void conditional(final Expression.Conditional conditional, final int indent)
    {
        String word = "if ";
        for (final Expression.Branch branch : conditional.branches())
        {
            out.append(word);
            subject(branch.condition(), indent);
            out.append(" ");
            block(branch.body(), indent);
            word = " else if ";
        }
        conditional.otherwise().ifPresent(block ->
        {
            out.append(" else ");
            block(block, indent);
        });
    }

    private void subject(final Expression subject, final int indent)
    {
        if (subject instanceof Expression.Quote)
        {
            parenthesized(subject, indent, 0);
        }
        else
        {
            print(subject, indent, STEP);
        }
    }

    private void clause(final CaseClause clause, final int indent)
    {
        out.append(FlatText.of(clause.pattern()));
        clause.guard().ifPresent(guard ->
        {
            out.append(" when ");
            print(guard, indent, 0);
        });
        out.append(" -> ");
        if (clause.body() instanceof CaseClause.Body.Steps steps)
        {
            block(steps.block(), indent);
            return;
        }
        final Expression value = ((CaseClause.Body.Value)clause.body()).value();
        if (FlatText.beginsWithBrace(value))
        {
            parenthesized(value, indent, 0);
        }
        else
        {
            print(value, indent, 0);
        }
    }

    /** Writes a block, each statement on a line of its own. */
    void block(final Block block, final int indent)
    {
        final List<Part> parts = new ArrayList<>();
        block.statements().forEach(statement -> parts.add(
            new Part(statement.span(), "", (inner, free) -> statement(statement, inner))));
        brackets("{", parts, "}", inside(block.span(), 1), indent);
    }

    private void statement(final Statement statement, final int indent)
    {
        if (statement instanceof Statement.Assignment assignment)
        {
            out.append(FlatText.of(assignment.target()) + " = ");
            print(assignment.value(), indent, 0);
        }
        else
        {
            print(((Statement.Evaluation)statement).value(), indent, 0);
        }
    }

    private List<Part> elements(final Expression.ListOf list)
    {
        final List<Part> parts = new ArrayList<>(elements(list.elements()));
        list.tail().ifPresent(tail ->
        {
            final Part last = parts.remove(parts.size() - 1);
            parts.add(new Part(last.span(), " |", last.printer()));
            parts.addAll(elements(List.of(tail)));
        });
        return parts;
    }

    private List<Part> elements(final List<Expression> elements)
    {
        final List<Part> parts = new ArrayList<>();
        elements.forEach(element -> parts.add(
            new Part(element.span(), ",", (inner, free) -> print(element, inner, free))));
        return parts;
    }

    private void item(final MapItem item, final int indent, final int suffix)
    {
        if (item instanceof Entry entry)
        {
            print(entry, indent, suffix);
            return;
        }
        print(((MapItem.Pair)item).key(), indent, 0);
        out.append(" => ");
        print(item.value(), indent, suffix);
    }

    private void arguments(final List<Argument> arguments, final Span inside, final int indent)
    {
        final boolean isFlat = arguments.stream().noneMatch(layout::mustBreak) && !layout.hasComment(inside) &&
            (arguments.isEmpty() || !layout.beginsLine(arguments.get(0)));
        final String flat = isFlat ? FlatText.arguments(arguments) : "";
        if (isFlat && out.column() + flat.length() <= SourceFormatter.MAX_WIDTH)
        {
            out.append(flat);
            return;
        }
        final List<Part> parts = new ArrayList<>();
        arguments.forEach(argument -> parts.add(new Part(argument.span(), ",", (inner, free) ->
        {
            if (argument instanceof Entry entry)
            {
                print(entry, inner, free);
            }
            else
            {
                print(argument.value(), inner, free);
            }
        })));
        brackets("(", parts, ")", inside, indent);
    }

    private void operand(
        final Expression operand, final BindingStrength needed, final int indent, final int suffix)
    {
        if (FlatText.needsParentheses(operand, needed))
        {
            parenthesized(operand, indent, suffix);
        }
        else
        {
            print(operand, indent, suffix);
        }
    }

    private void parenthesized(final Expression expression, final int indent, final int suffix)
    {
        out.append("(");
        print(expression, indent, suffix + 1);
        out.append(")");
    }

    private void brackets(
        final String opener, final List<Part> parts, final String closer, final Span inside, final int indent)
    {
        if (parts.isEmpty() && !layout.hasComment(inside))
        {
            out.append(opener + closer);
            return;
        }
        out.append(opener);
        new Sequence(layout, out, indent + STEP, inside).bracketed(parts);
        out.newLine(indent);
        out.append(closer);
    }

    private static Span inside(final Span span, final int opener)
    {
        return span.length() <= opener ? Span.NONE : new Span(span.start() + opener, span.end() - 1);
    }
}
