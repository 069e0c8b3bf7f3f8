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

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.packetflow.engine.chemistry.structure.StructureGraph;
import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/** Structures whose packets declare what they read, and structures that were relaxed as far as it goes. */
public final class RelaxedStructures
{
    private RelaxedStructures()
    {
    }

    /** Lets some packets declare that they read a few others, and that they have no effects. */
    public static MolecularStructure declaring(final MolecularStructure structure, final long seed)
    {
        final Random random = new Random(seed);
        final List<String> names = structure.names();
        return structure.withComposition(structure.composition().stream().map(packet ->
        {
            final Map<String, String> properties = new LinkedHashMap<>(packet.properties());
            if (random.nextInt(3) > 0)
            {
                properties.put(PacketConduct.READS, "[" + names.get(random.nextInt(names.size())) + "]");
            }
            if (random.nextInt(3) > 0)
            {
                properties.put(PacketConduct.EFFECTS, "none");
            }
            return new Constituent(packet.name(), packet.element(), packet.trigger(), packet.payloadBytes(),
                packet.resources(), packet.participants(), properties);
        }).toList());
    }

    /** Relaxes bonds until none can be. */
    public static MolecularStructure relaxed(final MolecularStructure structure)
    {
        MolecularStructure relaxed = structure;
        List<Bond> bonds = relaxation(relaxed).bonds();
        while (!bonds.isEmpty())
        {
            relaxed = relaxation(relaxed).without(bonds.get(0));
            bonds = relaxation(relaxed).bonds();
        }
        return relaxed;
    }

    private static Relaxation relaxation(final MolecularStructure structure)
    {
        return Relaxation.of(new StructureGraph(StagedPart.of(structure)), structure);
    }
}
