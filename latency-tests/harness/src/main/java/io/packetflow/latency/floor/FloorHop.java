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

import java.util.List;

import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.Recording;
import io.packetflow.latency.load.Window;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.ring.Publication;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Hot path. The floor over one hop: one thread sees the messages, stamps them and writes them into slots, another does
 * all the work. What is published stands in a slot's first word, on the line that the receiver reads anyway, or on a
 * line of its own: which is faster depends on the host.
 *
 * <pre>
 *   0  sequence     written last, release; only where it is looked for
 *   8  ingressNanos
 *  16  plannedNanos
 *  24  message      up to 56 bytes; those about orders end on the first line
 * </pre>
 */
public final class FloorHop implements AutoCloseable
{
    private static final int SLOTS = 1_024;
    private static final int STRIDE_SHIFT = 7;
    private static final int INGRESS = 8;
    private static final int PLANNED = 16;
    private static final int MESSAGE = 24;
    private static final int MESSAGE_BYTES = 56;
    private static final int ALIGNMENT = 128;
    private static final int RECEIVED = 0;
    private static final int PUBLISHED = ALIGNMENT;
    private static final int CHUNK = 1_024;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab ring = arena.allocate((long)SLOTS << STRIDE_SHIFT, ALIGNMENT);
    private final Slab progress = arena.allocate(2 * ALIGNMENT, ALIGNMENT);
    private final FloorLatency latency = new FloorLatency();
    private final FloorTrader trader;
    private final Recording recording;
    private final Slab feed;
    private final int passes;
    private final long countedFrom;
    private final boolean inSlot;
    private final boolean stamped;
    private final double gapNanos;
    private long position;
    private long sent;
    private long knownProgress;
    private long received;
    private long passEnd;
    private long offsetNanos;
    private long startNanos;

    /**
     * Makes a hop for one run.
     *
     * @param load to send
     * @param publication where the receiver looks for what is published
     */
    public FloorHop(final FeedLoad load, final Publication publication)
    {
        this.inSlot = publication == Publication.IN_SLOT;
        this.trader = new FloorTrader(load.config(), load.hugePages(), latency, null);
        this.recording = load.recording();
        this.feed = recording.slab();
        this.passes = load.passes();
        this.countedFrom = load.countedFrom();
        this.stamped = load.pace().isStamped();
        this.gapNanos = load.pace().gapNanos();
    }

    /**
     * Sends everything.
     *
     * @param cpus of the sender and of the receiver
     * @return the stretch that counts
     */
    public Window run(final List<Integer> cpus)
    {
        final long total = passes * recording.messages();
        final PinnedThread receiver = PinnedThread.start("floor-receiver", cpus.get(1), () -> receive(total));
        final PinnedThread sender = PinnedThread.start("floor-sender", cpus.get(0), this::send);
        sender.join();
        receiver.join();
        return new Window(startNanos, System.nanoTime(), total - countedFrom);
    }

    private void send()
    {
        for (int pass = 0; pass < passes; pass++)
        {
            position = 0;
            while (position < recording.length())
            {
                sendChunk();
            }
        }
    }

    private void sendChunk()
    {
        for (int i = 0; i < CHUNK && position < recording.length(); i++)
        {
            long ingressNanos = 0;
            long plannedNanos = 0;
            if (sent >= countedFrom)
            {
                startNanos = sent == countedFrom ? System.nanoTime() : startNanos;
                plannedNanos = gapNanos == 0 ? 0 : startNanos + (long)((sent - countedFrom) * gapNanos);
                ingressNanos = stamped ? awaitTurn(plannedNanos) : 0;
            }
            sendOne(ingressNanos, plannedNanos);
        }
    }

    /**
     * Spins until a message is due and the one before it is done. The engine, too, sees a message only when it can take
     * it: its logical time has to lie before every answer that may still come.
     */
    private long awaitTurn(final long plannedNanos)
    {
        while (progress.getLongAcquire(RECEIVED) != sent)
        {
            Thread.onSpinWait();
        }
        long nowNanos = System.nanoTime();
        while (nowNanos < plannedNanos)
        {
            nowNanos = System.nanoTime();
        }
        return nowNanos;
    }

    private void sendOne(final long ingressNanos, final long plannedNanos)
    {
        while (sent - knownProgress >= SLOTS)
        {
            Thread.onSpinWait();
            knownProgress = progress.getLongAcquire(RECEIVED);
        }
        final long slot = (sent & (SLOTS - 1)) << STRIDE_SHIFT;
        final long message = position + Recording.PREFIX_BYTES;
        ring.putLong(slot + INGRESS, ingressNanos);
        ring.putLong(slot + PLANNED, plannedNanos);
        for (int word = 0; word < MESSAGE_BYTES; word += Long.BYTES)
        {
            ring.putLong(slot + MESSAGE + word, feed.getLong(message + word));
        }
        position = message + feed.getShortBigEndian(position);
        sent++;
        publish(slot);
    }

    private void publish(final long slot)
    {
        if (inSlot)
        {
            ring.putLongRelease(slot, sent);
        }
        else
        {
            progress.putLongRelease(PUBLISHED, sent);
        }
    }

    private boolean isPublished(final long slot)
    {
        return inSlot ? ring.getLongAcquire(slot) > received : progress.getLongAcquire(PUBLISHED) > received;
    }

    private void receive(final long total)
    {
        passEnd = recording.messages();
        while (received < total)
        {
            receiveChunk(total);
        }
    }

    private void receiveChunk(final long total)
    {
        for (int i = 0; i < CHUNK && received < total; i++)
        {
            final long slot = (received & (SLOTS - 1)) << STRIDE_SHIFT;
            while (!isPublished(slot))
            {
                trader.answerIdly();
            }
            if (received == passEnd)
            {
                passEnd += recording.messages();
                offsetNanos += recording.spanNanos();
            }
            final long timeNanos = ItchDecoder.timestampNanos(ring, slot + MESSAGE) + offsetNanos;
            trader.answerUntil(timeNanos);
            trader.onMessage(
                ring, slot + MESSAGE, timeNanos, ring.getLong(slot + INGRESS), ring.getLong(slot + PLANNED));
            received++;
            progress.putLongRelease(RECEIVED, received);
        }
    }

    /** Returns the durations of the messages that caused an order, across the hop. */
    public FloorLatency latency()
    {
        return latency;
    }

    /** Returns how many orders, replaces and cancels were sent. */
    public long orderCount()
    {
        return trader.orderCount();
    }

    @Override
    public void close()
    {
        trader.close();
        arena.close();
    }
}
