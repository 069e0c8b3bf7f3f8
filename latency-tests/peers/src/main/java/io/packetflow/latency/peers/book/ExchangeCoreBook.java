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
package io.packetflow.latency.peers.book;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import exchange.core2.collections.objpool.ObjectsPool;
import exchange.core2.core.common.CoreSymbolSpecification;
import exchange.core2.core.common.L2MarketData;
import exchange.core2.core.common.MatcherEventType;
import exchange.core2.core.common.MatcherTradeEvent;
import exchange.core2.core.common.OrderAction;
import exchange.core2.core.common.OrderType;
import exchange.core2.core.common.SymbolType;
import exchange.core2.core.common.cmd.CommandResultCode;
import exchange.core2.core.common.cmd.OrderCommand;
import exchange.core2.core.common.cmd.OrderCommandType;
import exchange.core2.core.common.config.LoggingConfiguration;
import exchange.core2.core.orderbook.IOrderBook;
import exchange.core2.core.orderbook.OrderBookDirectImpl;
import exchange.core2.core.orderbook.OrderBookEventsHelper;

/**
 * Hot path. exchange-core's faster order book, called as its matching engine calls it: one command, its result and its
 * events, which are read. Its pool of objects has the sizes that exchange-core gives it.
 */
final class ExchangeCoreBook implements MeasuredBook
{
    private static final int SYMBOL = 1;
    private static final long USER = 1;
    private static final int KIBI = 1_024;

    private final OrderFlow flow;
    private final ObjectsPool pool = new ObjectsPool(Map.of(
        ObjectsPool.DIRECT_ORDER, KIBI * KIBI, ObjectsPool.DIRECT_BUCKET, 64 * KIBI,
        ObjectsPool.ART_NODE_4, 32 * KIBI, ObjectsPool.ART_NODE_16, 16 * KIBI,
        ObjectsPool.ART_NODE_48, 8 * KIBI, ObjectsPool.ART_NODE_256, 4 * KIBI));

    private final OrderCommand command = new OrderCommand();
    private IOrderBook book;
    private long executedQuantity;
    private long trades;

    ExchangeCoreBook(final OrderFlow flow)
    {
        this.flow = flow;
        clear();
    }

    @Override
    public void clear()
    {
        final CoreSymbolSpecification symbol = CoreSymbolSpecification.builder().symbolId(SYMBOL)
            .type(SymbolType.CURRENCY_EXCHANGE_PAIR).baseCurrency(1).quoteCurrency(2).baseScaleK(1).quoteScaleK(1)
            .build();
        book = new OrderBookDirectImpl(symbol, pool, OrderBookEventsHelper.NON_POOLED_EVENTS_HELPER,
            LoggingConfiguration.DEFAULT);
        executedQuantity = 0;
        trades = 0;
    }

    @Override
    public void apply(final int from, final int to)
    {
        for (int operation = from; operation < to; operation++)
        {
            fill(operation);
            IOrderBook.processCommand(book, command);
            readEvents();
        }
    }

    private void fill(final int operation)
    {
        command.symbol = SYMBOL;
        command.uid = USER;
        command.orderId = flow.reference(operation);
        command.matcherEvent = null;
        switch (flow.type(operation))
        {
            case OrderFlow.ADD -> fillOrder(operation);
            case OrderFlow.CANCEL -> command.command = OrderCommandType.CANCEL_ORDER;
            default ->
            {
                command.command = OrderCommandType.REDUCE_ORDER;
                command.size = 1;
            }
        }
    }

    private void fillOrder(final int operation)
    {
        command.command = OrderCommandType.PLACE_ORDER;
        // What the risk engine in front of the book says of an order that may go on.
        command.resultCode = CommandResultCode.VALID_FOR_MATCHING_ENGINE;
        command.orderType = OrderType.GTC;
        command.action = flow.isBuy(operation) ? OrderAction.BID : OrderAction.ASK;
        command.price = flow.price(operation);
        command.reserveBidPrice = command.price;
        command.size = flow.quantity(operation);
    }

    private void readEvents()
    {
        for (MatcherTradeEvent event = command.matcherEvent; event != null; event = event.nextEvent)
        {
            if (event.eventType == MatcherEventType.TRADE)
            {
                executedQuantity += event.size;
                trades++;
            }
        }
    }

    @Override
    public BookState state()
    {
        return state(book.getL2MarketDataSnapshot());
    }

    /** Reads exchange-core's own picture of a book. */
    static BookState state(final L2MarketData depth)
    {
        final List<BookState.Level> bids = new ArrayList<>();
        for (int level = 0; level < depth.bidSize; level++)
        {
            bids.add(new BookState.Level(depth.bidPrices[level], depth.bidVolumes[level], depth.bidOrders[level]));
        }
        final List<BookState.Level> asks = new ArrayList<>();
        for (int level = 0; level < depth.askSize; level++)
        {
            asks.add(new BookState.Level(depth.askPrices[level], depth.askVolumes[level], depth.askOrders[level]));
        }
        return new BookState(bids, asks);
    }

    @Override
    public long executedQuantity()
    {
        return executedQuantity;
    }

    @Override
    public long trades()
    {
        return trades;
    }

    @Override
    public void close()
    {
        // Heap memory closes itself.
    }
}
