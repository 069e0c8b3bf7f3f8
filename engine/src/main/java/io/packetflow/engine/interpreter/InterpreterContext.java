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
package io.packetflow.engine.interpreter;

import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;

import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.packet.Emitter;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.memory.Flyweight;

/** Cold path. What one interpreted handler is made from. It shows nothing in a counters file. */
final class InterpreterContext implements PacketContext
{
    private final Packet packet;
    private final Set<String> readable;
    private final InterpreterMemory memory;
    private final Map<String, Object> resources;
    private final Emitter emitter;

    InterpreterContext(final Packet packet, final Set<String> readable, final InterpreterMemory memory,
        final Map<String, Object> resources, final Emitter emitter)
    {
        this.packet = packet;
        this.readable = readable;
        this.memory = memory;
        this.resources = resources;
        this.emitter = emitter;
    }

    @Override
    public String packet()
    {
        return packet.name();
    }

    @Override
    public boolean isWarmUp()
    {
        return false;
    }

    @Override
    public InstanceHeader header()
    {
        return memory.header();
    }

    @Override
    public InstanceInput input()
    {
        return memory.input();
    }

    @Override
    public <F extends Flyweight> F area(final String writer, final Class<F> view)
    {
        final boolean mayRead = writer.equals(packet.name()) || readable.contains(writer);
        final Flyweight area = memory.areas().get(writer);
        if (!mayRead || !view.isInstance(area))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " reads the area of " + writer + " as " +
                view.getName() + (mayRead ? ", which it does not declare" : ", but no ionic bond orders the two"));
        }
        return view.cast(area);
    }

    @Override
    public <R> R resource(final String name, final Class<R> type)
    {
        if (!packet.resources().contains(name) || !type.isInstance(resources.get(name)))
        {
            throw new IllegalArgumentException("packet " + packet.name() + " uses the resource " + name + " as " +
                type.getName() + "; declare both with uses(...) and resource(...)");
        }
        return type.cast(resources.get(name));
    }

    @Override
    public Emitter emitter(final int maxInputBytes)
    {
        return emitter;
    }

    @Override
    public void count(final String label, final LongSupplier value)
    {
        // Nobody reads counters of an interpretation.
    }

    @Override
    public void latency(final String series, final LatencyRecorder recorder)
    {
        // Nor latencies: an interpretation takes as long as it takes.
    }
}
