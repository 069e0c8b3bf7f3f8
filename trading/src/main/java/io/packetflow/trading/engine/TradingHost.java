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

import io.packetflow.engine.language.build.ProgramHost;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.reactor.BackEdgeBinding;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.strategy.MarketMaker;

/**
 * Cold path. What the TradingEngine supplies to programs: resources that a {@link TradingConfig} sizes, the kinds of
 * instances that its sources send, its configuration for handlers.
 */
public final class TradingHost
{
    private TradingHost()
    {
    }

    /**
     * Returns the host of one configuration.
     *
     * @param config what the engine is sized for and how it behaves; without a venue, the packets of the simulated one
     *               are left out
     * @param hugePages whether the books ask for them
     * @param journaled whether the Journal packet stays, where the program has one
     * @return the host
     */
    public static ProgramHost of(final TradingConfig config, final HugePages hugePages, final boolean journaled)
    {
        final int outputCapacity = config.outputCapacity();
        final boolean drained = config.outputDrained();
        final ProgramHost.Builder host = ProgramHost.builder()
            .kind(TradingKinds.FEED).kind(TradingKinds.VENUE).kind(TradingKinds.REFUSAL).kind(TradingKinds.WITHDRAWAL)
            .kind(InstanceKind.CONTROL).kind(InstanceKind.TIMER)
            .object(TradingConfig.class, config)
            .resource(TradingEngine.BOOKS, MarketBooks.class, arena -> new MarketBooks(config, hugePages))
            .resource(TradingEngine.STRATEGY, MarketMaker.class, arena -> new MarketMaker(config.strategy(), arena))
            .resource(TradingEngine.RISK, RiskBook.class, arena -> new RiskBook(arena, config))
            .resource(TradingEngine.OUTPUT, OrderOutput.class, arena -> new OrderOutput(arena, outputCapacity, drained))
            .resource(TradingEngine.COMPLIANCE, ComplianceDesk.class, arena -> new ComplianceDesk(arena, config))
            .resource(TradingEngine.LATENCY, TickToTrade.class, arena -> new TickToTrade());
        if (config.venue() == null)
        {
            host.leaveOut(VenueMarket.NAME, VenueOrders.NAME);
        }
        else
        {
            host.resource(TradingEngine.VENUE, VenueModel.class, arena -> new VenueModel(arena, config));
        }
        if (!journaled)
        {
            host.leaveOut(JournalPacket.NAME);
        }
        backEdges(config).forEach(host::backEdge);
        return host.build();
    }

    /** Returns the back edges on which packets answer themselves, those of packets that a program may lack too. */
    static List<BackEdgeBinding> backEdges(final TradingConfig config)
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
        return edges;
    }
}
