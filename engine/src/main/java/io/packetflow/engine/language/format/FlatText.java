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

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.BinaryOperator;
import io.packetflow.engine.language.syntax.BindingStrength;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;

/**
 * Cold path. Writes parts of a program on one line, in the canonical form: one space behind commas and colons and
 * around operators, parentheses only where they are needed. Comments are not part of the tree and not written.
 */
public final class FlatText
{
    private FlatText()
    {
    }

    /**
     * Writes an expression.
     *
     * @param expression to write
     * @return its text, without a line feed
     */
    public static String of(final Expression expression)
    {
        if (expression instanceof Expression.Name name)
        {
            return name.text();
        }
        if (expression instanceof Expression.Atom atom)
        {
            return ":" + atom.text();
        }
        if (expression instanceof Expression.WholeNumber number)
        {
            return number.text();
        }
        if (expression instanceof Expression.DecimalNumber number)
        {
            return number.text();
        }
        if (expression instanceof Expression.Measure measure)
        {
            return measure.text();
        }
        if (expression instanceof Expression.Text text)
        {
            return quoted(text.value());
        }
        return expression instanceof Expression.Truth truth ? Boolean.toString(truth.value()) : compound(expression);
    }

    private static String compound(final Expression expression)
    {
        if (expression instanceof Expression.ListOf list)
        {
            final String tail = list.tail().isPresent() ? " | " + of(list.tail().get()) : "";
            return "[" + joined(list.elements(), FlatText::of) + tail + "]";
        }
        if (expression instanceof Expression.Tuple tuple)
        {
            return "{" + joined(tuple.elements(), FlatText::of) + "}";
        }
        if (expression instanceof Expression.MapOf map)
        {
            return "%{" + joined(map.items(), FlatText::of) + "}";
        }
        if (expression instanceof Expression.Call call)
        {
            return operand(call.function(), BindingStrength.ACCESS) + arguments(call.arguments());
        }
        if (expression instanceof Expression.FieldOf field)
        {
            return operand(field.object(), BindingStrength.ACCESS) + "." + field.field().text();
        }
        if (expression instanceof Expression.Unary unary)
        {
            return prefix(unary) + operand(unary.operand(), unary.operator().strength());
        }
        if (expression instanceof Expression.Binary binary)
        {
            return operand(binary.left(), leftStrength(binary.operator())) + " " + binary.operator() + " " +
                operand(binary.right(), rightStrength(binary.operator().strength()));
        }
        if (expression instanceof Expression.Pipe pipe)
        {
            return pipe.steps().stream().map(FlatText::step).collect(Collectors.joining(" |> "));
        }
        return control(expression);
    }

    private static String control(final Expression expression)
    {
        if (expression instanceof Expression.Conditional conditional)
        {
            return conditional.branches().stream()
                .map(branch -> "if " + subject(branch.condition()) + " " + of(branch.body()))
                .collect(Collectors.joining(" else ")) +
                conditional.otherwise().map(block -> " else " + of(block)).orElse("");
        }
        if (expression instanceof Expression.Choice choice)
        {
            return "case " + subject(choice.subject()) + (choice.clauses().isEmpty() ? " {}" : choice.clauses()
                .stream().map(FlatText::of).collect(Collectors.joining("; ", " { ", " }")));
        }
        if (expression instanceof Expression.Quote quote)
        {
            return "quote " + of(quote.code());
        }
        if (expression instanceof Expression.Unquote unquote)
        {
            return "unquote(" + of(unquote.value()) + ")";
        }
        final Expression.Node node = (Expression.Node)expression;
        return "node" + arguments(node.arguments()) + " { " + of(node.group()) +
            node.options().stream().map(option -> ", " + of(option)).collect(Collectors.joining()) + " }";
    }

    /**
     * Writes a pattern.
     *
     * @param pattern to write
     * @return its text, without a line feed
     */
    public static String of(final Pattern pattern)
    {
        if (pattern instanceof Pattern.Binding binding)
        {
            return binding.name();
        }
        if (pattern instanceof Pattern.Constant constant)
        {
            return of(constant.value());
        }
        if (pattern instanceof Pattern.Tuple tuple)
        {
            return "{" + joined(tuple.elements(), FlatText::of) + "}";
        }
        if (pattern instanceof Pattern.ListOf list)
        {
            final String tail = list.tail().isPresent() ? " | " + of(list.tail().get()) : "";
            return "[" + joined(list.elements(), FlatText::of) + tail + "]";
        }
        if (pattern instanceof Pattern.MapOf map)
        {
            return "%{" + joined(map.fields(), field -> field.key() + ": " + of(field.value())) + "}";
        }
        return "_";
    }

    static String of(final MapItem item)
    {
        return item instanceof Entry entry ? entry.key() + ": " + of(entry.value()) :
            of(((MapItem.Pair)item).key()) + " => " + of(item.value());
    }

    static String of(final Argument argument)
    {
        return argument instanceof Entry entry ? of((MapItem)entry) : of(argument.value());
    }

    static String of(final Entry entry)
    {
        return of((MapItem)entry);
    }

    static String of(final Statement statement)
    {
        return statement instanceof Statement.Assignment assignment ?
            of(assignment.target()) + " = " + of(assignment.value()) :
            of(((Statement.Evaluation)statement).value());
    }

    static String of(final Block block)
    {
        return block.statements().isEmpty() ? "{}" : block.statements().stream().map(FlatText::of)
            .collect(Collectors.joining("; ", "{ ", " }"));
    }

    static String of(final CaseClause clause)
    {
        return head(clause) + (clause.body() instanceof CaseClause.Body.Steps steps ? of(steps.block()) :
            clauseValue(((CaseClause.Body.Value)clause.body()).value()));
    }

    /** Writes what stands before the value of a clause. */
    static String head(final CaseClause clause)
    {
        return of(clause.pattern()) + clause.guard().map(guard -> " when " + of(guard)).orElse("") + " -> ";
    }

    /** Writes the value of a clause: a brace behind the arrow would open a block if it held no comma. */
    static String clauseValue(final Expression value)
    {
        return beginsWithBrace(value) ? "(" + of(value) + ")" : of(value);
    }

    /** Tells whether a value begins with a tuple of one element. */
    static boolean beginsWithBrace(final Expression value)
    {
        Expression first = value;
        Expression next = leftmost(first);
        while (next != first)
        {
            first = next;
            next = leftmost(first);
        }
        return first instanceof Expression.Tuple tuple && tuple.elements().size() == 1;
    }

    private static Expression leftmost(final Expression expression)
    {
        if (expression instanceof Expression.Binary binary)
        {
            return binary.left();
        }
        if (expression instanceof Expression.Call call)
        {
            return call.function();
        }
        if (expression instanceof Expression.FieldOf field)
        {
            return field.object();
        }
        return expression instanceof Expression.Pipe pipe ? pipe.steps().get(0) : expression;
    }

    /** Writes an operand, in parentheses if its outermost part binds more weakly than needed. */
    static String operand(final Expression operand, final BindingStrength needed)
    {
        return needsParentheses(operand, needed) ? "(" + of(operand) + ")" : of(operand);
    }

    static boolean needsParentheses(final Expression operand, final BindingStrength needed)
    {
        return BindingStrength.of(operand).isWeakerThan(needed);
    }

    /** Comparisons do not chain, so an equally strong one at the left needs parentheses too. */
    static BindingStrength leftStrength(final BinaryOperator operator)
    {
        final BindingStrength own = operator.strength();
        return own == BindingStrength.ORDER || own == BindingStrength.EQUALITY ? rightStrength(own) : own;
    }

    static BindingStrength rightStrength(final BindingStrength own)
    {
        return switch (own)
        {
            case OR -> BindingStrength.AND;
            case AND -> BindingStrength.NOT;
            case NOT -> BindingStrength.EQUALITY;
            case EQUALITY -> BindingStrength.ORDER;
            case ORDER -> BindingStrength.PIPE;
            case PIPE -> BindingStrength.SUM;
            case SUM -> BindingStrength.PRODUCT;
            case PRODUCT -> BindingStrength.NEGATION;
            case NEGATION -> BindingStrength.ACCESS;
            case ACCESS, CLOSED -> BindingStrength.CLOSED;
        };
    }

    static String step(final Expression step)
    {
        return operand(step, BindingStrength.SUM);
    }

    /** Writes what {@code if} and {@code case} ask: a quotation there would take the block for its own. */
    static String subject(final Expression subject)
    {
        return subject instanceof Expression.Quote ? "(" + of(subject) + ")" : of(subject);
    }

    static String prefix(final Expression.Unary unary)
    {
        return Character.isLetter(unary.operator().toString().charAt(0)) ? unary.operator() + " " :
            unary.operator().toString();
    }

    static String arguments(final List<Argument> arguments)
    {
        return "(" + joined(arguments, FlatText::of) + ")";
    }

    /** Joins parts; a loop, as each level of a deep tree would cost a stream's many frames of the stack. */
    private static <T> String joined(final List<T> parts, final Function<T, String> text)
    {
        final StringJoiner joined = new StringJoiner(", ");
        for (final T part : parts)
        {
            joined.add(text.apply(part));
        }
        return joined.toString();
    }

    /**
     * Writes a string with its quotes and escapes.
     *
     * @param value of the string
     * @return the literal
     */
    public static String quoted(final String value)
    {
        final StringBuilder text = new StringBuilder(value.length() + 2).append('"');
        value.codePoints().forEach(character ->
        {
            final int escape = "\"\\\n\r\t".indexOf(character);
            if (escape >= 0)
            {
                text.append('\\').append("\"\\nrt".charAt(escape));
            }
            else if (mustBeEscaped(character))
            {
                text.append(String.format(Locale.ROOT, "\\u{%X}", character));
            }
            else
            {
                text.appendCodePoint(character);
            }
        });
        return text.append('"').toString();
    }

    private static boolean mustBeEscaped(final int character)
    {
        return Character.isISOControl(character) || (character >= 0x202A && character <= 0x202E) ||
            (character >= 0x2066 && character <= 0x2069);
    }
}
