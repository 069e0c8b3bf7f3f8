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
package io.packetflow.engine.optimizer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.analysis.resource.Separation;
import io.packetflow.engine.molecule.MolecularStructure;

/** Cold path. The units that no node may hold together: the participants of those who declare so. */
final class KeptApart
{
    private KeptApart()
    {
    }

    /** Returns the units of each group of packets of which no two may share a node. */
    static List<BitSet> groups(final UnitGraph units, final MolecularStructure structure)
    {
        final List<BitSet> groups = new ArrayList<>();
        for (final Set<String> packets : Separation.of(structure, Map.of()).groups())
        {
            final BitSet group = new BitSet();
            structure.names().stream().filter(packets::contains)
                .forEach(name -> group.set(units.graph().unitOf(units.graph().indexOf(name))));
            groups.add(group);
        }
        return groups;
    }

    /** Returns how many pairs of them share a node. */
    static int together(final List<BitSet> groups, final int[] nodeOf)
    {
        int pairs = 0;
        for (final BitSet group : groups)
        {
            final int[] members = group.stream().toArray();
            for (int i = 0; i < members.length; i++)
            {
                for (int j = i + 1; j < members.length; j++)
                {
                    pairs += nodeOf[members[i]] == nodeOf[members[j]] ? 1 : 0;
                }
            }
        }
        return pairs;
    }
}
