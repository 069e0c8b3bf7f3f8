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
package io.packetflow.engine.language.build;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.NearestName;

/**
 * Cold path. The kinds of instances of a molecule: those that it declares, those that its host sends, and the engine's
 * own where a trigger names them.
 */
final class KindTable
{
    private final Map<String, InstanceKind> kinds = new LinkedHashMap<>();
    private final List<Misfit> misfits;

    KindTable(final Blueprint blueprint, final ProgramHost host, final List<Misfit> misfits)
    {
        this.misfits = misfits;
        for (final InstanceKind kind : blueprint.kinds())
        {
            kinds.put(kind.name(), kind);
            final Optional<InstanceKind> other = host.kind(kind.name());
            if (other.isPresent() && !other.get().equals(kind))
            {
                misfits.add(differing(kind, other.get()));
            }
        }
        for (final String name : host.kindNames())
        {
            kinds.putIfAbsent(name, host.kind(name).orElseThrow());
        }
        for (final PacketBlueprint packet : blueprint.packets())
        {
            addOwn(packet, InstanceKind.CONTROL);
            addOwn(packet, InstanceKind.TIMER);
        }
    }

    private static Misfit differing(final InstanceKind kind, final InstanceKind other)
    {
        return new Misfit(DiagnosticCode.KIND_OF_HOST, "", kind.name(), "the input :" + kind.name() + " has code " +
            kind.code() + " and " + kind.maxInputBytes() + " bytes here", "code " + other.code() + " and " +
            other.maxInputBytes() + " bytes, as the running program has it", "codes follow the order of inputs");
    }

    private void addOwn(final PacketBlueprint packet, final InstanceKind own)
    {
        if (packet.triggerKinds().contains(own.name()))
        {
            kinds.putIfAbsent(own.name(), own);
        }
    }

    /** Returns all, by name. */
    Map<String, InstanceKind> all()
    {
        return kinds;
    }

    /** Returns the trigger of a packet with a Java handler; adds what is wrong with it. */
    Trigger trigger(final PacketBlueprint packet, final String text)
    {
        switch (packet.triggerForm())
        {
            case UNDECLARED:
                return Trigger.undeclared();
            case ALWAYS:
                return Trigger.always();
            case KINDS:
                return onKinds(packet);
            case CONDITION:
                misfits.add(new Misfit(DiagnosticCode.CONDITION_OF_HANDLER, packet.name(), "trigger",
                    "the condition '" + text + "' stands in front of a Java handler, which decides itself", "",
                    "write on(:kind), :always, or the condition as a text"));
                return Trigger.always();
            case TEXT:
            default:
                return new Trigger(Trigger.always().kindMask(), text);
        }
    }

    private Trigger onKinds(final PacketBlueprint packet)
    {
        final List<InstanceKind> found = new ArrayList<>();
        for (final String name : packet.triggerKinds())
        {
            final InstanceKind kind = kinds.get(name);
            if (kind == null)
            {
                misfits.add(new Misfit(DiagnosticCode.UNKNOWN_KIND, packet.name(), "trigger",
                    "the trigger of packet " + packet.name() + " names the kind :" + name + ", which the molecule " +
                    "does not have", kinds.isEmpty() ? "" : "one of :" + String.join(" :", kinds.keySet()),
                    suggestion(name)));
            }
            else
            {
                found.add(kind);
            }
        }
        return found.isEmpty() ? Trigger.always() : Trigger.on(found.toArray(InstanceKind[]::new));
    }

    private String suggestion(final String name)
    {
        final String near = NearestName.find(name, kinds.keySet());
        return near == null ? "declare it: inputs: %{" + name + ": %{field: :int64}}" : "did you mean :" + near + "?";
    }
}
