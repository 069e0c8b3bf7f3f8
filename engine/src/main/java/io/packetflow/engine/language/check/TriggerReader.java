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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.language.format.FlatText;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;
import io.packetflow.engine.molecule.Trigger;

/**
 * Cold path. Reads triggers: {@code :always}, {@code on(:fill, :timer)}, a text for people, a function or a condition.
 * What comes of it is the text that a {@link Trigger} of the same meaning has.
 */
final class TriggerReader
{
    private static final String FORM = ":always, on(:kind, ...), a function, a condition or a text";

    private TriggerReader()
    {
    }

    static String read(final Entry trigger, final Scope scope)
    {
        final Expression value = trigger.value();
        if (value instanceof Expression.Atom atom)
        {
            if (!atom.text().equals("always"))
            {
                refuse(value, "there is no trigger :" + atom.text(), "write on(:" + atom.text() + ")", scope);
            }
            return Trigger.always().text();
        }
        if (value instanceof Expression.Text text)
        {
            if (text.value().isBlank())
            {
                refuse(value, "the trigger is empty", "", scope);
            }
            return text.value();
        }
        if (value instanceof Expression.Call call && call.function() instanceof Expression.Name name &&
            name.text().equals("on"))
        {
            return kinds(call, scope);
        }
        final boolean isCondition = value instanceof Expression.Name || value instanceof Expression.Call ||
            value instanceof Expression.Binary || value instanceof Expression.Unary || value instanceof Expression.Pipe;
        if (!isCondition)
        {
            refuse(value, "this is no trigger", "", scope);
        }
        return FlatText.of(value);
    }

    private static String kinds(final Expression.Call call, final Scope scope)
    {
        final List<String> kinds = new ArrayList<>();
        for (final Argument argument : call.arguments())
        {
            if (argument instanceof Argument.Positional && argument.value() instanceof Expression.Atom kind)
            {
                kinds.add(kind.text());
            }
            else
            {
                refuse(argument.value(), "this names no kind of instance", "write an atom, such as :fill", scope);
            }
        }
        if (call.arguments().isEmpty())
        {
            refuse(call, "on() names no kind of instance", "write on(:fill), or :always", scope);
        }
        return "on " + String.join(", ", kinds);
    }

    private static void refuse(
        final Expression place, final String message, final String suggestion, final Scope scope)
    {
        scope.report(scope.at(place, DiagnosticCode.TRIGGER_NOT_POSSIBLE, message).expected(FORM, "")
            .suggestion(suggestion));
    }
}
