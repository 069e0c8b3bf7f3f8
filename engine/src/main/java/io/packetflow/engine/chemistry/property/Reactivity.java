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

import java.util.Comparator;
import java.util.List;

import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. The tendency of packets to interact (thesis section 3.1.3): {@code rank / 6}, without unit, 1/6 (MC) to 1
 * (ED). The thesis orders the groups and gives no magnitudes; equal steps between them are our choice.
 */
public final class Reactivity
{
    private static final double HIGHEST_RANK = PeriodicGroup.values().length;

    private Reactivity()
    {
    }

    /**
     * Returns the reactivity of a group.
     *
     * @param group of the table
     * @return 1/6 to 1
     */
    public static double of(final PeriodicGroup group)
    {
        return group.reactivityRank() / HIGHEST_RANK;
    }

    /**
     * Returns the order in which packets that no bond orders are polled on a node that they share.
     *
     * @param structure whose packets are ordered
     * @return names, the most reactive first, then in order of composition
     */
    public static List<String> pollingOrder(final MolecularStructure structure)
    {
        return structure.composition().stream()
            .sorted(Comparator.comparingInt((Constituent packet) -> packet.group().reactivityRank()).reversed())
            .map(Constituent::name).toList();
    }
}
