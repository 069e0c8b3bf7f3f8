package io.packetflow.trading.engine;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;

/** Hot path. Simulation only, DF:cs: hands our orders to the simulated venue. */
public final class VenueOrders implements PacketHandler
{
    /** Name of the packet. */
    public static final String NAME = "VenueOrders";

    private final InstanceHeader header;
    private final OrderArea orders;
    private final MarketArea market;
    private final VenueModel model;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public VenueOrders(final PacketContext context)
    {
        this.header = context.header();
        this.market = context.area(MarketDataProcessor.NAME, MarketArea.class);
        this.orders = context.area(OrderRouter.NAME, OrderArea.class);
        this.model = context.resource(TradingEngine.VENUE, VenueModel.class);
        context.count("fills", () -> model.venue().counters().fills());
    }

    @Override
    public int onInstance()
    {
        if (header.kind() == TradingKinds.FEED_CODE)
        {
            model.list(market.locate(), market.symbol());
        }
        final int count = orders.count();
        for (int i = 0; i < count; i++)
        {
            model.onMessage(orders.slab(), orders.message(i), orders.length(i), header.logicalTimeNanos());
        }
        model.emitAnswers();
        return CONTINUE;
    }
}
