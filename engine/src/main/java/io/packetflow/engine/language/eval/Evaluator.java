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
package io.packetflow.engine.language.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;
import io.packetflow.engine.language.syntax.UnaryOperator;

/**
 * Cold path. Computes what a program says by walking its tree. Values are {@link Decimal}, {@link Boolean}, {@link
 * Atom}, {@link String}, {@link Tuple}, {@link List} and, for maps whose keys are names, {@link Map}. Not thread-safe.
 */
final class Evaluator
{
    private final Map<String, List<Definition.Function>> functions = new HashMap<>();

    /** An atom. */
    record Atom(String name)
    {
    }

    /** A tuple. */
    record Tuple(List<Object> elements)
    {
    }

    Evaluator(final List<Definition.Function> clauses)
    {
        clauses.forEach(clause -> functions.computeIfAbsent(key(clause.name().text(), clause.parameters().size()),
            key -> new ArrayList<>()).add(clause));
    }

    private static String key(final String name, final int arity)
    {
        return name + "/" + arity;
    }

    /**
     * Calls a function.
     *
     * @param name of it
     * @param arguments values
     * @return its value
     * @throws ArithmeticException if a number does not fit, or a divisor is 0
     * @throws IllegalStateException if no clause matches
     */
    Object call(final String name, final List<Object> arguments)
    {
        final List<Definition.Function> clauses = functions.get(key(name, arguments.size()));
        if (clauses == null)
        {
            return BuiltIns.call(name, arguments);
        }
        for (final Definition.Function clause : clauses)
        {
            final Map<String, Object> names = new HashMap<>();
            if (Matching.matchesAll(clause.parameters(), arguments, names) && holds(clause.guard(), names))
            {
                return value(clause.body(), names);
            }
        }
        throw new IllegalStateException("no clause of function " + name + " matches " + arguments);
    }

    private boolean holds(final Optional<Expression> guard, final Map<String, Object> names)
    {
        return guard.isEmpty() || (Boolean)value(guard.get(), names);
    }

    private Object value(final Block block, final Map<String, Object> outer)
    {
        final Map<String, Object> names = new HashMap<>(outer);
        Object last = null;
        for (final Statement statement : block.statements())
        {
            if (statement instanceof Statement.Assignment assignment)
            {
                last = value(assignment.value(), names);
                if (!Matching.matches(assignment.target(), last, names))
                {
                    throw new IllegalStateException("an assignment does not match " + last);
                }
            }
            else
            {
                last = value(((Statement.Evaluation)statement).value(), names);
            }
        }
        return last;
    }

    /** Returns the value of an expression where names have these values. */
    Object value(final Expression expression, final Map<String, Object> names)
    {
        if (expression instanceof Expression.Name name)
        {
            return names.get(name.text());
        }
        if (expression instanceof Expression.FieldOf field)
        {
            return ((Map<?, ?>)value(field.object(), names)).get(field.field().text());
        }
        if (expression instanceof Expression.Unary unary)
        {
            final Object operand = value(unary.operand(), names);
            return unary.operator() == UnaryOperator.NOT ? !(Boolean)operand : ((Decimal)operand).negated();
        }
        if (expression instanceof Expression.Binary binary)
        {
            return binary(binary, names);
        }
        if (expression instanceof Expression.Call call)
        {
            return call(((Expression.Name)call.function()).text(), arguments(call, names));
        }
        if (expression instanceof Expression.Pipe pipe)
        {
            return pipe(pipe, names);
        }
        if (expression instanceof Expression.Conditional conditional)
        {
            return conditional(conditional, names);
        }
        return expression instanceof Expression.Choice choice ? choice(choice, names) : collection(expression, names);
    }

    private List<Object> arguments(final Expression.Call call, final Map<String, Object> names)
    {
        final List<Object> values = new ArrayList<>();
        for (final Argument argument : call.arguments())
        {
            values.add(value(argument.value(), names));
        }
        return values;
    }

    private Object binary(final Expression.Binary binary, final Map<String, Object> names)
    {
        final Object left = value(binary.left(), names);
        if (binary.operator() == BinaryOperator.AND || binary.operator() == BinaryOperator.OR)
        {
            final boolean decides = (Boolean)left == (binary.operator() == BinaryOperator.OR);
            return decides ? left : value(binary.right(), names);
        }
        final Object right = value(binary.right(), names);
        return switch (binary.operator())
        {
            case EQUAL -> Matching.isEqual(left, right);
            case NOT_EQUAL -> !Matching.isEqual(left, right);
            case LESS -> ((Decimal)left).compare((Decimal)right) < 0;
            case AT_MOST -> ((Decimal)left).compare((Decimal)right) <= 0;
            case GREATER -> ((Decimal)left).compare((Decimal)right) > 0;
            case AT_LEAST -> ((Decimal)left).compare((Decimal)right) >= 0;
            case ADD -> ((Decimal)left).plus((Decimal)right);
            case SUBTRACT -> ((Decimal)left).minus((Decimal)right);
            case MULTIPLY -> ((Decimal)left).times((Decimal)right);
            case DIVIDE -> ((Decimal)left).dividedBy((Decimal)right);
            case REMAINDER -> ((Decimal)left).remainder((Decimal)right);
            default -> throw new IllegalStateException("no operator of two values: " + binary.operator());
        };
    }

    private Object pipe(final Expression.Pipe pipe, final Map<String, Object> names)
    {
        Object value = value(pipe.steps().get(0), names);
        for (final Expression step : pipe.steps().subList(1, pipe.steps().size()))
        {
            final List<Object> arguments = new ArrayList<>(List.of(value));
            if (step instanceof Expression.Call call)
            {
                arguments.addAll(arguments(call, names));
                value = call(((Expression.Name)call.function()).text(), arguments);
            }
            else
            {
                value = call(((Expression.Name)step).text(), arguments);
            }
        }
        return value;
    }

    private Object conditional(final Expression.Conditional conditional, final Map<String, Object> names)
    {
        for (final Expression.Branch branch : conditional.branches())
        {
            if ((Boolean)value(branch.condition(), names))
            {
                return value(branch.body(), names);
            }
        }
        return conditional.otherwise().map(block -> value(block, names)).orElse(null);
    }

    private Object choice(final Expression.Choice choice, final Map<String, Object> outer)
    {
        final Object subject = value(choice.subject(), outer);
        for (final CaseClause clause : choice.clauses())
        {
            final Map<String, Object> names = new HashMap<>(outer);
            if (Matching.matches(clause.pattern(), subject, names) && holds(clause.guard(), names))
            {
                return clause.body() instanceof CaseClause.Body.Steps steps ? value(steps.block(), names) :
                    value(((CaseClause.Body.Value)clause.body()).value(), names);
            }
        }
        throw new IllegalStateException("no clause of case matches " + subject);
    }

    private Object collection(final Expression expression, final Map<String, Object> names)
    {
        if (expression instanceof Expression.Tuple tuple)
        {
            return new Tuple(values(tuple.elements(), names));
        }
        if (expression instanceof Expression.ListOf list)
        {
            final List<Object> values = values(list.elements(), names);
            list.tail().ifPresent(tail -> values.addAll((List<?>)value(tail, names)));
            return values;
        }
        if (expression instanceof Expression.MapOf map)
        {
            final Map<String, Object> fields = new LinkedHashMap<>();
            for (final MapItem item : map.items())
            {
                fields.put(((Entry)item).key().text(), value(item.value(), names));
            }
            return fields;
        }
        return literal(expression);
    }

    private List<Object> values(final List<Expression> expressions, final Map<String, Object> names)
    {
        final List<Object> values = new ArrayList<>();
        expressions.forEach(expression -> values.add(value(expression, names)));
        return values;
    }

    /** Returns the value of a literal. */
    static Object literal(final Expression expression)
    {
        if (expression instanceof Expression.WholeNumber number)
        {
            return Decimal.whole(number.value());
        }
        if (expression instanceof Expression.DecimalNumber number)
        {
            final int scale = Math.max(0, number.value().scale());
            return new Decimal(number.value().movePointRight(scale).longValueExact(), scale);
        }
        if (expression instanceof Expression.Measure measure)
        {
            return Decimal.whole(measure.value().longValueExact());
        }
        if (expression instanceof Expression.Unary unary)
        {
            return ((Decimal)literal(unary.operand())).negated();
        }
        if (expression instanceof Expression.Atom atom)
        {
            return new Atom(atom.text());
        }
        if (expression instanceof Expression.Text text)
        {
            return text.value();
        }
        return ((Expression.Truth)expression).value();
    }

    /** Returns the patterns' constants as values. */
    static Object constant(final Pattern.Constant pattern)
    {
        return literal(pattern.value());
    }
}
