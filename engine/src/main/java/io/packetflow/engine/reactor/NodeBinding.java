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

import java.util.List;
import java.util.Map;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Flyweight;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
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
 * @param releases of the stages that wait for the journal, by index
 * @param journal to which the sequencing node appends, null where there is none
 * @param durable gate of the journal, null where there is none
 * @param replay from which a replay takes its instances, null in a run
 * @param emissions earliest of what waits on the back edges; used by the sequencing node
 */
public record NodeBinding(
    SlotRing ring,
    ClaimGate gate,
    InstanceHeader header,
    InstanceInput input,
    Map<String, Flyweight> areas,
    Map<String, PacketHandler> handlers,
    List<SlotConsumer> consumers,
    List<InstanceSource> sources,
    Map<Integer, Releases> releases,
    JournalAppender journal,
    JournalGate durable,
    ReplaySource replay,
    EmissionBound emissions)
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
     * Returns what a stage has computed and not yet released.
     *
     * @param stage index
     * @return its queue
     */
    public Releases releases(final int stage)
    {
        return releases.get(stage);
    }

    /** Returns the same binding for a node of a run that is journaled. */
    NodeBinding journaled(final JournalAppender appender, final JournalGate opening)
    {
        return new NodeBinding(ring, gate, header, input, areas, handlers, consumers, sources, releases, appender,
            opening, null, emissions);
    }

    /** Returns the same binding for a node that replays a journal. */
    NodeBinding replaying(final ReplaySource value)
    {
        return new NodeBinding(ring, gate, header, input, areas, handlers, consumers, sources, releases, null, null,
            value, emissions);
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
