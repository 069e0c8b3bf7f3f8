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
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.engine.config.Threading;
import io.packetflow.engine.periodic.PeriodicGroup;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.engine.plan.ReactorPlan;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * Cold path. The threads of a reactor's nodes: started and pinned behind a closed gate, verified, opened together. A
 * node that cannot be pinned runs all the same, with yielding waits, and says so. What they run is said last, as a
 * standby has its threads long before it knows that.
 */
final class NodeThreads implements AutoCloseable
{
    private static final long JOIN_MILLIS = 10_000;

    /** What one thread will run, and how it is pinned. */
    private record Seat(List<NodePlan> nodes, NodeStatus status)
    {
    }

    private final ReactorPlan plan;
    private final ReactorContext context;
    private final RunningMolecule molecule;
    private final ReactorControl control;
    private final List<Seat> seats = new ArrayList<>();
    private final List<NodeLoop> loops = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private final CountDownLatch gate = new CountDownLatch(1);

    NodeThreads(
        final ReactorPlan plan,
        final ReactorContext context,
        final RunningMolecule molecule,
        final ReactorControl control)
    {
        this.plan = plan;
        this.context = context;
        this.molecule = molecule;
        this.control = control;
        try
        {
            startAll();
        }
        catch (final RuntimeException | Error e)
        {
            // Those that wait behind the gate see that they shall not run, and end.
            control.moveTo(ReactorState.STOPPED);
            gate.countDown();
            throw e;
        }
    }

    private void startAll()
    {
        switch (context.settings().threading())
        {
            case DEDICATED -> plan.nodes().forEach(this::startDedicated);
            case SHARED -> startShared();
            case INVOKER -> addInvokedSeats();
            default -> throw new IllegalStateException("unknown threading " + context.settings().threading());
        }
    }

    private void startDedicated(final NodePlan node)
    {
        final CompletableFuture<Integer> ready = new CompletableFuture<>();
        final Thread thread = ThreadPinning.helperThread(threadName(node.name()), () ->
        {
            final int seat = pinned(node);
            ready.complete(seat);
            runBehindGate(seat);
        });
        thread.setUncaughtExceptionHandler((failed, cause) ->
        {
            if (!ready.completeExceptionally(cause))
            {
                failed.getThreadGroup().uncaughtException(failed, cause);
            }
        });
        start(thread);
        awaitReady(node, ready);
    }

    private static void awaitReady(final NodePlan node, final CompletableFuture<Integer> ready)
    {
        try
        {
            ready.join();
        }
        catch (final CompletionException e)
        {
            throw new ReactorException("the thread of node " + node.name() + " cannot start: " + e.getCause(),
                e.getCause());
        }
    }

    private int pinned(final NodePlan node)
    {
        final PinOutcome outcome = ThreadPinning.pin(node.cpu());
        final PeriodicGroup home = node.homes().get(0);
        final boolean ownCore = outcome.isPinned() &&
            plan.cores().assignment(node.name()).map(CoreAssignment::spinning).orElse(false);
        final WaitStrategy wait = ownCore ? pinnedWait(plan.options().group(home).waiting()) : WaitStrategy.YIELD;
        return addSeat(List.of(node), new NodeStatus(node.name(), outcome, wait));
    }

    private static WaitStrategy pinnedWait(final WaitStrategy configured)
    {
        return configured == null ? WaitStrategy.BUSY_SPIN : configured;
    }

    /** On a simulated host each node has a loop of its own, so that their duty cycles may come in any order. */
    private void addInvokedSeats()
    {
        final String reason = "the caller's thread runs all nodes";
        if (context.journalHost().hasThreads())
        {
            addUnpinnedSeat(reason);
        }
        else
        {
            plan.nodes().forEach(node -> addSeat(List.of(node), new NodeStatus(node.name(),
                new PinOutcome(false, NodePlan.UNPINNED, reason), WaitStrategy.YIELD)));
        }
    }

    private void startShared()
    {
        final int seat = addUnpinnedSeat("all nodes share one thread");
        start(ThreadPinning.helperThread(threadName("shared"), () -> runBehindGate(seat)));
    }

    private int addUnpinnedSeat(final String reason)
    {
        final List<String> names = plan.nodes().stream().map(NodePlan::name).toList();
        return addSeat(plan.nodes(),
            new NodeStatus(String.join("+", names), new PinOutcome(false, NodePlan.UNPINNED, reason),
                WaitStrategy.YIELD));
    }

    private synchronized int addSeat(final List<NodePlan> nodes, final NodeStatus status)
    {
        seats.add(new Seat(nodes, status));
        context.progress().accept(status.toString());
        return seats.size() - 1;
    }

    /** Gives each thread the programs that it will run, once the molecule has them. */
    synchronized void bind()
    {
        for (final Seat seat : seats)
        {
            loops.add(new NodeLoop(
                seat.nodes().stream().map(node -> molecule.programs().get(node.index())).toList(),
                seat.nodes().stream().map(NodePlan::name).toList(), seat.nodes().get(0).sequencing(),
                seat.status().waiting().newWaiter(), control, molecule));
        }
    }

    private String threadName(final String node)
    {
        return plan.molecule().name() + "-" + node;
    }

    private void start(final Thread thread)
    {
        threads.add(thread);
        thread.start();
    }

    private void runBehindGate(final int seat)
    {
        await(gate);
        final List<NodeLoop> bound = loops();
        if (seat < bound.size())
        {
            bound.get(seat).run();
        }
    }

    private static void await(final CountDownLatch latch)
    {
        boolean interrupted = false;
        while (true)
        {
            try
            {
                latch.await();
                break;
            }
            catch (final InterruptedException e)
            {
                // A node's thread has nothing to be interrupted for; the flag is given back to whoever set it.
                interrupted = true;
            }
        }
        if (interrupted)
        {
            Thread.currentThread().interrupt();
        }
    }

    void open()
    {
        gate.countDown();
    }

    int step()
    {
        if (context.settings().threading() != Threading.INVOKER)
        {
            throw new IllegalStateException(
                "step() is for packetflow.threading=invoker: threading=" + context.settings().threading());
        }
        int work = 0;
        for (int i = 0; i < loops.size(); i++)
        {
            work += loops.get(i).step(control.state());
        }
        return work;
    }

    synchronized List<NodeLoop> loops()
    {
        return List.copyOf(loops);
    }

    /** Returns the number of duty cycles of a thread so far; 0 before it has anything to run. */
    synchronized long heartbeat(final int seat)
    {
        return seat < loops.size() ? loops.get(seat).heartbeat() : 0;
    }

    synchronized List<NodeStatus> statuses()
    {
        return seats.stream().map(Seat::status).toList();
    }

    @Override
    public void close()
    {
        gate.countDown();
        for (final Thread thread : threads)
        {
            join(thread);
        }
    }

    private static void join(final Thread thread)
    {
        try
        {
            thread.join(JOIN_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive())
        {
            throw new ReactorException("the thread " + thread.getName() +
                " does not stop: a handler does not return; its memory is not freed", null);
        }
    }
}
