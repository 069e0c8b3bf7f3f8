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

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.OrderIntents;

/** The TradingEngine as it is built by hand, through the API: what the shipped program must equal. */
final class TwinEngine
{
    private static final Trigger ORDERS = Trigger.on(TradingKinds.FEED, TradingKinds.VENUE, TradingKinds.REFUSAL,
        TradingKinds.WITHDRAWAL, InstanceKind.CONTROL);

    private TwinEngine()
    {
    }

    static Molecule molecule(final TradingConfig config)
    {
        final Molecule.Builder builder = Molecule.named(TradingEngine.NAME)
            .kind(TradingKinds.FEED).kind(TradingKinds.VENUE).kind(TradingKinds.REFUSAL).kind(TradingKinds.WITHDRAWAL)
            .kind(InstanceKind.CONTROL).kind(InstanceKind.TIMER)
            .property("tick_to_trade", "< 500ns")
            .property("risk_check_latency", "< 100ns")
            .property("order_rate", "1M orders/second")
            .property("compliance", "MiFID_II_compliant")
            .liveOrders(LiveOrders.ADOPTED);
        addMarketPackets(builder, config);
        addOrderPackets(builder, config);
        builder.ionic(MarketDataProcessor.NAME, AlgorithmicTrader.NAME, RiskManager.NAME, OrderRouter.NAME,
            PerformanceTracker.NAME);
        builder.ionic(RiskManager.NAME, ComplianceChecker.NAME);
        if (config.venue() != null)
        {
            addVenue(builder, config);
        }
        return builder.build();
    }

    private static void addMarketPackets(final Molecule.Builder builder, final TradingConfig config)
    {
        builder.resource(TradingEngine.BOOKS, MarketBooks.class, arena -> new MarketBooks(config, HugePages.OFF));
        builder.resource(TradingEngine.STRATEGY, MarketMaker.class,
            arena -> new MarketMaker(config.strategy(), arena));
        builder.packet(Packet.named(MarketDataProcessor.NAME, Element.TRANSFORM)
            .trigger(Trigger.on(TradingKinds.FEED)).uses(TradingEngine.BOOKS)
            .writes(Area.of(MarketArea.LAYOUT, MarketArea.class, MarketArea::new))
            .handler(MarketDataProcessor.class, MarketDataProcessor::new).build());
        builder.packet(Packet.named(AlgorithmicTrader.NAME, Element.BRANCH)
            .trigger(ORDERS).uses(TradingEngine.STRATEGY)
            .writes(Area.of(OrderIntents.LAYOUT, OrderIntents.class, OrderIntents::new))
            .handler(AlgorithmicTrader.class, context -> new AlgorithmicTrader(context, config)).build());
    }

    private static void addOrderPackets(final Molecule.Builder builder, final TradingConfig config)
    {
        builder.resource(TradingEngine.RISK, RiskBook.class, arena -> new RiskBook(arena, config));
        builder.resource(TradingEngine.OUTPUT, OrderOutput.class,
            arena -> new OrderOutput(arena, config.outputCapacity(), config.outputDrained()));
        builder.resource(TradingEngine.COMPLIANCE, ComplianceDesk.class, arena -> new ComplianceDesk(arena, config));
        builder.resource(TradingEngine.LATENCY, TickToTrade.class, arena -> new TickToTrade());
        builder.packet(Packet.named(RiskManager.NAME, Element.THRESHOLD)
            .trigger(ORDERS).uses(TradingEngine.RISK)
            .writes(Area.of(VerdictArea.LAYOUT, VerdictArea.class, VerdictArea::new))
            .handler(RiskManager.class, RiskManager::new).build());
        builder.packet(Packet.named(OrderRouter.NAME, Element.PRODUCER)
            .trigger(ORDERS).uses(TradingEngine.OUTPUT)
            .writes(Area.of(OrderArea.LAYOUT, OrderArea.class, OrderArea::new))
            .handler(OrderRouter.class, context -> new OrderRouter(context, config)).build());
        builder.packet(Packet.named(ComplianceChecker.NAME, Element.SEQUENTIAL)
            .trigger(ORDERS).uses(TradingEngine.COMPLIANCE)
            .handler(ComplianceChecker.class, ComplianceChecker::new).build());
        builder.packet(Packet.named(PerformanceTracker.NAME, Element.TIMER)
            .trigger(Trigger.on(TradingKinds.FEED, InstanceKind.TIMER)).uses(TradingEngine.LATENCY)
            .handler(PerformanceTracker.class, PerformanceTracker::new).build());
    }

    private static void addVenue(final Molecule.Builder builder, final TradingConfig config)
    {
        builder.resource(TradingEngine.VENUE, VenueModel.class, arena -> new VenueModel(arena, config));
        builder.packet(Packet.named(VenueMarket.NAME, Element.CONSUMER)
            .trigger(Trigger.on(TradingKinds.FEED)).uses(TradingEngine.VENUE)
            .handler(VenueMarket.class, VenueMarket::new).build());
        builder.packet(Packet.named(VenueOrders.NAME, Element.CONSUMER)
            .trigger(ORDERS).uses(TradingEngine.VENUE)
            .handler(VenueOrders.class, VenueOrders::new).build());
        builder.covalent(VenueMarket.NAME, VenueOrders.NAME, TradingEngine.VENUE);
        builder.ionic(MarketDataProcessor.NAME, VenueMarket.NAME);
        builder.ionic(OrderRouter.NAME, VenueOrders.NAME);
    }
}
