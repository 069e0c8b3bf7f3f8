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
package io.packetflow.engine.reactor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.DirectCall;

/** Cold path. The rules of a reactor's context, and the relations between its parts. */
final class ReactorContextCheck
{
    private final ReactorContext context;
    private final List<String> errors = new ArrayList<>();

    ReactorContextCheck(final ReactorContext context)
    {
        this.context = context;
    }

    List<String> errors()
    {
        if (context.molecule() == null)
        {
            errors.add("there is no molecule; call molecule(...)");
            return errors;
        }
        if (context.timerPeriodNanos() <= 0)
        {
            errors.add("a timer's period is above 0: timerPeriodNanos=" + context.timerPeriodNanos());
        }
        checkSources();
        checkBackEdges();
        checkWarmUpMolecule();
        checkJournal();
        return errors;
    }

    private void checkSources()
    {
        if (context.sources().isEmpty())
        {
            errors.add("there is no source, so nothing would ever happen; call source(...)");
        }
        final Set<String> names = new HashSet<>();
        for (final SourceBinding source : context.sources())
        {
            if (!DirectCall.isPossible(source.type()))
            {
                errors.add("the source " + source.name() + ": " + source.type().getName() +
                    " must be public and final, in public classes only, so that the sequencing node calls it directly");
            }
            if (source.type().getPackageName().isEmpty())
            {
                errors.add("the source " + source.name() + ": " + source.type().getName() +
                    " lies in the unnamed package, which generated code cannot name; put it into a package");
            }
            if (!names.add(source.name()))
            {
                errors.add("two sources are called " + source.name() + "; rename one");
            }
        }
    }

    private void checkBackEdges()
    {
        final Set<String> packets = new HashSet<>();
        for (final BackEdgeBinding edge : context.backEdges())
        {
            if (context.molecule().packet(edge.packet()).isEmpty())
            {
                errors.add("a back edge names the unknown packet " + edge.packet());
            }
            if (!packets.add(edge.packet()))
            {
                errors.add("packet " + edge.packet() + " has two back edges; one is enough for all kinds");
            }
            if (edge.maxInputBytes() > context.molecule().maxInputBytes())
            {
                errors.add("the back edge of " + edge.packet() + " emits up to " + edge.maxInputBytes() +
                    " bytes, but no kind of the molecule takes more than " + context.molecule().maxInputBytes());
            }
        }
    }

    private void checkJournal()
    {
        if (context.molecule().isJournaled() && context.journal().isEmpty())
        {
            errors.add("the molecule has a Journal packet, but no journal is given, so its outputs would wait for " +
                "nothing; call journal(...)");
        }
        if (context.queue().isPresent() && context.journal().isEmpty())
        {
            errors.add("a queue is filled behind a journal, and none is given; call journal(...)");
        }
        if (context.standby().isPresent() && context.journal().isEmpty())
        {
            errors.add("a standby follows a journal, and none is given; call journal(...)");
        }
        if (!context.molecule().isJournaled() && context.journal().isPresent())
        {
            errors.add("a journal is given, but the molecule has no Journal packet that would say which outputs " +
                "wait for it; add one with JournalPacket.addTo(...)");
        }
    }

    private void checkWarmUpMolecule()
    {
        final Molecule warmUp = context.warmUpMolecule();
        if (warmUp != null && !shape(warmUp).equals(shape(context.molecule())))
        {
            errors.add("the warm-up molecule has another shape than the molecule, so it would compile other code: " +
                shape(warmUp) + " instead of " + shape(context.molecule()));
        }
    }

    private static List<Object> shape(final Molecule molecule)
    {
        return List.of(molecule.name(), molecule.packets().stream().map(ReactorContextCheck::shape).toList(),
            molecule.bonds(), molecule.kinds());
    }

    /** All of a packet that code is written from. */
    private static String shape(final Packet packet)
    {
        return packet + " " + packet.trigger().kindMask() + " " + packet.handlerClass().getName() +
            packet.area().map(area -> " " + area.view().getName() + " " + area.layout()).orElse("");
    }
}
