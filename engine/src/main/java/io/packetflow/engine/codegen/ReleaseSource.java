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

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;

/** Writes how a stage lets go what it computed before, as far as the journal's gate has opened. */
final class ReleaseSource
{
    private final ReactorPlan plan;
    private final StagePlan stage;
    private final BondGraph graph;
    private final JavaWriter out;
    private final List<String> outputs;

    ReleaseSource(final ReactorPlan plan, final StagePlan stage, final BondGraph graph, final JavaWriter out)
    {
        this.plan = plan;
        this.stage = stage;
        this.graph = graph;
        this.out = out;
        this.outputs =
            stage.packets().stream().filter(plan.journal().orElseThrow().gatedOutputs()::contains).toList();
    }

    void write()
    {
        final int index = stage.index();
        out.open("private int release" + index + "()");
        out.line("int count = 0;");
        out.line("long sequence = releases%d.next();", index);
        out.open("while (sequence >= 0)");
        out.line("letGo%d(((int)sequence & %d) * %d, releases%d.packets());", index, plan.ring().capacity() - 1,
            plan.ring().layout().strideBytes(), index);
        out.line("releases%d.remove();", index);
        out.line("count++;");
        out.line("sequence = releases%d.next();", index);
        out.close();
        out.line("return count;");
        out.close().line("");
        writeLetGo(index);
    }

    private void writeLetGo(final int index)
    {
        out.open("private void letGo" + index + "(final int slot, final long packets)");
        out.line("header.wrap(slot);");
        areas().forEach(packet -> out.line("area%s.wrap(slot + %d);", packet.name(),
            plan.ring().layout().offset(packet.name())));
        for (final String name : outputs)
        {
            out.open("if ((packets & " + PacketBits.text(PacketBits.of(plan.molecule(), List.of(name))) + ") != 0)");
            out.line("packet%s.onRelease();", name).close();
        }
        out.close().line("");
    }

    /** What an output may read when it is released: its own area and those of its ancestors, in the slot. */
    private List<Packet> areas()
    {
        final Set<String> names = new LinkedHashSet<>();
        for (final String name : outputs)
        {
            names.addAll(graph.ancestors(name));
            names.add(name);
        }
        return plan.molecule().packets().stream()
            .filter(packet -> names.contains(packet.name()) && packet.area().isPresent()).toList();
    }
}
