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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Children;
import io.packetflow.engine.language.syntax.Expression;

/** Cold path. What {@code process: f(Book, input)} and a trigger's condition read. */
final class ProcessForm
{
    private ProcessForm()
    {
    }

    /** Returns the names of all packets whose payload a packet reads, and of the input. */
    static Set<String> names(final CheckedPacket packet)
    {
        final Set<String> names = new LinkedHashSet<>();
        packet.process().ifPresent(call -> arguments(call).forEach(name -> names.add(name.text())));
        FiringKinds.condition(packet).ifPresent(condition -> mentioned(condition).forEach(name -> names.add(name.text())));
        return names;
    }

    /** Returns the arguments of a process. */
    static List<Expression.Name> arguments(final Expression.Call process)
    {
        return process.arguments().stream().map(Argument::value).filter(Expression.Name.class::isInstance)
            .map(Expression.Name.class::cast).toList();
    }

    /** Returns the packets and the input that a condition names. */
    static List<Expression.Name> mentioned(final Expression condition)
    {
        final List<Expression.Name> names = new ArrayList<>();
        Children.visit(condition, node ->
        {
            if (node instanceof Expression.Name name && isArgument(name.text()))
            {
                names.add(name);
            }
        });
        return names;
    }

    /** Returns the names in a condition that stand for values: all but those of functions that are called. */
    static List<Expression.Name> freeNames(final Expression condition)
    {
        final List<Expression.Name> names = new ArrayList<>();
        Children.visit(condition, node ->
        {
            if (node instanceof Expression.Name name && Character.isLowerCase(name.text().charAt(0)))
            {
                names.add(name);
            }
        });
        Children.visit(condition, node -> Optional.of(node).filter(Expression.Call.class::isInstance)
            .ifPresent(call -> names.remove(((Expression.Call)call).function())));
        return names;
    }

    /** Returns whether a name is one of a packet or of the input. */
    static boolean isArgument(final String name)
    {
        return name.equals(TypedPacket.INPUT) || Character.isUpperCase(name.charAt(0));
    }
}
