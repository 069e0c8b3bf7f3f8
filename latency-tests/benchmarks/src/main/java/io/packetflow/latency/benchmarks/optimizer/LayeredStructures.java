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
package io.packetflow.latency.benchmarks.optimizer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.packetflow.engine.molecule.Bond;
import io.packetflow.engine.molecule.BondType;
import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.periodic.Element;

/** Structures of any size, in layers of ten: each packet waits for one or two of the layer before. */
final class LayeredStructures
{
    private static final int WIDTH = 10;

    private LayeredStructures()
    {
    }

    static MolecularStructure of(final int size, final long seed)
    {
        final Random random = new Random(seed);
        final List<Constituent> composition = new ArrayList<>();
        final Set<Bond> bonds = new LinkedHashSet<>();
        for (int packet = 0; packet < size; packet++)
        {
            final Map<String, String> properties = new LinkedHashMap<>();
            properties.put("base_time", 10 + random.nextInt(200) + "ns");
            properties.put("effects", random.nextBoolean() ? "none" : "some");
            if (random.nextInt(4) == 0)
            {
                properties.put("reads", "[p0]");
            }
            composition.add(new Constituent("p" + packet, List.of(Element.values()).get(random.nextInt(24)), "always",
                random.nextInt(10) * Long.BYTES, List.of(), List.of(), properties));
            final int layer = packet / WIDTH * WIDTH;
            for (int i = 0; layer > 0 && i < 2; i++)
            {
                bonds.add(new Bond(
                    "p" + (layer - 1 - random.nextInt(WIDTH)), "p" + packet, BondType.IONIC, "", false));
            }
        }
        return new MolecularStructure("Layered", composition, List.copyOf(bonds), Map.of("rate", "20k/s"));
    }
}
