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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

import org.agrona.concurrent.status.AtomicCounter;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.engine.plan.StagePlan;
import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.telemetry.StallMonitor;
import io.packetflow.engine.telemetry.event.FlightRecording;
import io.packetflow.engine.telemetry.event.HiccupEvent;

/**
 * Cold path. A helper thread off the hot cores. Every {@value #PERIOD_MILLIS} ms it copies what the nodes count into
 * the counters file, of which it is the only writer, and looks for nodes that stand still; once a second it takes the
 * latencies that were recorded and shows their percentiles. So the hot path pays nothing for being watched, and a
 * watcher sees counts that are at most that old.
 */
final class Conductor implements AutoCloseable
{
    private static final long PERIOD_MILLIS = 10;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LATENCY_PERIOD_NANOS = 1_000_000_000;
    private static final String QUEUE = "queue behind the journal";

    private final ReactorPlan plan;
    private final ReactorContext context;
    private final MirroredCounters counters;
    private final List<LatencyPublisher> latencies = new ArrayList<>();
    private final AtomicCounter heartbeatMillis;
    private final ReactorControl control;
    private final LongSupplier nanoClock;
    private final StallReporter stallReporter;
    private final StallMonitor stalls;
    private final Thread thread;
    private volatile boolean running = true;
    private long latencyTakenNanos;

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
        latencyTakenNanos = nanoClock.getAsLong();
        stallReporter = new StallReporter(this::tell);
        counters = new MirroredCounters(countersPath(context), this::tell);
        try
        {
            mirrorMolecule(molecule, warmUp);
            mirrorRings(molecule);
            mirrorNodes(molecule, threads);
            stalls = stallMonitor();
            molecule.latencies().forEach((series, recorder) ->
                latencies.add(new LatencyPublisher(series, recorder, counters)));
            heartbeatMillis = counters.own(EngineCounter.HEARTBEAT, plan.molecule().name());
        }
        catch (final RuntimeException e)
        {
            counters.close();
            throw e;
        }
        thread = ThreadPinning.helperThread(plan.molecule().name() + "-conductor", plan.nodeCpus(), this::run);
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
            stallReporter,
            counters.own(EngineCounter.STALLS, plan.molecule().name()),
            counters.own(EngineCounter.LONGEST_STALL, plan.molecule().name()));
    }

    private void mirrorMolecule(final RunningMolecule molecule, final WarmUpReport warmUp)
    {
        final String name = plan.molecule().name();
        counters.mirror(EngineCounter.STATE, name, () -> control.state().code());
        counters.mirror(EngineCounter.ADMITTED, name, counted(molecule, NodeProgram::sourceCount));
        counters.mirror(EngineCounter.ADMITTED_FROM_BACK_EDGES, name, counted(molecule, NodeProgram::backEdgeCount));
        counters.mirror(EngineCounter.RING_FULL, name, counted(molecule, NodeProgram::fullCount));
        counters.mirror(EngineCounter.TIME_BACKWARDS, name, counted(molecule, NodeProgram::backwardsCount));
        counters.mirror(EngineCounter.HANDLER_FAILURES, name, control::failureCount);
        counters.mirror(EngineCounter.SHED, name, molecule.gate()::shed);
        counters.mirror(EngineCounter.REJECTED, name, molecule.gate()::rejected);
        counters.mirror(EngineCounter.DUPLICATES, name,
            () -> molecule.sources().stream().mapToLong(InstanceSource::duplicateCount).sum());
        counters.mirror(EngineCounter.WARMUP_MESSAGES, name, warmUp::messages);
        molecule.backEdges().forEach((packet, edge) ->
            counters.mirror(EngineCounter.BACK_EDGE_REFUSED, packet, edge::refusedCount));
        molecule.counts().forEach((label, value) -> counters.mirror(EngineCounter.PACKET, label, value));
    }

    /** What was freed comes before what was published, so that a reader sees no ring that is less than empty. */
    private void mirrorRings(final RunningMolecule molecule)
    {
        final String name = plan.molecule().name();
        counters.mirror(EngineCounter.RING_CAPACITY, name, () -> plan.ring().capacity());
        counters.mirror(EngineCounter.RING_GATING, name, molecule::freedSlots);
        counters.mirror(EngineCounter.RING_PUBLISHED, name, counted(molecule, NodeProgram::publishedCount));
        molecule.backEdges().forEach((packet, edge) ->
        {
            counters.mirror(EngineCounter.RING_CAPACITY, packet, edge::capacity);
            counters.mirror(EngineCounter.RING_GATING, packet, edge::taken);
            counters.mirror(EngineCounter.RING_PUBLISHED, packet, edge::committed);
        });
    }

    /** Shows the snapshots of a journaled molecule. */
    void mirror(final Snapshots snapshots)
    {
        final String name = plan.molecule().name();
        counters.mirror(EngineCounter.SNAPSHOTS, name, snapshots::takenCount);
        counters.mirror(EngineCounter.SNAPSHOTS_DROPPED, name, snapshots::droppedCount);
        counters.mirror(EngineCounter.LONGEST_SNAPSHOT_PAUSE, name, snapshots::longestPauseNanos);
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
            counters.mirror(EngineCounter.NODE_CYCLES, statuses.get(i).name(), () -> threads.heartbeat(index));
        }
        for (final NodeStatus status : statuses)
        {
            counters.mirror(EngineCounter.NODE_CPU, status.name(),
                () -> status.pin().isPinned() ? status.pin().cpu() : -1);
        }
        for (final StagePlan stage : plan.stages())
        {
            counters.mirror(EngineCounter.STAGE_COMPLETED, "stage " + stage.index() + " " + stage.packets(),
                () -> molecule.completed(stage.index()) + 1);
        }
    }

    /** Shows how far the journal is. */
    void mirror(final JournalCounters journal)
    {
        journal.addTo(counters);
    }

    /** Shows how far the queue behind the journal is. */
    void mirror(final JournalQueue queue)
    {
        counters.mirror(EngineCounter.QUEUE_COPIED, QUEUE, queue::copied);
        counters.mirror(EngineCounter.QUEUE_LAG, QUEUE, queue::lag);
        counters.mirror(EngineCounter.QUEUE_MOST_LAG, QUEUE, queue::mostLag);
        counters.mirror(EngineCounter.QUEUE_FAILURES, QUEUE, queue::failures);
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
            pause();
        }
    }

    /** Who wakes this thread much too late keeps nodes waiting as well, those at least that have no core alone. */
    private void pause()
    {
        final Optional<HiccupEvent> hiccup = FlightRecording.begin(HiccupEvent::new);
        LockSupport.parkNanos(PERIOD_MILLIS * NANOS_PER_MILLI);
        hiccup.ifPresent(HiccupEvent::commit);
    }

    /** Looks once; nodes that have ended stand still for good and not by mistake. */
    void step()
    {
        counters.copy();
        final long nowNanos = nanoClock.getAsLong();
        if (nowNanos - latencyTakenNanos >= LATENCY_PERIOD_NANOS)
        {
            latencyTakenNanos = nowNanos;
            latencies.forEach(LatencyPublisher::publish);
        }
        heartbeatMillis.setRelease(System.currentTimeMillis());
        if (control.isAlive())
        {
            stalls.step();
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
        return counters.path();
    }

    /** Reads all counters; after {@link #close()} what they were then, as their memory is gone. */
    Map<String, Long> counters()
    {
        return counters.read();
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
        stallReporter.end();
        latencies.forEach(LatencyPublisher::publishLast);
        counters.close();
        tell("molecule " + plan.molecule().name() + " stopped");
    }
}
