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
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;

/**
 * Writes one region: each packet in bond order, guarded by its trigger and by the STOPs of its ancestors. A STOP jumps
 * over the packet's descendants by leaving the block that ends behind them, so that the common case is one branch.
 */
final class RegionSource
{
    private final ReactorPlan plan;
    private final boolean answering;
    private final CodePurpose purpose;
    private final boolean defers;
    private final List<String> packets;
    private final Set<String> checkedBefore;
    private final boolean whole;
    private final BondGraph graph;
    private final JavaWriter out;

    RegionSource(
        final ReactorPlan plan,
        final StagePlan stage,
        final boolean answering,
        final CodePurpose purpose,
        final Region region,
        final BondGraph graph,
        final JavaWriter out)
    {
        this.plan = plan;
        this.answering = answering;
        this.purpose = purpose;
        this.defers = plan.defers(stage);
        this.packets = region.packets();
        this.whole = region.packets().equals(stage.packets());
        this.checkedBefore = whole || packets.get(0).equals(stage.packets().get(0)) ?
            Set.of() : region.commonStoppers(graph);
        this.graph = graph;
        this.out = out;
    }

    /** Writes the region as a method that answers the STOPs of its packets. */
    void writeMethod(final String name)
    {
        out.open("private long " + name + "(final int slot, final int kind, final long stoppedBefore)");
        out.line("long stopped = stoppedBefore;");
        writeBody();
        out.line("return stopped;");
        out.close().line("");
    }

    /** Writes the packets. */
    void writeBody()
    {
        final List<Integer> targets = new ArrayList<>(new TreeSet<>(
            packets.stream().filter(this::jumps).map(this::targetOf).toList()).descendingSet());
        targets.forEach(target -> out.line("behind%d:", target).openBlock());
        for (int i = 0; i < packets.size(); i++)
        {
            if (targets.contains(i))
            {
                out.close();
            }
            writePacket(plan.molecule().packet(packets.get(i)).orElseThrow());
        }
    }

    /** The first packet behind this one that a STOP of it does not skip; the number of packets if there is none. */
    private int targetOf(final String packet)
    {
        final Set<String> descendants = graph.descendants(packet);
        int target = packets.indexOf(packet) + 1;
        while (target < packets.size() && descendants.contains(packets.get(target)))
        {
            target++;
        }
        return target;
    }

    private boolean returnsAtOnce(final String packet)
    {
        return packets.contains(packet) && targetOf(packet) == packets.size();
    }

    private boolean jumps(final String packet)
    {
        return !returnsAtOnce(packet) && targetOf(packet) > packets.indexOf(packet) + 1;
    }

    private void writePacket(final Packet packet)
    {
        out.line("// %s", packet);
        if (packet.area().isPresent())
        {
            out.line("area%s.wrap(slot + %d);", packet.name(), plan.ring().layout().offset(packet.name()));
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
        final String call =
            FusedCall.text(plan.molecule(), packet, packets.subList(0, packets.indexOf(name)));
        if (graph.descendants(name).isEmpty() && !packet.isReleasing())
        {
            out.line(call + ";");
            return;
        }
        out.open("if (" + call + " == " + PacketHandler.STOP + ")");
        writeStop(name);
        out.close();
        if (packet.isReleasing())
        {
            final boolean falls = !returnsAtOnce(name) && !jumps(name);
            out.line(falls ? "else" : "// what was computed is let go").openBlock();
            out.line(release(name)).close();
        }
    }

    private String release(final String name)
    {
        if (purpose == CodePurpose.REPLAY)
        {
            return "packet" + name + ".onReplay();";
        }
        if (defers && plan.journal().orElseThrow().gatedOutputs().contains(name))
        {
            return "releasing |= " + PacketBits.text(PacketBits.of(plan.molecule(), List.of(name))) + ";";
        }
        return "packet" + name + ".onRelease();";
    }

    private void writeStop(final String name)
    {
        final String bit = PacketBits.text(PacketBits.of(plan.molecule(), List.of(name)));
        if (returnsAtOnce(name))
        {
            out.line(whole && !answering ? "return;" : "return stopped | " + bit + ";");
            return;
        }
        out.line("stopped |= %s;", bit);
        if (jumps(name))
        {
            out.line("break behind%d;", targetOf(name));
        }
    }

    private List<String> guards(final Packet packet)
    {
        final List<String> guards = new ArrayList<>();
        final long allKinds = plan.molecule().kindMask();
        if ((packet.trigger().kindMask() & allKinds) != allKinds)
        {
            guards.add("(" + (packet.trigger().kindMask() & allKinds) + "L >>> kind & 1) != 0");
        }
        final long stoppers = PacketBits.of(plan.molecule(), stoppersOf(packet));
        if (stoppers != 0)
        {
            guards.add("(stopped & " + PacketBits.text(stoppers) + ") == 0");
        }
        return guards;
    }

    /** The ancestors whose STOP may stand in the mask when this packet's turn comes. */
    private List<String> stoppersOf(final Packet packet)
    {
        final int position = packets.indexOf(packet.name());
        return graph.ancestors(packet.name()).stream()
            .filter(ancestor -> !checkedBefore.contains(ancestor))
            .filter(ancestor -> !packets.contains(ancestor) || targetOf(ancestor) <= position)
            .toList();
    }
}
