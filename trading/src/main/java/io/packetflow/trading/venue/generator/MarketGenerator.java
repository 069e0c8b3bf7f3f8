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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Writes a day of ITCH 5.0, one message a call; one thread. Messages about orders and trades allocate
 * nothing; the others, all of a day's start and end and one in a thousand between, are short-lived records.
 *
 * <p>The day: the start with the directory; the build-up of the books by adds alone; the opening with crosses; the
 * continuous market; the end with crosses. Start, opening and end have a fixed number of messages and the build-up one
 * a live order; the continuous market takes what is left of the length asked for. A stream that is shorter than start
 * and end together stops inside the start; one that is shorter than its build-up never opens, but ends in order.
 *
 * <p>Guarantees, at each message: no book is crossed or locked; every reference was added and is live; nothing executes
 * or cancels more than is open, executions meet the best price and there the first order; nothing but the cross that
 * reopens it trades in a halted stock; references and match numbers grow; timestamps never decrease, and are held at
 * the end of the day. The same configuration gives the same bytes on every JDK.
 *
 * <p>Times come in bursts: outside, gaps are exponential; a burst is a run of messages, 32 on average, at a 32nd of the
 * mean gap, three in four about one stock.
 */
public final class MarketGenerator
{
    /** Bytes that must be writable at the offset of a message. */
    public static final int MAX_MESSAGE_LENGTH = 50;

    private static final int BURST_LENGTH = 32;
    private static final int PERCENT = 100;
    private static final int DRAW_BITS = 16;

    private final GeneratedBook book;
    private final RandomSource random;
    private final Listing listing;
    private final AliasTable activity;
    private final FeedWriter out;
    private final ContinuousMarket market;
    private final DayScript script;

    private final long messages;
    private final long endFrom;
    private final long openFrom;
    private final long continuousFrom;
    private final long calmGapNanos;
    private final long burstGapNanos;
    private final int burstStart;
    private long written;
    private long timeNanos;
    private int burstLeft;
    private int burstSymbol;
    private int buildUpSymbol;
    private int buildUpRound;

    /**
     * Creates a generator at the start of its day.
     *
     * @param config of the market
     * @param arena that gives the books their memory: about 45 bytes a live order and 4.3 KB a symbol
     * @param target memory that messages will be written to
     */
    public MarketGenerator(final GeneratorConfig config, final Arena arena, final Slab target)
    {
        this.random = new RandomSource(config.seed());
        this.listing = new Listing(config, random);
        this.activity = listing.activity();
        this.book = new GeneratedBook(arena, listing.rooms());
        this.out = new FeedWriter(target, listing);
        this.market = new ContinuousMarket(out, book, random, new RareEvents(out, book, random));
        this.script = new DayScript(out, book);
        this.messages = config.messages();
        this.endFrom = Math.max(script.startCount(), messages - script.endCount());
        this.openFrom = script.startCount() + buildUpCount();
        this.continuousFrom = openFrom + script.openCount();
        final int burst = config.burstPercent();
        final long gapNanos = config.meanGapNanos();
        // So that bursts hold their share of the messages, and all gaps together have the mean asked for.
        this.burstStart = (burst << DRAW_BITS) / (BURST_LENGTH * (PERCENT - burst));
        this.burstGapNanos = gapNanos / BURST_LENGTH;
        this.calmGapNanos = scale(
            gapNanos, (long)BURST_LENGTH * PERCENT - burst, (long)BURST_LENGTH * (PERCENT - burst));
        this.timeNanos = config.startNanos();
    }

    /**
     * Writes the next message, without a length before it.
     *
     * @param offset of its type byte; {@link #MAX_MESSAGE_LENGTH} bytes must be there
     * @return its length, or 0 if the day is over
     */
    public int next(final long offset)
    {
        if (written == messages)
        {
            return 0;
        }
        final long index = written++;
        if (index > 0)
        {
            timeNanos = Math.min(GeneratorConfig.DAY_NANOS - 1, timeNanos + gapNanos());
        }
        out.moveTo(offset, timeNanos);
        return index >= continuousFrom && index < endFrom ? market.write(symbol()) : scripted(index);
    }

    /** Returns how many messages were written. */
    public long written()
    {
        return written;
    }

    /** Returns how many messages the day has. */
    public long messages()
    {
        return messages;
    }

    /** Returns how many orders are live in all books. */
    public int liveOrders()
    {
        return book.liveOrders();
    }

    /** Returns the number of the first message of the continuous market, from 0; beyond the end if there is none. */
    public long continuousFrom()
    {
        return continuousFrom;
    }

    /** Returns the timestamp of the last message, nanoseconds since midnight. */
    public long timeNanos()
    {
        return timeNanos;
    }

    private int scripted(final long index)
    {
        if (index < script.startCount())
        {
            return script.writeStart((int)index);
        }
        if (index >= endFrom)
        {
            return script.writeEnd((int)(index - endFrom));
        }
        if (index < openFrom)
        {
            return market.add(nextToBuildUp());
        }
        return script.writeOpen((int)(index - openFrom));
    }

    private long buildUpCount()
    {
        long count = 0;
        for (int symbol = 0; symbol < listing.count(); symbol++)
        {
            count += listing.target(symbol);
        }
        return count;
    }

    /** Goes round the stocks that have not yet the orders they shall have, so that all books grow together. */
    private int nextToBuildUp()
    {
        while (buildUpRound >= listing.target(buildUpSymbol))
        {
            advanceBuildUp();
        }
        final int symbol = buildUpSymbol;
        advanceBuildUp();
        return symbol;
    }

    private void advanceBuildUp()
    {
        if (++buildUpSymbol == listing.count())
        {
            buildUpSymbol = 0;
            buildUpRound++;
        }
    }

    private int symbol()
    {
        final long bits = random.bits();
        return burstLeft > 0 && (bits & 3) != 0 ? burstSymbol : activity.draw(bits);
    }

    private long gapNanos()
    {
        if (burstLeft > 0)
        {
            burstLeft--;
            return random.exponential(burstGapNanos);
        }
        final long bits = random.bits();
        if ((bits & (1 << DRAW_BITS) - 1) < burstStart)
        {
            burstLeft = 1 + (int)random.exponential(BURST_LENGTH - 1);
            burstSymbol = activity.draw(random.bits());
        }
        return random.exponential(calmGapNanos);
    }

    private static long scale(final long value, final long numerator, final long denominator)
    {
        return value / denominator * numerator + value % denominator * numerator / denominator;
    }
}
