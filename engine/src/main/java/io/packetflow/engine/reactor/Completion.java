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

import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

import io.packetflow.engine.config.Threading;
import io.packetflow.engine.molecule.LiveOrders;

/**
 * Cold path. How the user of a reactor sees its work to its end: runs it step by step, waits until nothing is left to
 * do, admits nothing more. Whoever waits is told what failed, and what ended before its time. Used by any thread, but
 * in {@link Threading#INVOKER} threading, where the caller's one thread runs the nodes.
 */
final class Completion
{
    private static final long POLL_NANOS = 2_000_000;
    private static final long LONG_NANOS = 1_000_000_000L;

    private final ReactorContext context;
    private final ReactorControl control;
    private final NodeThreads threads;

    /**
     * Makes it.
     *
     * @param context of the reactor
     * @param control of the reactor
     * @param threads that do the work, or whose nodes the caller runs
     */
    Completion(final ReactorContext context, final ReactorControl control, final NodeThreads threads)
    {
        this.context = context;
        this.control = control;
        this.threads = threads;
    }

    /** Runs one duty cycle of every node on the caller's thread; answers how much was done. */
    int step()
    {
        if (control.state() == ReactorState.STOPPED)
        {
            throw new IllegalStateException("the reactor is closed: molecule=" + name());
        }
        throwIfFailed();
        return threads.step();
    }

    /** Waits until nothing is left to do. */
    void await()
    {
        boolean complete = false;
        while (!complete)
        {
            complete = await(LONG_NANOS);
        }
    }

    /** Waits for a while; answers whether nothing is left to do. */
    boolean await(final long timeoutNanos)
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
                throw new ReactorException("interrupted while waiting for molecule " + name(), null);
            }
        }
    }

    /** What ended of its own accord is not complete, although everything that was admitted is finished. */
    private void throwIfEnded()
    {
        final NodeFailure end = control.end();
        if (end != null && control.isQuiescent())
        {
            throw new ReactorException("molecule " + name() + " ended: " + end.message(), end.cause());
        }
    }

    private void throwIfFailed()
    {
        final NodeFailure failure = control.firstFailure();
        if (control.state() == ReactorState.FAILED && failure != null)
        {
            throw new ReactorException("molecule " + name() + " halted: " + failure.message(), failure.cause());
        }
    }

    /** Admits nothing more and waits until all that was admitted is finished; live orders are cancelled before. */
    void drain()
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
        await();
    }

    private void cancelLiveOrders(final EngineCommandSource commands)
    {
        // In this order, so that nothing from outside follows the command.
        control.moveTo(ReactorState.CANCELING);
        commands.requestCancelLive(LiveOrders.Event.STOP);
        await(() -> !commands.isCancelWanted(LiveOrders.Event.STOP), Long.MAX_VALUE);
        // A loop that has taken it says nothing any more of what it saw before.
        control.quiescent(false);
        await();
    }

    private String name()
    {
        return context.molecule().name();
    }
}
