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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;

/**
 * Writes what a stage does to one instance: each packet in bond order, guarded by its trigger and by the STOPs of its
 * ancestors. Where a STOP leaves nothing to do it returns at once, so that the common case is one branch.
 */
final class StageSource
{
    private final ReactorPlan plan;
    private final StagePlan stage;
    private final BondGraph graph;
    private final JavaWriter out;

    StageSource(final ReactorPlan plan, final StagePlan stage, final BondGraph graph, final JavaWriter out)
    {
        this.plan = plan;
        this.stage = stage;
        this.graph = graph;
        this.out = out;
    }

    void write()
    {
        final String result = stage.publishesStops() ? "long" : "void";
        out.open("private " + result + " onInstance" + stage.index() + "(final int slot, final int kind)");
        out.line("long stopped = %s;", upstreamStops());
        writePoison();
        writeForeignAreas();
        final List<String> packets = stage.packets();
        // A STOP jumps over the packet's descendants by leaving the block that ends behind them.
        final List<Integer> targets = new ArrayList<>(new TreeSet<>(
            packets.stream().filter(this::jumps).map(this::targetOf).toList()).descendingSet());
        targets.forEach(target -> out.line("%s:", label(target)).openBlock());
        for (int i = 0; i < packets.size(); i++)
        {
            if (targets.contains(i))
            {
                out.close();
            }
            writePacket(plan.molecule().packet(packets.get(i)).orElseThrow());
        }
        if (stage.publishesStops())
        {
            out.line("return stopped;");
        }
        out.close().line("");
    }

    private static String label(final int target)
    {
        return "behind" + target;
    }

    /** The first packet behind this one that a STOP of it does not skip; the number of packets if there is none. */
    private int targetOf(final String packet)
    {
        final Set<String> descendants = graph.descendants(packet);
        int target = stage.packets().indexOf(packet) + 1;
        while (target < stage.packets().size() && descendants.contains(stage.packets().get(target)))
        {
            target++;
        }
        return target;
    }

    private boolean returnsAtOnce(final String packet)
    {
        return stage.packets().contains(packet) && targetOf(packet) == stage.packets().size();
    }

    private boolean jumps(final String packet)
    {
        return !returnsAtOnce(packet) && targetOf(packet) > stage.packets().indexOf(packet) + 1;
    }

    private String upstreamStops()
    {
        final List<String> reads = new ArrayList<>();
        for (final int ancestor : stage.ancestors())
        {
            reads.add("slab.getLong(slot + " +
                plan.ring().layout().offset(plan.stages().get(ancestor).statusArea()) + ")");
        }
        return reads.isEmpty() ? "0L" : String.join(" | ", reads);
    }

    /** While bounds are checked an area that was not written reads as nonsense, so that a test notices. */
    private void writePoison()
    {
        final List<Packet> own = stage.packets().stream().map(name -> plan.molecule().packet(name).orElseThrow())
            .filter(packet -> packet.area().isPresent()).toList();
        if (!own.isEmpty())
        {
            out.open("if (io.packetflow.layout.memory.Slab.BOUNDS_CHECKS)");
            own.forEach(packet -> out.line("slab.fill(slot + %d, %d, (byte)0xA5);",
                plan.ring().layout().offset(packet.name()), packet.area().orElseThrow().layout().size()));
            out.close();
        }
    }

    private void writeForeignAreas()
    {
        final Set<String> foreign = new LinkedHashSet<>();
        stage.packets().forEach(packet -> foreign.addAll(graph.ancestors(packet)));
        stage.packets().forEach(foreign::remove);
        foreign.stream().map(name -> plan.molecule().packet(name).orElseThrow())
            .filter(packet -> packet.area().isPresent()).forEach(this::writeMove);
    }

    private void writeMove(final Packet packet)
    {
        out.line("area%s.wrap(slot + %d);", packet.name(), plan.ring().layout().offset(packet.name()));
    }

    private void writePacket(final Packet packet)
    {
        out.line("// %s", packet);
        if (packet.area().isPresent())
        {
            writeMove(packet);
        }
        final List<String> guards = guards(packet);
        if (!guards.isEmpty())
        {
            out.open("if (" + String.join(" && ", guards) + ")");
        }
        writeCall(packet);
        if (!guards.isEmpty())
        {
            out.close();
        }
    }

    private void writeCall(final Packet packet)
    {
        final String name = packet.name();
        final String call = "packet" + name + ".onInstance()";
        if (graph.descendants(name).isEmpty() && !packet.isOutput())
        {
            out.line(call + ";");
            return;
        }
        out.open("if (" + call + " == " + PacketHandler.STOP + ")");
        if (returnsAtOnce(name))
        {
            out.line(stage.publishesStops() ? "return stopped | " + bit(name) + ";" : "return;");
        }
        else
        {
            out.line("stopped |= %s;", bit(name));
            if (jumps(name))
            {
                out.line("break %s;", label(targetOf(name)));
            }
        }
        out.close();
        if (packet.isOutput())
        {
            final boolean falls = !returnsAtOnce(name) && !jumps(name);
            out.line(falls ? "else" : "// what was computed is let go").openBlock();
            out.line("packet%s.onRelease();", name).close();
        }
    }

    private List<String> guards(final Packet packet)
    {
        final List<String> guards = new ArrayList<>();
        final long allKinds = plan.molecule().kinds().stream().mapToLong(kind -> kind.bit()).reduce(0, (a, b) -> a | b);
        if ((packet.trigger().kindMask() & allKinds) != allKinds)
        {
            guards.add("(" + (packet.trigger().kindMask() & allKinds) + "L >>> kind & 1) != 0");
        }
        final String stoppers = stoppersOf(packet);
        if (!"0L".equals(stoppers))
        {
            guards.add("(stopped & " + stoppers + ") == 0");
        }
        return guards;
    }

    /** The ancestors whose STOP may stand in the mask when this packet's turn comes. */
    private String stoppersOf(final Packet packet)
    {
        final int position = stage.packets().indexOf(packet.name());
        long mask = 0;
        for (final String ancestor : graph.ancestors(packet.name()))
        {
            final boolean jumpsOver = stage.packets().contains(ancestor) && targetOf(ancestor) > position;
            if (!jumpsOver)
            {
                mask |= 1L << indexOf(ancestor);
            }
        }
        return mask == 0 ? "0L" : "0x" + Long.toHexString(mask) + "L";
    }

    private String bit(final String packet)
    {
        return "0x" + Long.toHexString(1L << indexOf(packet)) + "L";
    }

    private int indexOf(final String name)
    {
        final List<Packet> packets = plan.molecule().packets();
        for (int i = 0; i < packets.size(); i++)
        {
            if (packets.get(i).name().equals(name))
            {
                return i;
            }
        }
        throw new IllegalArgumentException("the molecule has no packet " + name);
    }
}
