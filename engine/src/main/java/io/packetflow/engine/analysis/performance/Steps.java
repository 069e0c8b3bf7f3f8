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
package io.packetflow.engine.analysis.performance;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. What the steps between packets cost in a deployment: a call in a stage, a barrier between stages of one
 * node, a hop to another core, a hop to another socket. All in nanoseconds.
 */
final class Steps
{
    /** Of the sequencing node. */
    static final int SEQUENCING = 0;

    private final Deployment deployment;
    private final HostCosts host;

    Steps(final Deployment deployment, final HostCosts host)
    {
        this.deployment = deployment;
        this.host = host;
    }

    /** From a node to another; a barrier where they are the same. */
    double between(final int from, final int to)
    {
        if (from == to)
        {
            return host.stageNanos();
        }
        return deployment.nodes().get(from).socket() == deployment.nodes().get(to).socket() ?
            host.hopNanos() : host.remoteHopNanos();
    }

    /** From the publication to a node: nothing on the sequencing node, whose ingress holds it. */
    double fromPublication(final int node)
    {
        return node == SEQUENCING ? 0 : between(SEQUENCING, node);
    }

    /**
     * Returns the coordination overhead (definition 6.4): the communication cost of each bond, and of the steps that no
     * bond stands for, namely the ingress, publication to the other nodes, and calls and barriers between neighbours
     * that no bond joins. Metallic bonds and van der Waals forces communicate nothing of their own.
     */
    double overhead(final MolecularStructure structure)
    {
        final Map<String, Integer> stageOf = deployment.stageOf();
        final Set<String> bonded = new HashSet<>();
        double nanos = host.ingressNanos();
        for (final Bond bond : structure.bonds())
        {
            final boolean carries = bond.type() == BondType.IONIC || bond.type() == BondType.COVALENT;
            final Integer from = stageOf.get(bond.from());
            final Integer to = stageOf.get(bond.to());
            if (carries && from != null && to != null)
            {
                nanos += cost(from, to);
                bonded.add(bond.from() + ">" + bond.to());
                bonded.add(bond.type() == BondType.COVALENT ? bond.to() + ">" + bond.from() : "");
            }
        }
        return nanos + withoutBond(bonded);
    }

    private double cost(final int fromStage, final int toStage)
    {
        return fromStage == toStage ? host.callNanos() :
            between(deployment.stages().get(fromStage).node(), deployment.stages().get(toStage).node());
    }

    private double withoutBond(final Set<String> bonded)
    {
        double nanos = 0;
        final Set<Integer> begun = new HashSet<>();
        for (final Deployment.Stage stage : deployment.stages())
        {
            nanos += stage.upstream().isEmpty() ? fromPublication(stage.node()) : 0;
            // Which of a node's stages are neighbours depends on when they are ready, so each but the first counts.
            nanos += begun.add(stage.node()) || isBondedOnItsNode(stage) ? 0 : host.stageNanos();
            for (int i = 1; i < stage.packets().size(); i++)
            {
                nanos += bonded.contains(stage.packets().get(i - 1) + ">" + stage.packets().get(i)) ?
                    0 : host.callNanos();
            }
        }
        return nanos;
    }

    private boolean isBondedOnItsNode(final Deployment.Stage stage)
    {
        return stage.upstream().stream().anyMatch(other -> deployment.stages().get(other).node() == stage.node());
    }
}
