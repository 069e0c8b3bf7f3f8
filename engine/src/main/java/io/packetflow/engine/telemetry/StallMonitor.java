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
package io.packetflow.engine.telemetry;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;

import org.agrona.concurrent.status.AtomicCounter;

/**
 * Cold path. Watches the heartbeats of nodes and raises an alarm once for each stall.
 *
 * <p>A heartbeat is any number that the node changes in each duty cycle, such as its count of cycles, so a node pays no
 * clock reading for being watched. The monitor is a pure step function of heartbeats and clock: a thread, or a test,
 * calls {@link #step()} at intervals well below the limit.
 *
 * <p><b>Assumptions.</b> One thread calls {@link #watch}, {@link #step} and the rest.
 *
 * <p><b>Guarantees.</b> One alarm for each stall, however often it is stepped. Time in which the monitor itself did not
 * run counts for at most half the limit, so that a pause of the whole JVM alone does not blame its nodes.
 */
public final class StallMonitor
{
    private final long limitNanos;
    private final LongSupplier nanoClock;
    private final StallListener listener;
    private final AtomicCounter stalls;
    private final AtomicCounter longestStallNanos;
    private final List<Watched> nodes = new ArrayList<>();
    private long lastStepNanos;

    /**
     * Creates a monitor.
     *
     * @param limitNanos        how long a node may go without a duty cycle, above zero
     * @param nanoClock         such as {@link System#nanoTime}
     * @param listener          told of stalls
     * @param stalls            counts stalls; this monitor is its only writer
     * @param longestStallNanos the longest stall so far; this monitor is its only writer
     */
    public StallMonitor(
        final long limitNanos,
        final LongSupplier nanoClock,
        final StallListener listener,
        final AtomicCounter stalls,
        final AtomicCounter longestStallNanos)
    {
        if (limitNanos <= 0)
        {
            throw new IllegalArgumentException("limitNanos > 0 must hold: limitNanos=" + limitNanos);
        }
        this.limitNanos = limitNanos;
        this.nanoClock = Objects.requireNonNull(nanoClock, "nanoClock");
        this.listener = Objects.requireNonNull(listener, "listener");
        this.stalls = Objects.requireNonNull(stalls, "stalls");
        this.longestStallNanos = Objects.requireNonNull(longestStallNanos, "longestStallNanos");
        lastStepNanos = nanoClock.getAsLong();
    }

    /**
     * Watches a node from now on.
     *
     * @param nodeName  of the node, as its thread is named
     * @param heartbeat read with acquire semantics or better; changes in each duty cycle
     */
    public void watch(final String nodeName, final LongSupplier heartbeat)
    {
        nodes.add(new Watched(nodeName, heartbeat));
    }

    /**
     * Stops watching a node, before it is stopped.
     *
     * @param nodeName as given to {@link #watch}
     */
    public void forget(final String nodeName)
    {
        nodes.removeIf(node -> node.name.equals(nodeName));
    }

    /**
     * Looks at every heartbeat once.
     *
     * @return how many nodes are stalled at this moment
     */
    public int step()
    {
        final long nowNanos = nanoClock.getAsLong();
        final long countedNanos = Math.min(nowNanos - lastStepNanos, (limitNanos + 1) / 2);
        lastStepNanos = nowNanos;
        int stalled = 0;
        for (final Watched node : nodes)
        {
            stalled += look(node, countedNanos) ? 1 : 0;
        }
        return stalled;
    }

    private boolean look(final Watched node, final long countedNanos)
    {
        final long beat = node.heartbeat.getAsLong();
        if (beat != node.lastBeat)
        {
            if (node.stalled)
            {
                listener.onRecovery(node.name, node.silentNanos);
            }
            node.lastBeat = beat;
            node.silentNanos = 0;
            node.stalled = false;
            return false;
        }
        node.silentNanos += countedNanos;
        if (node.silentNanos > limitNanos)
        {
            longestStallNanos.proposeMaxRelease(node.silentNanos);
            if (!node.stalled)
            {
                node.stalled = true;
                stalls.incrementRelease();
                listener.onStall(new StallAlarm(node.name, node.silentNanos, limitNanos));
            }
        }
        return node.stalled;
    }

    private static final class Watched
    {
        private final String name;
        private final LongSupplier heartbeat;
        private long lastBeat;
        private long silentNanos;
        private boolean stalled;

        private Watched(final String name, final LongSupplier heartbeat)
        {
            this.name = Objects.requireNonNull(name, "nodeName");
            this.heartbeat = heartbeat;
            lastBeat = heartbeat.getAsLong();
        }
    }
}
