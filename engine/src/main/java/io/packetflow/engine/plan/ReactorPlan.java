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

import java.util.List;
import java.util.Optional;

import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.molecule.Molecule;

/**
 * The plan of one molecule on one host: data to print, compare and check before anything runs.
 *
 * @param molecule that is planned, without its Journal packet
 * @param options that were asked for
 * @param ring of the molecule
 * @param nodes in order; the first one is the sequencing node
 * @param stages in ionic order
 * @param placements of the packets in composition order
 * @param homes cores of all six groups
 * @param cores that the nodes and groups got
 * @param journal how the molecule is journaled, empty where it is not
 * @param wishes van der Waals and metallic bonds and what became of them, one sentence each
 */
public record ReactorPlan(
    Molecule molecule,
    PlanOptions options,
    RingPlan ring,
    List<NodePlan> nodes,
    List<StagePlan> stages,
    List<PacketPlacement> placements,
    List<GroupHome> homes,
    CorePlan cores,
    Optional<JournalPlan> journal,
    List<String> wishes)
{
    /** Name of the slot's header area; no packet can be called so. */
    public static final String HEADER_AREA = "slot.header";

    /** Name of the slot's input area; no packet can be called so. */
    public static final String INPUT_AREA = "slot.input";

    /** Copies the lists. */
    public ReactorPlan
    {
        nodes = List.copyOf(nodes);
        stages = List.copyOf(stages);
        placements = List.copyOf(placements);
        homes = List.copyOf(homes);
        wishes = List.copyOf(wishes);
    }

    /**
     * Returns the placement of a packet.
     *
     * @param packet name
     * @return where it runs and why
     */
    public PacketPlacement placement(final String packet)
    {
        return placements.stream().filter(placement -> placement.packet().name().equals(packet)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("the plan has no packet " + packet));
    }

    /** Returns the barriers, one line each: the stage, what it waits for. Two equal lists mean equal barrier graphs. */
    public List<String> barriers()
    {
        return stages.stream().map(stage -> stage.packets() + " waits for " + (stage.upstream().isEmpty() ?
            "publication" : stage.upstream().stream().map(index -> stages.get(index).packets()).toList())).toList();
    }

    /**
     * Tells whether a stage's releases may have to wait for the journal.
     *
     * @param stage of this plan
     * @return whether they are queued
     */
    public boolean defers(final StagePlan stage)
    {
        return journal.filter(plan -> plan.defers(stage)).isPresent();
    }

    /** Returns the CPUs that nodes are pinned to: who else works while they spin keeps off them, if it can. */
    public CpuSet nodeCpus()
    {
        return CpuSet.of(nodes.stream().mapToInt(NodePlan::cpu).filter(cpu -> cpu != NodePlan.UNPINNED));
    }

    /** Returns the sequencing node. */
    public NodePlan sequencingNode()
    {
        return nodes.get(0);
    }

    /** Returns whether stages run on more than the sequencing node. */
    public boolean crossesNodes()
    {
        return nodes.size() > 1;
    }

    @Override
    public String toString()
    {
        return PlanPicture.of(this);
    }
}
