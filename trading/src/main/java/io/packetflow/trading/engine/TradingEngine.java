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

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.BackEdgeBinding;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.OrderIntents;

/**
 * Cold path. Composes the TradingEngine molecule (thesis §8.4.1): six packets, joined by ionic bonds, none covalent;
 * with a simulated venue two more. A user adds packets of his own through {@link Molecule#toBuilder()}.
 */
public final class TradingEngine
{
    /** Name of the molecule. */
    public static final String NAME = "TradingEngine";
    /** Resource of MarketDataProcessor: {@link MarketBooks}. */
    public static final String BOOKS = "books";
    /** Resource of AlgorithmicTrader: {@link MarketMaker}. */
    public static final String STRATEGY = "strategy";
    /** Resource of RiskManager: {@link RiskBook}. */
    public static final String RISK = "risk";
    /** Resource of OrderRouter: {@link OrderOutput}. */
    public static final String OUTPUT = "output";
    /** Resource of ComplianceChecker: {@link ComplianceDesk}. */
    public static final String COMPLIANCE = "compliance";
    /** Resource of PerformanceTracker: {@link TickToTrade}. */
    public static final String LATENCY = "latency";
    /** Resource of VenueMarket and VenueOrders: {@link VenueModel}. */
    public static final String VENUE = "venue";

    private static final Trigger ORDERS = Trigger.on(TradingKinds.FEED, TradingKinds.VENUE, TradingKinds.REFUSAL,
        TradingKinds.WITHDRAWAL, InstanceKind.CONTROL);

    private TradingEngine()
    {
    }

    /**
     * Composes the molecule. Live orders are adopted whatever happens; another declaration goes through
     * {@link Molecule#toBuilder()}.
     *
     * @param config what it is sized for and how it behaves
     * @param hugePages whether the books ask for them
     * @return the molecule
     */
    public static Molecule molecule(final TradingConfig config, final HugePages hugePages)
    {
        final Molecule.Builder builder = Molecule.named(NAME)
            .kind(TradingKinds.FEED).kind(TradingKinds.VENUE).kind(TradingKinds.REFUSAL).kind(TradingKinds.WITHDRAWAL)
            .kind(InstanceKind.CONTROL).kind(InstanceKind.TIMER)
            .property("tick_to_trade", "< 500ns")
            .property("risk_check_latency", "< 100ns")
            .property("order_rate", "1M orders/second")
            .property("compliance", "MiFID_II_compliant")
            .liveOrders(LiveOrders.ADOPTED);
        addMarketPackets(builder, config, hugePages);
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

    /**
     * Journals a TradingEngine: no order leaves before the input that caused it is durable.
     *
     * @param molecule of {@link #molecule}, perhaps with packets of one's own
     * @return the molecule with a Journal packet, bonded to the OrderRouter
     */
    public static Molecule journaled(final Molecule molecule)
    {
        return JournalPacket.addTo(molecule.toBuilder()).ionicStrict(JournalPacket.NAME, OrderRouter.NAME).build();
    }

    private static void addMarketPackets(
        final Molecule.Builder builder, final TradingConfig config, final HugePages hugePages)
    {
        builder.resource(BOOKS, MarketBooks.class, arena -> new MarketBooks(config, hugePages));
        builder.resource(STRATEGY, MarketMaker.class, arena -> new MarketMaker(config.strategy(), arena));
        builder.packet(Packet.named(MarketDataProcessor.NAME, Element.TRANSFORM)
            .trigger(Trigger.on(TradingKinds.FEED)).uses(BOOKS)
            .writes(Area.of(MarketArea.LAYOUT, MarketArea.class, MarketArea::new))
            .handler(MarketDataProcessor.class, MarketDataProcessor::new).build());
        builder.packet(Packet.named(AlgorithmicTrader.NAME, Element.BRANCH)
            .trigger(ORDERS).uses(STRATEGY)
            .writes(Area.of(OrderIntents.LAYOUT, OrderIntents.class, OrderIntents::new))
            .handler(AlgorithmicTrader.class, context -> new AlgorithmicTrader(context, config)).build());
    }

    private static void addOrderPackets(final Molecule.Builder builder, final TradingConfig config)
    {
        builder.resource(RISK, RiskBook.class, arena -> new RiskBook(arena, config));
        builder.resource(OUTPUT, OrderOutput.class,
            arena -> new OrderOutput(arena, config.outputCapacity(), config.outputDrained()));
        builder.resource(COMPLIANCE, ComplianceDesk.class, arena -> new ComplianceDesk(arena, config));
        builder.resource(LATENCY, TickToTrade.class, arena -> new TickToTrade());
        builder.packet(Packet.named(RiskManager.NAME, Element.THRESHOLD)
            .trigger(ORDERS).uses(RISK)
            .writes(Area.of(VerdictArea.LAYOUT, VerdictArea.class, VerdictArea::new))
            .handler(RiskManager.class, RiskManager::new).build());
        builder.packet(Packet.named(OrderRouter.NAME, Element.PRODUCER)
            .trigger(ORDERS).uses(OUTPUT)
            .writes(Area.of(OrderArea.LAYOUT, OrderArea.class, OrderArea::new))
            .handler(OrderRouter.class, context -> new OrderRouter(context, config)).build());
        builder.packet(Packet.named(ComplianceChecker.NAME, Element.SEQUENTIAL)
            .trigger(ORDERS).uses(COMPLIANCE)
            .handler(ComplianceChecker.class, ComplianceChecker::new).build());
        builder.packet(Packet.named(PerformanceTracker.NAME, Element.TIMER)
            .trigger(Trigger.on(TradingKinds.FEED, InstanceKind.TIMER)).uses(LATENCY)
            .handler(PerformanceTracker.class, PerformanceTracker::new).build());
    }

    private static void addVenue(final Molecule.Builder builder, final TradingConfig config)
    {
        builder.resource(VENUE, VenueModel.class, arena -> new VenueModel(arena, config));
        builder.packet(Packet.named(VenueMarket.NAME, Element.CONSUMER)
            .trigger(Trigger.on(TradingKinds.FEED)).uses(VENUE)
            .handler(VenueMarket.class, VenueMarket::new).build());
        builder.packet(Packet.named(VenueOrders.NAME, Element.CONSUMER)
            .trigger(ORDERS).uses(VENUE)
            .handler(VenueOrders.class, VenueOrders::new).build());
        builder.covalent(VenueMarket.NAME, VenueOrders.NAME, VENUE);
        builder.ionic(MarketDataProcessor.NAME, VenueMarket.NAME);
        builder.ionic(OrderRouter.NAME, VenueOrders.NAME);
    }

    /**
     * Begins the context of a reactor: the molecule, and the back edges on which its packets answer themselves. Sources
     * are still missing.
     *
     * @param molecule of {@link #molecule}, perhaps with packets of one's own
     * @param config of the molecule
     * @return the context
     */
    public static ReactorContext context(final Molecule molecule, final TradingConfig config)
    {
        return backEdges(new ReactorContext().molecule(molecule), config);
    }

    private static ReactorContext backEdges(final ReactorContext context, final TradingConfig config)
    {
        final List<BackEdgeBinding> edges = new ArrayList<>();
        edges.add(new BackEdgeBinding(AlgorithmicTrader.NAME, config.backEdgeCapacity(),
            TradingKinds.WITHDRAWAL.maxInputBytes(), config.emissionDelayNanos()));
        edges.add(new BackEdgeBinding(OrderRouter.NAME, config.backEdgeCapacity(),
            TradingKinds.REFUSAL.maxInputBytes(), config.emissionDelayNanos()));
        if (config.venue() != null)
        {
            edges.add(new BackEdgeBinding(VenueMarket.NAME, config.backEdgeCapacity(), TradingKinds.MAX_INPUT_BYTES,
                config.venueDelayNanos()));
        }
        edges.forEach(context::backEdge);
        return context;
    }
}
