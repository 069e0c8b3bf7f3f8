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

import io.packetflow.trading.feed.itch.Imbalance;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.LuldCollar;
import io.packetflow.trading.feed.itch.OperationalHalt;
import io.packetflow.trading.feed.itch.ParticipantPosition;
import io.packetflow.trading.feed.itch.RegSho;
import io.packetflow.trading.feed.itch.RetailInterest;
import io.packetflow.trading.feed.itch.TradingAction;

/**
 * Cold path. What happens now and then in a continuous market: volatility pauses with their
 * collars, news halts, operational halts, and the resumptions of them all; imbalances, broken trades, retail interest.
 * Some are several messages, which wait here and leave before anything else is generated. Each is a short-lived record;
 * they are one message in a thousand. One thread.
 */
final class RareEvents
{
    /** Reason of a trading action that has none: four spaces. */
    static final int NO_REASON = 0x2020_2020;

    private static final int VOLATILITY_PAUSE = 'L' << 24 | 'U' << 16 | 'D' << 8 | 'P';
    private static final int NEWS_PENDING = 'T' << 24 | '1' << 16 | ' ' << 8 | ' ';

    private static final int PAUSE = 1;
    private static final int COLLAR = 2;
    private static final int HALT = 3;
    private static final int HALT_IMBALANCE = 4;
    private static final int HALT_CROSS = 5;
    private static final int RESUME = 6;
    private static final int OPERATIONAL_HALT = 7;
    private static final int OPERATIONAL_RESUME = 8;
    private static final int CLOSING_IMBALANCE = 9;
    private static final int BROKEN_TRADE = 10;
    private static final int RETAIL_INTEREST = 11;
    private static final int PARTICIPANT = 12;
    private static final int SHORT_SALE = 13;

    private static final int MOST_HALTS = 4;
    private static final int WAITING = 32;
    private static final int KIND_SHIFT = 16;
    private static final int SYMBOL_MASK = 0xFFFF;
    private static final int HALT_MESSAGES = 512;
    private static final int LOT = 100;
    private static final int COLLAR_TICKS = 16;

    private final FeedWriter out;
    private final GeneratedBook book;
    private final RandomSource random;
    private final boolean[] halted;
    private final int[] waiting = new int[WAITING];
    private int head;
    private int tail;
    private final int[] haltedSymbols = new int[MOST_HALTS];
    private final boolean[] operational = new boolean[MOST_HALTS];
    private int haltCount;
    private int messagesToResume;

    RareEvents(final FeedWriter out, final GeneratedBook book, final RandomSource random)
    {
        this.out = out;
        this.book = book;
        this.random = random;
        this.halted = new boolean[out.listing().count()];
    }

    /** Returns whether nothing may trade in a stock. */
    boolean isHalted(final int symbol)
    {
        return halted[symbol];
    }

    /** Tells whether a message waits; to be asked once before each message, because halts end by it. */
    boolean hasNext()
    {
        if (haltCount > 0 && --messagesToResume <= 0)
        {
            resumeOldest();
        }
        return head != tail;
    }

    /** Lets something happen to a stock; at least one message waits afterwards. */
    void happen(final int symbol)
    {
        final int draw = random.below(16);
        final boolean mayHalt = haltCount < MOST_HALTS && !halted[symbol];
        if (draw < 2 && mayHalt)
        {
            halt(symbol, false);
            push(PAUSE, symbol);
            push(COLLAR, symbol);
        }
        else if (draw == 2 && mayHalt)
        {
            halt(symbol, false);
            push(HALT, symbol);
        }
        else if (draw == 3 && mayHalt)
        {
            halt(symbol, true);
            push(OPERATIONAL_HALT, symbol);
        }
        else
        {
            push(CLOSING_IMBALANCE + draw % 5, symbol);
        }
    }

    /** Writes the message that has waited longest; answers its length. */
    int writeNext()
    {
        final int event = waiting[head++ & WAITING - 1];
        final int symbol = event & SYMBOL_MASK;
        final long stock = out.listing().symbol(symbol);
        final int kind = event >>> KIND_SHIFT;
        return switch (kind)
        {
            case PAUSE -> action(symbol, stock, 'P', VOLATILITY_PAUSE);
            case HALT -> action(symbol, stock, 'H', NEWS_PENDING);
            case RESUME ->
            {
                halted[symbol] = false;
                yield action(symbol, stock, 'T', NO_REASON);
            }
            case OPERATIONAL_HALT -> operationalHalt(symbol, stock, 'H');
            case OPERATIONAL_RESUME ->
            {
                halted[symbol] = false;
                yield operationalHalt(symbol, stock, 'T');
            }
            case COLLAR -> collar(symbol, stock);
            case HALT_IMBALANCE -> imbalance(symbol, stock, 'H');
            case CLOSING_IMBALANCE -> imbalance(symbol, stock, 'C');
            case HALT_CROSS ->
            {
                out.header(ItchLayout.CROSS_TRADE, symbol);
                yield ItchEncoder.crossTrade(
                    out.slab(), out.offset(), LOT + random.below(LOT * LOT), stock, middleE4(symbol),
                    out.nextMatch(), 'H');
            }
            default -> plain(kind, symbol, stock);
        };
    }

    private int plain(final int kind, final int symbol, final long stock)
    {
        return switch (kind)
        {
            case BROKEN_TRADE ->
            {
                out.header(ItchLayout.BROKEN_TRADE, symbol);
                yield ItchEncoder.brokenTrade(out.slab(), out.offset(), Math.max(1, out.lastMatch()));
            }
            case RETAIL_INTEREST -> out.write(new RetailInterest(stock, "BSAN".charAt(random.below(4))), symbol);
            case PARTICIPANT -> out.write(new ParticipantPosition(FeedWriter.MPID, stock, 'Y', 'N', 'A'), symbol);
            case SHORT_SALE -> out.write(new RegSho(stock, '1'), symbol);
            default -> throw new IllegalStateException("no such event: kind=" + kind);
        };
    }

    private void halt(final int symbol, final boolean byOperations)
    {
        if (haltCount == 0)
        {
            messagesToResume = HALT_MESSAGES;
        }
        halted[symbol] = true;
        haltedSymbols[haltCount] = symbol;
        operational[haltCount] = byOperations;
        haltCount++;
    }

    private void resumeOldest()
    {
        final int symbol = haltedSymbols[0];
        if (operational[0])
        {
            push(OPERATIONAL_RESUME, symbol);
        }
        else
        {
            push(HALT_IMBALANCE, symbol);
            push(HALT_CROSS, symbol);
            push(RESUME, symbol);
        }
        haltCount--;
        System.arraycopy(haltedSymbols, 1, haltedSymbols, 0, haltCount);
        System.arraycopy(operational, 1, operational, 0, haltCount);
        messagesToResume = HALT_MESSAGES;
    }

    private int action(final int symbol, final long stock, final char state, final int reason)
    {
        return out.write(new TradingAction(stock, state, ' ', reason), symbol);
    }

    private int operationalHalt(final int symbol, final long stock, final char action)
    {
        return out.write(new OperationalHalt(stock, 'Q', action), symbol);
    }

    private int collar(final int symbol, final long stock)
    {
        final int middleE4 = middleE4(symbol);
        final int widthE4 = COLLAR_TICKS * out.listing().tickE4(symbol);
        return out.write(new LuldCollar(stock, middleE4, middleE4 + widthE4, middleE4 - widthE4, 0), symbol);
    }

    private int imbalance(final int symbol, final long stock, final char crossType)
    {
        final int shares = LOT + random.below(LOT * LOT);
        final int priceE4 = middleE4(symbol);
        return out.write(
            new Imbalance(shares, shares / 4, 'S', stock, priceE4, priceE4, priceE4, crossType, 'L'), symbol);
    }

    private int middleE4(final int symbol)
    {
        return out.listing().priceE4(symbol, book.middle(symbol));
    }

    private void push(final int kind, final int symbol)
    {
        waiting[tail++ & WAITING - 1] = kind << KIND_SHIFT | symbol;
    }
}
