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

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * What the threads of a reactor share: its state, its first failure, whether anything is left to do. All fields are
 * written rarely and read often, by any thread.
 */
final class ReactorControl
{
    private final FailurePolicy policy;
    private final Consumer<NodeFailure> listener;
    private final FailureLocator locator;
    private final AtomicLong failureCount = new AtomicLong();
    private final AtomicReference<NodeFailure> firstFailure = new AtomicReference<>();
    private final AtomicReference<NodeFailure> end = new AtomicReference<>();
    private volatile ReactorState state = ReactorState.READY;
    private volatile boolean quiescent;

    ReactorControl(
        final FailurePolicy policy, final Consumer<NodeFailure> listener, final FailureLocator locator)
    {
        this.locator = locator;
        this.policy = policy;
        this.listener = listener;
    }

    ReactorState state()
    {
        return state;
    }

    /** Returns whether the nodes run. */
    boolean isAlive()
    {
        return state.isAlive();
    }

    /** Moves on, unless the reactor has failed or stopped: both stay. */
    synchronized void moveTo(final ReactorState next)
    {
        if (state != ReactorState.FAILED && state != ReactorState.STOPPED)
        {
            state = next;
        }
    }

    boolean isQuiescent()
    {
        return quiescent;
    }

    void quiescent(final boolean value)
    {
        quiescent = value;
    }

    NodeFailure firstFailure()
    {
        return firstFailure.get();
    }

    long failureCount()
    {
        return failureCount.get();
    }

    /**
     * Ends the reactor for a reason that lies in no handler: nothing more is admitted or released.
     *
     * @param part of the reactor that failed
     * @param message cause, place and remedy
     * @param cause what was thrown, may be null
     */
    void fail(final String part, final String message, final Throwable cause)
    {
        final NodeFailure failure = new NodeFailure("", "", part, 0, new IllegalStateException(message, cause));
        failureCount.incrementAndGet();
        firstFailure.compareAndSet(null, failure);
        moveTo(ReactorState.FAILED);
        listener.accept(failure);
    }

    /**
     * Ends the reactor in order for a reason that lies in no handler: nothing more is admitted, what was admitted is
     * finished, and whoever waits for it is told. Only the first reason counts.
     *
     * @param part of the reactor that cannot go on
     * @param message cause, place and remedy
     */
    void end(final String part, final String message)
    {
        final NodeFailure failure = new NodeFailure("", "", part, 0, new IllegalStateException(message));
        if (end.compareAndSet(null, failure))
        {
            // In this order: a duty cycle that began before the state changed may admit something, one after it not.
            moveTo(ReactorState.DRAINING);
            quiescent(false);
            listener.accept(failure);
        }
    }

    /** Returns why the reactor ended in order of its own accord, null if it did not. */
    NodeFailure end()
    {
        return end.get();
    }

    void onFailure(final String node, final NodeProgram program, final Throwable cause)
    {
        final NodeFailure failure = locator.locate(node, program, cause);
        failureCount.incrementAndGet();
        firstFailure.compareAndSet(null, failure);
        try
        {
            decide(program, cause);
            listener.accept(failure);
        }
        catch (final RuntimeException | Error e)
        {
            // A failure that cannot be told to the one who asked for it must not be survived in silence.
            cause.addSuppressed(e);
            moveTo(ReactorState.FAILED);
        }
    }

    private void decide(final NodeProgram program, final Throwable cause)
    {
        // An Error says that the process itself is not sound; nothing is quarantined then.
        if (policy == FailurePolicy.QUARANTINE && cause instanceof Exception && program.isInstanceInProgress())
        {
            program.quarantine();
            program.flush();
        }
        else
        {
            program.flush();
            moveTo(ReactorState.FAILED);
        }
    }
}
