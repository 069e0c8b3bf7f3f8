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

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import io.packetflow.engine.language.source.Span;

/** Cold path. What has a value. */
public sealed interface Expression extends SyntaxNode
{
    /**
     * A variable, a function, or, with a capital letter, a packet.
     *
     * @param text of the name
     * @param span of the name
     */
    record Name(String text, Span span) implements Expression
    {
    }

    /**
     * {@code :ionic}.
     *
     * @param text without the colon
     * @param span of the atom
     */
    record Atom(String text, Span span) implements Expression
    {
    }

    /**
     * A whole number.
     *
     * @param text as written, underscores included
     * @param value 0 to {@link Long#MAX_VALUE}
     * @param span of the number
     */
    record WholeNumber(String text, long value, Span span) implements Expression
    {
    }

    /**
     * A number with a point or an exponent.
     *
     * @param text as written, underscores included
     * @param value exactly what is written
     * @param span of the number
     */
    record DecimalNumber(String text, BigDecimal value, Span span) implements Expression
    {
    }

    /**
     * {@code 10ms}, {@code 64KB}, {@code 1M/s}.
     *
     * @param number as written, underscores included
     * @param unit behind it
     * @param value in the base unit: nanoseconds, bytes, events a second
     * @param span of number and unit
     */
    record Measure(String number, Unit unit, BigDecimal value, Span span) implements Expression
    {
        /** Returns number and unit as they are written. */
        public String text()
        {
            return number + unit.symbol();
        }
    }

    /**
     * {@code "text"}.
     *
     * @param value without quotes and escapes
     * @param span of the literal with its quotes
     */
    record Text(String value, Span span) implements Expression
    {
    }

    /**
     * {@code true} or {@code false}.
     *
     * @param value of the literal
     * @param span of the word
     */
    record Truth(boolean value, Span span) implements Expression
    {
    }

    /**
     * {@code [a, b]} or {@code [first | rest]}.
     *
     * @param elements in their order
     * @param tail list that follows them
     * @param span of the list
     */
    record ListOf(List<Expression> elements, Optional<Expression> tail, Span span) implements Expression
    {
        /** Copies the list. */
        public ListOf
        {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code {a, b}}.
     *
     * @param elements in their order
     * @param span of the tuple
     */
    record Tuple(List<Expression> elements, Span span) implements Expression
    {
        /** Copies the list. */
        public Tuple
        {
            elements = List.copyOf(elements);
        }
    }

    /**
     * {@code %{price: 1, "key" => 2}}.
     *
     * @param items in their order
     * @param span of the map
     */
    record MapOf(List<MapItem> items, Span span) implements Expression
    {
        /** Copies the list. */
        public MapOf
        {
            items = List.copyOf(items);
        }
    }

    /**
     * {@code f(a, name: b)}.
     *
     * @param function that is called
     * @param arguments positional ones first, then named ones
     * @param span of the call
     */
    record Call(Expression function, List<Argument> arguments, Span span) implements Expression
    {
        /** Copies the list. */
        public Call
        {
            arguments = List.copyOf(arguments);
        }
    }

    /**
     * {@code quote.price}.
     *
     * @param object that has the field
     * @param field its name
     * @param span of both
     */
    record FieldOf(Expression object, Identifier field, Span span) implements Expression
    {
    }

    /**
     * {@code -a}, {@code not a}.
     *
     * @param operator before the operand
     * @param operand it applies to
     * @param span of both
     */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression
    {
    }

    /**
     * {@code a + b}.
     *
     * @param operator between the operands
     * @param left operand
     * @param right operand
     * @param span of all
     */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span span) implements Expression
    {
    }

    /**
     * {@code a |> f() |> g()}.
     *
     * @param steps two or more
     * @param span of all
     */
    record Pipe(List<Expression> steps, Span span) implements Expression
    {
        /** Copies the list. */
        public Pipe
        {
            steps = List.copyOf(steps);
        }
    }

    /**
     * {@code if a { x } else if b { y } else { z }}.
     *
     * @param branches one or more, in the order in which their conditions are asked
     * @param otherwise what is done where none holds
     * @param span of all
     */
    record Conditional(List<Branch> branches, Optional<Block> otherwise, Span span) implements Expression
    {
        /** Copies the list. */
        public Conditional
        {
            branches = List.copyOf(branches);
        }
    }

    /**
     * A condition and what is done where it holds.
     *
     * @param condition a boolean
     * @param body what is done
     */
    record Branch(Expression condition, Block body)
    {
    }

    /**
     * {@code case a { 1 -> x _ -> y }}.
     *
     * @param subject that is looked at
     * @param clauses in the order in which they are tried
     * @param span of all
     */
    record Choice(Expression subject, List<CaseClause> clauses, Span span) implements Expression
    {
        /** Copies the list. */
        public Choice
        {
            clauses = List.copyOf(clauses);
        }
    }

    /**
     * {@code quote { ... }}: code as a value.
     *
     * @param code that is not run
     * @param span of all
     */
    record Quote(Block code, Span span) implements Expression
    {
    }

    /**
     * {@code unquote(a)}: a value put into quoted code.
     *
     * @param value of the code that takes its place
     * @param span of all
     */
    record Unquote(Expression value, Span span) implements Expression
    {
    }

    /**
     * {@code node("router_*") { :dataflow, cores: 4 }}; stands in the nodes of a reactor only.
     *
     * @param arguments the name of the node, or a pattern of names
     * @param group of the periodic table that the node is for
     * @param options of the node
     * @param span of all
     */
    record Node(List<Argument> arguments, Atom group, List<Entry> options, Span span) implements Expression
    {
        /** Copies the lists. */
        public Node
        {
            arguments = List.copyOf(arguments);
            options = List.copyOf(options);
        }
    }
}
