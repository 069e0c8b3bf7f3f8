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
package io.packetflow.latency.floor;

import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.Recording;
import io.packetflow.latency.load.SendTimes;
import io.packetflow.latency.load.Window;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Hot path. Sends a recording through a {@link FloorTrader} on the calling thread, in a closed or an open loop, with
 * the same stamps at the same places as the engine: what the engine adds to it is the engine's tax.
 *
 * <p>The loop runs in chunks, so that the compiler sees a method that is called often and not one long loop.
 */
public final class FloorLoop implements AutoCloseable
{
    private static final int CHUNK = 1_024;

    private final FloorLatency latency = new FloorLatency();
    private final FloorTrader trader;
    private final Slab slab;
    private final long end;
    private final long spanNanos;
    private final long countedFrom;
    private final long timedFrom;
    private final SendTimes times;
    private int passesLeft;
    private long position;
    private long offsetNanos;
    private long index;
    private long startNanos;

    /**
     * Makes a loop for one run.
     *
     * @param load to send
     * @param hash that takes every order message, null while time matters
     */
    public FloorLoop(final FeedLoad load, final OrderStreamHash hash)
    {
        final Recording recording = load.recording();
        trader = new FloorTrader(load.config(), load.hugePages(), latency, hash);
        slab = recording.slab();
        end = recording.length();
        spanNanos = recording.spanNanos();
        countedFrom = load.countedFrom();
        timedFrom = load.pace().isStamped() ? countedFrom : Long.MAX_VALUE;
        times = load.pace().isOpenLoop() ? load.sendTimes() : null;
        passesLeft = load.passes();
    }

    /**
     * Sends everything, then takes the answers that are still under way.
     *
     * @return the stretch that counts
     */
    public Window run()
    {
        while (passesLeft > 0)
        {
            pass();
            passesLeft--;
        }
        final long endNanos = System.nanoTime();
        final Window window = new Window(startNanos, endNanos, index - countedFrom);
        trader.answerUntil(Long.MAX_VALUE - 1);
        return window;
    }

    private void pass()
    {
        position = 0;
        while (position < end)
        {
            if (index <= countedFrom && index + CHUNK > countedFrom)
            {
                chunk((int)(countedFrom - index), false);
                startNanos = System.nanoTime();
            }
            chunk(CHUNK, index >= timedFrom);
        }
        offsetNanos += spanNanos;
    }

    private void chunk(final int most, final boolean timed)
    {
        if (!timed)
        {
            sendUntimed(most);
        }
        else if (times == null)
        {
            sendTimed(most);
        }
        else
        {
            sendPlanned(most);
        }
    }

    private void sendUntimed(final int most)
    {
        long at = position;
        int sent = 0;
        while (sent < most && at < end)
        {
            final long message = at + Recording.PREFIX_BYTES;
            final long timeNanos = ItchDecoder.timestampNanos(slab, message) + offsetNanos;
            trader.answerUntil(timeNanos);
            trader.onMessage(slab, message, timeNanos, 0, 0);
            at = message + slab.getShortBigEndian(at);
            sent++;
        }
        position = at;
        index += sent;
    }

    private void sendTimed(final int most)
    {
        long at = position;
        int sent = 0;
        while (sent < most && at < end)
        {
            long ingressNanos = System.nanoTime();
            final long message = at + Recording.PREFIX_BYTES;
            final long timeNanos = ItchDecoder.timestampNanos(slab, message) + offsetNanos;
            if (trader.answerUntil(timeNanos))
            {
                ingressNanos = System.nanoTime();
            }
            trader.onMessage(slab, message, timeNanos, ingressNanos, 0);
            at = message + slab.getShortBigEndian(at);
            sent++;
        }
        position = at;
        index += sent;
    }

    private void sendPlanned(final int most)
    {
        long at = position;
        int sent = 0;
        while (sent < most && at < end)
        {
            final long plannedNanos = startNanos + times.at(index + sent - countedFrom);
            long ingressNanos = awaitPlanned(plannedNanos);
            final long message = at + Recording.PREFIX_BYTES;
            final long timeNanos = ItchDecoder.timestampNanos(slab, message) + offsetNanos;
            if (trader.answerUntil(timeNanos))
            {
                ingressNanos = System.nanoTime();
            }
            trader.onMessage(slab, message, timeNanos, ingressNanos, plannedNanos);
            at = message + slab.getShortBigEndian(at);
            sent++;
        }
        position = at;
        index += sent;
    }

    /** Spins until a message is due; like the engine it uses the time for answers, whatever their own. */
    private long awaitPlanned(final long plannedNanos)
    {
        long nowNanos = System.nanoTime();
        while (nowNanos < plannedNanos)
        {
            trader.answerIdly();
            nowNanos = System.nanoTime();
        }
        return nowNanos;
    }

    /** Returns the durations of the messages that caused an order. */
    public FloorLatency latency()
    {
        return latency;
    }

    /** Returns how many orders, replaces and cancels were sent. */
    public long orderCount()
    {
        return trader.orderCount();
    }

    /** Returns a hash of exposures and positions, as the engine's RiskManager has it. */
    public long riskStateHash()
    {
        return trader.riskStateHash();
    }

    @Override
    public void close()
    {
        trader.close();
    }
}
