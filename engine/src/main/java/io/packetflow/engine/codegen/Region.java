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
package io.packetflow.engine.codegen;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/**
 * Consecutive packets of a stage that the JIT shall compile as one piece. A stage whose packets fit into one
 * compilation is one region; else it is split here, on purpose, rather than by whatever limit C2 hits first.
 *
 * @param packets names in the stage's order
 * @param estimateBytes bytecodes after inlining
 */
record Region(List<String> packets, int estimateBytes)
{
    /**
     * C2 stops inlining at 8000 bytes (DesiredMethodLimit). The estimate counts code that never runs, which C2 leaves
     * out; about a third of it in what was looked at.
     */
    static final int BUDGET_BYTES = 12_000;

    Region
    {
        packets = List.copyOf(packets);
    }

    /** Splits a stage's packets. */
    static List<Region> split(final Molecule molecule, final List<String> packets)
    {
        final List<Region> regions = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int openBytes = 0;
        for (final String name : packets)
        {
            final int bytes = estimate(molecule.packet(name).orElseThrow());
            if (!open.isEmpty() && openBytes + bytes > BUDGET_BYTES)
            {
                regions.add(new Region(open, openBytes));
                open = new ArrayList<>();
                openBytes = 0;
            }
            open.add(name);
            openBytes += bytes;
        }
        regions.add(new Region(open, openBytes));
        return regions;
    }

    private static int estimate(final Packet packet)
    {
        final InlineEstimate estimate = new InlineEstimate(packet.handlerClass().getClassLoader());
        final int release = packet.isReleasing() ? estimate.of(packet.handlerClass(), "onRelease", "()V") : 0;
        return release + estimate.of(packet.handlerClass(), "onInstance", "()I");
    }

    /** Returns the packets before this region whose STOP skips all of it. */
    Set<String> commonStoppers(final BondGraph graph)
    {
        final Set<String> common = new TreeSet<>(graph.ancestors(packets.get(0)));
        packets.forEach(packet -> common.retainAll(graph.ancestors(packet)));
        common.removeAll(packets);
        return common;
    }
}
