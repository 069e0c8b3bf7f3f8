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

import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.CommandSource;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateReader;
import io.packetflow.ringbuffers.journal.append.JournalAppender;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.pressure.ClaimGate;
import io.packetflow.ringbuffers.ring.ProducerMode;
import io.packetflow.ringbuffers.ring.SlotConsumer;
import io.packetflow.ringbuffers.ring.SlotRing;
import io.packetflow.ringbuffers.ring.SlotRingSpec;

/**
 * Cold path. What one run of a molecule owns: arena, ring, consumers, resources, back edges, handlers and the
 * programs of its nodes. Made twice: once for the warm-up, once for the run. Its memory is first touched by the
 * thread that makes it.
 */
final class RunningMolecule implements AutoCloseable
{
    private static final int COMMITS_PER_SNAPSHOT = 64;
    private static final int COMMITS_PER_COPY = 16 * COMMITS_PER_SNAPSHOT;

    private final ReactorPlan plan;
    private final Arena arena;
    private final SlotRing ring;
    private final ClaimGate gate;
    private final List<SlotConsumer> consumers = new ArrayList<>();
    private final Map<String, Object> resources = new LinkedHashMap<>();
    private final Map<String, BackEdge> backEdges = new LinkedHashMap<>();
    private final EmissionBound emissions = new EmissionBound();
    private final List<InstanceSource> sources = new ArrayList<>();
    private final Map<String, PacketHandler> handlers = new LinkedHashMap<>();
    private final Map<String, LongSupplier> counts = new LinkedHashMap<>();
    private final Map<Integer, Releases> releases = new TreeMap<>();
    private final List<SlotConsumer> releaseConsumers = new ArrayList<>();
    private final List<NodeBinding> bindings = new ArrayList<>();
    private final List<NodeProgram> programs = new ArrayList<>();
    private final ProgramClasses classes;
    private final long timerPeriodNanos;
    private final long epochOffsetNanos;
    private ScratchJournal scratch;
    private StateCopy rehearsal;
    private long commits;
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
        this.classes = classes;
        this.timerPeriodNanos = context.timerPeriodNanos();
        this.epochOffsetNanos = context.epochOffsetNanos();
        this.arena = new Arena(context.hugePages());
        try
        {
            ring = new SlotRingSpec(molecule.name(), plan.ring().capacity(), plan.ring().layout().strideBytes(),
                ProducerMode.SINGLE, plan.ring().publication(), 0).create(arena);
            wireConsumers();
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
            plan.nodes().forEach(node -> bindings.add(binding(molecule, node, warmUp)));
            begin(molecule, warmUp);
        }
        catch (final RuntimeException | Error e)
        {
            closeAfter(e);
            throw e;
        }
    }

    /** A journaled run gets its programs when its journal is open: {@link #replay}, then {@link #run}. */
    private void begin(final Molecule molecule, final boolean warmUp)
    {
        if (plan.journal().isEmpty())
        {
            for (int i = 0; i < bindings.size(); i++)
            {
                programs.add(program(classes.run().get(i), bindings.get(i)));
            }
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
        programs.clear();
        for (int i = 0; i < bindings.size(); i++)
        {
            programs.add(program(classes.replay().get(i), bindings.get(i).replaying(journal)));
        }
    }

    /** Makes the programs of the run; they go on where those of a replay have stopped. */
    void run(final JournalAppender journal, final JournalGate durable)
    {
        final List<NodeProgram> before = List.copyOf(programs);
        programs.clear();
        for (int i = 0; i < bindings.size(); i++)
        {
            programs.add(program(classes.run().get(i), bindings.get(i).journaled(journal, durable)));
            if (!before.isEmpty())
            {
                programs.get(i).continueFrom(before.get(i));
            }
        }
        releases.values().forEach(queue -> queue.guard(durable, sequencing().firstInstance()));
    }

    /** Makes a warm-up copy its state as a run does for a snapshot, but only now and then: it takes its time. */
    void rehearseSnapshots()
    {
        if (scratch != null && engineCommands().isPresent() && MoleculeState.obstacles(this).isEmpty())
        {
            rehearsal = new StateCopy(this, new long[sources.size() + 1]);
            rehearsal.tieTo(scratch.appender());
            boundaryTask = rehearsal;
        }
    }

    /** Returns whether this is a warm-up that takes snapshots. */
    boolean rehearsesSnapshots()
    {
        return rehearsal != null;
    }

    /**
     * Takes a snapshot of a warm-up that {@link #rehearsesSnapshots()}, and restores it into another molecule.
     *
     * @param fresh a warm-up's molecule that has done nothing
     * @return the packets that are not what they were: they save less than their state
     */
    List<String> forgottenBy(final RunningMolecule fresh)
    {
        rehearsal.empty();
        rehearsal.run();
        final StateReader reader = new StateReader(rehearsal.buffer(), 0, rehearsal.bytes());
        reader.part("molecule", new MoleculeState(fresh, new long[sources.size() + 1]));
        reader.finish();
        final Map<String, Long> restored = fresh.stateHashes();
        final List<String> forgotten = new ArrayList<>();
        stateHashes().forEach((packet, hash) ->
        {
            if (!hash.equals(restored.get(packet)))
            {
                forgotten.add(packet);
            }
        });
        return forgotten;
    }

    /** Returns what a warm-up appends to. */
    JournalAppender scratchAppender()
    {
        return scratch.appender();
    }

    /**
     * Opens the gate of a warm-up's scratch journal for what was appended so far. Now and then it asks for a snapshot
     * too, and for a cancel of live orders where a run may begin with one: the code that stands still for the first, or
     * goes on after the second, must not be thrown away when one is wanted.
     */
    void commitScratch()
    {
        if (scratch != null)
        {
            scratch.commit();
            commits++;
            if (rehearsal != null && commits % COMMITS_PER_COPY == 0)
            {
                rehearsal.empty();
            }
            if (commits % COMMITS_PER_SNAPSHOT == 0)
            {
                engineCommands().ifPresent(this::request);
            }
        }
    }

    private Optional<EngineCommandSource> engineCommands()
    {
        return sources.stream().filter(EngineCommandSource.class::isInstance).map(EngineCommandSource.class::cast)
            .findFirst();
    }

    private void request(final EngineCommandSource commands)
    {
        commands.request(ControlCommands.SNAPSHOT);
        final LiveOrders orders = plan.molecule().liveOrders();
        if (orders.failure() == LiveOrders.Fate.CANCEL || orders.promotion() == LiveOrders.Fate.CANCEL)
        {
            commands.requestCancelLive(LiveOrders.Event.FAILURE);
        }
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

    private void wireConsumers()
    {
        final TreeSet<Integer> last = new TreeSet<>();
        for (final StagePlan stage : plan.stages())
        {
            final SlotConsumer[] upstream =
                stage.upstream().stream().map(consumers::get).toArray(SlotConsumer[]::new);
            consumers.add(ring.newConsumer("stage " + stage.index(), upstream));
            last.add(stage.index());
            last.removeAll(stage.upstream());
        }
        final List<SlotConsumer> gating = new ArrayList<>(last.stream().map(consumers::get).toList());
        for (final StagePlan stage : plan.stages())
        {
            if (plan.defers(stage))
            {
                final SlotConsumer release =
                    ring.newConsumer("release of stage " + stage.index(), consumers.get(stage.index()));
                releases.put(stage.index(), new Releases(release, plan.ring().capacity()));
                releaseConsumers.add(release);
                gating.remove(consumers.get(stage.index()));
                gating.add(release);
            }
        }
        ring.gateOn(gating.toArray(SlotConsumer[]::new));
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
                    backEdges, counts, warmUp)));
                handlers.put(name, own.get(name));
            }
        }
        return new NodeBinding(ring, gate, views.header(), views.input(), views.areas(), own, consumers, sources,
            releases, null, null, null, emissions);
    }

    private NodeProgram program(final Class<? extends NodeProgram> type, final NodeBinding binding)
    {
        final NodeProgram program = instantiate(type, binding);
        program.configure(timerPeriodNanos, epochOffsetNanos);
        return program;
    }

    private static NodeProgram instantiate(final Class<? extends NodeProgram> type, final NodeBinding binding)
    {
        try
        {
            return type.getConstructor(NodeBinding.class).newInstance(binding);
        }
        catch (final InvocationTargetException e)
        {
            throw new IllegalStateException("the node " + type.getSimpleName() + " cannot be made: " + e.getCause(), e);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new IllegalStateException("the node " + type.getSimpleName() + " cannot be made", e);
        }
    }

    List<NodeProgram> programs()
    {
        return programs;
    }

    NodeProgram sequencing()
    {
        return programs.get(0);
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
        return consumers.get(stage).completed();
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
        final long last = sequencing().lastPublished();
        // Asked in each idle duty cycle, so nothing is allocated here.
        for (int i = 0; i < consumers.size(); i++)
        {
            if (consumers.get(i).completed() < last)
            {
                return false;
            }
        }
        for (int i = 0; i < releaseConsumers.size(); i++)
        {
            if (releaseConsumers.get(i).completed() < last)
            {
                return false;
            }
        }
        return true;
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
        if (rehearsal != null)
        {
            rehearsal.close();
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

    private void closeAfter(final Throwable failure)
    {
        try
        {
            close();
        }
        catch (final RuntimeException e)
        {
            failure.addSuppressed(e);
        }
    }
}
