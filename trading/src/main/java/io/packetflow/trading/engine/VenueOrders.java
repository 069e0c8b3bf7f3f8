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

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.trading.venue.SimulatedVenue;

/** Hot path. Simulation only, DF:cs: hands our orders to the simulated venue. */
public final class VenueOrders implements PacketHandler
{
    /** Name of the packet. */
    public static final String NAME = "VenueOrders";

    private final InstanceHeader header;
    private final OrderArea orders;
    private final MarketArea market;
    private final VenueModel model;
    private final SimulatedVenue venue;

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
        this.venue = model.bind(context.input().slab());
        context.count("fills", () -> venue.counters().fills());
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
            venue.onMessage((int)orders.message(i), orders.length(i), header.logicalTimeNanos());
        }
        model.emitAnswers();
        return CONTINUE;
    }
}
