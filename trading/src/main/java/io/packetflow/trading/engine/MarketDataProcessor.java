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

import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.PacketContext;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.BookResult;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;

/**
 * Hot path. DF:tr: turns a feed message into the new inside of its symbol. Stops the instance unless the inside or the
 * trading state changed. Fires on {@link TradingKinds#FEED}; the source has checked the message's type and length.
 */
public final class MarketDataProcessor implements PacketHandler
{
    /** Name of the packet. */
    public static final String NAME = "MarketDataProcessor";

    private final InstanceInput input;
    private final MarketArea market;
    private final ItchBookProcessor processor;
    private final OrderBooks books;
    private final SymbolDirectory directory;
    private final MarketStates states;

    /**
     * Makes the handler.
     *
     * @param context of one running molecule
     */
    public MarketDataProcessor(final PacketContext context)
    {
        this.input = context.input();
        this.market = context.area(NAME, MarketArea.class);
        this.processor = context.resource(TradingEngine.BOOKS, MarketBooks.class).processor();
        this.books = processor.books();
        this.directory = processor.directory();
        this.states = processor.states();
        context.count("orders live", books::liveOrderCount);
        context.count("crossed books seen", books::crossedCount);
        context.count("unknown order references", () -> books.refusals(BookResult.UNKNOWN_REFERENCE));
    }

    @Override
    public int onInstance()
    {
        final Slab slab = input.slab();
        final long message = input.offset();
        final int type = ItchDecoder.type(slab, message);
        final int result = processor.apply(slab, message, type);
        if (result == BookResult.INSIDE_CHANGED)
        {
            writeInside(ItchDecoder.stockLocate(slab, message), 0);
            return CONTINUE;
        }
        return changesState(type) ? onState(slab, message) : STOP;
    }

    private static boolean changesState(final int type)
    {
        return type == ItchLayout.TRADING_ACTION || type == ItchLayout.OPERATIONAL_HALT;
    }

    private int onState(final Slab slab, final long message)
    {
        writeInside(ItchDecoder.stockLocate(slab, message), MarketArea.STATE_CHANGED);
        return CONTINUE;
    }

    private void writeInside(final int locate, final int flags)
    {
        final boolean tradable = states.isTrading(locate) && !states.isOperationallyHalted(locate);
        final int marked = tradable ? flags | MarketArea.TRADABLE : flags;
        market.identify(locate, Long.reverseBytes(directory.symbolOf(locate)), marked);
        market.bid(books.bestBidPriceE4(locate), clamp(books.bestBidQuantity(locate)));
        market.ask(books.bestAskPriceE4(locate), clamp(books.bestAskQuantity(locate)));
    }

    /** The shares of a level have 63 bits; nobody downstream needs to tell two billion from more. */
    private static int clamp(final long quantity)
    {
        return (int)Math.min(quantity, Integer.MAX_VALUE);
    }

    @Override
    public long stateHash()
    {
        return MarketHash.of(books);
    }
}
