package io.packetflow.engine.reactor;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.ringbuffers.pressure.ClaimGate;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;

/**
 * Cold path. What the constructor of a node's generated class takes its fields from.
 *
 * @param ring of the molecule
 * @param gate that applies the ring's back-pressure to its sources
 * @param header view of this node
 * @param input view of this node
 * @param areas views of this node by packet
 * @param handlers of this node by packet
 * @param consumers of all stages by index
 * @param sources in order of precedence; used by the sequencing node
 */
public record NodeBinding(
    SlotRing ring,
    ClaimGate gate,
    InstanceHeader header,
    InstanceInput input,
    Map<String, Flyweight> areas,
    Map<String, PacketHandler> handlers,
    List<SlotConsumer> consumers,
    List<InstanceSource> sources)
{
    /**
     * Returns a view of an area.
     *
     * @param packet that writes it
     * @return the view
     */
    public Flyweight area(final String packet)
    {
        return areas.get(packet);
    }

    /**
     * Returns a handler.
     *
     * @param packet whose code it is
     * @return the handler
     */
    public PacketHandler handler(final String packet)
    {
        return handlers.get(packet);
    }

    /**
     * Returns the consumer of a stage.
     *
     * @param stage index
     * @return the consumer
     */
    public SlotConsumer consumer(final int stage)
    {
        return consumers.get(stage);
    }

    /**
     * Returns a source.
     *
     * @param index in order of precedence
     * @return the source
     */
    public InstanceSource source(final int index)
    {
        return sources.get(index);
    }
}
