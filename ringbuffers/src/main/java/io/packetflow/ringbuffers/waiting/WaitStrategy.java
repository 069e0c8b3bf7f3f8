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

/** How a thread waits for work. */
public enum WaitStrategy
{
    /**
     * Spins with the processor's spin hint ({@code Thread.onSpinWait}). Lowest latency: work is seen within one turn.
     * Takes a whole core, so it is for threads that own theirs; two spinners on one core stop each other for whole
     * time slices of milliseconds.
     */
    BUSY_SPIN,

    /**
     * Offers the core to others at each empty turn ({@code Thread.yield}). Costs a system call a turn, under a
     * microsecond where nobody else wants the core, and up to a time slice of each other runnable thread where
     * somebody does. Uses a whole core when nobody wants it; right for threads that share cores, and for hosts where
     * pinning is impossible.
     */
    YIELD,

    /**
     * Spins, then yields, then parks, as {@link BackOff} says. Frees the core at rest at the cost of a wake-up:
     * the first work after a rest waits for the park to end, that is its nanoseconds plus the kernel's timer slack
     * (50 microseconds by default on Linux) plus the switch back. For nodes with no latency target.
     */
    BACK_OFF;

    /**
     * Makes a waiter of this kind, with {@link BackOff#DEFAULT} where it backs off.
     *
     * @return a waiter for one thread
     */
    public Waiter newWaiter()
    {
        return newWaiter(BackOff.DEFAULT);
    }

    /**
     * Makes a waiter of this kind.
     *
     * @param backOff how it backs off; without meaning for the other kinds
     * @return a waiter for one thread
     */
    public Waiter newWaiter(final BackOff backOff)
    {
        return new Waiter(this, backOff);
    }
}
