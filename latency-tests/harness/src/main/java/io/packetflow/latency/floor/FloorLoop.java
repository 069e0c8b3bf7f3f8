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
package io.packetflow.latency.floor;

import org.HdrHistogram.Histogram;

import io.packetflow.latency.load.Recording;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.pretrade.ExposureLedger;
import io.packetflow.risk.pretrade.InstrumentBoard;
import io.packetflow.risk.pretrade.PreTradeRisk;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.book.BookResult;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchOutboundLayout;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.OrderIntents;
import io.packetflow.trading.venue.OutboundQueue;
import io.packetflow.trading.venue.SimulatedVenue;

/**
 * Hot path. One thread, no framework: decode, book, strategy, checks, encode, and the venue's answers in order of
 * logical time. From the bytes in memory to the bytes in the output buffer.
 */
public final class FloorLoop implements AutoCloseable
{
    private static final int PREFIX_BYTES = 2;
    private static final int ACCOUNT = 0;
    private static final int OUTPUT_SLOTS = 64;
    private static final int SLOT_SHIFT = 6;
    private static final int WIRE_BYTES = 64;
    private static final long MAX_NANOS = 3_600_000_000_000L;

    private final Arena arena;
    private final OrderBooks books;
    private final ItchBookProcessor processor;
    private final SymbolDirectory directory = new SymbolDirectory();
    private final MarketStates states = new MarketStates();
    private final MarketMaker strategy;
    private final OrderIntents intents;
    private final PreTradeRisk risk;
    private final ExposureLedger ledger;
    private final InstrumentBoard board;
    private final boolean[] seen;
    private final FloorOrders orders = new FloorOrders();
    private final Slab output;
    private final OuchEncoder encoder;
    private final Slab wire;
    private final SimulatedVenue venue;
    private final OutboundQueue answers;
    private final OuchDecoder answer;
    private final Histogram latency = new Histogram(1, MAX_NANOS, 3);
    private final Histogram response = new Histogram(1, MAX_NANOS, 3);
    private long orderCount;
    private long nowNanos = Long.MIN_VALUE;

    /**
     * Makes a loop.
     *
     * @param config of the engine that it is compared with
     * @param hugePages whether tables ask for them
     */
    public FloorLoop(final TradingConfig config, final HugePages hugePages)
    {
        arena = new Arena(hugePages);
        books = new OrderBooks(config.expectedOrders(), config.expectedSymbols(), hugePages);
        processor = new ItchBookProcessor(books, directory, states);
        strategy = new MarketMaker(config.strategy(), arena);
        intents = strategy.intents();
        risk = new PreTradeRisk(arena, config.limits());
        ledger = risk.ledger();
        board = risk.board();
        seen = new boolean[config.symbols()];
        output = arena.allocate((long)OUTPUT_SLOTS << SLOT_SHIFT, WIRE_BYTES);
        encoder = new OuchEncoder(output, config.orderTerms());
        wire = output;
        venue = new SimulatedVenue(config.venue(), arena, wire);
        answers = venue.answers();
        answer = new OuchDecoder(answers.slab());
    }

    /**
     * Runs a recording.
     *
     * @param recording to run
     * @param passes how often
     * @param unstampedPasses at the start that leave no trace in the latencies
     * @param perSecond messages a second in an open loop, 0 for a closed loop, below 0 for one without stamps
     * @return nanoseconds that the messages that count took in all
     */
    public long run(final Recording recording, final int passes, final int unstampedPasses, final double perSecond)
    {
        final Slab slab = recording.slab();
        final long end = recording.length();
        final long skipped = Math.max(recording.measuredFrom(), unstampedPasses * recording.messages());
        final double gapNanos = perSecond > 0 ? 1e9 / perSecond : 0;
        long index = 0;
        long startNanos = System.nanoTime();
        for (int pass = 0; pass < passes; pass++)
        {
            final long offsetNanos = pass * recording.spanNanos();
            long position = 0;
            while (position < end)
            {
                if (index == skipped)
                {
                    startNanos = System.nanoTime();
                }
                final boolean counts = index >= skipped && perSecond >= 0;
                long plannedNanos = 0;
                long ingressNanos = 0;
                if (counts)
                {
                    ingressNanos = System.nanoTime();
                    if (gapNanos > 0)
                    {
                        plannedNanos = startNanos + (long)((index - skipped) * gapNanos);
                        while (ingressNanos < plannedNanos)
                        {
                            ingressNanos = System.nanoTime();
                        }
                    }
                }
                if (answer(ItchDecoder.timestampNanos(slab, position + PREFIX_BYTES) + offsetNanos) && counts)
                {
                    ingressNanos = System.nanoTime();
                }
                onMessage(slab, position + PREFIX_BYTES, offsetNanos, ingressNanos, plannedNanos);
                position += PREFIX_BYTES + slab.getShortBigEndian(position);
                index++;
            }
        }
        return System.nanoTime() - startNanos;
    }

    /** Takes the answers that come before a message; as in the engine, what precedes it is no part of its time. */
    private boolean answer(final long timeNanos)
    {
        boolean answered = false;
        while (answers.size() > 0 && answers.headTimeNanos() <= timeNanos)
        {
            onAnswer();
            answered = true;
        }
        return answered;
    }

    private void onMessage(
        final Slab slab, final long message, final long offsetNanos, final long ingressNanos, final long plannedNanos)
    {
        final long timeNanos = ItchDecoder.timestampNanos(slab, message) + offsetNanos;
        nowNanos = Math.max(nowNanos, timeNanos);
        final int type = ItchDecoder.type(slab, message);
        final int result = processor.apply(slab, message, type);
        final boolean state = type == ItchLayout.TRADING_ACTION || type == ItchLayout.OPERATIONAL_HALT;
        if (result == BookResult.INSIDE_CHANGED || state)
        {
            onInside(ItchDecoder.stockLocate(slab, message), state, ingressNanos, plannedNanos);
        }
    }

    private void onInside(
        final int locate, final boolean state, final long ingressNanos, final long plannedNanos)
    {
        final long bidE4 = books.bestBidPriceE4(locate);
        final long askE4 = books.bestAskPriceE4(locate);
        final int bidQuantity = (int)Math.min(books.bestBidQuantity(locate), Integer.MAX_VALUE);
        final int askQuantity = (int)Math.min(books.bestAskQuantity(locate), Integer.MAX_VALUE);
        final boolean tradable = states.isTrading(locate) && !states.isOperationallyHalted(locate);
        final int count =
            strategy.decide(strategy.onInside(locate, bidE4, bidQuantity, askE4, askQuantity, tradable));
        if (count > 0 || state)
        {
            reference(locate, bidE4, askE4, state, tradable);
        }
        final long first = orderCount;
        send(count);
        if (ingressNanos != 0 && orderCount != first)
        {
            final long egressNanos = System.nanoTime();
            latency.recordValue(egressNanos - ingressNanos);
            if (plannedNanos != 0)
            {
                response.recordValue(egressNanos - plannedNanos);
            }
        }
        venue.onInside(locate, bidE4, bidQuantity, askE4, askQuantity, tradable, nowNanos);
        deliver(first);
    }

    private void reference(
        final int locate, final long bidE4, final long askE4, final boolean state, final boolean tradable)
    {
        if (bidE4 > 0 && askE4 > 0)
        {
            board.referencePrice(locate, (bidE4 + askE4) >>> 1);
        }
        if (state || !seen[locate])
        {
            seen[locate] = true;
            board.tradingState(locate, tradable ? InstrumentBoard.OPEN : InstrumentBoard.HALTED);
        }
    }

    private void deliver(final long first)
    {
        for (long order = first; order < orderCount; order++)
        {
            final int slot = (int)(order & (OUTPUT_SLOTS - 1)) << SLOT_SHIFT;
            venue.onMessage(slot + Long.BYTES, (int)output.getLong(slot), nowNanos);
        }
    }

    /** Checks and encodes what the strategy wants; answers what was refused at once, a little later. */
    private void send(final int count)
    {
        final int locate = intents.locate();
        int refusedCount = 0;
        int refused = 0;
        for (int i = 0; i < count; i++)
        {
            if (!sendOne(i, locate))
            {
                refusedCount++;
                refused = intents.userRef(i);
            }
        }
        if (refusedCount > 0)
        {
            strategy.onRejected(refused);
        }
    }

    private boolean sendOne(final int index, final int locate)
    {
        final int userRef = intents.userRef(index);
        final long priceE4 = intents.priceE4(index);
        final int quantity = intents.quantity(index);
        final long slot = (orderCount & (OUTPUT_SLOTS - 1)) << SLOT_SHIFT;
        final long at = slot + Long.BYTES;
        final int length;
        switch (intents.action(index))
        {
            case OrderIntents.ENTER:
                final int side = intents.side(index) == 'B' ? Side.BUY : Side.SELL;
                if (risk.check().checkAndReserve(ACCOUNT, locate, side, priceE4, quantity, nowNanos) != 0)
                {
                    return false;
                }
                orders.enter(userRef, locate, side, priceE4, quantity);
                final long symbol = Long.reverseBytes(directory.symbolOf(locate));
                list(locate, symbol);
                length = encoder.enter(at, userRef, intents.side(index), quantity, symbol, priceE4);
                break;
            case OrderIntents.REPLACE:
                final int record = orders.of(intents.originalUserRef(index));
                if (risk.check().checkAndReserveReplace(ACCOUNT, locate, orders.side[record], priceE4, quantity,
                    orders.reservedPriceE4[record], orders.reservedQuantity[record], nowNanos) != 0)
                {
                    return false;
                }
                orders.replace(intents.originalUserRef(index), userRef, priceE4, quantity);
                length = encoder.replace(at, intents.originalUserRef(index), userRef, quantity, priceE4);
                break;
            default:
                length = encoder.cancel(at, userRef, 0);
                break;
        }
        output.putLong(slot, length);
        orderCount++;
        return true;
    }

    private final boolean[] listed = new boolean[OrderBooks.MAX_SYMBOLS];

    private void list(final int locate, final long symbol)
    {
        if (!listed[locate])
        {
            listed[locate] = true;
            venue.list(locate, symbol);
        }
    }

    private void onAnswer()
    {
        nowNanos = Math.max(nowNanos, answers.headTimeNanos());
        answer.wrap(answers.headOffset());
        final int count = strategy.decide(dispatch());
        answers.release();
        final long first = orderCount;
        send(count);
        deliver(first);
    }

    private int dispatch()
    {
        switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED:
                return strategy.onAccepted(answer.userRef());
            case OuchOutboundLayout.REPLACED:
                return onReplaced();
            case OuchOutboundLayout.CANCELED:
                settle(answer.canceledQuantity(), false);
                return strategy.onCanceled(answer.userRef(), answer.canceledQuantity());
            case OuchOutboundLayout.EXECUTED:
                settle(answer.executedQuantity(), true);
                return strategy.onExecuted(answer.userRef(), answer.executedQuantity(), answer.executedPriceE4());
            case OuchOutboundLayout.REJECTED:
                onRejected();
                return strategy.onRejected(answer.userRef());
            default:
                return MarketMaker.NOTHING;
        }
    }

    private int onReplaced()
    {
        final int record = orders.of(answer.replacedUserRef());
        ledger.onReplaced(ACCOUNT, orders.locate[record], orders.side[record], answer.replacedPriceE4(),
            answer.replacedQuantity(), orders.reservedPriceE4[record], orders.reservedQuantity[record]);
        orders.replaced(answer.replacedUserRef(), answer.replacedQuantity());
        return strategy.onReplaced(
            answer.replacedUserRef(), answer.replacedOriginalRef(), answer.replacedQuantity());
    }

    private void settle(final int quantity, final boolean filled)
    {
        final int record = orders.of(answer.userRef());
        final boolean ends = quantity >= orders.openQuantity[record];
        final int surplus = ends ? orders.reservedQuantity[record] - quantity : 0;
        if (surplus > 0)
        {
            ledger.onCancel(ACCOUNT, orders.locate[record], orders.side[record], orders.reservedPriceE4[record],
                surplus, false);
        }
        if (filled)
        {
            ledger.onFill(ACCOUNT, orders.locate[record], orders.side[record], orders.reservedPriceE4[record],
                quantity, ends);
        }
        else
        {
            ledger.onCancel(ACCOUNT, orders.locate[record], orders.side[record], orders.reservedPriceE4[record],
                quantity, ends);
        }
        orders.openQuantity[record] -= quantity;
        orders.reservedQuantity[record] -= quantity;
    }

    private void onRejected()
    {
        final int record = orders.of(answer.userRef());
        if (orders.liveRef[record] == answer.userRef())
        {
            ledger.release(ACCOUNT, orders.locate[record], orders.side[record], orders.reservedPriceE4[record],
                orders.reservedQuantity[record]);
            return;
        }
        ledger.onReplaced(ACCOUNT, orders.locate[record], orders.side[record], orders.livePriceE4[record],
            orders.openQuantity[record], orders.reservedPriceE4[record], orders.reservedQuantity[record]);
    }

    /** Returns the service times of the messages that caused an order. */
    public Histogram latency()
    {
        return latency;
    }

    /** Returns the response times from the planned send times; empty in a closed loop. */
    public Histogram response()
    {
        return response;
    }

    /** Returns how many orders, replaces and cancels were sent. */
    public long orderCount()
    {
        return orderCount;
    }

    @Override
    public void close()
    {
        books.close();
        arena.close();
    }
}
