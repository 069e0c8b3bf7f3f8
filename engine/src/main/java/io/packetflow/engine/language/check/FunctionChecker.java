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
package io.packetflow.engine.language.check;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;
import io.packetflow.engine.language.syntax.SyntaxNode;

/** Cold path. Checks functions and macros as far as that needs no types: clauses, patterns, quotations. */
final class FunctionChecker
{
    private final Scope scope;
    private final Set<String> ended = new HashSet<>();
    private Definition.Function before;
    private boolean isExhausted;

    FunctionChecker(final Scope scope)
    {
        this.scope = scope;
    }

    /** Checks the next definition of a source; clauses of a function stand together. */
    void check(final Definition definition)
    {
        checkQuotes(definition, false);
        Children.visit(definition, this::checkNames);
        if (definition instanceof Definition.Function function)
        {
            checkClause(function);
            before = function;
        }
        else
        {
            end();
        }
    }

    private void end()
    {
        if (before != null)
        {
            ended.add(signature(before));
        }
        before = null;
        isExhausted = false;
    }

    private void checkClause(final Definition.Function function)
    {
        final String signature = signature(function);
        if (before != null && !signature(before).equals(signature))
        {
            end();
        }
        if (ended.contains(signature))
        {
            scope.report(scope.at(function.name(), DiagnosticCode.CLAUSES_APART,
                "clauses of " + signature + " stand apart").suggestion("put it behind the clauses before"));
        }
        if (isExhausted)
        {
            scope.report(scope.at(function.name(), DiagnosticCode.UNREACHABLE_CLAUSE,
                "this clause of " + signature + " is never reached: one before it matches everything"));
        }
        isExhausted |= function.guard().isEmpty() && matchesEverything(function.parameters());
    }

    private static String signature(final Definition.Function function)
    {
        return function.name() + "/" + function.parameters().size();
    }

    private static boolean matchesEverything(final List<Pattern> patterns)
    {
        return patterns.stream().allMatch(
            pattern -> pattern instanceof Pattern.Wildcard || pattern instanceof Pattern.Binding);
    }

    private void checkQuotes(final SyntaxNode node, final boolean isQuoted)
    {
        if (node instanceof Expression.Unquote && !isQuoted)
        {
            scope.report(scope.at(node, DiagnosticCode.UNQUOTE_OUTSIDE_QUOTE, "unquote stands outside of quote")
                .suggestion("write quote { ... } around it"));
        }
        final boolean isBelow = node instanceof Expression.Quote ||
            (isQuoted && !(node instanceof Expression.Unquote));
        Children.of(node).forEach(child -> checkQuotes(child, isBelow));
    }

    private void checkNames(final SyntaxNode node)
    {
        if (node instanceof Definition.Function function)
        {
            checkNames(function.parameters());
        }
        else if (node instanceof Definition.Macro macro)
        {
            checkNames(macro.parameters());
        }
        else if (node instanceof CaseClause clause)
        {
            checkNames(List.of(clause.pattern()));
        }
        else if (node instanceof Statement.Assignment assignment)
        {
            checkNames(List.of(assignment.target()));
        }
        else if (node instanceof Expression.Choice choice)
        {
            checkClauses(choice);
        }
    }

    private void checkNames(final List<Pattern> patterns)
    {
        final Set<String> bound = new HashSet<>();
        patterns.forEach(pattern -> Children.visit(pattern, node ->
        {
            if (node instanceof Pattern.Binding binding && !bound.add(binding.name()))
            {
                scope.report(scope.at(node, DiagnosticCode.NAME_BOUND_TWICE, binding.name() + " is bound twice")
                    .suggestion("give one another name, and compare the two in a guard"));
            }
        }));
    }

    private void checkClauses(final Expression.Choice choice)
    {
        boolean isDone = false;
        for (final CaseClause clause : choice.clauses())
        {
            if (isDone)
            {
                scope.report(scope.at(clause, DiagnosticCode.UNREACHABLE_CLAUSE,
                    "this clause is never reached: one before it matches everything"));
            }
            isDone |= clause.guard().isEmpty() && matchesEverything(List.of(clause.pattern()));
        }
    }
}
