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
import io.packetflow.trading.feed.itch.MwcbLevels;
import io.packetflow.trading.feed.itch.RegSho;
import io.packetflow.trading.feed.itch.StockDirectory;
import io.packetflow.trading.feed.itch.SystemEvent;
import io.packetflow.trading.feed.itch.TradingAction;

/**
 * Cold path. What every day says before and after the continuous market, message by message: the start with the
 * directory, the opening with its crosses, the end with the closing crosses.
 */
final class DayScript
{
    private static final int MOST_CROSSES = 10;
    private static final int DIRECTORY_MESSAGES = 3;
    private static final long INDEX_E8 = 322_500_000_000L;
    private static final long PERCENT = 100;
    private static final int CROSS_LOTS = 50;
    private static final int LOT = 100;

    private final FeedWriter out;
    private final GeneratedBook book;
    private final int crosses;

    DayScript(final FeedWriter out, final GeneratedBook book)
    {
        this.out = out;
        this.book = book;
        this.crosses = Math.min(out.listing().count(), MOST_CROSSES);
    }

    /** Returns the messages of the start: S O, V, then R, H and Y for each stock, S S. */
    int startCount()
    {
        return 3 + DIRECTORY_MESSAGES * out.listing().count();
    }

    /** Returns the messages of the opening: S Q, then I and Q for each of the busiest stocks. */
    int openCount()
    {
        return 1 + 2 * crosses;
    }

    /** Returns the messages of the end: I and Q for each of the busiest stocks, S M, S E, S C. */
    int endCount()
    {
        return 3 + 2 * crosses;
    }

    int writeStart(final int index)
    {
        if (index == 0)
        {
            return event('O');
        }
        if (index == 1)
        {
            return out.writeForMarket(new MwcbLevels(
                INDEX_E8 / PERCENT * 93, INDEX_E8 / PERCENT * 87, INDEX_E8 / PERCENT * 80));
        }
        if (index == startCount() - 1)
        {
            return event('S');
        }
        final int symbol = (index - 2) / DIRECTORY_MESSAGES;
        final long stock = out.listing().symbol(symbol);
        return switch ((index - 2) % DIRECTORY_MESSAGES)
        {
            case 0 -> out.write(directory(stock), symbol);
            case 1 -> out.write(new TradingAction(stock, 'T', ' ', RareEvents.NO_REASON), symbol);
            default -> out.write(new RegSho(stock, '0'), symbol);
        };
    }

    int writeOpen(final int index)
    {
        return index == 0 ? event('Q') : cross(index - 1, 'O');
    }

    int writeEnd(final int index)
    {
        if (index < 2 * crosses)
        {
            return cross(index, 'C');
        }
        return event("MEC".charAt(index - 2 * crosses));
    }

    private int event(final char event)
    {
        return out.writeForMarket(new SystemEvent(event));
    }

    private int cross(final int index, final char crossType)
    {
        final int symbol = out.listing().ranked(index / 2);
        final int shares = LOT * (CROSS_LOTS + index);
        final int priceE4 = out.listing().priceE4(symbol, book.middle(symbol));
        final long stock = out.listing().symbol(symbol);
        if (index % 2 == 0)
        {
            return out.write(
                new Imbalance(shares, LOT, 'B', stock, priceE4, priceE4, priceE4, crossType, 'L'), symbol);
        }
        out.header(ItchLayout.CROSS_TRADE, symbol);
        return ItchEncoder.crossTrade(
            out.slab(), out.offset(), shares, stock, priceE4, out.nextMatch(), crossType);
    }

    private static StockDirectory directory(final long stock)
    {
        // A common stock of the Global Select Market, live, tier 1, no exchange-traded product.
        return new StockDirectory(stock, 'Q', 'N', LOT, 'N', 'C', 'Z' << 8 | ' ', 'P', 'N', 'N', '1', 'N', 0, 'N');
    }
}
