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
package io.packetflow.trading;

import java.util.concurrent.atomic.LongAdder;

import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.ItchFeedSource;
import io.packetflow.trading.engine.MarketArea;
import io.packetflow.trading.engine.MarketDataProcessor;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingKinds;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/** The example of the README: the TradingEngine in a process of one's own, with a packet of one's own in it. */
public final class EmbeddingExample
{
    private EmbeddingExample()
    {
    }

    // README begin
    /** A packet of your own: sees every change of the best bid and offer, and counts wide markets. */
    public static final class SpreadMeter implements PacketHandler
    {
        private final MarketArea market;
        private long wide;

        public SpreadMeter(final PacketContext context)
        {
            market = context.area(MarketDataProcessor.NAME, MarketArea.class);
            context.count("wide markets", () -> wide);
        }

        @Override
        public int onInstance()
        {
            wide += market.askPriceE4() - market.bidPriceE4() > 500 ? 1 : 0;
            return CONTINUE;
        }
    }

    public static void main(final String[] args)
    {
        final TradingConfig config = TradingConfig.simulation(51, 10_000).withDrainedOutput();
        final Molecule molecule = TradingEngine.molecule(config, HugePages.OFF).toBuilder()
            .packet(Packet.named("SpreadMeter", Element.THRESHOLD).trigger(Trigger.on(TradingKinds.FEED))
                .handler(SpreadMeter.class, SpreadMeter::new).build())
            .ionic(MarketDataProcessor.NAME, "SpreadMeter").build();
        try (GeneratedFeed market = GeneratedFeed.inMemory(GeneratorConfig.of(20_000, 1, 50, 2_000));
            Reactor reactor = Reactor.launch(TradingEngine.context(molecule, config).source("feed",
                ItchFeedSource.class, warmUp -> new ItchFeedSource(market.file("market"), Pacing.MAX))))
        {
            final OrderOutput orders = reactor.resource(TradingEngine.OUTPUT, OrderOutput.class);
            final LongAdder bytes = new LongAdder();
            boolean complete = false;
            while (!complete)
            {
                complete = reactor.awaitCompletion(1_000_000);
                orders.drain((message, length) -> bytes.add(length)); // OUCH 5.0, ready for a session to the exchange
            }
            System.out.println(orders.count() + " orders, " + bytes + " bytes, " +
                reactor.counters().get("SpreadMeter: wide markets: count") + " wide markets");
        }
    }
    // README end
}
