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

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;

/** Says for each packet why it runs where it runs, and what became of the bonds that are wishes. */
final class PlacementReasons
{
    private final Molecule molecule;
    private final BondGraph graph;
    private final PlanOptions options;
    private final List<NodePlan> nodes;
    private final List<StagePlan> stages;

    PlacementReasons(
        final Molecule molecule,
        final BondGraph graph,
        final PlanOptions options,
        final List<NodePlan> nodes,
        final List<StagePlan> stages)
    {
        this.molecule = molecule;
        this.graph = graph;
        this.options = options;
        this.nodes = nodes;
        this.stages = stages;
    }

    List<PacketPlacement> placements()
    {
        final List<PacketPlacement> placements = new ArrayList<>();
        for (final Packet packet : molecule.packets())
        {
            final StagePlan stage = stageOf(packet.name());
            placements.add(new PacketPlacement(packet, stage.index(), stage.node(), reason(packet, stage)));
        }
        return placements;
    }

    private StagePlan stageOf(final String packet)
    {
        return stages.stream().filter(stage -> stage.packets().contains(packet)).findFirst().orElseThrow();
    }

    private String reason(final Packet packet, final StagePlan stage)
    {
        if (options.placement().containsKey(packet.name()))
        {
            return "placed by hand on node " + options.placement().get(packet.name());
        }
        final List<String> covalent = molecule.bonds().stream()
            .filter(bond -> bond.type() == BondType.COVALENT && bond.touches(packet.name()))
            .map(bond -> bond.from().equals(packet.name()) ? bond.to() : bond.from()).toList();
        if (!covalent.isEmpty())
        {
            return "one stage with " + String.join(", ", covalent) + ": they share a resource";
        }
        final int position = stage.packets().indexOf(packet.name());
        if (position == 0)
        {
            return headReason(stage, packet);
        }
        final String before = graph.predecessors(packet.name()).stream().filter(stage.packets()::contains)
            .reduce((first, second) -> second).orElse(stage.packets().get(0));
        return "fused behind " + before + ": a direct call instead of a hop between cores";
    }

    private String headReason(final StagePlan stage, final Packet packet)
    {
        final NodePlan node = nodes.get(stage.node());
        if (stage.upstream().isEmpty())
        {
            return node.sequencing() ? "head of the molecule: runs to completion where instances are sequenced" :
                "head of the molecule: its stage runs on its group's core, the ingress apart";
        }
        return switch (options.grouping())
        {
            case STRICT -> "own stage: strict grouping forbids fusing " + packet.group() + " across groups";
            case UNFUSED -> "own stage: nothing is fused";
            case FUSED -> "own stage: a path between it and its node's other packets leaves the node";
        };
    }

    List<String> wishes()
    {
        final List<String> wishes = new ArrayList<>();
        for (final Bond bond : molecule.bonds())
        {
            if (bond.type() == BondType.VAN_DER_WAALS || bond.type() == BondType.METALLIC)
            {
                wishes.add(bond + ": " + outcome(bond));
            }
        }
        return wishes;
    }

    private String outcome(final Bond bond)
    {
        final StagePlan first = stageOf(bond.from());
        final StagePlan second = stageOf(bond.to());
        final boolean together = first.node() == second.node();
        if (bond.type() == BondType.VAN_DER_WAALS)
        {
            return together ? "granted, both on node " + nodes.get(first.node()).name() :
                "refused, the grouping puts them on different nodes";
        }
        final String gate = gateOf(bond);
        return (together ? "any order on node " + nodes.get(first.node()).name() : "in parallel on two nodes") +
            ", they meet at " + gate;
    }

    /** The nearest common ionic successor, else the release of the slot. */
    private String gateOf(final Bond bond)
    {
        final List<String> common = new ArrayList<>(graph.order());
        common.retainAll(graph.descendants(bond.from()));
        common.retainAll(graph.descendants(bond.to()));
        return common.isEmpty() ? "the release of the slot" : common.get(0);
    }
}
