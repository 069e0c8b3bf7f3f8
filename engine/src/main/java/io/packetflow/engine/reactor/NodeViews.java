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
package io.packetflow.engine.reactor;

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;

/** Cold path. The flyweights of one node: one for each area, shared by the node's handlers, moved by its program. */
final class NodeViews
{
    private final InstanceHeader header;
    private final InstanceInput input;
    private final Map<String, Flyweight> areas = new LinkedHashMap<>();

    NodeViews(final Molecule molecule, final Slab slab)
    {
        header = new InstanceHeader(slab);
        input = new InstanceInput(slab);
        molecule.packets().forEach(packet -> packet.area().ifPresent(
            area -> areas.put(packet.name(), area.factory().apply(slab))));
    }

    InstanceHeader header()
    {
        return header;
    }

    InstanceInput input()
    {
        return input;
    }

    Map<String, Flyweight> areas()
    {
        return areas;
    }
}
