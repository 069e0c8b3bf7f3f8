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
package io.packetflow.engine.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.packetflow.engine.molecule.LiveOrders;

/** Draws a plan as text. */
final class PlanPicture
{
    private final ReactorPlan plan;
    private final StringBuilder text = new StringBuilder();

    private PlanPicture(final ReactorPlan plan)
    {
        this.plan = plan;
    }

    static String of(final ReactorPlan plan)
    {
        final PlanPicture picture = new PlanPicture(plan);
        picture.drawHead();
        picture.drawPackets();
        picture.drawStages();
        picture.drawHomes();
        picture.drawWishes();
        picture.text.append("\nSlot\n").append(plan.ring().layout().print().indent(2));
        picture.text.append("\nCores\n").append(plan.cores().toString().indent(2));
        return picture.text.toString();
    }

    private void drawHead()
    {
        final RingPlan ring = plan.ring();
        text.append(String.format(Locale.ROOT, "Molecule %s: %d packets, %d stages, %d node(s), grouping %s, %s time%n",
            plan.molecule().name(), plan.molecule().packets().size(), plan.stages().size(), plan.nodes().size(),
            plan.options().grouping().name().toLowerCase(Locale.ROOT),
            plan.options().clock().name().toLowerCase(Locale.ROOT)));
        text.append(String.format(Locale.ROOT,
            "Ring: %,d slots of %d bytes (%,d KiB), of group %s, published by %s, full: %s%s%n",
            ring.capacity(), ring.layout().strideBytes(), ring.bytes() / 1024, ring.group(),
            word(ring.publication()), word(ring.backPressure()),
            ring.numaNode() < 0 ? "" : ", memory on NUMA node " + ring.numaNode()));
        text.append(String.format(Locale.ROOT, "Memory: %d bytes a packet (slot bytes / packets)%n",
            ring.layout().strideBytes() / plan.molecule().packets().size()));
        plan.journal().ifPresent(journal -> text.append("Journal: ").append(journal).append('\n'));
        if (plan.molecule().properties().containsKey(LiveOrders.PROPERTY))
        {
            text.append("Live orders: ").append(plan.molecule().liveOrders()).append('\n');
        }
    }

    private static String word(final Enum<?> constant)
    {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void drawPackets()
    {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("packet", "element", "stage", "node", "core", "reason"));
        for (final PacketPlacement placement : plan.placements())
        {
            final NodePlan node = plan.nodes().get(placement.node());
            rows.add(List.of(placement.packet().name(),
                placement.packet().group() + ":" + placement.packet().element().symbol(),
                String.valueOf(placement.stage()), node.name(), core(node.cpu()), placement.reason()));
        }
        text.append("\nPackets\n");
        drawTable(rows);
    }

    private static String core(final int cpu)
    {
        return cpu < 0 ? "-" : String.valueOf(cpu);
    }

    private void drawStages()
    {
        text.append("\nBarriers\n");
        for (final StagePlan stage : plan.stages())
        {
            text.append(String.format(Locale.ROOT, "  stage %d on %-10s %s  <-  %s%n", stage.index(),
                plan.nodes().get(stage.node()).name(), String.join(" -> ", stage.packets()),
                stage.upstream().isEmpty() ? "publication" :
                    "stage " + String.join(", stage ", stage.upstream().stream().map(String::valueOf).toList())));
        }
    }

    private void drawHomes()
    {
        final List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("group", "cores", "NUMA", "use"));
        for (final GroupHome home : plan.homes())
        {
            rows.add(List.of(home.group() + " " + home.group().title(),
                home.cpus().isEmpty() ? "-" : String.join(",", home.cpus().stream().map(String::valueOf).toList()),
                home.numaNode() < 0 ? "-" : String.valueOf(home.numaNode()), home.use()));
        }
        text.append("\nGroups\n");
        drawTable(rows);
    }

    private void drawWishes()
    {
        if (!plan.wishes().isEmpty())
        {
            text.append("\nWishes\n");
            plan.wishes().forEach(wish -> text.append("  ").append(wish).append('\n'));
        }
    }

    private void drawTable(final List<List<String>> rows)
    {
        for (final List<String> row : rows)
        {
            final StringBuilder line = new StringBuilder("  ");
            for (int column = 0; column < row.size(); column++)
            {
                final int at = column;
                final int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
                line.append(String.format(Locale.ROOT, "%-" + Math.max(1, width) + "s  ", row.get(column)));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
    }
}
