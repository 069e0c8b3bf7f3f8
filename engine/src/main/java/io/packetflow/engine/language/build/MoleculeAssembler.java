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

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.packetflow.engine.language.diagnostic.DiagnosticCode;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.MoleculeException;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.JournalHandler;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;

/** Cold path. Builds one molecule of its blueprint, its host and the code that the program has for its packets. */
final class MoleculeAssembler
{
    private final Blueprint blueprint;
    private final ProgramHost host;
    private final KindTable kinds;
    private final Map<String, PacketCode> written;
    private final List<Misfit> misfits;
    private final Set<String> resources = new HashSet<>();
    private final Molecule.Builder builder;

    /**
     * Prepares.
     *
     * @param blueprint of the molecule, without what the host leaves out
     * @param host that supplies the rest
     * @param kinds of the molecule
     * @param written code of packets that the program has functions for
     * @param misfits takes what keeps the molecule from being built
     */
    MoleculeAssembler(
        final Blueprint blueprint, final ProgramHost host, final KindTable kinds,
        final Map<String, PacketCode> written, final List<Misfit> misfits)
    {
        this.blueprint = blueprint;
        this.host = host;
        this.kinds = kinds;
        this.written = written;
        this.misfits = misfits;
        this.builder = Molecule.named(blueprint.structure().name());
    }

    /** Returns the molecule, nothing where something does not fit. */
    Optional<Molecule> assemble()
    {
        for (final InstanceKind kind : kinds.all().values())
        {
            builder.kind(kind);
        }
        for (final Map.Entry<String, String> property : blueprint.structure().properties().entrySet())
        {
            builder.property(property.getKey(), property.getValue());
        }
        for (final PacketBlueprint packet : blueprint.packets())
        {
            add(packet, blueprint.structure().packet(packet.name()).orElseThrow());
        }
        for (final Bond bond : blueprint.structure().bonds())
        {
            builder.bond(bond);
        }
        if (!misfits.isEmpty())
        {
            return Optional.empty();
        }
        try
        {
            return Optional.of(builder.build());
        }
        catch (final MoleculeException e)
        {
            e.violations().forEach(
                violation -> misfits.add(new Misfit(DiagnosticCode.BROKEN_RULE, "", "", violation, "", "")));
            return Optional.empty();
        }
    }

    private void add(final PacketBlueprint packet, final Constituent constituent)
    {
        if (isJournal(packet))
        {
            addJournal(packet, constituent);
            return;
        }
        final Optional<PacketCode> code = written.containsKey(packet.name()) ?
            Optional.of(written.get(packet.name())) : javaCode(packet, constituent);
        for (final String resource : constituent.resources())
        {
            addResource(packet, resource);
        }
        if (code.isPresent())
        {
            builder.packet(packet(constituent, code.get()));
        }
    }

    private Optional<PacketCode> javaCode(final PacketBlueprint packet, final Constituent constituent)
    {
        if (packet.handler().isEmpty())
        {
            misfits.add(new Misfit(DiagnosticCode.PACKET_WITHOUT_CODE, packet.name(), "",
                "packet " + packet.name() + " has no code", "handler: \"com.example." + packet.name() +
                "\", or process: with a function of the program", ""));
            return Optional.empty();
        }
        final Optional<Area> area = area(packet);
        final Optional<HandlerClass<?>> handler =
            HandlerClass.find(packet.name(), packet.handler().get(), host, misfits);
        return handler.isEmpty() ? Optional.empty() :
            Optional.of(new PacketCode(kinds.trigger(packet, constituent.trigger()), area, handler.get()));
    }

    private Optional<Area> area(final PacketBlueprint packet)
    {
        final Optional<Area> area = packet.area().isPresent() ?
            AreaClass.find(packet.name(), packet.area().get(), host.loader(), misfits) : host.area(packet.name());
        if (packet.payload().isPresent())
        {
            if (area.isPresent())
            {
                AreaClass.compare(packet.name(), packet.payload().get(), area.get(), misfits);
            }
            else if (packet.area().isEmpty())
            {
                misfits.add(new Misfit(DiagnosticCode.PAYLOAD_WITHOUT_AREA, packet.name(), "payload",
                    "packet " + packet.name() + " has a Java handler and a payload, and no class to write it through",
                    "area: \"com.example." + packet.name() + "Area\"", ""));
            }
        }
        return area;
    }

    private static Packet packet(final Constituent constituent, final PacketCode code)
    {
        final Packet.Builder packet = begin(constituent, code.handler());
        packet.trigger(code.trigger());
        packet.participants(constituent.participants().toArray(new String[0]));
        return (code.area().isPresent() ? packet.writes(code.area().get()) : packet).build();
    }

    private static <H extends PacketHandler> Packet.Builder begin(
        final Constituent constituent, final HandlerClass<H> handler)
    {
        final Packet.Builder packet = Packet.named(constituent.name(), constituent.element())
            .handler(handler.type(), handler.factory());
        for (final String resource : constituent.resources())
        {
            packet.uses(resource);
        }
        for (final Map.Entry<String, String> property : constituent.properties().entrySet())
        {
            packet.property(property.getKey(), property.getValue());
        }
        return packet;
    }

    private void addResource(final PacketBlueprint packet, final String name)
    {
        final Optional<Resource> supplied = host.resource(name);
        final boolean isNominal = supplied.isEmpty() && written.containsKey(packet.name());
        if (supplied.isEmpty() && !isNominal)
        {
            misfits.add(new Misfit(DiagnosticCode.RESOURCE_NOT_SUPPLIED, packet.name(), "resources",
                "nobody supplies the resource " + name + " of packet " + packet.name(), "",
                "supply it with ProgramHost.Builder.resource(\"" + name + "\", ...)"));
        }
        if (resources.add(name))
        {
            if (supplied.isPresent())
            {
                builder.resource(supplied.get());
            }
            else if (isNominal)
            {
                builder.resource(name, NominalResource.class, arena -> new NominalResource());
            }
        }
    }

    private static boolean isJournal(final PacketBlueprint packet)
    {
        return packet.name().equals(JournalPacket.NAME) && packet.handler().isEmpty();
    }

    private void addJournal(final PacketBlueprint packet, final Constituent journal)
    {
        final boolean fits = journal.element() == Element.ALLOCATE && journal.trigger().isEmpty() &&
            journal.resources().equals(List.of(JournalPacket.RESOURCE)) && packet.area().isEmpty() &&
            packet.payload().isEmpty() && !written.containsKey(packet.name());
        if (!fits)
        {
            misfits.add(new Misfit(DiagnosticCode.JOURNAL_SHAPE, packet.name(), "", "the packet " +
                JournalPacket.NAME + " is declared otherwise than the engine runs it", "packet " +
                JournalPacket.NAME + " { :rm, :al, resources: [:" + JournalPacket.RESOURCE + "] }",
                "call it otherwise if it is a packet of your own"));
            return;
        }
        builder.resource(JournalPacket.RESOURCE, JournalHandler.class, arena -> new JournalHandler());
        builder.packet(
            begin(journal, new HandlerClass<>(JournalHandler.class, context -> new JournalHandler())).build());
    }
}
