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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.syntax.Block;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;

/** Cold path. Types blocks: assignments give names, the last statement is the value. */
final class BlockTyping
{
    private final ExpressionTyping expressions;
    private final Bindings names;
    private final Patterns patterns;
    private final Report report;

    /** Steps, then a test that must hold before what follows is computed. */
    private record Part(List<Typed.Step> steps, Typed test)
    {
    }

    BlockTyping(
        final ExpressionTyping expressions, final Bindings names, final Patterns patterns, final Report report)
    {
        this.expressions = expressions;
        this.names = names;
        this.patterns = patterns;
        this.report = report;
    }

    /** Returns the value of a block. */
    Typed value(final Block block)
    {
        final int mark = names.open();
        try
        {
            return valueInScope(block);
        }
        finally
        {
            names.close(mark);
        }
    }

    private Typed valueInScope(final Block block)
    {
        final Deque<Part> parts = new ArrayDeque<>();
        List<Typed.Step> steps = new ArrayList<>();
        Typed value = noValue(block);
        final int last = block.statements().size() - 1;
        for (int i = 0; i <= last; i++)
        {
            final Statement statement = block.statements().get(i);
            if (statement instanceof Statement.Assignment assignment)
            {
                final Assigned assigned = assign(assignment, steps);
                value = assigned.value();
                if (!Operators.isAlways(assigned.test()))
                {
                    parts.push(new Part(steps, assigned.test()));
                    steps = new ArrayList<>();
                }
            }
            else if (statement instanceof Statement.Evaluation evaluation && i == last)
            {
                value = expressions.type(evaluation.value());
            }
            else if (statement instanceof Statement.Evaluation evaluation)
            {
                expressions.typeAndForget(evaluation.value());
            }
        }
        return fold(parts, let(steps, value), block);
    }

    private Typed noValue(final Block block)
    {
        if (block.statements().isEmpty() && expressions.state().isCompiled())
        {
            report.tell(block, DiagnosticCode.NO_VALUE, "an empty block has no value", "an expression", "", "");
        }
        return new Typed.Opaque(Type.UNKNOWN, block);
    }

    private static Typed let(final List<Typed.Step> steps, final Typed value)
    {
        return steps.isEmpty() ? value : new Typed.Let(steps, value);
    }

    private Typed fold(final Deque<Part> parts, final Typed last, final Block block)
    {
        Typed value = last;
        for (final Part part : parts)
        {
            final String place = report.source().name() + ":" + report.source().line(block.span().start());
            value = let(part.steps(), new Typed.If(value.type(), part.test(), value,
                new Typed.Failure("an assignment of the block at " + place + " does not match its value")));
        }
        return value;
    }

    private record Assigned(Typed test, Typed value)
    {
    }

    private Assigned assign(final Statement.Assignment assignment, final List<Typed.Step> steps)
    {
        final Typed value = expressions.type(assignment.value());
        if (assignment.target() instanceof Pattern.Binding binding)
        {
            final Typed named = name(binding.name(), value, steps);
            names.bind(binding.name(), named);
            return new Assigned(Operators.always(), named);
        }
        final Typed simple = Simple.of(value, steps);
        final List<Patterns.Match> matches = patterns.match(assignment.target(), simple);
        if (matches.size() != 1)
        {
            report.wrongType(assignment.target(), matches.isEmpty() ? "the value never has this form" :
                "the value may have this form in several ways: use case", "a pattern for " + value.type(),
                value.type());
            return new Assigned(Operators.always(), new Typed.Opaque(Type.UNKNOWN, assignment));
        }
        names.bindAll(matches.get(0).names());
        return new Assigned(matches.get(0).test(), simple);
    }

    private static Typed name(final String name, final Typed value, final List<Typed.Step> steps)
    {
        if (value instanceof Typed.Opaque || (value instanceof Typed.Local && isView(value.type())))
        {
            return value;
        }
        final Variable variable = new Variable(name, value.type());
        steps.add(new Typed.Step(variable, value));
        return new Typed.Local(variable);
    }

    private static boolean isView(final Type type)
    {
        return type instanceof Type.Fields fields && fields.isView();
    }
}
