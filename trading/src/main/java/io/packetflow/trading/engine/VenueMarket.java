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
        this.venue = model.bind(context.input().slab());
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
