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
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.language.diagnostic.Diagnostic;
import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.diagnostic.Diagnostics;
import io.packetflow.engine.language.source.SourceFile;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Definition;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.language.syntax.Pattern;
import io.packetflow.engine.language.syntax.Statement;
import io.packetflow.engine.language.syntax.SyntaxNode;
import io.packetflow.engine.periodic.NearestName;

/**
 * Cold path. Examines the definition of a macro, called or not: its parameters are names, its body gives code, and its
 * quotations bind some names and use others.
 */
final class MacroForm
{
    private static final String BODY = "quote { ... }, a parameter, a name that is assigned before, or a literal";

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private final List<String> parameters = new ArrayList<>();
    private final Set<String> known = new TreeSet<>();
    private final Set<String> bound = new HashSet<>();
    private final Set<String> used = new TreeSet<>();
    private boolean isSound = true;

    private MacroForm(final SourceFile source, final Diagnostics diagnostics)
    {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    static MacroForm of(final Definition.Macro macro, final SourceFile source, final Diagnostics diagnostics)
    {
        final MacroForm form = new MacroForm(source, diagnostics);
        macro.parameters().forEach(form::parameter);
        form.body(macro);
        return form;
    }

    List<String> parameters()
    {
        return List.copyOf(parameters);
    }

    Set<String> bound()
    {
        return Set.copyOf(bound);
    }

    Set<String> free()
    {
        final Set<String> free = new TreeSet<>(used);
        free.removeAll(bound);
        return free;
    }

    boolean isSound()
    {
        return isSound;
    }

    private void parameter(final Pattern parameter)
    {
        if (parameter instanceof Pattern.Binding binding)
        {
            parameters.add(binding.name());
            known.add(binding.name());
            return;
        }
        parameters.add("_");
        if (!(parameter instanceof Pattern.Wildcard))
        {
            Children.visit(parameter, node ->
            {
                if (node instanceof Pattern.Binding binding)
                {
                    known.add(binding.name());
                }
            });
            take(diagnostic(DiagnosticCode.MACRO_PARAMETER, parameter, "a parameter of a macro is a name")
                .expected("a name or _", "a pattern"));
        }
    }

    private void body(final Definition.Macro macro)
    {
        final List<Statement> statements = macro.body().statements();
        if (statements.isEmpty())
        {
            refuse(macro.body(), "macro " + macro.name() + " gives no code");
            return;
        }
        for (final Statement statement : statements)
        {
            final boolean isLast = statement == statements.get(statements.size() - 1);
            if (statement instanceof Statement.Assignment assignment)
            {
                value(assignment.value());
                assign(assignment.target());
            }
            else if (isLast)
            {
                value(((Statement.Evaluation)statement).value());
            }
            else
            {
                refuse(statement, "this has no effect: only the last statement of a macro gives its code");
            }
        }
    }

    private void assign(final Pattern target)
    {
        if (target instanceof Pattern.Binding binding)
        {
            known.add(binding.name());
        }
        else if (!(target instanceof Pattern.Wildcard))
        {
            refuse(target, "a macro does not take code apart");
        }
    }

    private void value(final Expression value)
    {
        if (value instanceof Expression.Quote quote)
        {
            Children.of(quote.code()).forEach(this::quoted);
        }
        else if (value instanceof Expression.Name name)
        {
            if (!known.contains(name.text()))
            {
                final Diagnostic unknown = diagnostic(DiagnosticCode.MACRO_BODY, value,
                    "there is no code called " + name.text()).expected(BODY, "");
                take(unknown.didYouMean(NearestName.find(name.text(), known)));
            }
        }
        else if (!isLiteral(value))
        {
            refuse(value, "a macro gives code and computes nothing");
        }
    }

    private void quoted(final SyntaxNode node)
    {
        if (node instanceof Expression.Unquote unquote)
        {
            value(unquote.value());
            return;
        }
        if (node instanceof Expression.Quote)
        {
            refuse(node, "a quotation stands in a quotation");
            return;
        }
        if (node instanceof Pattern.Binding binding)
        {
            bound.add(binding.name());
        }
        else if (node instanceof Expression.Name name && !Character.isUpperCase(name.text().codePointAt(0)))
        {
            used.add(name.text());
        }
        for (final SyntaxNode child : Children.of(node))
        {
            final boolean isFunction = node instanceof Expression.Call call && child == call.function() &&
                child instanceof Expression.Name;
            if (!isFunction)
            {
                quoted(child);
            }
        }
    }

    static boolean isLiteral(final Expression value)
    {
        return value instanceof Expression.WholeNumber || value instanceof Expression.DecimalNumber ||
            value instanceof Expression.Measure || value instanceof Expression.Text ||
            value instanceof Expression.Truth || value instanceof Expression.Atom;
    }

    private void refuse(final SyntaxNode place, final String message)
    {
        take(diagnostic(DiagnosticCode.MACRO_BODY, place, message).expected(BODY, ""));
    }

    private Diagnostic diagnostic(final DiagnosticCode code, final SyntaxNode place, final String message)
    {
        return Diagnostic.of(code, source, place.span(), message);
    }

    private void take(final Diagnostic diagnostic)
    {
        isSound = false;
        diagnostics.report(diagnostic);
    }
}
