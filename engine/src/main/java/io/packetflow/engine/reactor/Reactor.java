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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.packetflow.engine.config.Threading;
import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.journal.QueueReport;
import io.packetflow.engine.journal.RecoveryReport;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. The door to a running molecule (thesis definition 3.8): planned, compiled, warmed up, pinned, then opened.
 *
 * <pre>{@code
 * try (Reactor reactor = Reactor.launch(new ReactorContext().molecule(molecule).source("feed", Feed.class, Feed::new)))
 * {
 *     reactor.awaitCompletion();
 * }
 * }</pre>
 *
 * <p>All methods may be called from any thread but {@link #step()}, which belongs to the caller's one thread in
 * {@link Threading#INVOKER} threading. {@link #close()} stops at the next duty cycle; {@link #drain()} before it
 * finishes what was admitted.
 */
public final class Reactor implements AutoCloseable
{
    private final ReactorPlan plan;
    private final ReactorContext context;
    private final ReactorControl control;
    private final ReactorParts parts;
    private final RunningMolecule molecule;
    private final Completion completion;
    private boolean closed;

    private Reactor(final ReactorContext context, final ReactorParts parts)
    {
        this.context = context;
        this.parts = parts;
        this.plan = parts.plan();
        this.control = parts.control();
        this.molecule = parts.molecule();
        this.completion = new Completion(context, control, parts.threads());
    }

    /**
     * Makes a reactor and opens its gate.
     *
     * @param context that is concluded here
     * @return the running reactor
     * @throws RuntimeException if the context, the plan, the host or the code do not allow it; the message says why
     */
    public static Reactor launch(final ReactorContext context)
    {
        final Reactor reactor = prepare(context);
        reactor.open();
        return reactor;
    }

    /**
     * Makes a reactor: planned, compiled, warmed up, its threads pinned, its gate still closed.
     *
     * @param context that is concluded here
     * @return the ready reactor
     */
    public static Reactor prepare(final ReactorContext context)
    {
        final PlannedCode code = PlannedCode.of(context);
        return prepare(context, code, code.load(context));
    }

    /** Makes a reactor of code that was planned and loaded before, for a context of the same shape, concluded. */
    static Reactor prepare(final ReactorContext context, final PlannedCode code, final ProgramClasses classes)
    {
        return new Reactor(context, new ReactorParts(context, code, classes));
    }

    /** Opens the gate: the first instance gets sequence 1. */
    public void open()
    {
        parts.open();
    }

    /**
     * Runs one duty cycle of every node on the caller's thread; only in {@link Threading#INVOKER} threading.
     *
     * @return how many instances were admitted or processed
     * @throws ReactorException if a handler failed and the molecule halted
     * @throws IllegalStateException if the reactor is closed or another threading runs it
     */
    public int step()
    {
        return completion.step();
    }

    /** Runs one duty cycle of one node, on a host without threads; a failure is in the control. */
    int step(final int node)
    {
        return parts.threads().loops().get(node).step(control.state());
    }

    /** Returns the journal's session, null where nothing is journaled. */
    JournalSession journal()
    {
        return parts.journal().session();
    }

    ReactorControl control()
    {
        return control;
    }

    /**
     * Waits until nothing is left to do: all sources are exhausted, all that was admitted is processed.
     *
     * @throws ReactorException if a handler failed and the molecule halted, or the caller was interrupted
     */
    public void awaitCompletion()
    {
        completion.await();
    }

    /**
     * Waits for a while; in {@link Threading#INVOKER} threading it runs the nodes meanwhile.
     *
     * @param timeoutNanos for how long at most
     * @return whether nothing is left to do
     * @throws ReactorException if a handler failed and the molecule halted, or the caller was interrupted
     */
    public boolean awaitCompletion(final long timeoutNanos)
    {
        return completion.await(timeoutNanos);
    }

    /**
     * Admits nothing more and waits until all that was admitted is finished. Before the gate opens and after
     * {@link #close()} there is nothing to wait for.
     *
     * <p>Where the molecule declares that live orders are cancelled at a stop ({@link LiveOrders}), that comes first:
     * nothing from outside is admitted any more, the command is, and so is all that packets send themselves because of
     * it, until none of that is left. Answers that a source from outside would bring are not waited for.
     *
     * @throws ReactorException if a handler failed and the molecule halted, or the caller was interrupted
     */
    public void drain()
    {
        completion.drain();
    }

    /** Returns the plan. */
    public ReactorPlan plan()
    {
        return plan;
    }

    /** Returns where the reactor is in its life. */
    public ReactorState state()
    {
        return control.state();
    }

    /** Returns what became of the nodes' threads. */
    public List<NodeStatus> nodes()
    {
        return parts.threads().statuses();
    }

    /** Returns what the warm-up did. */
    public WarmUpReport warmUp()
    {
        return parts.warmUp();
    }

    /** Returns what recovery found and did; empty where nothing is journaled. */
    public Optional<RecoveryReport> recovery()
    {
        return parts.journal().recovery();
    }

    /** Returns how far the queue behind the journal is; empty where there is none. */
    public Optional<QueueReport> queue()
    {
        return parts.journal().queueReport();
    }

    /**
     * Lets the queue behind the journal catch up and closes it, so that its report is final; within the bound of its
     * options, and only when nothing is left to do. {@link #close()} does it too. Nothing happens without a queue.
     *
     * @throws IllegalStateException if instances may still be admitted
     */
    public void finishQueue()
    {
        if (control.state() == ReactorState.RUNNING && !control.isQuiescent())
        {
            throw new IllegalStateException("a queue is finished when nothing is left to do: state=" + control.state());
        }
        parts.journal().finishQueue();
    }

    /** Asks for a snapshot of all state; it is taken at the next instance. Nothing happens without a journal. */
    public void requestSnapshot()
    {
        if (context.journal().isPresent())
        {
            context.engineCommands().ifPresent(source -> source.request(ControlCommands.SNAPSHOT));
        }
    }

    /** Returns the file in which other processes can watch the counters. */
    public Path countersFile()
    {
        return parts.conductor().countersFile();
    }

    /** Returns all counters by label, read now; after {@link #close()} what they were at the end. */
    public Map<String, Long> counters()
    {
        return parts.conductor().counters();
    }

    /** Returns how often a handler failed. */
    public long failureCount()
    {
        return control.failureCount();
    }

    /**
     * Returns the sequence of the last instance that every stage has completed, 0 before the first. With a journal it
     * is the instance's sequence there, so after a recovery it goes on where the run before ended.
     */
    public long completedInstances()
    {
        long completed = Long.MAX_VALUE;
        final long first = molecule.sequencing().firstInstance();
        for (int stage = 0; stage < plan.stages().size(); stage++)
        {
            completed = Math.min(completed, first + molecule.completed(stage));
        }
        return completed;
    }

    /**
     * Returns a packet's handler, to read results from after the reactor is quiescent.
     *
     * @param packet name
     * @param type class of the handler
     * @param <H> type of the handler
     * @return the handler
     */
    public <H extends PacketHandler> H handler(final String packet, final Class<H> type)
    {
        return type.cast(molecule.handlers().get(packet));
    }

    /**
     * Returns a resource, to read results from after the reactor is quiescent.
     *
     * @param name of the resource
     * @param type class of the resource
     * @param <R> type of the resource
     * @return the resource
     */
    public <R> R resource(final String name, final Class<R> type)
    {
        return type.cast(molecule.resources().get(name));
    }

    /** Returns the state hashes of the packets in composition order; exact when the reactor is quiescent. */
    public Map<String, Long> stateHashes()
    {
        return molecule.stateHashes();
    }

    @Override
    public synchronized void close()
    {
        if (!closed)
        {
            closed = true;
            parts.close();
        }
    }
}
