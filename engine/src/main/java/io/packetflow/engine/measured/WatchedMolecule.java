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
package io.packetflow.engine.measured;

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.packet.ReleaseObserver;
import io.packetflow.engine.packet.ReleasingHandler;

/**
 * Cold path. A molecule with a stop-watch around each handler. Handlers do what they did, but for one that the world
 * outside asks the reactor for by its class.
 *
 * @param molecule with the stop-watches
 * @param watches by packet, those of the run whose handlers were made last
 */
record WatchedMolecule(Molecule molecule, Map<String, StopWatch> watches)
{
    static WatchedMolecule of(final Molecule molecule)
    {
        final Map<String, StopWatch> watches = new LinkedHashMap<>();
        molecule.packets().forEach(packet -> watches.put(packet.name(), new StopWatch()));
        for (final Bond bond : molecule.bonds())
        {
            watches.get(bond.to()).watch(watches.get(bond.from()));
        }
        final Molecule.Builder watched = Molecule.named(molecule.name());
        molecule.kinds().forEach(watched::kind);
        molecule.resources().forEach(watched::resource);
        molecule.packets().forEach(packet -> watched.packet(watch(packet, watches.get(packet.name()))));
        molecule.bonds().forEach(watched::bond);
        molecule.properties().forEach(watched::property);
        return new WatchedMolecule(watched.build(), watches);
    }

    private static Packet watch(final Packet packet, final StopWatch watch)
    {
        final HandlerFactory<?> factory = packet.handlerFactory();
        if (ReleaseObserver.class.isAssignableFrom(packet.handlerClass()))
        {
            return packet.toBuilder().handler(WatchedObserver.class,
                context -> new WatchedObserver((ReleaseObserver)made(factory, context, watch), watch)).build();
        }
        if (packet.isReleasing())
        {
            return packet.toBuilder().handler(WatchedOutput.class,
                context -> new WatchedOutput((ReleasingHandler)made(factory, context, watch), watch)).build();
        }
        return packet.toBuilder().handler(
            WatchedHandler.class, context -> new WatchedHandler(made(factory, context, watch), watch)).build();
    }

    private static PacketHandler made(
        final HandlerFactory<?> factory, final PacketContext context, final StopWatch watch)
    {
        watch.bind(context.header());
        return factory.create(context);
    }
}
