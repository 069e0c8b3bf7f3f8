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
package io.packetflow.engine.chemistry.property;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.chemistry.structure.Workload;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. How well two packets of a molecule get on (thesis sections 3.1.4, 3.2.2 and 3.3.4 use it and leave it
 * open). Symmetric. Immutable.
 *
 * <p>The degree is 0 where the two are in conflict, else the share of their joint demand that one core can serve:
 * {@code min(1, 1 / (demand + demand))}, so it falls as they demand more. They are in conflict if
 * <ul>
 * <li>a metallic bond says any order, and ionic bonds order them;</li>
 * <li>they are control flow, which is never reordered (section 3.1.2), and a metallic bond says any order;</li>
 * <li>they use one resource and no covalent bond makes them one unit: it would have two writers;</li>
 * <li>they are one unit, so share a core, and demand more than one.</li>
 * </ul>
 */
public final class Compatibility
{
    private final Workload workload;
    private final StructureGraph graph;

    /**
     * Prepares to compare packets.
     *
     * @param workload of the molecule
     */
    public Compatibility(final Workload workload)
    {
        this.workload = workload;
        this.graph = workload.graph();
    }

    /**
     * Returns how well two packets get on.
     *
     * @param first index
     * @param second index
     * @return 0 (in conflict) to 1
     */
    public double degree(final int first, final int second)
    {
        if (inConflict(first, second))
        {
            return 0;
        }
        return 1 / Math.max(1, jointDemandCores(first, second));
    }

    /**
     * Returns what two packets demand together.
     *
     * @param first index
     * @param second index
     * @return cores
     */
    public double jointDemandCores(final int first, final int second)
    {
        return workload.demandCores(first) + workload.demandCores(second);
    }

    /**
     * Tells whether two packets are in conflict.
     *
     * @param first index
     * @param second index
     * @return whether {@link #conflicts} names a reason
     */
    public boolean inConflict(final int first, final int second)
    {
        return contradicts(first, second) || reordersControlFlow(first, second) || hasTwoWriters(first, second) ||
            overloads(first, second);
    }

    /**
     * Returns why two packets are in conflict.
     *
     * @param first index
     * @param second index
     * @return one sentence each with a remedy, empty where they are not
     */
    public List<String> conflicts(final int first, final int second)
    {
        final String pair = graph.name(Math.min(first, second)) + " and " + graph.name(Math.max(first, second));
        final List<String> conflicts = new ArrayList<>();
        if (contradicts(first, second))
        {
            conflicts.add("a metallic bond lets " + pair + " run in any order, ionic bonds order them; drop one");
        }
        if (reordersControlFlow(first, second))
        {
            conflicts.add("a metallic bond lets " + pair +
                " run in any order, and control flow is never reordered; make it ionic");
        }
        if (hasTwoWriters(first, second))
        {
            final List<String> shared = new ArrayList<>(graph.packet(Math.min(first, second)).resources());
            shared.retainAll(graph.packet(Math.max(first, second)).resources());
            conflicts.add(pair + " both use " + String.join(", ", shared) +
                " without a covalent bond, so it has two writers; bond them or split it");
        }
        if (overloads(first, second))
        {
            conflicts.add(pair + " share one core as covalent packets and demand more than it has; " +
                "lower the rate or split their resource");
        }
        return conflicts;
    }

    private boolean contradicts(final int first, final int second)
    {
        return graph.metallic(first).get(second) &&
            (graph.ancestors(first).get(second) || graph.ancestors(second).get(first));
    }

    private boolean reordersControlFlow(final int first, final int second)
    {
        return graph.metallic(first).get(second) && graph.packet(first).group() == PeriodicGroup.CF &&
            graph.packet(second).group() == PeriodicGroup.CF;
    }

    private boolean hasTwoWriters(final int first, final int second)
    {
        return graph.sharing(first).get(second) && graph.unitOf(first) != graph.unitOf(second);
    }

    private boolean overloads(final int first, final int second)
    {
        return graph.unitOf(first) == graph.unitOf(second) && jointDemandCores(first, second) > 1;
    }
}
