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

import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. What of a structure runs in stages: all but its Journal, which the sequencing node writes. */
final class StagedPart
{
    private StagedPart()
    {
    }

    static MolecularStructure of(final MolecularStructure structure)
    {
        final boolean journaled = structure.composition().size() > 1 && structure.packet(JournalPacket.NAME)
            .filter(packet -> packet.group() == PeriodicGroup.RM).isPresent();
        if (!journaled)
        {
            return structure;
        }
        return structure
            .withComposition(structure.composition().stream()
            .filter(packet -> !packet.name().equals(JournalPacket.NAME)).toList())
            .withBonds(structure.bonds().stream().filter(bond -> !bond.touches(JournalPacket.NAME)).toList());
    }
}
