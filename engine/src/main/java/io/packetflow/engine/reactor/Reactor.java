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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.topology.CpuSet;
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
    private static final long POLL_NANOS = 2_000_000;
    private static final long LONG_NANOS = 1_000_000_000L;

    private final ReactorPlan plan;
    private final ReactorContext context;
    private final RunningMolecule molecule;
    private final WarmUpReport warmUp;
    private final ReactorControl control;
    private final NodeThreads threads;
    private final Conductor conductor;
    private final JournalSession journal;
    private final JournalQueue queue;
    private final CoreClaim cores;
    private boolean closed;

    private Reactor(final ReactorContext context, final PlannedCode code, final ProgramClasses classes)
    {
        this.context = context;
        this.plan = code.plan();
        final FailureLocator locator = code.locator(context);
        this.control = new ReactorControl(
            FailurePolicy.valueOf(context.settings().failure().name()), context.failureListener(),
            locator);
        final boolean dedicated = context.settings().threading() == Threading.DEDICATED;
        this.cores = new CoreClaim(context, plan);
        cores.take();
        final Deque<AutoCloseable> opened = new ArrayDeque<>();
        try
        {
            journal = context.journal().map(options -> JournalSession.open(context, options)).orElse(null);
            if (journal != null)
            {
                opened.push(journal);
            }
            warmUp = warmUp(classes, locator);
            molecule = MoleculeAllocation.near(plan, dedicated,
                () -> new RunningMolecule(context.molecule(), plan, context, classes, false));
            opened.push(molecule);
            threads = new NodeThreads(plan, context, molecule, control);
            opened.push(threads);
            conductor = new Conductor(plan, context, molecule, control, threads, warmUp, System::nanoTime);
            opened.push(conductor);
            // Last, as everybody waits for a standby from the moment at which this returns.
            recover(locator);
            threads.bind();
            queue = context.queue().map(options -> journal.queue(options, nodeCpus())).orElse(null);
            mirrorJournal();
        }
        catch (final RuntimeException | Error e)
        {
            closeAfter(opened, e);
            cores.close();
            throw e;
        }
    }

    private void mirrorJournal()
    {
        if (journal != null)
        {
            conductor.mirror(journal.snapshots());
        }
        if (queue != null)
        {
            conductor.mirror(queue);
        }
    }

    private CpuSet nodeCpus()
    {
        return CpuSet.of(threads.statuses().stream().filter(node -> node.pin().isPinned())
            .mapToInt(node -> node.pin().cpu()));
    }

    private void recover(final FailureLocator locator)
    {
        if (journal != null)
        {
            final ReactorControl replay = new ReactorControl(
                FailurePolicy.valueOf(context.settings().failure().name()), context.failureListener(), locator);
            journal.succeed(molecule, replay);
            context.progress().accept(journal.report().toString());
            journal.report().remarks().forEach(context.progress());
            // Before the gate opens, so that it is the first instance that the engine brings.
            journal.event().ifPresent(this::settleLiveOrders);
        }
    }

    private void settleLiveOrders(final LiveOrders.Event event)
    {
        if (context.molecule().liveOrders().on(event) == LiveOrders.Fate.CANCEL)
        {
            context.progress().accept("live orders are cancelled after a " + event + ", as the molecule declares");
            context.engineCommands().orElseThrow().requestCancelLive(event);
        }
    }

    /** Threads behind a gate that will never open, and memory, would outlive a reactor that nobody has. */
    private static void closeAfter(final Deque<AutoCloseable> opened, final Throwable failure)
    {
        for (final AutoCloseable part : opened)
        {
            try
            {
                part.close();
            }
            catch (final Exception e)
            {
                failure.addSuppressed(e);
            }
        }
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
        return new Reactor(context, code, classes);
    }

    private WarmUpReport warmUp(final ProgramClasses classes, final FailureLocator locator)
    {
        if (!context.settings().warmup())
        {
            return WarmUpReport.NONE;
        }
        context.progress().accept("warming up: the real code on scratch resources, until compilation settles");
        final WarmUp warmUpRun = new WarmUp(plan, locator,
            () -> new RunningMolecule(context.warmUpMolecule(), plan, context, classes, true));
        final WarmUpReport report = warmUpRun.run(context.settings().warmupMessages());
        if (journal != null)
        {
            journal.forgotten(warmUpRun.forgotten());
        }
        context.progress().accept(report.toString());
        return report;
    }

    /** Opens the gate: the first instance gets sequence 1. */
    public void open()
    {
        if (control.state() != ReactorState.READY)
        {
            throw new IllegalStateException("the gate opens once: state=" + control.state());
        }
        control.moveTo(ReactorState.RUNNING);
        if (journal != null)
        {
            journal.start(control, threads.loops().get(0));
        }
        if (queue != null)
        {
            queue.start();
        }
        threads.open();
        if (context.journalHost().hasThreads())
        {
            conductor.start();
        }
        if (context.standby().isPresent())
        {
            // What can wait until the nodes run.
            cores.takeInPlaceOfPrimary();
            journal.endSuccession();
        }
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
        if (control.state() == ReactorState.STOPPED)
        {
            throw new IllegalStateException("the reactor is closed: molecule=" + plan.molecule().name());
        }
        throwIfFailed();
        return threads.step();
    }

    /** Runs one duty cycle of one node, on a host without threads; a failure is in the control. */
    int step(final int node)
    {
        return threads.loops().get(node).step(control.state());
    }

    /** Returns the journal's session, null where nothing is journaled. */
    JournalSession journal()
    {
        return journal;
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
        boolean complete = false;
        while (!complete)
        {
            complete = awaitCompletion(LONG_NANOS);
        }
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
        await(control::isQuiescent, timeoutNanos);
        throwIfFailed();
        throwIfEnded();
        return control.isQuiescent() || !control.isAlive();
    }

    private void await(final BooleanSupplier done, final long timeoutNanos)
    {
        final long startNanos = System.nanoTime();
        while (!done.getAsBoolean() && control.isAlive() && System.nanoTime() - startNanos < timeoutNanos)
        {
            if (context.settings().threading() == Threading.INVOKER)
            {
                step();
            }
            else
            {
                LockSupport.parkNanos(POLL_NANOS);
            }
            if (Thread.currentThread().isInterrupted())
            {
                throw new ReactorException("interrupted while waiting for molecule " + plan.molecule().name(), null);
            }
        }
    }

    /** What ended of its own accord is not complete, although everything that was admitted is finished. */
    private void throwIfEnded()
    {
        final NodeFailure end = control.end();
        if (end != null && control.isQuiescent())
        {
            throw new ReactorException("molecule " + plan.molecule().name() + " ended: " + end.message(), end.cause());
        }
    }

    private void throwIfFailed()
    {
        final NodeFailure failure = control.firstFailure();
        if (control.state() == ReactorState.FAILED && failure != null)
        {
            throw new ReactorException("molecule " + plan.molecule().name() + " halted: " + failure.message(),
                failure.cause());
        }
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
        if (!control.isAlive())
        {
            throwIfFailed();
            return;
        }
        if (control.state() == ReactorState.RUNNING &&
            context.molecule().liveOrders().stop() == LiveOrders.Fate.CANCEL)
        {
            cancelLiveOrders(context.engineCommands().orElseThrow());
        }
        // In this order: a duty cycle that began before the state changed may admit something, one after it may not.
        control.moveTo(ReactorState.DRAINING);
        control.quiescent(false);
        awaitCompletion();
    }

    private void cancelLiveOrders(final EngineCommandSource commands)
    {
        // In this order, so that nothing from outside follows the command.
        control.moveTo(ReactorState.CANCELING);
        commands.requestCancelLive(LiveOrders.Event.STOP);
        await(() -> !commands.isCancelWanted(LiveOrders.Event.STOP), Long.MAX_VALUE);
        // A loop that has taken it says nothing any more of what it saw before.
        control.quiescent(false);
        awaitCompletion();
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
        return threads.statuses();
    }

    /** Returns what the warm-up did. */
    public WarmUpReport warmUp()
    {
        return warmUp;
    }

    /** Returns what recovery found and did; empty where nothing is journaled. */
    public Optional<RecoveryReport> recovery()
    {
        return Optional.ofNullable(journal).map(JournalSession::report);
    }

    /** Returns how far the queue behind the journal is; empty where there is none. */
    public Optional<QueueReport> queue()
    {
        return Optional.ofNullable(queue).map(JournalQueue::report);
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
        if (queue != null)
        {
            queue.close();
        }
    }

    /** Asks for a snapshot of all state; it is taken at the next instance. Nothing happens without a journal. */
    public void requestSnapshot()
    {
        if (journal != null)
        {
            context.engineCommands().ifPresent(source -> source.request(ControlCommands.SNAPSHOT));
        }
    }

    /** Returns the file in which other processes can watch the counters. */
    public Path countersFile()
    {
        return conductor.countersFile();
    }

    /** Returns all counters by label, read now; after {@link #close()} what they were at the end. */
    public Map<String, Long> counters()
    {
        return conductor.counters();
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
        if (closed)
        {
            return;
        }
        closed = true;
        control.moveTo(ReactorState.STOPPED);
        final List<Exception> failures = new ArrayList<>();
        final boolean orderly = control.firstFailure() == null;
        final boolean ended = close(threads, failures);
        finishQueue();
        if (journal != null)
        {
            // In order only where nothing is left half done: the next start must not take it for whole.
            close(orderly && ended && molecule.isDrained() ?
                () -> journal.closeCleanly(molecule.stateHashes()) : journal, failures);
        }
        close(conductor, failures);
        if (ended)
        {
            close(molecule, failures);
        }
        cores.close();
        if (!failures.isEmpty())
        {
            final Exception first = failures.get(0);
            failures.subList(1, failures.size()).forEach(first::addSuppressed);
            throw new ReactorException(
                "stopping molecule " + plan.molecule().name() + " failed: " + first.getMessage(), first);
        }
    }

    private static boolean close(final AutoCloseable part, final List<Exception> failures)
    {
        try
        {
            part.close();
            return true;
        }
        catch (final Exception e)
        {
            failures.add(e);
            return false;
        }
    }
}
