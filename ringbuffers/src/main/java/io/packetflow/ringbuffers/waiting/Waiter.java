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
package io.packetflow.ringbuffers.waiting;

import java.util.Objects;
import java.util.concurrent.locks.LockSupport;

/**
 * Hot path. Carries out a {@link WaitStrategy} for one thread, which alone uses it. Allocates nothing.
 *
 * <pre>{@code
 * while (running)
 * {
 *     waiter.idle(doWork());
 * }
 * }</pre>
 *
 * <p>A park ends early when the thread is unparked, and at once while it is interrupted: an interrupted thread spins
 * through its parks until its loop sees the interrupt.
 */
@SuppressWarnings("ThreadPriorityCheck") // to yield is what was configured
public final class Waiter extends PaddedWaiterState
{
    private static final int KIND_BUSY_SPIN = 0;
    private static final int KIND_YIELD = 1;
    private static final int KIND_BACK_OFF = 2;

    private final WaitStrategy strategy;
    private final int kind;
    private final long yieldAfter;
    private final long parkAfter;
    private final long parkNanos;

    Waiter(final WaitStrategy strategy, final BackOff backOff)
    {
        this.strategy = strategy;
        this.kind = kindOf(strategy);
        Objects.requireNonNull(backOff, "a waiter needs to know how to back off: backOff=null");
        this.yieldAfter = backOff.spins();
        this.parkAfter = (long)backOff.spins() + backOff.yields();
        this.parkNanos = backOff.parkNanos();
    }

    /**
     * Ends a turn of a duty cycle: returns at once after work, waits one step after none.
     *
     * @param workCount what the turn did; 0 or less means nothing
     */
    public void idle(final int workCount)
    {
        if (workCount > 0)
        {
            emptyTurns = 0;
        }
        else
        {
            waitOnce();
        }
    }

    /** Forgets the empty turns so far, so that a back-off starts with spinning again. */
    public void reset()
    {
        emptyTurns = 0;
    }

    /** Returns what this waiter carries out. */
    public WaitStrategy strategy()
    {
        return strategy;
    }

    private void waitOnce()
    {
        switch (kind)
        {
            case KIND_BUSY_SPIN -> Thread.onSpinWait();
            case KIND_YIELD -> Thread.yield();
            default -> backOff();
        }
    }

    private void backOff()
    {
        final long turn = emptyTurns;
        if (turn >= parkAfter)
        {
            LockSupport.parkNanos(parkNanos);
            return;
        }
        emptyTurns = turn + 1;
        if (turn < yieldAfter)
        {
            Thread.onSpinWait();
        }
        else
        {
            Thread.yield();
        }
    }

    private static int kindOf(final WaitStrategy strategy)
    {
        return switch (strategy)
        {
            case BUSY_SPIN -> KIND_BUSY_SPIN;
            case YIELD -> KIND_YIELD;
            case BACK_OFF -> KIND_BACK_OFF;
        };
    }
}
