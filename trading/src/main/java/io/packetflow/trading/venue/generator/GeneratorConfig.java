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
package io.packetflow.trading.venue.generator;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. What market a {@link MarketGenerator} makes.
 *
 * @param messages in the whole stream, 1 or more; a stream too short for its directory ends inside it
 * @param seed of everything random
 * @param symbols number of stocks, 1 to 65 000; their locates are 1 to {@code symbols}
 * @param liveOrders that rest in all books together once they are built up, 2 a symbol to 4 000 000
 * @param meanGapNanos between messages, 1 or more; the day must not end before the stream
 * @param burstPercent of the messages come in bursts, 0 to 95
 * @param startNanos time of the first message, nanoseconds since midnight
 * @param framed whether each message is preceded by its length (BinaryFILE), and the stream ended by a length of 0
 */
public record GeneratorConfig(
    long messages,
    long seed,
    int symbols,
    int liveOrders,
    long meanGapNanos,
    int burstPercent,
    long startNanos,
    boolean framed)
{
    /** Nanoseconds of a day; no timestamp reaches it. */
    public static final long DAY_NANOS = 24L * 60 * 60 * 1_000_000_000L;

    /** Half past nine, when Nasdaq opens. */
    public static final long OPEN_NANOS = (9L * 60 + 30) * 60 * 1_000_000_000L;

    /** Default of {@link #meanGapNanos}. */
    public static final long DEFAULT_GAP_NANOS = 10_000L;

    /** Default of {@link #burstPercent}. */
    public static final int DEFAULT_BURST_PERCENT = 60;

    /** Default of {@link #symbols}. */
    public static final int DEFAULT_SYMBOLS = 200;

    private static final int MAX_SYMBOLS = 65_000;
    private static final int MAX_LIVE_ORDERS = 4_000_000;
    private static final int MAX_LIVE_ORDERS_BY_DEFAULT = 85_000;
    private static final int MAX_BURST_PERCENT = 95;
    private static final int MESSAGES_PER_LIVE_ORDER = 10;

    /**
     * Checks the parameters.
     *
     * @throws IllegalArgumentException naming everything that is wrong
     */
    public GeneratorConfig
    {
        final List<String> errors = new ArrayList<>();
        range(errors, "messages", messages, 1, Long.MAX_VALUE);
        range(errors, "symbols", symbols, 1, MAX_SYMBOLS);
        range(errors, "liveOrders", liveOrders, 2, MAX_LIVE_ORDERS);
        range(errors, "meanGapNanos", meanGapNanos, 1, DAY_NANOS);
        range(errors, "burstPercent", burstPercent, 0, MAX_BURST_PERCENT);
        range(errors, "startNanos", startNanos, 0, DAY_NANOS - 1);
        if (liveOrders < 2L * symbols)
        {
            errors.add("liveOrders is at least 2 a symbol: liveOrders=" + liveOrders + " symbols=" + symbols);
        }
        if (messages > 0 && meanGapNanos > 0 && messages > (DAY_NANOS - startNanos) / meanGapNanos)
        {
            errors.add("the day ends before the stream; take a smaller meanGapNanos: messages=" + messages +
                " meanGapNanos=" + meanGapNanos + " startNanos=" + startNanos);
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("market generator: " + String.join("; ", errors));
        }
    }

    /**
     * A market of 200 stocks with up to 85 000 live orders, fewer for short streams, so that most of a stream is the
     * continuous market and not its build-up.
     *
     * @param messages in the whole stream
     * @param seed of everything random
     * @return the parameters, framed
     */
    public static GeneratorConfig defaults(final long messages, final long seed)
    {
        return of(messages, seed, DEFAULT_SYMBOLS, defaultLiveOrders(messages, DEFAULT_SYMBOLS));
    }

    /**
     * A market of a given size, with default time and framing.
     *
     * @param messages in the whole stream
     * @param seed of everything random
     * @param symbols number of stocks
     * @param liveOrders that rest in all books together
     * @return the parameters, framed
     */
    public static GeneratorConfig of(final long messages, final long seed, final int symbols, final int liveOrders)
    {
        final long longestNanos = (DAY_NANOS - OPEN_NANOS) / Math.max(1, messages);
        final long gapNanos = Math.max(1, Math.min(DEFAULT_GAP_NANOS, longestNanos));
        return new GeneratorConfig(
            messages, seed, symbols, liveOrders, gapNanos, DEFAULT_BURST_PERCENT, OPEN_NANOS, true);
    }

    /**
     * Returns how many live orders suit a stream: one for ten messages, within 2 a symbol and 85 000.
     *
     * @param messages in the whole stream
     * @param symbols number of stocks
     * @return the number
     */
    public static int defaultLiveOrders(final long messages, final int symbols)
    {
        return (int)Math.max(
            2L * symbols, Math.min(MAX_LIVE_ORDERS_BY_DEFAULT, messages / MESSAGES_PER_LIVE_ORDER));
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
