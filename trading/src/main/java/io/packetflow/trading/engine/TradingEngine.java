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

import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.strategy.MarketMaker;

/**
 * Cold path. The TradingEngine molecule (thesis §8.4.1): six packets, joined by ionic bonds, none covalent; with a
 * simulated venue two more. {@code TradingEngine.pf} declares it; a user adds packets of his own in a program of his
 * own, or through {@link Molecule#toBuilder()}.
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

    private TradingEngine()
    {
    }

    /**
     * Builds the molecule of the shipped program. Live orders are adopted whatever happens; another declaration goes
     * through {@link Molecule#toBuilder()}.
     *
     * @param config what it is sized for and how it behaves
     * @param hugePages whether the books ask for them
     * @return the molecule, without its Journal packet
     */
    public static Molecule molecule(final TradingConfig config, final HugePages hugePages)
    {
        return TradingProgram.shipped().molecule(config, hugePages, false);
    }

    /**
     * Journals a TradingEngine: no order leaves before the input that caused it is durable.
     *
     * @param molecule of {@link #molecule}, perhaps with packets of one's own
     * @return the molecule with a Journal packet, bonded to the OrderRouter as in the shipped program
     */
    public static Molecule journaled(final Molecule molecule)
    {
        return JournalPacket.addTo(molecule.toBuilder()).ionicStrict(JournalPacket.NAME, OrderRouter.NAME).build();
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
        final ReactorContext context = new ReactorContext().molecule(molecule);
        TradingHost.backEdges(config).stream().filter(edge -> molecule.packet(edge.packet()).isPresent())
            .forEach(context::backEdge);
        return context;
    }
}
