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

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.LongSupplier;

import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.memory.Flyweight;

/** Cold path. What one handler of one run is made from. */
final class NodePacketContext implements PacketContext
{
    private final Packet packet;
    private final Set<String> readable;
    private final NodeViews views;
    private final Map<String, Object> resources;
    private final Map<String, BackEdge> backEdges;
    private final Map<String, LongSupplier> counts;
    private final Map<String, LatencyRecorder> latencies;
    private final boolean warmUp;

    NodePacketContext(
        final Packet packet,
        final Set<String> readable,
        final NodeViews views,
        final Map<String, Object> resources,
        final Map<String, BackEdge> backEdges,
        final Map<String, LongSupplier> counts,
        final Map<String, LatencyRecorder> latencies,
        final boolean warmUp)
    {
        this.packet = packet;
        this.readable = readable;
        this.views = views;
        this.resources = resources;
        this.backEdges = backEdges;
        this.counts = counts;
        this.latencies = latencies;
        this.warmUp = warmUp;
    }

    @Override
    public String packet()
    {
        return packet.name();
    }

    @Override
    public boolean isWarmUp()
    {
        return warmUp;
    }

    @Override
    public InstanceHeader header()
    {
        return views.header();
    }

    @Override
    public InstanceInput input()
    {
        return views.input();
    }

    @Override
    public <F extends Flyweight> F area(final String writer, final Class<F> view)
    {
        if (!writer.equals(packet.name()) && !readable.contains(writer))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " reads the area of " + writer +
                ", but no ionic bond orders the two; add ionic(\"" + writer + "\", \"" + packet.name() + "\")");
        }
        final Flyweight area = views.areas().get(writer);
        if (area == null)
        {
            throw new IllegalArgumentException("packet " + packet.name() + " reads the area of " + writer +
                ", which declares none; add writes(...) to it");
        }
        if (!view.isInstance(area))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " reads the area of " + writer + " as " +
                view.getName() + ", but it is declared as " + area.getClass().getName());
        }
        return view.cast(area);
    }

    @Override
    public <R> R resource(final String name, final Class<R> type)
    {
        if (!packet.resources().contains(name))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " does not use the resource " + name +
                "; add uses(\"" + name + "\") to it");
        }
        final Object resource = resources.get(name);
        if (!type.isInstance(resource))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " uses the resource " + name + " as " +
                type.getName() + ", but it is a " + resource.getClass().getName());
        }
        return type.cast(resource);
    }

    @Override
    public Emitter emitter(final int maxInputBytes)
    {
        final BackEdge edge = backEdges.get(packet.name());
        if (edge == null)
        {
            throw new IllegalArgumentException("packet " + packet.name() +
                " emits instances, but no back edge is declared for it; add backEdge(...) to the reactor's context");
        }
        if (maxInputBytes > edge.maxInputBytes())
        {
            throw new IllegalArgumentException("packet " + packet.name() + " emits up to " + maxInputBytes +
                " bytes, but its back edge is declared with " + edge.maxInputBytes());
        }
        return edge.emitter();
    }

    @Override
    public void count(final String label, final LongSupplier value)
    {
        if (counts.putIfAbsent(packet.name() + ": " + label, value) != null)
        {
            throw new IllegalArgumentException("packet " + packet.name() + " counts '" + label + "' twice");
        }
    }

    @Override
    public void latency(final String series, final LatencyRecorder recorder)
    {
        if (latencies.putIfAbsent(series, Objects.requireNonNull(recorder, "recorder")) != null)
        {
            throw new IllegalArgumentException("packet " + packet.name() + " shows the latency '" + series +
                "', which another one shows already");
        }
    }
}
