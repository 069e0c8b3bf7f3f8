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
package io.packetflow.engine.language.types;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Types clauses, those of {@code case} and those of functions: they become conditions in a row. */
final class ClauseTyping
{
    private final ExpressionTyping expressions;
    private final Bindings names;
    private final Patterns patterns;
    private final Report report;

    /** A clause: patterns for the values, a guard, and what gives its value in the scope of their names. */
    record Clause(
        List<Pattern> patterns, Optional<Expression> guard, Supplier<Typed> body, SyntaxNode place)
    {
    }

    /** What is computed where a test holds. */
    record Arm(Typed test, Typed value)
    {
    }

    ClauseTyping(
        final ExpressionTyping expressions, final Bindings names, final Patterns patterns, final Report report)
    {
        this.expressions = expressions;
        this.names = names;
        this.patterns = patterns;
        this.report = report;
    }

    Typed choice(final Expression.Choice choice)
    {
        final List<Typed.Step> steps = new ArrayList<>();
        final Typed subject = Simple.of(expressions.type(choice.subject()), steps);
        final List<Clause> clauses = choice.clauses().stream().map(clause -> new Clause(
            List.of(clause.pattern()), clause.guard(), () -> body(clause.body()), clause)).toList();
        final Typed value = value(clauses, List.of(subject), choice, "case");
        return steps.isEmpty() ? value : new Typed.Let(steps, value);
    }

    private Typed body(final CaseClause.Body body)
    {
        return body instanceof CaseClause.Body.Steps steps ? expressions.blocks().value(steps.block()) :
            expressions.type(((CaseClause.Body.Value)body).value());
    }

    /**
     * Returns the value of the first clause that matches.
     *
     * @param clauses in order
     * @param values simple ones, as many as each clause has patterns
     * @param place of all
     * @param what has the clauses, for people
     */
    Typed value(final List<Clause> clauses, final List<Typed> values, final SyntaxNode place, final String what)
    {
        final List<Arm> arms = new ArrayList<>();
        final boolean isComplete = Coverage.isComplete(clauses.stream().filter(clause -> clause.guard().isEmpty())
            .map(Clause::patterns).toList(), values.stream().map(Typed::type).toList());
        for (final Clause clause : clauses)
        {
            final List<Patterns.Match> matches = patterns.matchAll(clause.patterns(), values);
            if (matches.isEmpty())
            {
                neverMatches(clause, values);
            }
            for (final Patterns.Match match : matches)
            {
                final Arm arm = arm(clause, match);
                arms.add(arm);
                if (Operators.isAlways(arm.test()))
                {
                    return fold(arms.subList(0, arms.size() - 1), arm.value(), place);
                }
            }
        }
        if (isComplete && !arms.isEmpty())
        {
            return fold(arms.subList(0, arms.size() - 1), arms.get(arms.size() - 1).value(), place);
        }
        return fold(arms, missing(values, place, what), place);
    }

    private Arm arm(final Clause clause, final Patterns.Match match)
    {
        final int mark = names.open();
        try
        {
            names.bindAll(match.names());
            final Typed guard = clause.guard().map(expressions::condition).orElse(Operators.always());
            return new Arm(Operators.and(match.test(), guard), clause.body().get());
        }
        finally
        {
            names.close(mark);
        }
    }

    /** A function that is typed for one call may well have clauses for others. */
    private void neverMatches(final Clause clause, final List<Typed> values)
    {
        if (!expressions.state().isCompiled())
        {
            final String found = String.join(", ", values.stream().map(value -> value.type().toString()).toList());
            report.tell(clause.patterns().get(0), DiagnosticCode.NEVER_MATCHES, "this clause never matches",
                "a pattern for " + found, "", "");
            final Map<String, Typed> unknown = new LinkedHashMap<>();
            clause.patterns().forEach(pattern -> unknown.putAll(Patterns.unknownNames(pattern)));
            arm(clause, new Patterns.Match(Operators.always(), unknown));
        }
    }

    private Typed missing(final List<Typed> values, final SyntaxNode place, final String what)
    {
        final boolean isKnown = values.stream().noneMatch(value -> value.type() instanceof Type.Unknown);
        if (isKnown)
        {
            report.tell(place, DiagnosticCode.NOT_ALL_CASES, "the clauses do not cover every value",
                "a clause for each " + String.join(", ", values.stream().map(value -> value.type().toString())
                .toList()), "", "add a last clause with _, or the instance fails where none matches");
        }
        return new Typed.Failure("no clause of " + what + " at " + report.source().name() + ":" +
            report.source().line(place.span().start()) + " matches");
    }

    /** Puts conditions in a row; the values must go together. */
    Typed fold(final List<Arm> arms, final Typed otherwise, final SyntaxNode place)
    {
        Type type = otherwise.type();
        for (int i = arms.size() - 1; i >= 0; i--)
        {
            final Optional<Type> joined = Joining.join(arms.get(i).value().type(), type);
            if (joined.isEmpty())
            {
                report.tell(place, DiagnosticCode.BRANCHES_DIFFER, "branches give numbers that do not go together",
                    "one kind of number, with as many decimals everywhere", arms.get(i).value().type() + " and " +
                    type, "price(0) makes a price of a plain number, 1.0 a decimal of an integer");
                return new Typed.Opaque(Type.UNKNOWN, place);
            }
            type = joined.get();
        }
        Typed value = otherwise;
        for (int i = arms.size() - 1; i >= 0; i--)
        {
            value = new Typed.If(type, arms.get(i).test(), arms.get(i).value(), value);
        }
        return value;
    }
}
