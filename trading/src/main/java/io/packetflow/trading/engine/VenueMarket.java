package io.packetflow.trading.engine;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.trading.venue.SimulatedVenue;

/** Hot path. Simulation only, DF:cs: tells the simulated venue the public inside, against which our orders fill. */
public final class VenueMarket implements PacketHandler
{
    /** Name of the packet. */
    public static final String NAME = "VenueMarket";

    private final InstanceHeader header;
    private final MarketArea market;
    private final VenueModel model;
    private final SimulatedVenue venue;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public VenueMarket(final PacketContext context)
    {
        this.header = context.header();
        this.market = context.area(MarketDataProcessor.NAME, MarketArea.class);
        this.model = context.resource(TradingEngine.VENUE, VenueModel.class);
        this.venue = model.venue();
        model.bindEmitter(context.emitter(TradingKinds.MAX_INPUT_BYTES));
    }

    @Override
    public int onInstance()
    {
        final int answers = venue.onInside(market.locate(), market.bidPriceE4(), market.bidQuantity(),
            market.askPriceE4(), market.askQuantity(), market.isTradable(), header.logicalTimeNanos());
        if (answers > 0)
        {
            model.emitAnswers();
        }
        return CONTINUE;
    }
}
