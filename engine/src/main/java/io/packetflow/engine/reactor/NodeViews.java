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
