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
package io.packetflow.latency.benchmarks.chain;

import java.nio.file.Path;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.HandlerFactory;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;

/** Six trivial packets in an ionic chain, planned and compiled by the engine, stepped by the caller's thread. */
public final class ChainMolecule
{
    static final InstanceKind KIND = new InstanceKind(InstanceKind.FIRST_FREE_CODE, "number", 2 * Long.BYTES);

    private ChainMolecule()
    {
    }

    /**
     * Plans and compiles it.
     *
     * @param source of its instances
     * @return a reactor that the caller opens, steps and closes
     */
    public static Reactor prepare(final ChainSource source)
    {
        return prepare(molecule(), source);
    }

    /** Plans and compiles a chain. */
    static Reactor prepare(final Molecule molecule, final ChainSource source)
    {
        final Path counters =
            RuntimeDirectory.path().resolve("chain-" + ProcessHandle.current().pid() + ".counters.dat");
        counters.toFile().deleteOnExit();
        final ReactorSettings settings = ReactorSettings.builder()
            .set("packetflow.threading", "invoker").set("packetflow.plan", "one-node")
            .set("packetflow.warmup", "off").set("packetflow.cores.reserve", "off")
            .set("packetflow.stall.limit", "1h")
            .set("packetflow.counters.file", counters.toString()).conclude();
        return Reactor.prepare(new ReactorContext().molecule(molecule).settings(settings)
            .source("numbers", ChainSource.class, warmUp -> source));
    }

    private static Molecule molecule()
    {
        return Molecule.named("Chain").kind(KIND)
            .packet(packet(ChainPackets.ADD, ChainPackets.Add.class, ChainPackets.Add::new))
            .packet(packet(ChainPackets.MIX, ChainPackets.Mix.class, ChainPackets.Mix::new))
            .packet(packet(ChainPackets.OFFSET, ChainPackets.Offset.class, ChainPackets.Offset::new))
            .packet(packet(ChainPackets.CLAMP, ChainPackets.Clamp.class, ChainPackets.Clamp::new))
            .packet(packet(ChainPackets.SCALE, ChainPackets.Scale.class, ChainPackets.Scale::new))
            .packet(packet(ChainPackets.FOLD, ChainPackets.Fold.class, ChainPackets.Fold::new))
            .ionic(ChainPackets.ADD, ChainPackets.MIX, ChainPackets.OFFSET, ChainPackets.CLAMP, ChainPackets.SCALE,
            ChainPackets.FOLD)
            .build();
    }

    private static <H extends PacketHandler> Packet packet(
        final String name, final Class<H> type, final HandlerFactory<H> factory)
    {
        return Packet.named(name, Element.TRANSFORM).trigger(Trigger.on(KIND))
            .writes(Area.of(ChainArea.LAYOUT, ChainArea.class, ChainArea::new)).handler(type, factory).build();
    }
}
