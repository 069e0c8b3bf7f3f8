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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
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
 * Hot path. The work of the TradingEngine in plain calls: decode, book, strategy, checks, encode, and the answers of
 * the venue and of the checks in order of logical time. One thread, no slots, no plan, no reactor.
 *
 * <p>It sends the same orders as the engine, byte for byte; what it leaves out is what no order waits for (the
 * compliance trail, counters, the hash of the output).
 */
final class FloorTrader implements AutoCloseable
{
    private static final int OUTPUT_SLOTS = 64;
    private static final int SLOT_SHIFT = 6;
    private static final int MESSAGE = Long.BYTES;
    private static final int ALIGNMENT = 128;

    private final Arena arena;
    private final OrderBooks books;
    private final ItchBookProcessor processor;
    private final SymbolDirectory directory = new SymbolDirectory();
    private final MarketStates states = new MarketStates();
    private final MarketMaker strategy;
    private final OrderIntents intents;
    private final FloorRisk risk;
    private final FloorRefusals refusals = new FloorRefusals();
    private final long refusalDelayNanos;
    private final Slab output;
    private final OuchEncoder encoder;
    private final SimulatedVenue venue;
    private final OutboundQueue answers;
    private final OuchDecoder answer;
    private final boolean[] listed;
    private final FloorLatency latency;
    private final OrderStreamHash hash;
    private long orderCount;
    private long nowNanos = Long.MIN_VALUE;

    /**
     * Makes the tables.
     *
     * @param config of the engine that it is compared with
     * @param hugePages whether tables ask for them
     * @param latency that takes the durations
     * @param hash that takes every order message, null while time matters
     */
    FloorTrader(
        final TradingConfig config,
        final HugePages hugePages,
        final FloorLatency latency,
        final OrderStreamHash hash)
    {
        this.arena = new Arena(hugePages);
        this.books = new OrderBooks(config.expectedOrders(), config.expectedSymbols(), hugePages);
        this.processor = new ItchBookProcessor(books, directory, states);
        this.strategy = new MarketMaker(config.strategy(), arena);
        this.intents = strategy.intents();
        this.risk = new FloorRisk(config, arena);
        this.refusalDelayNanos = config.emissionDelayNanos();
        this.output = arena.allocate((long)OUTPUT_SLOTS << SLOT_SHIFT, ALIGNMENT);
        this.encoder = new OuchEncoder(output, config.orderTerms());
        this.venue = new SimulatedVenue(config.venue(), arena, output);
        this.answers = venue.answers();
        this.answer = new OuchDecoder(answers.slab());
        this.listed = new boolean[config.symbols()];
        this.latency = latency;
        this.hash = hash;
    }

    /**
     * Takes all answers that come before a time; as in the engine, what precedes a message is no part of its time.
     *
     * @param timeNanos logical time of the next message
     * @return whether there was one
     */
    boolean answerUntil(final long timeNanos)
    {
        boolean answered = false;
        while (isDue(timeNanos))
        {
            answerNext();
            answered = true;
        }
        return answered;
    }

    /** Takes the next answer, whatever its time, because nothing else is there to be done. */
    void answerIdly()
    {
        if (isDue(Long.MAX_VALUE - 1))
        {
            answerNext();
        }
    }

    private boolean isDue(final long timeNanos)
    {
        return answers.isDue(timeNanos) || refusals.headNanos() <= timeNanos;
    }

    private void answerNext()
    {
        if (answers.size() == 0 || refusals.headNanos() <= answers.headTimeNanos())
        {
            nowNanos = Math.max(nowNanos, refusals.headNanos());
            strategy.decide(strategy.onRejected(refusals.take()));
        }
        else
        {
            onAnswer();
        }
    }

    /**
     * Processes a message.
     *
     * @param slab that holds it
     * @param message offset of its type byte
     * @param timeNanos its logical time
     * @param ingressNanos when its first byte was seen, 0 if it is not timed
     * @param plannedNanos when it was meant to be sent, 0 if there is no plan
     */
    void onMessage(
        final Slab slab, final long message, final long timeNanos, final long ingressNanos, final long plannedNanos)
    {
        nowNanos = Math.max(nowNanos, timeNanos);
        final int type = ItchDecoder.type(slab, message);
        final int result = processor.apply(slab, message, type);
        if (result == BookResult.INSIDE_CHANGED)
        {
            onInside(ItchDecoder.stockLocate(slab, message), false, ingressNanos, plannedNanos);
        }
        else if (type == ItchLayout.TRADING_ACTION || type == ItchLayout.OPERATIONAL_HALT)
        {
            onInside(ItchDecoder.stockLocate(slab, message), true, ingressNanos, plannedNanos);
        }
    }

    private void onInside(
        final int locate, final boolean stateChanged, final long ingressNanos, final long plannedNanos)
    {
        final long bidE4 = books.bestBidPriceE4(locate);
        final long askE4 = books.bestAskPriceE4(locate);
        final int bidQuantity = (int)Math.min(books.bestBidQuantity(locate), Integer.MAX_VALUE);
        final int askQuantity = (int)Math.min(books.bestAskQuantity(locate), Integer.MAX_VALUE);
        final boolean tradable = states.isTrading(locate) && !states.isOperationallyHalted(locate);
        final int count =
            strategy.decide(strategy.onInside(locate, bidE4, bidQuantity, askE4, askQuantity, tradable));
        final long first = orderCount;
        if (count > 0 || stateChanged)
        {
            risk.onInside(locate, bidE4, askE4, stateChanged, tradable);
            send(count);
            if (ingressNanos != 0 && orderCount != first)
            {
                latency.record(ingressNanos, plannedNanos, System.nanoTime());
            }
        }
        venue.onInside(locate, bidE4, bidQuantity, askE4, askQuantity, tradable, nowNanos);
        if (orderCount != first)
        {
            deliver(locate, first);
        }
    }

    /** Checks and encodes what the strategy wants; what is refused comes back a little later. */
    private void send(final int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (!sendOne(i, intents.locate()))
            {
                refusals.add(intents.userRef(i), nowNanos + refusalDelayNanos);
            }
        }
    }

    private boolean sendOne(final int index, final int locate)
    {
        final int userRef = intents.userRef(index);
        final long priceE4 = intents.priceE4(index);
        final int quantity = intents.quantity(index);
        final long slot = slotOf(orderCount);
        final int length;
        switch (intents.action(index))
        {
            case OrderIntents.ENTER:
                if (!risk.enter(
                    locate, FloorRisk.side(intents.side(index)), userRef, priceE4, quantity, nowNanos))
                {
                    return false;
                }
                length = encoder.enter(
                    slot + MESSAGE, userRef, intents.side(index), quantity, symbolOf(locate), priceE4);
                break;
            case OrderIntents.REPLACE:
                final int original = intents.originalUserRef(index);
                if (!risk.replace(locate, original, userRef, priceE4, quantity, nowNanos))
                {
                    return false;
                }
                length = encoder.replace(slot + MESSAGE, original, userRef, quantity, priceE4);
                break;
            default:
                length = encoder.cancel(slot + MESSAGE, userRef, 0);
                break;
        }
        output.putLong(slot, length);
        orderCount++;
        return true;
    }

    /** Gives the venue what was sent since an order. */
    private void deliver(final int locate, final long first)
    {
        if (!listed[locate])
        {
            listed[locate] = true;
            venue.list(locate, symbolOf(locate));
        }
        for (long order = first; order < orderCount; order++)
        {
            final int slot = slotOf(order);
            final int length = (int)output.getLong(slot);
            venue.onMessage(slot + MESSAGE, length, nowNanos);
            if (hash != null)
            {
                hash.add(output, slot + (long)MESSAGE, length);
            }
        }
    }

    private void onAnswer()
    {
        nowNanos = Math.max(nowNanos, answers.headTimeNanos());
        answer.wrap(answers.headOffset());
        final int count = strategy.decide(concern());
        risk.onAnswer(answers.headLocate(), answer);
        answers.release();
        final long first = orderCount;
        send(count);
        if (orderCount != first)
        {
            deliver(intents.locate(), first);
        }
    }

    private int concern()
    {
        return switch (answer.type())
        {
            case OuchOutboundLayout.ACCEPTED -> strategy.onAccepted(answer.userRef());
            case OuchOutboundLayout.REPLACED -> strategy.onReplaced(
                answer.replacedUserRef(), answer.replacedOriginalRef(), answer.replacedQuantity());
            case OuchOutboundLayout.CANCELED ->
                strategy.onCanceled(answer.userRef(), answer.canceledQuantity());
            case OuchOutboundLayout.EXECUTED -> strategy.onExecuted(
                answer.userRef(), answer.executedQuantity(), answer.executedPriceE4());
            case OuchOutboundLayout.REJECTED -> strategy.onRejected(answer.userRef());
            default -> MarketMaker.NOTHING;
        };
    }

    private long symbolOf(final int locate)
    {
        return Long.reverseBytes(directory.symbolOf(locate));
    }

    private static int slotOf(final long order)
    {
        return (int)(order & (OUTPUT_SLOTS - 1)) << SLOT_SHIFT;
    }

    /** Returns how many order messages were sent. */
    long orderCount()
    {
        return orderCount;
    }

    /** Returns a hash of exposures and positions, as the engine's RiskManager has it. */
    long riskStateHash()
    {
        return risk.stateHash();
    }

    @Override
    public void close()
    {
        books.close();
        arena.close();
    }
}
