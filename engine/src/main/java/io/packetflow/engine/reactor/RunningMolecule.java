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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.pressure.ClaimGate;
import io.packetflow.ringbuffers.ring.ProducerMode;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

/**
 * Cold path. What one run of a molecule owns: arena, ring, consumers, resources, back edges, handlers and the
 * programs of its nodes. Made twice: once for the warm-up, once for the run. Its memory is first touched by the
 * thread that makes it.
 */
final class RunningMolecule implements AutoCloseable
{
    private final ReactorPlan plan;
    private final Arena arena;
    private final SlotRing ring;
    private final ClaimGate gate;
    private final RingConsumers consumers;
    private final Map<String, Object> resources = new LinkedHashMap<>();
    private final Map<String, BackEdge> backEdges = new LinkedHashMap<>();
    private final EmissionBound emissions = new EmissionBound();
    private final List<InstanceSource> sources = new ArrayList<>();
    private final Map<String, PacketHandler> handlers = new LinkedHashMap<>();
    private final Map<String, LongSupplier> counts = new LinkedHashMap<>();
    private final Map<String, LatencyRecorder> latencies = new LinkedHashMap<>();
    private final NodePrograms programs;
    private ScratchJournal scratch;
    private Runnable boundaryTask = () -> { };

    /**
     * Makes a run.
     *
     * @param molecule whose handlers and resources it uses; for a warm-up it may be a smaller one of the same shape
     * @param plan of a molecule of that shape
     * @param context sources and back edges
     * @param classes of the nodes
     * @param warmUp whether it only warms up the code
     */
    RunningMolecule(
        final Molecule molecule,
        final ReactorPlan plan,
        final ReactorContext context,
        final ProgramClasses classes,
        final boolean warmUp)
    {
        this.plan = plan;
        this.arena = new Arena(context.hugePages());
        try
        {
            ring = new SlotRingSpec(molecule.name(), plan.ring().capacity(), plan.ring().layout().strideBytes(),
                ProducerMode.SINGLE, plan.ring().publication(), 0).create(arena);
            consumers = new RingConsumers(plan, ring);
            gate = new ClaimGate(ring, plan.ring().backPressure());
            molecule.resources().forEach(this::addResource);
            final boolean oneThread = context.backEdges().stream().allMatch(this::isWithSequencing);
            for (final BackEdgeBinding edge : context.backEdges())
            {
                backEdges.put(edge.packet(), new BackEdge(arena, edge.capacity(), edge.maxInputBytes(),
                    oneThread ? emissions : new EmissionBound()));
            }
            sources.addAll(backEdges.values());
            context.sources().forEach(source -> sources.add(source.factory().create(warmUp)));
            programs = new NodePrograms(context, classes,
                plan.nodes().stream().map(node -> binding(molecule, node, warmUp)).toList());
            begin(molecule, warmUp);
        }
        catch (final RuntimeException | Error e)
        {
            final Closing closing = new Closing();
            closing.close(this);
            closing.suppressIn(e);
            throw e;
        }
    }

    /** A journaled run gets its programs when its journal is open: {@link #replay}, then {@link #run}. */
    private void begin(final Molecule molecule, final boolean warmUp)
    {
        if (plan.journal().isEmpty())
        {
            programs.run();
        }
        else if (warmUp)
        {
            scratch = new ScratchJournal(arena, molecule.maxInputBytes());
            run(scratch.appender(), scratch.gate());
        }
    }

    /** Makes the programs that replay a journal; the first instance that they admit is the one after another. */
    void replay(final ReplaySource journal)
    {
        programs.replay(journal);
    }

    /** Makes the programs of the run; they go on where those of a replay have stopped. */
    void run(final JournalAppender journal, final JournalGate durable)
    {
        programs.run(journal, durable);
        consumers.releases().values().forEach(queue -> queue.guard(durable, sequencing().firstInstance()));
    }

    /** Returns the journal of a warm-up, empty where nothing is journaled or it is none. */
    Optional<ScratchJournal> scratchJournal()
    {
        return Optional.ofNullable(scratch);
    }

    /** Sets what is done, on the sequencing node's thread, when an instance asked for it and all before it is done. */
    void boundaryTask(final Runnable task)
    {
        boundaryTask = task;
    }

    void atBoundary()
    {
        boundaryTask.run();
    }

    private boolean isWithSequencing(final BackEdgeBinding edge)
    {
        return plan.nodes().get(plan.stages().get(plan.placement(edge.packet()).stage()).node()).sequencing();
    }

    private void addResource(final Resource resource)
    {
        final Object table = resource.factory().apply(arena);
        if (!resource.type().isInstance(table))
        {
            throw new IllegalStateException("the resource " + resource.name() + " is declared as " +
                resource.type().getName() + " but its factory made " + table);
        }
        resources.put(resource.name(), table);
    }

    private NodeBinding binding(final Molecule molecule, final NodePlan node, final boolean warmUp)
    {
        final NodeViews views = new NodeViews(molecule, ring.slab());
        final BondGraph graph = new BondGraph(molecule);
        final Map<String, PacketHandler> own = new LinkedHashMap<>();
        for (final int stage : node.stages())
        {
            for (final String name : plan.stages().get(stage).packets())
            {
                final Packet packet = molecule.packet(name).orElseThrow();
                own.put(name, packet.handlerFactory().create(
                    new NodePacketContext(packet, graph.ancestors(name), views, resources,
                    backEdges, counts, latencies, warmUp)));
                handlers.put(name, own.get(name));
            }
        }
        return new NodeBinding(ring, gate, views.header(), views.input(), views.areas(), own, consumers.stages(),
            sources, consumers.releases(), null, null, null, emissions);
    }

    List<NodeProgram> programs()
    {
        return programs.all();
    }

    NodeProgram sequencing()
    {
        return programs.sequencing();
    }

    Map<String, PacketHandler> handlers()
    {
        return handlers;
    }

    /** Returns the handlers in order of composition, which no plan changes. */
    Map<String, PacketHandler> inOrder()
    {
        final Map<String, PacketHandler> ordered = new LinkedHashMap<>();
        plan.molecule().packets().forEach(packet -> ordered.put(packet.name(), handlers.get(packet.name())));
        return ordered;
    }

    /** Returns the state hashes of the packets in order of composition; exact while nothing is in progress. */
    Map<String, Long> stateHashes()
    {
        final Map<String, Long> hashes = new LinkedHashMap<>();
        inOrder().forEach((name, handler) -> hashes.put(name, handler.stateHash()));
        return hashes;
    }

    /** Finds the earliest of the emissions that wait, after they were restored. */
    void lookForEmissions()
    {
        long earliestNanos = InstanceSource.NONE;
        for (final BackEdge edge : backEdges.values())
        {
            earliestNanos = Math.min(earliestNanos, edge.nextTimeNanos());
        }
        emissions.set(earliestNanos);
    }

    Map<String, Object> resources()
    {
        return resources;
    }

    List<InstanceSource> sources()
    {
        return sources;
    }

    Map<String, BackEdge> backEdges()
    {
        return backEdges;
    }

    Map<String, LongSupplier> counts()
    {
        return counts;
    }

    /** Returns the latencies that packets show, by the name of their series. */
    Map<String, LatencyRecorder> latencies()
    {
        return latencies;
    }

    ReactorPlan plan()
    {
        return plan;
    }

    /** Returns the memory of the slots. */
    Slab slots()
    {
        return ring.slab();
    }

    /** Returns where the slot of an instance begins; the instance is one of the last that went through the ring. */
    int slotOf(final long instance)
    {
        return ring.offset(instance - sequencing().firstInstance());
    }

    ClaimGate gate()
    {
        return gate;
    }

    Arena arena()
    {
        return arena;
    }

    /** Returns up to which ring sequence a stage is done. */
    long completed(final int stage)
    {
        return consumers.stages().get(stage).completed();
    }

    /** Returns how many slots of the ring every stage is done with; any thread. */
    long freedSlots()
    {
        return consumers.slowest();
    }

    /** Returns whether neither a packet nor a command will bring anything; on the sequencing node's thread. */
    boolean isExhaustedInside()
    {
        // Asked in each idle duty cycle of a reactor that stops; the back edges come first.
        for (int i = 0; i < sources.size(); i++)
        {
            if ((i < backEdges.size() || sources.get(i) instanceof CommandSource) && !sources.get(i).isExhausted())
            {
                return false;
            }
        }
        return true;
    }

    /** Returns whether every stage has processed all that was published. Exact on the sequencing node's thread only. */
    boolean isDrained()
    {
        return consumers.havePassed(sequencing().lastPublished());
    }

    @Override
    public void close()
    {
        final List<Object> parts = new ArrayList<>(resources.values());
        parts.addAll(handlers.values());
        parts.addAll(sources);
        IllegalStateException failure = null;
        for (final Object part : parts)
        {
            failure = closePart(part, failure);
        }
        // Whatever fails, the memory is given back.
        arena.close();
        if (failure != null)
        {
            throw failure;
        }
    }

    private static IllegalStateException closePart(final Object part, final IllegalStateException earlier)
    {
        try
        {
            if (part instanceof AutoCloseable closeable)
            {
                closeable.close();
            }
            return earlier;
        }
        catch (final Exception e)
        {
            final IllegalStateException failure =
                new IllegalStateException("closing " + part + " failed: " + e.getMessage(), e);
            if (earlier == null)
            {
                return failure;
            }
            earlier.addSuppressed(failure);
            return earlier;
        }
    }
}
