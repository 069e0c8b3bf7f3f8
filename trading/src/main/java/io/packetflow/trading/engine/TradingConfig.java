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

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.trading.compliance.SurveillanceConfig;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;
import io.packetflow.trading.strategy.MarketMakerConfig;
import io.packetflow.trading.venue.SimulatedVenueConfig;

/**
 * Cold path. What a TradingEngine is sized for and how it behaves. Immutable; its parts check themselves.
 *
 * @param symbols stock locates that may be traded, 1 to 65536; messages of others only keep books
 * @param expectedOrders live in all books at the same time; more of them make the books grow, and count it
 * @param expectedSymbols that have orders
 * @param maxOpenOrders of our own
 * @param trailRecords that the compliance trail keeps, rounded up to a power of two
 * @param outputCapacity messages that the output holds, a power of two
 * @param outputDrained whether something reads the output; then sources wait while it is nearly full
 * @param backEdgeCapacity instances that may be under way on a back edge, a power of two
 * @param emissionDelayNanos logical time until a refusal or a step of a withdrawal comes back to the trader
 * @param strategy of the trader
 * @param limits of pre-trade risk, for one account
 * @param surveillance lines of the compliance checker
 * @param orderTerms that every order carries
 * @param venue simulated venue; null where a real one answers
 */
public record TradingConfig(
    int symbols,
    int expectedOrders,
    int expectedSymbols,
    int maxOpenOrders,
    int trailRecords,
    int outputCapacity,
    boolean outputDrained,
    int backEdgeCapacity,
    long emissionDelayNanos,
    MarketMakerConfig strategy,
    RiskLimits limits,
    SurveillanceConfig surveillance,
    OuchOrderTerms orderTerms,
    SimulatedVenueConfig venue)
{
    private static final int TRAIL_RECORDS = 1 << 12;
    private static final int OUTPUT_CAPACITY = 1 << 6;
    private static final int DRAINED_OUTPUT_CAPACITY = 1 << 14;
    private static final int ROOM_PER_SLOT = 8;
    private static final int BACK_EDGE_CAPACITY = 1 << 12;
    private static final long EMISSION_DELAY_NANOS = 20_000;
    private static final int MAX_ORDERS_PER_TRADE = 250;
    private static final int FREE_ORDERS = 10_000;
    private static final int MAX_MESSAGES_PER_SECOND = 10_000_000;
    private static final long HASH_STEP = 0xD6E8FEB86659FD93L;
    private static final String SYMBOLS = "symbols";
    private static final String EXPECTED_ORDERS = "expectedOrders";
    private static final String OUTPUT_CAPACITY_KEY = "outputCapacity";
    private static final String OUTPUT_DRAINED = "outputDrained";
    private static final String CLIENT_TAG = "PFLOW ";

    /**
     * Returns a configuration for simulation: a market maker with its default limits against the simulated venue.
     *
     * @param symbols stock locates that may be traded, 1 to 65536
     * @param expectedOrders live in all books at the same time
     * @return the configuration
     */
    public static TradingConfig simulation(final int symbols, final int expectedOrders)
    {
        final MarketMakerConfig strategy = MarketMakerConfig.defaults(symbols);
        return new TradingConfig(symbols, expectedOrders, symbols, 4 * symbols, TRAIL_RECORDS, OUTPUT_CAPACITY, false,
            BACK_EDGE_CAPACITY, EMISSION_DELAY_NANOS, strategy, defaultLimits(symbols, strategy),
            new SurveillanceConfig(symbols, MAX_ORDERS_PER_TRADE, FREE_ORDERS, MAX_MESSAGES_PER_SECOND),
            OuchOrderTerms.postOnly(CLIENT_TAG), SimulatedVenueConfig.defaults(symbols));
    }

    private static RiskLimits defaultLimits(final int symbols, final MarketMakerConfig strategy)
    {
        final int orders = 4 * symbols;
        return RiskLimits.builder(1, symbols)
            .everyInstrument(new InstrumentLimits(1, 2_000_000_000L, 1_000, 1, 100 * strategy.lotQuantity(),
                50_000_000L * 10_000))
            .everyAccount(new AccountLimits(50_000_000L * 10_000, 50_000_000_000L * 10_000, orders, 10_000_000, 1_000))
            .everyPair(new PairLimits(4 * strategy.maxPosition(), 4 * strategy.maxPosition()))
            .breaches(1_000_000, 1_000_000_000L)
            .conclude();
    }

    /** Returns the same engine with an output that something reads: nothing of it is ever overwritten. */
    public TradingConfig withDrainedOutput()
    {
        return withDrainedOutput(0);
    }

    /**
     * Returns the same engine with an output that something reads: nothing of it is ever overwritten.
     *
     * @param slots of the molecule's ring, for each of which two messages may be under way
     * @return a changed copy
     */
    public TradingConfig withDrainedOutput(final int slots)
    {
        return withOutput(slots, true);
    }

    /**
     * Returns the same engine with an output that something may read, now or in a run that goes on from its snapshot:
     * such an output is as long either way.
     *
     * @param slots of the molecule's ring, for each of which two messages may be under way
     * @param drained whether something reads it now
     * @return a changed copy
     */
    public TradingConfig withOutput(final int slots, final boolean drained)
    {
        final int capacity = Math.max(DRAINED_OUTPUT_CAPACITY, Integer.highestOneBit(slots) * ROOM_PER_SLOT);
        return new TradingConfig(symbols, expectedOrders, expectedSymbols, maxOpenOrders, trailRecords,
            capacity, drained, backEdgeCapacity, emissionDelayNanos, strategy, limits, surveillance,
            orderTerms, venue);
    }

    /** Returns the same engine without a simulated venue: a real one answers. */
    public TradingConfig withoutVenue()
    {
        return new TradingConfig(symbols, expectedOrders, expectedSymbols, maxOpenOrders, trailRecords, outputCapacity,
            outputDrained, backEdgeCapacity, emissionDelayNanos, strategy, limits, surveillance, orderTerms, null);
    }

    /**
     * Returns the same engine with other limits.
     *
     * @param value limits for one account
     * @return a changed copy
     */
    public TradingConfig withLimits(final RiskLimits value)
    {
        return new TradingConfig(symbols, expectedOrders, expectedSymbols, maxOpenOrders, trailRecords, outputCapacity,
            outputDrained, backEdgeCapacity, emissionDelayNanos, strategy, value, surveillance, orderTerms, venue);
    }

    /**
     * Returns the same engine sized for other books; the warm-up uses smaller ones.
     *
     * @param orders live in all books at the same time
     * @param symbolsWithOrders that have orders
     * @return a changed copy
     */
    public TradingConfig withBooks(final int orders, final int symbolsWithOrders)
    {
        return new TradingConfig(symbols, orders, symbolsWithOrders, maxOpenOrders, trailRecords, outputCapacity,
            outputDrained, backEdgeCapacity, emissionDelayNanos, strategy, limits, surveillance, orderTerms, venue);
    }

    /** Returns all of it that decides what a replay comes to, as text; sizes of tables do not: {@link #sizeText()}. */
    public String replayText()
    {
        return "emissionDelayNanos=" + emissionDelayNanos + "\nstrategy=" + strategy + "\nlimits=" +
            Long.toHexString(limitsHash()) + "\nsurveillance=" + surveillance + "\norderTerms=" + orderTerms +
            "\nvenue=" + venue + '\n';
    }

    /** Returns the sizes that a replay has to be set up with; another run may go on with others. */
    public String sizeText()
    {
        return SYMBOLS + '=' + symbols + '\n' + EXPECTED_ORDERS + '=' + expectedOrders + '\n' + OUTPUT_CAPACITY_KEY +
            '=' + outputCapacity + '\n' + OUTPUT_DRAINED + '=' + outputDrained + '\n';
    }

    /**
     * Makes the configuration of a simulation that a journal tells of.
     *
     * @param text {@link #sizeText()} and {@link #replayText()}, as an epoch of the journal carries them
     * @return the configuration, sized as that of the run
     * @throws IllegalArgumentException if the text tells no sizes
     */
    public static TradingConfig fromJournal(final String text)
    {
        final Map<String, String> values = new HashMap<>();
        text.lines().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
            .forEach(pair -> values.putIfAbsent(pair[0], pair[1]));
        final TradingConfig config =
            simulation(number(values, SYMBOLS), number(values, EXPECTED_ORDERS));
        return new TradingConfig(config.symbols, config.expectedOrders, config.expectedSymbols, config.maxOpenOrders,
            config.trailRecords, number(values, OUTPUT_CAPACITY_KEY),
            Boolean.parseBoolean(values.get(OUTPUT_DRAINED)), config.backEdgeCapacity, config.emissionDelayNanos,
            config.strategy, config.limits, config.surveillance, config.orderTerms, config.venue);
    }

    private static int number(final Map<String, String> values, final String key)
    {
        final String value = values.getOrDefault(key, "");
        if (!value.matches("[0-9]{1,9}"))
        {
            throw new IllegalArgumentException("the journal does not tell " + key + " of the run that wrote it" +
                (value.isEmpty() ? "" : ": " + key + '=' + value));
        }
        return Integer.parseInt(value);
    }

    private long limitsHash()
    {
        long hash = limits.account(0).toString().hashCode();
        for (int instrument = 0; instrument < limits.instrumentCount(); instrument++)
        {
            hash = hash * HASH_STEP + limits.instrument(instrument).toString().hashCode();
        }
        // Sorted, so that it does not depend on the order in which they were set.
        return hash * HASH_STEP + (limits.pairDefault() + " " + new TreeMap<>(limits.pairs())).hashCode();
    }

    /** Returns the delay of the venue's answers, which is also the least delay of its back edge. */
    long venueDelayNanos()
    {
        return venue == null ? 0 : venue.latencyNanos();
    }
}
