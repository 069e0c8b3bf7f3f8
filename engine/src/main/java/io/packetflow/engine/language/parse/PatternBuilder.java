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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.MapItem;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.UnaryOperator;

/** Cold path. Makes patterns of expressions: both are written alike, so the parser need not know which one it reads. */
final class PatternBuilder
{
    private final SourceFile source;
    private final Diagnostics diagnostics;

    PatternBuilder(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Returns the pattern that an expression is; where it is none that is reported, and a wildcard takes its place. */
    Pattern pattern(final Expression expression)
    {
        if (expression instanceof Expression.Name name)
        {
            return name(name);
        }
        if (isConstant(expression))
        {
            return new Pattern.Constant(expression);
        }
        if (expression instanceof Expression.Tuple tuple)
        {
            return new Pattern.Tuple(patterns(tuple.elements()), tuple.span());
        }
        if (expression instanceof Expression.ListOf list)
        {
            return new Pattern.ListOf(patterns(list.elements()), list.tail().map(this::pattern), list.span());
        }
        return expression instanceof Expression.MapOf map ? map(map) : refuse(expression, "an expression");
    }

    private static Pattern name(final Expression.Name name)
    {
        if (name.text().equals("_"))
        {
            return new Pattern.Wildcard(name.span());
        }
        return Character.isUpperCase(name.text().codePointAt(0)) ? new Pattern.Constant(name) :
            new Pattern.Binding(name.text(), name.span());
    }

    private static boolean isConstant(final Expression expression)
    {
        final Expression value = expression instanceof Expression.Unary unary &&
            unary.operator() == UnaryOperator.NEGATE ? unary.operand() : expression;
        final boolean isNumber = value instanceof Expression.WholeNumber || value instanceof Expression.DecimalNumber ||
            value instanceof Expression.Measure;
        return isNumber || expression instanceof Expression.Text || expression instanceof Expression.Truth ||
            expression instanceof Expression.Atom;
    }

    private Pattern map(final Expression.MapOf map)
    {
        final List<Pattern.Field> fields = new ArrayList<>();
        for (final MapItem item : map.items())
        {
            if (item instanceof Entry entry)
            {
                fields.add(new Pattern.Field(entry.key(), pattern(entry.value()), entry.span()));
            }
            else
            {
                return refuse(map, "a computed key");
            }
        }
        return new Pattern.MapOf(fields, map.span());
    }

    private List<Pattern> patterns(final List<Expression> expressions)
    {
        return expressions.stream().map(this::pattern).toList();
    }

    private Pattern refuse(final Expression expression, final String found)
    {
        diagnostics.report(Diagnostic.of(DiagnosticCode.NOT_A_PATTERN, source, expression.span(), "this is no pattern")
            .expected("a name, _, a literal, an atom, or a tuple, list or map of them", found));
        return new Pattern.Wildcard(expression.span());
    }
}
