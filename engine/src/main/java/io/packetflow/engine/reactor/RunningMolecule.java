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
import java.util.TreeSet;
import java.util.function.LongSupplier;

import io.packetflow.engine.molecule.BondGraph;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.layout.memory.Arena;
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
    private final List<NodeProgram> programs = new ArrayList<>();

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
        final List<Class<? extends NodeProgram>> classes,
        final boolean warmUp)
    {
        this.plan = plan;
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
            for (final NodePlan node : plan.nodes())
            {
                programs.add(program(molecule, node, classes.get(node.index()), context, warmUp));
            }
        }
        catch (final RuntimeException | Error e)
        {
            closeAfter(e);
            throw e;
        }
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
        ring.gateOn(last.stream().map(consumers::get).toArray(SlotConsumer[]::new));
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

    private NodeProgram program(
        final Molecule molecule,
        final NodePlan node,
        final Class<? extends NodeProgram> type,
        final ReactorContext context,
        final boolean warmUp)
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
        final NodeProgram program = instantiate(type, new NodeBinding(
            ring, gate, views.header(), views.input(), views.areas(), own, consumers, sources, emissions));
        program.configure(context.timerPeriodNanos(), context.epochOffsetNanos());
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
