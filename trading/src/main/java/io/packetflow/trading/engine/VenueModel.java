package io.packetflow.trading.engine;

import io.packetflow.engine.packet.Emitter;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.venue.OutboundQueue;
import io.packetflow.trading.venue.SimulatedVenue;

/**
 * Hot path. What VenueMarket and VenueOrders share covalently: the simulated venue, and the wire on which it reads
 * orders. Its answers go straight into the back edge, each with the logical time at which it happens.
 */
public final class VenueModel
{
    private static final int ALIGNMENT = 64;

    private final Slab wire;
    private final SimulatedVenue venue;
    private final OutboundQueue answers;
    private final boolean[] listed;
    private Emitter emitter;
    private long lostAnswers;

    VenueModel(final Arena arena, final TradingConfig config)
    {
        wire = arena.allocate(OrderArea.MESSAGE_BYTES + Long.BYTES, ALIGNMENT);
        venue = new SimulatedVenue(config.venue(), arena, wire);
        answers = venue.answers();
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

    void onMessage(final Slab source, final long message, final int length, final long timeNanos)
    {
        for (int word = 0; word < OrderArea.MESSAGE_BYTES; word += Long.BYTES)
        {
            wire.putLong(word, source.getLong(message + word));
        }
        venue.onMessage(0, length, timeNanos);
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
            emitter.slab().copyFrom(at, answers.slab(), answers.headOffset(), length);
            emitter.commit();
            answers.release();
        }
    }
}
