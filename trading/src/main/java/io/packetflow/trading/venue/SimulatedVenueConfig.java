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
package io.packetflow.trading.venue;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. The size and the manners of a {@link SimulatedVenue}.
 *
 * @param symbols number of stock locates, 1 to 65 536
 * @param maxOrders that rest at once, 1 to 4 194 304; one more is rejected
 * @param maxAnswers that wait at once, {@link #MIN_ANSWERS} to 4 194 304, rounded up to a power of two; what would need
 *     more is refused and counted
 * @param latencyNanos from the cause of an answer to the answer, 0 to one second
 * @param displayedSharePercent of the quantity displayed in the public book that trades with our orders, 1 to 100
 * @param removalsPerTrade of so many levels that vanish at our price or behind it, one counts as traded, 1 to 1 000
 */
public record SimulatedVenueConfig(
    int symbols,
    int maxOrders,
    int maxAnswers,
    long latencyNanos,
    int displayedSharePercent,
    int removalsPerTrade)
{
    /** Answers that one input may cause; no queue is smaller. */
    public static final int MIN_ANSWERS = 8;

    private static final int MAX_SYMBOLS = 65_536;
    private static final int MAX_TABLE = 4_194_304;
    private static final long MAX_LATENCY_NANOS = 1_000_000_000L;
    private static final long DEFAULT_LATENCY_NANOS = 20_000L;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public SimulatedVenueConfig
    {
        final List<String> errors = new ArrayList<>();
        range(errors, "symbols", symbols, 1, MAX_SYMBOLS);
        range(errors, "maxOrders", maxOrders, 1, MAX_TABLE);
        range(errors, "maxAnswers", maxAnswers, MIN_ANSWERS, MAX_TABLE);
        range(errors, "latencyNanos", latencyNanos, 0, MAX_LATENCY_NANOS);
        range(errors, "displayedSharePercent", displayedSharePercent, 1, 100);
        range(errors, "removalsPerTrade", removalsPerTrade, 1, 1_000);
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("simulated venue: " + String.join("; ", errors));
        }
    }

    /**
     * A venue for one market maker: two orders a symbol, answers after 20 µs, a quarter of the displayed size trades
     * with us, and one in six vanished levels was traded. (Of the removals in the recorded AAPL file one in six is an
     * execution: 849 of 4 938.)
     *
     * @param symbols number of stock locates
     * @return the parameters
     */
    public static SimulatedVenueConfig defaults(final int symbols)
    {
        return new SimulatedVenueConfig(symbols, 2 * symbols, 8 * symbols, DEFAULT_LATENCY_NANOS, 25, 6);
    }

    private static void range(
        final List<String> errors, final String name, final long value, final long least, final long most)
    {
        if (value < least || value > most)
        {
            errors.add(name + " is " + least + " to " + most + ": " + name + "=" + value);
        }
    }
}
