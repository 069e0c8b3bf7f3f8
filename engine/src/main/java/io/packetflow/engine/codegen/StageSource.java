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

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;

/**
 * Writes what a stage does to one instance: its regions in order, each behind one guard. A stage of one region is
 * written in place; of several, each is a method of its own, which HotSpot compiles by itself.
 */
final class StageSource
{
    private final ReactorPlan plan;
    private final StagePlan stage;
    private final BondGraph graph;
    private final JavaWriter out;
    private final List<Region> regions;
    private final boolean answering;
    private final CodePurpose purpose;

    /**
     * Prepares a stage.
     *
     * @param answering whether its caller wants to know which packets stopped the instance
     * @param purpose of the code
     */
    StageSource(
        final ReactorPlan plan,
        final StagePlan stage,
        final boolean answering,
        final CodePurpose purpose,
        final BondGraph graph,
        final JavaWriter out)
    {
        this.plan = plan;
        this.stage = stage;
        this.answering = answering;
        this.purpose = purpose;
        this.graph = graph;
        this.out = out;
        this.regions = Region.split(plan.molecule(), stage.packets());
    }

    void write()
    {
        final boolean single = regions.size() == 1;
        out.open("private " + result() + " onInstance" + stage.index() + "(final int slot, final int kind)");
        out.line("long stopped = %s;", upstreamStops());
        if (purpose == CodePurpose.RUN && plan.defers(stage))
        {
            out.line("releasing = 0L;");
        }
        writePoison();
        writeForeignAreas();
        if (single)
        {
            region(0).writeBody();
        }
        else
        {
            writeCalls();
        }
        if (answering)
        {
            out.line("return stopped;");
        }
        out.close().line("");
        for (int i = 0; !single && i < regions.size(); i++)
        {
            region(i).writeMethod(methodName(i));
        }
    }

    private RegionSource region(final int index)
    {
        return new RegionSource(plan, stage, answering, purpose, regions.get(index), graph, out);
    }

    private String methodName(final int index)
    {
        return "region" + stage.index() + "_" + index;
    }

    private String result()
    {
        return answering ? "long" : "void";
    }

    private void writeCalls()
    {
        for (int i = 0; i < regions.size(); i++)
        {
            final Region region = regions.get(i);
            out.line("// %s: about %d bytecodes once inlined", String.join(", ", region.packets()),
                region.estimateBytes());
            final long stoppers = PacketBits.of(plan.molecule(), region.commonStoppers(graph));
            if (stoppers != 0 && i > 0)
            {
                out.open("if ((stopped & " + PacketBits.text(stoppers) + ") == 0)");
            }
            out.line("stopped |= %s(slot, kind, stopped);", methodName(i));
            if (stoppers != 0 && i > 0)
            {
                out.close();
            }
            writeEarlyReturn(i);
        }
    }

    /** Where a STOP of this region skips all that follows, the stage is done. */
    private void writeEarlyReturn(final int index)
    {
        final List<String> rest = regions.subList(index + 1, regions.size()).stream()
            .flatMap(region -> region.packets().stream()).toList();
        final Set<String> last = new LinkedHashSet<>();
        for (final String packet : regions.get(index).packets())
        {
            if (!rest.isEmpty() && graph.descendants(packet).containsAll(rest))
            {
                last.add(packet);
            }
        }
        if (!last.isEmpty())
        {
            out.open("if ((stopped & " + PacketBits.text(PacketBits.of(plan.molecule(), last)) + ") != 0)");
            out.line(answering ? "return stopped;" : "return;");
            out.close();
        }
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
            .filter(packet -> packet.area().isPresent()).forEach(packet ->
                out.line("area%s.wrap(slot + %d);", packet.name(), plan.ring().layout().offset(packet.name())));
    }
}
