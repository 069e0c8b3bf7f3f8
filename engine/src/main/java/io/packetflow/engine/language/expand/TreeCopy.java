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
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Identifier;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;

/** Cold path. Copies expressions and statements; subclasses change on the way what they are about. */
abstract class TreeCopy
{
    /** Returns the place that a copy stands at. */
    abstract Span span(Span original);

    /** Returns what a name is called that is used, or given by a pattern. */
    abstract String variable(String name);

    Expression expression(final Expression expression)
    {
        final Span span = span(expression.span());
        if (expression instanceof Expression.Name name)
        {
            return new Expression.Name(variable(name.text()), span);
        }
        if (expression instanceof Expression.Atom atom)
        {
            return new Expression.Atom(atom.text(), span);
        }
        if (expression instanceof Expression.WholeNumber number)
        {
            return new Expression.WholeNumber(number.text(), number.value(), span);
        }
        if (expression instanceof Expression.DecimalNumber number)
        {
            return new Expression.DecimalNumber(number.text(), number.value(), span);
        }
        if (expression instanceof Expression.Measure measure)
        {
            return new Expression.Measure(measure.number(), measure.unit(), measure.value(), span);
        }
        if (expression instanceof Expression.Text text)
        {
            return new Expression.Text(text.value(), span);
        }
        return expression instanceof Expression.Truth truth ? new Expression.Truth(truth.value(), span) :
            compound(expression, span);
    }

    private Expression compound(final Expression expression, final Span span)
    {
        if (expression instanceof Expression.ListOf list)
        {
            return new Expression.ListOf(elements(list.elements()), list.tail().map(this::expression), span);
        }
        if (expression instanceof Expression.Tuple tuple)
        {
            return new Expression.Tuple(expressions(tuple.elements()), span);
        }
        if (expression instanceof Expression.MapOf map)
        {
            final List<MapItem> items = new ArrayList<>();
            map.items().forEach(item -> items.add(item(item)));
            return new Expression.MapOf(items, span);
        }
        if (expression instanceof Expression.Call call)
        {
            return new Expression.Call(callee(call.function()), arguments(call.arguments()), span);
        }
        if (expression instanceof Expression.FieldOf field)
        {
            return new Expression.FieldOf(expression(field.object()), identifier(field.field()), span);
        }
        if (expression instanceof Expression.Unary unary)
        {
            return new Expression.Unary(unary.operator(), expression(unary.operand()), span);
        }
        if (expression instanceof Expression.Binary binary)
        {
            return new Expression.Binary(
                binary.operator(), expression(binary.left()), expression(binary.right()), span);
        }
        return expression instanceof Expression.Pipe pipe ? new Expression.Pipe(expressions(pipe.steps()), span) :
            control(expression, span);
    }

    private Expression control(final Expression expression, final Span span)
    {
        if (expression instanceof Expression.Conditional conditional)
        {
            final List<Expression.Branch> branches = new ArrayList<>();
            conditional.branches().forEach(branch ->
                branches.add(new Expression.Branch(expression(branch.condition()), block(branch.body()))));
            return new Expression.Conditional(branches, conditional.otherwise().map(this::block), span);
        }
        if (expression instanceof Expression.Choice choice)
        {
            final List<CaseClause> clauses = new ArrayList<>();
            choice.clauses().forEach(clause -> clauses.add(clause(clause)));
            return new Expression.Choice(expression(choice.subject()), clauses, span);
        }
        if (expression instanceof Expression.Quote quote)
        {
            return new Expression.Quote(block(quote.code()), span);
        }
        if (expression instanceof Expression.Unquote unquote)
        {
            return new Expression.Unquote(expression(unquote.value()), span);
        }
        final Expression.Node node = (Expression.Node)expression;
        return new Expression.Node(arguments(node.arguments()),
            new Expression.Atom(node.group().text(), span(node.group().span())), entries(node.options()), span);
    }

    /** Copies what is called: the name of a function, which is global and keeps its name. */
    Expression callee(final Expression function)
    {
        return function instanceof Expression.Name name ? new Expression.Name(name.text(), span(name.span())) :
            expression(function);
    }

    /** Copies the value of a clause. */
    CaseClause.Body clauseValue(final Expression value)
    {
        return new CaseClause.Body.Value(expression(value));
    }

    /** Copies the elements of a list. */
    List<Expression> elements(final List<Expression> elements)
    {
        return expressions(elements);
    }

    final List<Expression> expressions(final List<Expression> expressions)
    {
        final List<Expression> copies = new ArrayList<>(expressions.size());
        expressions.forEach(expression -> copies.add(expression(expression)));
        return copies;
    }

    final List<Argument> arguments(final List<Argument> arguments)
    {
        final List<Argument> copies = new ArrayList<>(arguments.size());
        arguments.forEach(argument -> copies.add(argument instanceof Entry entry ? entry(entry) :
            new Argument.Positional(expression(argument.value()))));
        return copies;
    }

    final List<Entry> entries(final List<Entry> entries)
    {
        final List<Entry> copies = new ArrayList<>(entries.size());
        entries.forEach(entry -> copies.add(entry(entry)));
        return copies;
    }

    final Entry entry(final Entry entry)
    {
        return new Entry(identifier(entry.key()), expression(entry.value()), span(entry.span()));
    }

    private MapItem item(final MapItem item)
    {
        return item instanceof Entry entry ? entry(entry) : new MapItem.Pair(
            expression(((MapItem.Pair)item).key()), expression(item.value()), span(item.span()));
    }

    final Identifier identifier(final Identifier identifier)
    {
        return new Identifier(identifier.text(), span(identifier.span()));
    }

    final Block block(final Block block)
    {
        return new Block(statements(block.statements()), span(block.span()));
    }

    List<Statement> statements(final List<Statement> statements)
    {
        final List<Statement> copies = new ArrayList<>(statements.size());
        for (final Statement statement : statements)
        {
            copies.add(statement instanceof Statement.Assignment assignment ?
                new Statement.Assignment(pattern(assignment.target()), expression(assignment.value()),
                span(assignment.span())) :
                new Statement.Evaluation(expression(((Statement.Evaluation)statement).value())));
        }
        return copies;
    }

    private CaseClause clause(final CaseClause clause)
    {
        final CaseClause.Body body = clause.body() instanceof CaseClause.Body.Steps steps ?
            new CaseClause.Body.Steps(block(steps.block())) :
            clauseValue(((CaseClause.Body.Value)clause.body()).value());
        return new CaseClause(
            pattern(clause.pattern()), clause.guard().map(this::expression), body, span(clause.span()));
    }

    final List<Pattern> patterns(final List<Pattern> patterns)
    {
        final List<Pattern> copies = new ArrayList<>(patterns.size());
        patterns.forEach(pattern -> copies.add(pattern(pattern)));
        return copies;
    }

    final Pattern pattern(final Pattern pattern)
    {
        final Span span = span(pattern.span());
        if (pattern instanceof Pattern.Binding binding)
        {
            return new Pattern.Binding(variable(binding.name()), span);
        }
        if (pattern instanceof Pattern.Constant constant)
        {
            return new Pattern.Constant(expression(constant.value()));
        }
        if (pattern instanceof Pattern.Tuple tuple)
        {
            return new Pattern.Tuple(patterns(tuple.elements()), span);
        }
        if (pattern instanceof Pattern.ListOf list)
        {
            final Optional<Pattern> tail = list.tail().map(this::pattern);
            return new Pattern.ListOf(patterns(list.elements()), tail, span);
        }
        if (pattern instanceof Pattern.MapOf map)
        {
            final List<Pattern.Field> fields = new ArrayList<>();
            map.fields().forEach(field -> fields.add(
                new Pattern.Field(identifier(field.key()), pattern(field.value()), span(field.span()))));
            return new Pattern.MapOf(fields, span);
        }
        return new Pattern.Wildcard(span);
    }
}
