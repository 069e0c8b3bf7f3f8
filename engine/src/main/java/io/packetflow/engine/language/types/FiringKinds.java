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

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.language.check.CheckedInput;
import io.packetflow.engine.language.check.CheckedPacket;
import io.packetflow.engine.language.syntax.Argument;
import io.packetflow.engine.language.syntax.Entry;
import io.packetflow.engine.language.syntax.Expression;

/**
 * Cold path. Which kinds of instances fire a packet. One that names no kinds reads something all the same: its input,
 * or payloads of packets that fire for some kinds only. It fires for the kinds for which all that it reads is there.
 */
final class FiringKinds
{
    private static final String TRIGGER = "trigger";

    private final Map<String, CheckedPacket> packets;
    private final List<CheckedInput> inputs;
    private final Map<String, Optional<Set<String>>> known = new HashMap<>();

    FiringKinds(final Map<String, CheckedPacket> packets, final List<CheckedInput> inputs)
    {
        this.packets = packets;
        this.inputs = inputs;
    }

    /** Returns the names of the kinds, nothing where all do. */
    Optional<Set<String>> of(final String packet)
    {
        final Optional<Set<String>> before = known.get(packet);
        if (before != null)
        {
            return before;
        }
        known.put(packet, Optional.empty());
        final Optional<Set<String>> kinds = packets.containsKey(packet) ? find(packets.get(packet)) :
            Optional.empty();
        known.put(packet, kinds);
        return kinds;
    }

    private Optional<Set<String>> find(final CheckedPacket packet)
    {
        final Optional<Expression> trigger = trigger(packet);
        final Optional<Set<String>> named = trigger.flatMap(FiringKinds::named);
        if (named.isPresent())
        {
            return named;
        }
        Optional<Set<String>> kinds = Optional.empty();
        for (final String argument : ProcessForm.names(packet))
        {
            kinds = both(kinds, argument.equals(TypedPacket.INPUT) ? withInput() : of(argument));
        }
        return kinds;
    }

    private Optional<Set<String>> withInput()
    {
        final Set<String> names = new LinkedHashSet<>();
        inputs.stream().filter(input -> input.fields().isPresent()).forEach(input -> names.add(input.name()));
        return Optional.of(names);
    }

    private static Optional<Set<String>> both(final Optional<Set<String>> left, final Optional<Set<String>> right)
    {
        if (left.isEmpty() || right.isEmpty())
        {
            return left.isEmpty() ? right : left;
        }
        final Set<String> both = new LinkedHashSet<>(left.get());
        both.retainAll(right.get());
        return Optional.of(both);
    }

    /** Returns kinds as programs write them. */
    static String text(final Set<String> kinds)
    {
        return kinds.stream().sorted().map(kind -> ":" + kind).collect(Collectors.joining(", "));
    }

    /** Returns what the trigger of a packet says, if it has one. */
    static Optional<Expression> trigger(final CheckedPacket packet)
    {
        return packet.definition().properties().stream().filter(entry -> entry.key().text().equals(TRIGGER))
            .map(Entry::value).findFirst();
    }

    /** Returns the kinds that {@code on(:kind, ...)} names. */
    static Optional<Set<String>> named(final Expression trigger)
    {
        if (!(trigger instanceof Expression.Call call) || !(call.function() instanceof Expression.Name name) ||
            !name.text().equals("on"))
        {
            return Optional.empty();
        }
        final Set<String> kinds = new LinkedHashSet<>();
        for (final Argument argument : call.arguments())
        {
            if (argument.value() instanceof Expression.Atom atom)
            {
                kinds.add(atom.text());
            }
        }
        return Optional.of(kinds);
    }

    /** Returns the condition that a trigger is, if it is one. */
    static Optional<Expression> condition(final CheckedPacket packet)
    {
        return trigger(packet).filter(trigger -> named(trigger).isEmpty() && !(trigger instanceof Expression.Atom) &&
            !(trigger instanceof Expression.Text));
    }
}
