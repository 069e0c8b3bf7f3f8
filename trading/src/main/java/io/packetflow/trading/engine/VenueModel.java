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
package io.packetflow.trading.engine;

import io.packetflow.engine.packet.Emitter;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.venue.OutboundQueue;
import io.packetflow.trading.venue.SimulatedVenue;

/**
 * Hot path. What VenueMarket and VenueOrders share covalently: the simulated venue, which reads orders in the
 * slots. Its answers go straight into the back edge, each with the logical time at which it happens.
 */
public final class VenueModel implements Stateful
{
    private final Arena arena;
    private final TradingConfig config;
    private final boolean[] listed;
    private SimulatedVenue venue;
    private OutboundQueue answers;
    private Emitter emitter;
    private long lostAnswers;

    VenueModel(final Arena arena, final TradingConfig config)
    {
        this.arena = arena;
        this.config = config;
        listed = new boolean[config.symbols()];
    }

    /** Returns the venue. */
    public SimulatedVenue venue()
    {
        return venue;
    }

    /** Returns how many answers found the back edge full; the packet that counts them fails the molecule. */
    public long lostAnswers()
    {
        return lostAnswers;
    }

    /** Lists a symbol at the venue when its first order comes. */
    void list(final int locate, final long symbol)
    {
        if (!listed[locate])
        {
            listed[locate] = true;
            venue.list(locate, symbol);
        }
    }

    /** Makes the venue over the memory in which our orders will lie; both packets ask, the first one is heard. */
    SimulatedVenue bind(final Slab slots)
    {
        if (venue == null)
        {
            venue = new SimulatedVenue(config.venue(), arena, slots);
            answers = venue.answers();
        }
        return venue;
    }

    /**
     * Takes the one back edge of both packets. They are one stage, so it has one writer; with an edge each, an answer
     * and a fill of the same logical time could overtake each other.
     */
    void bindEmitter(final Emitter value)
    {
        emitter = value;
    }

    /** Sends what the venue has answered; in order, so that the back edge's times never decrease. */
    void emitAnswers()
    {
        while (answers.size() > 0)
        {
            final int length = answers.headLength();
            final int at = emitter.claim(TradingKinds.VENUE_CODE, length, answers.headTimeNanos());
            if (at == Emitter.FULL)
            {
                lostAnswers++;
                throw new IllegalStateException("the venue's back edge is full: answers would be lost; " +
                    "raise TradingConfig.backEdgeCapacity");
            }
            copy(answers.slab(), answers.headOffset(), emitter.slab(), at, length);
            emitter.commit();
            answers.release();
        }
    }

    /**
     * Cold. The venue and what is listed there.
     *
     * @throws IllegalStateException if the venue does not lie over the slots yet
     */
    @Override
    public void exchange(final StateExchange state)
    {
        if (venue == null)
        {
            throw new IllegalStateException("the venue has no state yet: make the handlers of its packets first");
        }
        state.flags("listed", listed);
        lostAnswers = state.int64("lostAnswers", lostAnswers);
        state.part("venue", venue);
    }

    /** By whole words: both sides have the room, and a call to copy so little costs more than the copy. */
    private static void copy(final Slab from, final long source, final Slab to, final long target, final int length)
    {
        for (int word = 0; word < length; word += Long.BYTES)
        {
            to.putLong(target + word, from.getLong(source + word));
        }
    }
}
