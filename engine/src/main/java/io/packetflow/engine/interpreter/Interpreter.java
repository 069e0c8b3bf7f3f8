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

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.packet.ReleasingHandler;

/**
 * Cold path. The operational semantics of the thesis (appendix A.3) for one molecule with its handlers, to compare the
 * compiled engine with: one thread, one instance at a time, no plan, no ring, no generated code. Not thread-safe.
 *
 * <p>An instance goes to the packets in bond order, then in order of composition. Each sees what those before it wrote:
 * that is the rule for ionic bonds, and as covalent packets share one resource, it is the merge of theirs. A packet
 * whose trigger does not fire has completed; a STOP skips all ionic descendants; an output that did not stop lets go
 * at once, since the gates of one that is alone are open. Metallic bonds and van der Waals forces change nothing. What
 * packets emit waits here, in order, until the caller applies it as an instance of its own: which instance comes next
 * is for whoever merges the sources to say.
 */
public final class Interpreter implements AutoCloseable
{
    private final Molecule molecule;
    private final BondGraph graph;
    private final InterpreterMemory memory;
    private final Map<String, PacketHandler> handlers = new LinkedHashMap<>();
    private final Map<String, Object> resources = new LinkedHashMap<>();
    private final Map<String, QueueEmitter> emitters = new LinkedHashMap<>();
    private long sequence;

    /**
     * Makes resources and handlers as for a run. A Journal packet is left out: nothing is durable here.
     *
     * @param molecule to interpret
     */
    public Interpreter(final Molecule molecule)
    {
        this.molecule = JournalPacket.withoutJournal(molecule);
        graph = new BondGraph(this.molecule);
        memory = new InterpreterMemory(this.molecule);
        for (final Resource resource : this.molecule.resources())
        {
            resources.put(resource.name(), resource.factory().apply(memory.arena()));
        }
        for (final Packet packet : this.molecule.packets())
        {
            handlers.put(packet.name(), packet.handlerFactory().create(new InterpreterContext(
                packet, graph.ancestors(packet.name()), memory, resources, emitter(packet.name()))));
        }
    }

    private QueueEmitter emitter(final String packet)
    {
        return emitters.computeIfAbsent(packet, name -> new QueueEmitter(memory.arena()));
    }

    /**
     * Applies one instance to the state of the molecule.
     *
     * @param kind code of its kind
     * @param source index of its source
     * @param timeNanos logical time
     * @param input bytes, from position to limit, at most as many as its kind declares
     */
    public void apply(final int kind, final int source, final long timeNanos, final ByteBuffer input)
    {
        sequence++;
        memory.begin(sequence, kind, source, timeNanos, input);
        final Set<String> skipped = new HashSet<>();
        for (final String name : graph.order())
        {
            final Packet packet = molecule.packet(name).orElseThrow();
            final boolean fires = (packet.trigger().kindMask() >>> kind & 1) != 0;
            if (fires && !skipped.contains(name))
            {
                fire(name, skipped);
            }
        }
    }

    private void fire(final String name, final Set<String> skipped)
    {
        final PacketHandler handler = handlers.get(name);
        if (handler.onInstance() == PacketHandler.STOP)
        {
            skipped.addAll(graph.descendants(name));
        }
        else if (handler instanceof ReleasingHandler output)
        {
            output.onRelease();
        }
    }

    /**
     * Takes what a packet has emitted and nobody has taken.
     *
     * @param packet name
     * @return emissions in order
     */
    public List<Emission> takeEmissions(final String packet)
    {
        return emitters.get(packet).take();
    }

    /** Returns how many instances were applied. */
    public long instances()
    {
        return sequence;
    }

    /** Returns the state hashes of the packets in order of composition. */
    public Map<String, Long> stateHashes()
    {
        final Map<String, Long> hashes = new LinkedHashMap<>();
        handlers.forEach((name, handler) -> hashes.put(name, handler.stateHash()));
        return hashes;
    }

    /** Returns the resources by name. */
    public Map<String, Object> resources()
    {
        return new LinkedHashMap<>(resources);
    }

    /**
     * Closes resources that can be closed, then the memory.
     *
     * @throws IllegalStateException if a resource cannot be closed; what is left is closed nevertheless
     */
    @Override
    public void close()
    {
        final List<Exception> failures = new ArrayList<>();
        for (final Object resource : resources.values())
        {
            try
            {
                if (resource instanceof AutoCloseable closeable)
                {
                    closeable.close();
                }
            }
            catch (final Exception e)
            {
                failures.add(e);
            }
        }
        memory.arena().close();
        if (!failures.isEmpty())
        {
            throw new IllegalStateException("resources of " + molecule.name() + " failed to close: " + failures,
                failures.get(0));
        }
    }
}
