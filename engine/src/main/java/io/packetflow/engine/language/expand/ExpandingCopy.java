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

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.source.Span;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.CaseClause;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;

/**
 * Cold path. Copies code and puts what macros give in the place of their calls: as statements where the call is one, in
 * front of an assignment where it is the value of one, as elements where it stands in the list of a declaration. Where
 * nothing but a value fits, several statements become a {@code case} with one clause.
 */
abstract class ExpandingCopy extends TreeCopy
{
    private final Expansion expansion;

    ExpandingCopy(final Expansion expansion)
    {
        this.expansion = expansion;
    }

    /** Returns the chain that a call would have which stands in this code. */
    abstract Chain chain(MacroTemplate macro, Span call);

    /** Returns the code that takes the place of an expression: itself, or what a macro gives. */
    List<Statement> code(final Expression expression)
    {
        if (expression instanceof Expression.Call call)
        {
            return call(call);
        }
        return expression instanceof Expression.Pipe pipe ? pipe(pipe) : itself(super.expression(expression));
    }

    @Override
    Expression expression(final Expression expression)
    {
        return value(code(expression), span(expression.span()));
    }

    static List<Statement> itself(final Expression expression)
    {
        return List.of(new Statement.Evaluation(expression));
    }

    private List<Statement> call(final Expression.Call call)
    {
        final Expression function = callee(call.function());
        final List<Argument> arguments = arguments(call.arguments());
        final Optional<MacroTemplate> macro = macro(function);
        return macro.isPresent() ? expand(macro.get(), call.span(), arguments) :
            itself(new Expression.Call(function, arguments, span(call.span())));
    }

    private Optional<MacroTemplate> macro(final Expression function)
    {
        return function instanceof Expression.Name name ? expansion.macro(name.text()) : Optional.empty();
    }

    /** A step that calls a macro takes the code of all steps before it as its first argument. */
    private List<Statement> pipe(final Expression.Pipe pipe)
    {
        List<Statement> code = code(pipe.steps().get(0));
        for (final Expression step : pipe.steps().subList(1, pipe.steps().size()))
        {
            final Expression before = value(code, span(pipe.span()));
            final Expression function = callee(step instanceof Expression.Call call ? call.function() : step);
            final Optional<MacroTemplate> macro = macro(function);
            if (macro.isPresent())
            {
                final List<Argument> arguments = new ArrayList<>(List.of(new Argument.Positional(before)));
                arguments.addAll(step instanceof Expression.Call call ? arguments(call.arguments()) : List.of());
                code = expand(macro.get(), step.span(), arguments);
            }
            else
            {
                final List<Expression> steps = new ArrayList<>(
                    before instanceof Expression.Pipe earlier ? earlier.steps() : List.of(before));
                steps.add(step instanceof Expression.Call call ?
                    new Expression.Call(function, arguments(call.arguments()), span(step.span())) : expression(step));
                code = itself(new Expression.Pipe(steps, span(pipe.span())));
            }
        }
        return code;
    }

    private List<Statement> expand(final MacroTemplate macro, final Span call, final List<Argument> arguments)
    {
        final Chain chain = chain(macro, call);
        final Span place = chain.place();
        final Optional<Diagnostic> refusal = new CallCheck(expansion, chain).refusal(arguments);
        refusal.ifPresent(diagnostic -> expansion.refuse(diagnostic, chain));
        if (!macro.isSound())
        {
            expansion.fail();
        }
        if (refusal.isPresent() || !macro.isSound())
        {
            return itself(Expansion.nothing(place));
        }
        expansion.origins().add(expansion.source(), place, chain.outermost());
        return new MacroCode(expansion, chain, arguments.stream().map(Argument::value).toList()).run();
    }

    /** Returns code as one expression. */
    private Expression value(final List<Statement> code, final Span place)
    {
        if (code.size() == 1 && code.get(0) instanceof Statement.Evaluation only)
        {
            return only.value();
        }
        if (code.isEmpty())
        {
            expansion.refuseEmpty(place);
            return Expansion.nothing(place);
        }
        final CaseClause clause = new CaseClause(new Pattern.Wildcard(place), Optional.empty(),
            new CaseClause.Body.Steps(new Block(code, place)), place);
        return new Expression.Choice(new Expression.Truth(true, place), List.of(clause), place);
    }

    @Override
    CaseClause.Body clauseValue(final Expression value)
    {
        final List<Statement> code = code(value);
        return code.size() > 1 ? new CaseClause.Body.Steps(new Block(code, span(value.span()))) :
            new CaseClause.Body.Value(value(code, span(value.span())));
    }

    @Override
    List<Expression> elements(final List<Expression> elements)
    {
        if (!expansion.isDeclaration())
        {
            return expressions(elements);
        }
        final List<Expression> copies = new ArrayList<>();
        for (final Expression element : elements)
        {
            final List<Statement> code = code(element);
            if (code.stream().allMatch(Statement.Evaluation.class::isInstance))
            {
                code.forEach(statement -> copies.add(((Statement.Evaluation)statement).value()));
            }
            else
            {
                copies.add(value(code, span(element.span())));
            }
        }
        return copies;
    }

    @Override
    List<Statement> statements(final List<Statement> statements)
    {
        final List<Statement> copies = new ArrayList<>();
        for (final Statement statement : statements)
        {
            if (statement instanceof Statement.Assignment assignment)
            {
                assignment(assignment, copies);
            }
            else
            {
                copies.addAll(code(((Statement.Evaluation)statement).value()));
            }
        }
        return copies;
    }

    private void assignment(final Statement.Assignment assignment, final List<Statement> copies)
    {
        List<Statement> code = code(assignment.value());
        if (code.size() > 1 && code.get(code.size() - 1) instanceof Statement.Evaluation)
        {
            copies.addAll(code.subList(0, code.size() - 1));
            code = code.subList(code.size() - 1, code.size());
        }
        copies.add(new Statement.Assignment(pattern(assignment.target()),
            value(code, span(assignment.value().span())), span(assignment.span())));
    }
}
