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
package io.packetflow.latency.matching;

import java.util.SplittableRandom;

import io.packetflow.engine.telemetry.LatencyRecorder;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;
import io.packetflow.trading.gateway.ouch.OuchSymbol;
import io.packetflow.trading.venue.OutboundQueue;
import io.packetflow.trading.venue.SimulatedVenue;
import io.packetflow.trading.venue.SimulatedVenueConfig;
import io.packetflow.trading.venue.VenueCounters;

/**
 * Hot path. Orders of a market maker against the {@link SimulatedVenue}: 200 symbols with a quote on each side that
 * follows a random inside. Of sixteen order messages fourteen enter or replace a quote at the inside or up to three
 * ticks behind it, one crosses the inside and takes what is there, one cancels; each follows a change of the inside,
 * which fills what it reaches. The sequence is drawn beforehand and repeats. One thread.
 */
public final class MatchingLoad implements AutoCloseable
{
    private static final int SYMBOLS = 200;
    private static final int DRAWN = 1 << 16;
    private static final int SEED = 1;
    private static final int ACTIONS = 16;
    private static final int CROSS = 14;
    private static final int CANCEL = 15;
    private static final int TICKS = 4;
    private static final int MIDDLE_E4 = 1_000_000;
    private static final int TICK_E4 = 100;
    private static final int WANDER = 32;
    private static final int QUANTITY = 100;
    private static final int DISPLAYED = 400;
    private static final long STEP_NANOS = 1_000;
    private static final int REJECTED = 'J';
    private static final int WIRE_BYTES = 128;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab wire = arena.allocate(WIRE_BYTES, WIRE_BYTES);
    private final SimulatedVenue venue =
        new SimulatedVenue(SimulatedVenueConfig.defaults(SYMBOLS), arena, wire);
    private final OuchEncoder encoder = new OuchEncoder(wire, OuchOrderTerms.day("PFLOW "));
    private final LatencyRecorder orders = new LatencyRecorder();
    private final LatencyRecorder insides = new LatencyRecorder();
    private final long[] symbols = new long[SYMBOLS];
    private final int[] bidsE4 = new int[SYMBOLS];
    private final int[] openRefs = new int[2 * SYMBOLS];
    private final int[] drawn = new int[DRAWN];
    private int userRef;
    private long timeNanos;
    private long index;

    /** Makes a venue that lists the symbols, and draws what is sent to it. */
    public MatchingLoad()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < DRAWN; i++)
        {
            drawn[i] = random.nextInt() & Integer.MAX_VALUE;
        }
        for (int locate = 0; locate < SYMBOLS; locate++)
        {
            symbols[locate] = OuchSymbol.pack("S" + locate);
            bidsE4[locate] = MIDDLE_E4;
            venue.list(locate, symbols[locate]);
        }
    }

    /**
     * Sends order messages without reading the clock for each.
     *
     * @param count how many
     * @return order messages a second, the changes of the inside before them, encoding, and taking the answers included
     */
    public double run(final long count)
    {
        final long startNanos = System.nanoTime();
        for (long i = 0; i < count; i++)
        {
            final int bits = next();
            changeInside(bits);
            final int slot = slot(bits);
            settle(slot, venue.onMessage(0, encode(bits, slot), timeNanos));
        }
        return count * 1e9 / (System.nanoTime() - startNanos);
    }

    /**
     * Sends order messages and reads the clock around each change of the inside and each message; encoding and taking
     * the answers stay outside.
     *
     * @param count how many
     */
    public void runTimed(final long count)
    {
        for (long i = 0; i < count; i++)
        {
            final int bits = next();
            final long beforeNanos = System.nanoTime();
            changeInside(bits);
            insides.record(System.nanoTime() - beforeNanos);
            final int slot = slot(bits);
            final int length = encode(bits, slot);
            final long sentNanos = System.nanoTime();
            final int answers = venue.onMessage(0, length, timeNanos);
            orders.record(System.nanoTime() - sentNanos);
            settle(slot, answers);
        }
    }

    private int next()
    {
        timeNanos += STEP_NANOS;
        return drawn[(int)index++ & DRAWN - 1];
    }

    private static int locate(final int bits)
    {
        return bits % SYMBOLS;
    }

    private static int slot(final int bits)
    {
        return 2 * locate(bits) + (bits >>> 30 & 1);
    }

    /** The bid goes a tick up or down, within bounds; the ask is one tick above it. */
    private void changeInside(final int bits)
    {
        final int locate = locate(bits);
        final int tick = (bits >>> 29 & 1) == 0 ? TICK_E4 : -TICK_E4;
        final int bidE4 = bidsE4[locate] + tick;
        if (Math.abs(bidE4 - MIDDLE_E4) <= WANDER * TICK_E4)
        {
            bidsE4[locate] = bidE4;
        }
        venue.onInside(locate, bidsE4[locate], DISPLAYED, bidsE4[locate] + TICK_E4, DISPLAYED, true, timeNanos);
    }

    private int encode(final int bits, final int slot)
    {
        final int action = (bits >>> 20) % ACTIONS;
        final int open = openRefs[slot];
        if (action == CANCEL && open != 0)
        {
            openRefs[slot] = 0;
            return encoder.cancel(0, open, 0);
        }
        final boolean buy = (slot & 1) == 0;
        final int locate = slot >> 1;
        final int behindE4 = (action == CROSS ? -1 : (bits >>> 24) % TICKS) * TICK_E4;
        final int priceE4 = buy ? bidsE4[locate] - behindE4 : bidsE4[locate] + TICK_E4 + behindE4;
        userRef++;
        openRefs[slot] = userRef;
        return open == 0 ? encoder.enter(0, userRef, (byte)(buy ? 'B' : 'S'), QUANTITY, symbols[locate], priceE4) :
            encoder.replace(0, open, userRef, QUANTITY, priceE4);
    }

    /** Takes all answers; a replace that came too late, because the order was filled, leaves no order behind. */
    private void settle(final int slot, final int answers)
    {
        final OutboundQueue queue = venue.answers();
        while (queue.size() > 0)
        {
            if (answers == 1 && queue.size() == 1 && queue.slab().getByte(queue.headOffset()) == REJECTED)
            {
                openRefs[slot] = 0;
            }
            queue.release();
        }
    }

    /** Returns the durations of order messages; once. */
    public LatencySeries orders(final String name)
    {
        return new LatencySampler(name, orders).series();
    }

    /** Returns the durations of changes of the inside; once. */
    public LatencySeries insides(final String name)
    {
        return new LatencySampler(name, insides).series();
    }

    /**
     * Returns what the venue counted.
     *
     * @throws IllegalStateException if it refused inputs, so that it did other work than it was given
     */
    public VenueCounters counters()
    {
        final VenueCounters counters = venue.counters();
        if (counters.refusedInputs() + counters.malformedInputs() + counters.suppressedFills() > 0)
        {
            throw new IllegalStateException("the venue did not do all that it was given: refused=" +
                counters.refusedInputs() + " malformed=" + counters.malformedInputs() + " suppressed fills=" +
                counters.suppressedFills());
        }
        return counters;
    }

    @Override
    public void close()
    {
        arena.close();
    }
}
