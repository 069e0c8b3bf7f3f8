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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import org.agrona.concurrent.status.AtomicCounter;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.engine.telemetry.CounterType;
import io.packetflow.engine.telemetry.CountersFile;
import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.telemetry.StallMonitor;

/**
 * Cold path. A helper thread off the hot cores. Every {@value #PERIOD_MILLIS} ms it copies what the nodes count into
 * the counters file, of which it is the only writer, and looks for nodes that stand still. So the hot path pays
 * nothing for being watched, and a watcher sees counts that are at most that old.
 */
final class Conductor implements AutoCloseable
{
    private static final long PERIOD_MILLIS = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final String QUEUE = "queue behind the journal";

    /** A counter and where its value comes from. */
    private record Mirror(String label, AtomicCounter counter, LongSupplier value)
    {
    }

    private final ReactorPlan plan;
    private final ReactorContext context;
    private final CountersFile file;
    private final List<Mirror> mirrors = new ArrayList<>();
    private final Map<String, AtomicCounter> own = new LinkedHashMap<>();
    private final Set<String> unreadable = new HashSet<>();
    private final ReactorControl control;
    private final LongSupplier nanoClock;
    private final StallMonitor stalls;
    private final Thread thread;
    private volatile boolean running = true;
    private Map<String, Long> lastValues;

    Conductor(
        final ReactorPlan plan,
        final ReactorContext context,
        final RunningMolecule molecule,
        final ReactorControl control,
        final NodeThreads threads,
        final WarmUpReport warmUp,
        final LongSupplier nanoClock)
    {
        this.plan = plan;
        this.context = context;
        this.control = control;
        this.nanoClock = nanoClock;
        file = CountersFile.create(countersPath(context));
        try
        {
            mirrorMolecule(molecule, warmUp);
            mirrorNodes(molecule, threads);
            stalls = stallMonitor();
        }
        catch (final RuntimeException e)
        {
            file.close();
            throw e;
        }
        thread = ThreadPinning.helperThread(plan.molecule().name() + "-conductor", this::run);
        // A caller who runs the nodes himself stands still whenever he likes.
        if (context.settings().threading() != Threading.INVOKER)
        {
            final List<NodeStatus> statuses = threads.statuses();
            for (int i = 0; i < statuses.size(); i++)
            {
                final int index = i;
                stalls.watch(statuses.get(i).name(), () -> threads.heartbeat(index));
            }
        }
    }

    /** A standby takes over while the primary's file may still be its own: it stands still, or is not yet buried. */
    private static Path countersPath(final ReactorContext context)
    {
        final Path path = context.settings().countersFile();
        return context.standby().isEmpty() ? path :
            path.resolveSibling("standby-" + ProcessHandle.current().pid() + "-" + path.getFileName());
    }

    private StallMonitor stallMonitor()
    {
        return new StallMonitor(context.settings().stallLimitNanos(), nanoClock,
            alarm -> tell("ALARM: " + alarm.message()),
            own(EngineCounter.STALLS, plan.molecule().name()),
            own(EngineCounter.LONGEST_STALL, plan.molecule().name()));
    }

    private void mirrorMolecule(final RunningMolecule molecule, final WarmUpReport warmUp)
    {
        final String name = plan.molecule().name();
        mirror(EngineCounter.STATE, name, () -> control.state().code());
        mirror(EngineCounter.ADMITTED, name, counted(molecule, NodeProgram::sourceCount));
        mirror(EngineCounter.ADMITTED_FROM_BACK_EDGES, name, counted(molecule, NodeProgram::backEdgeCount));
        mirror(EngineCounter.RING_FULL, name, counted(molecule, NodeProgram::fullCount));
        mirror(EngineCounter.TIME_BACKWARDS, name, counted(molecule, NodeProgram::backwardsCount));
        mirror(EngineCounter.HANDLER_FAILURES, name, control::failureCount);
        mirror(EngineCounter.SHED, name, molecule.gate()::shed);
        mirror(EngineCounter.REJECTED, name, molecule.gate()::rejected);
        mirror(EngineCounter.DUPLICATES, name,
            () -> molecule.sources().stream().mapToLong(InstanceSource::duplicateCount).sum());
        mirror(EngineCounter.WARMUP_MESSAGES, name, warmUp::messages);
        molecule.backEdges().forEach((packet, edge) ->
            mirror(EngineCounter.BACK_EDGE_REFUSED, packet, edge::refusedCount));
        molecule.counts().forEach((label, value) -> mirror(EngineCounter.PACKET, label, value));
    }

    /** Shows the snapshots of a journaled molecule. */
    void mirror(final Snapshots snapshots)
    {
        final String name = plan.molecule().name();
        mirror(EngineCounter.SNAPSHOTS, name, snapshots::takenCount);
        mirror(EngineCounter.SNAPSHOTS_DROPPED, name, snapshots::droppedCount);
        mirror(EngineCounter.LONGEST_SNAPSHOT_PAUSE, name, snapshots::longestPauseNanos);
    }

    /** A molecule that only waits for its journal has no programs yet. */
    private static LongSupplier counted(final RunningMolecule molecule, final ToLongFunction<NodeProgram> count)
    {
        return () -> molecule.programs().isEmpty() ? 0 : count.applyAsLong(molecule.sequencing());
    }

    private void mirrorNodes(final RunningMolecule molecule, final NodeThreads threads)
    {
        final List<NodeStatus> statuses = threads.statuses();
        for (int i = 0; i < statuses.size(); i++)
        {
            final int index = i;
            mirror(EngineCounter.NODE_CYCLES, statuses.get(i).name(), () -> threads.heartbeat(index));
        }
        for (final NodeStatus status : statuses)
        {
            mirror(EngineCounter.NODE_CPU, status.name(), () -> status.pin().isPinned() ? status.pin().cpu() : -1);
        }
        for (final StagePlan stage : plan.stages())
        {
            mirror(EngineCounter.STAGE_COMPLETED, "stage " + stage.index() + " " + stage.packets(),
                () -> molecule.completed(stage.index()) + 1);
        }
    }

    private void mirror(final CounterType type, final String owner, final LongSupplier value)
    {
        mirrors.add(new Mirror(owner + ": " + type.label(), file.allocate(type, owner), value));
    }

    /** Shows how far the queue behind the journal is. */
    void mirror(final JournalQueue queue)
    {
        mirror(EngineCounter.QUEUE_COPIED, QUEUE, queue::copied);
        mirror(EngineCounter.QUEUE_LAG, QUEUE, queue::lag);
        mirror(EngineCounter.QUEUE_MOST_LAG, QUEUE, queue::mostLag);
        mirror(EngineCounter.QUEUE_FAILURES, QUEUE, queue::failures);
    }

    /** Allocates a counter that is written here and mirrors nothing. */
    private AtomicCounter own(final CounterType type, final String owner)
    {
        final AtomicCounter counter = file.allocate(type, owner);
        own.put(owner + ": " + type.label(), counter);
        return counter;
    }

    void start()
    {
        thread.start();
    }

    private void run()
    {
        while (running)
        {
            step();
            LockSupport.parkNanos(PERIOD_MILLIS * NANOS_PER_MILLI);
        }
    }

    /** Looks once; nodes that have ended stand still for good and not by mistake. */
    void step()
    {
        copy();
        if (control.isAlive())
        {
            stalls.step();
        }
    }

    private synchronized void copy()
    {
        for (final Mirror mirror : mirrors)
        {
            mirror.counter().setRelease(valueOf(mirror));
        }
    }

    /** A packet's count that cannot be read shall blind nobody for the others: it stands still, and that is said. */
    private long valueOf(final Mirror mirror)
    {
        try
        {
            return mirror.value().getAsLong();
        }
        catch (final RuntimeException e)
        {
            if (unreadable.add(mirror.label()))
            {
                tell("the counter " + mirror.label() + " cannot be read: " + e);
            }
            return mirror.counter().get();
        }
    }

    private void tell(final String line)
    {
        try
        {
            context.progress().accept(line);
        }
        catch (final RuntimeException deaf)
        {
            // Whoever cannot listen does not end the watch of those who read the file.
        }
    }

    Path countersFile()
    {
        return file.path();
    }

    /** Reads all counters; after {@link #close()} what they were then, as their memory is gone. */
    synchronized Map<String, Long> counters()
    {
        return lastValues == null ? read() : lastValues;
    }

    private Map<String, Long> read()
    {
        final Map<String, Long> values = new LinkedHashMap<>();
        mirrors.forEach(mirror -> values.put(mirror.label(), valueOf(mirror)));
        own.forEach((label, counter) -> values.put(label, counter.get()));
        return values;
    }

    /** What the nodes counted last is in the file before it is closed. */
    private synchronized void closeFile()
    {
        copy();
        lastValues = read();
        file.close();
    }

    @Override
    public void close()
    {
        running = false;
        LockSupport.unpark(thread);
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        closeFile();
        tell("molecule " + plan.molecule().name() + " stopped");
    }
}
