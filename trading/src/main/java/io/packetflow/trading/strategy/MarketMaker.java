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
package io.packetflow.trading.strategy;

import static io.packetflow.trading.strategy.MarketMakerLayout.ASK;
import static io.packetflow.trading.strategy.MarketMakerLayout.BID;
import static io.packetflow.trading.strategy.MarketMakerLayout.CANCELING;
import static io.packetflow.trading.strategy.MarketMakerLayout.CASH;
import static io.packetflow.trading.strategy.MarketMakerLayout.ENTERING;
import static io.packetflow.trading.strategy.MarketMakerLayout.IDLE;
import static io.packetflow.trading.strategy.MarketMakerLayout.INSIDE;
import static io.packetflow.trading.strategy.MarketMakerLayout.LEAVES;
import static io.packetflow.trading.strategy.MarketMakerLayout.LIVE_REF;
import static io.packetflow.trading.strategy.MarketMakerLayout.ORDERS;
import static io.packetflow.trading.strategy.MarketMakerLayout.ORDER_LENGTH;
import static io.packetflow.trading.strategy.MarketMakerLayout.POSITION;
import static io.packetflow.trading.strategy.MarketMakerLayout.PRICE;
import static io.packetflow.trading.strategy.MarketMakerLayout.REPLACING;
import static io.packetflow.trading.strategy.MarketMakerLayout.REQUESTED_PRICE;
import static io.packetflow.trading.strategy.MarketMakerLayout.REQUESTED_REF;
import static io.packetflow.trading.strategy.MarketMakerLayout.SIDES;
import static io.packetflow.trading.strategy.MarketMakerLayout.SKEW;
import static io.packetflow.trading.strategy.MarketMakerLayout.STATE;
import static io.packetflow.trading.strategy.MarketMakerLayout.WORKING;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. Quotes both sides of every symbol around the inside; owned by one thread.
 *
 * <p>For each symbol it wants a bid {@code edge + skew} ticks below the best bid and an ask {@code edge - skew} ticks
 * above the best ask, where the skew grows with the position, so that a long position buys lower and sells lower. A
 * quote never locks or crosses the other side. It wants nothing on a side where one more lot would lead beyond the
 * position limit, and nothing at all where the market is one-sided, locked, crossed or halted. It acts when the wanted
 * price differs from the working one by the hysteresis or more.
 *
 * <p>At most one request a side is under way; while one is, changes of the market are remembered and looked at when its
 * answer comes. Each event is told in two steps: a method named {@code on...} notes it and answers its <i>concern</i>
 * (the symbol, and which sides may have something to say now), and {@link #decide} turns that into at most two intents,
 * readable through {@link #intents()} until the next decision. So the decision, by far the largest part, stands once in
 * a caller's compiled code and not once an event.
 *
 * <p>userRefNums grow strictly from 1, with a gap now and then ({@code UserRefTable}). Answers to references that are
 * not live (late, or of another session) change nothing and are counted.
 *
 * <p>Assumptions: {@code 0 <= locate < symbols}; fills and answers come in the venue's order. Guarantees: nothing is
 * allocated after construction; the same calls give the same intents and the same {@link MarketMakerReport#stateHash}.
 */
public final class MarketMaker implements Stateful
{
    /** The concern of an event after which no side has anything to say. */
    public static final int NOTHING = 0;

    private static final int BOTH_SIDES = 3;
    private static final int CONCERN_SHIFT = 2;
    private static final int LINE_SHIFT = 6;
    private static final int LINE_ALIGNMENT = 128;
    // Two sides, each with a live and a requested reference.
    private static final int REFS_PER_SYMBOL = 4;

    private final Slab lines;
    private final UserRefTable refs;
    private final int symbols;
    private final int lotQuantity;
    private final int edgeTicks;
    private final int skewQuantity;
    private final int maxSkewTicks;
    private final int maxPosition;
    private final int hysteresisTicks;

    private OrderIntents intents;
    private long unknownRefs;
    private int quotedSides = BOTH_SIDES;

    /**
     * Creates a market maker without orders and positions.
     *
     * @param config what it shall do
     * @param arena that gives it its memory: 64 bytes a symbol and 64 a symbol for references, powers of two
     */
    public MarketMaker(final MarketMakerConfig config, final Arena arena)
    {
        this.symbols = config.symbols();
        this.lotQuantity = config.lotQuantity();
        this.edgeTicks = config.edgeTicks();
        this.skewQuantity = config.skewQuantity();
        this.maxSkewTicks = config.maxSkewTicks();
        this.maxPosition = config.maxPosition();
        this.hysteresisTicks = config.hysteresisTicks();
        this.lines = arena.allocate((long)symbols << LINE_SHIFT, LINE_ALIGNMENT);
        this.refs = new UserRefTable(arena, symbols * REFS_PER_SYMBOL);
        this.intents = new OrderIntents(arena.allocate(OrderIntents.LAYOUT.size(), LINE_ALIGNMENT));
        for (int locate = 0; locate < symbols; locate++)
        {
            lines.putByte(line(locate) + SIDES, (byte)BOTH_SIDES);
        }
    }

    /**
     * Tells the strategy the inside of a symbol.
     *
     * @param locate of the symbol
     * @param bidPriceE4 best bid, four decimals, 0 if there is none
     * @param bidQuantity shares there
     * @param askPriceE4 best ask, four decimals, 0 if there is none
     * @param askQuantity shares there
     * @param tradable whether the symbol is in continuous trading
     * @return its concern
     */
    public int onInside(
        final int locate,
        final long bidPriceE4,
        final int bidQuantity,
        final long askPriceE4,
        final int askQuantity,
        final boolean tradable)
    {
        // Each term is negative if its condition fails; the sign of them all decides without a branch.
        final long refusal = (bidPriceE4 - 1) | (askPriceE4 - bidPriceE4 - 1) | (bidQuantity - 1L) |
            (askQuantity - 1L) | (QuotePrices.MAX_PRICE - askPriceE4) | (tradable ? 0 : -1);
        final long inside = (bidPriceE4 << Integer.SIZE | askPriceE4) & ~(refusal >> (Long.SIZE - 1));
        final long line = line(locate);
        if (lines.getLong(line + INSIDE) == inside)
        {
            return concern(locate, 0);
        }
        lines.putLong(line + INSIDE, inside);
        return concern(locate, BOTH_SIDES);
    }

    /**
     * Tells the strategy that the venue accepted an order.
     *
     * @param userRef of the order
     * @return its concern
     */
    public int onAccepted(final int userRef)
    {
        final int slot = refs.find(userRef);
        if (slot < 0)
        {
            return ignored();
        }
        final long line = line(slot >> 1);
        if (state(line, slot) != ENTERING)
        {
            return ignored();
        }
        becomeLive(line, slot, userRef, lotQuantity);
        return concern(slot >> 1, 1 << (slot & 1));
    }

    /**
     * Tells the strategy that the venue replaced an order.
     *
     * @param userRef of the new order
     * @param originalUserRef of the order replaced
     * @param quantity open in the new order
     * @return its concern
     */
    public int onReplaced(final int userRef, final int originalUserRef, final int quantity)
    {
        final int slot = refs.find(userRef);
        if (slot < 0)
        {
            return ignored();
        }
        final long line = line(slot >> 1);
        final long order = order(line, slot);
        if (state(line, slot) != REPLACING || lines.getInt(order + REQUESTED_REF) != userRef ||
            lines.getInt(order + LIVE_REF) != originalUserRef)
        {
            return ignored();
        }
        refs.release(originalUserRef);
        becomeLive(line, slot, userRef, quantity);
        return concern(slot >> 1, 1 << (slot & 1));
    }

    /**
     * Tells the strategy that an order, or a part of it, was canceled.
     *
     * @param userRef of the order
     * @param quantity taken from it
     * @return its concern
     */
    public int onCanceled(final int userRef, final int quantity)
    {
        final int slot = refs.find(userRef);
        if (slot < 0)
        {
            return ignored();
        }
        final long line = line(slot >> 1);
        reduce(line, slot, userRef, quantity);
        return concern(slot >> 1, 1 << (slot & 1));
    }

    /**
     * Tells the strategy that an order traded.
     *
     * @param userRef of the order
     * @param quantity traded
     * @param priceE4 of the trade, four decimals
     * @return its concern: both sides may move, because the position did
     */
    public int onExecuted(final int userRef, final int quantity, final long priceE4)
    {
        final int slot = refs.find(userRef);
        if (slot < 0)
        {
            return ignored();
        }
        final long line = line(slot >> 1);
        final int sign = 1 - 2 * (slot & 1);
        final int position = lines.getInt(line + POSITION) + sign * quantity;
        lines.putInt(line + POSITION, position);
        lines.putLong(line + CASH, lines.getLong(line + CASH) - sign * priceE4 * quantity);
        final int skew = Math.max(-maxSkewTicks, Math.min(maxSkewTicks, position / skewQuantity));
        lines.putByte(line + SKEW, (byte)skew);
        final int mayBuy = position + lotQuantity <= maxPosition ? 1 : 0;
        final int maySell = position - lotQuantity >= -maxPosition ? 2 : 0;
        lines.putByte(line + SIDES, (byte)(mayBuy | maySell));
        reduce(line, slot, userRef, quantity);
        return concern(slot >> 1, BOTH_SIDES);
    }

    /**
     * Tells the strategy that a request was refused, by the venue or by the house's own checks on its way there. The
     * side rests until the inside or the position changes, so that a refusal is not answered by the same request; but
     * while nothing is to be quoted, an order that should have been replaced is one to cancel.
     *
     * @param userRef that an enter or replace asked for, or of the order whose cancel was refused
     * @return its concern, none while it quotes
     */
    public int onRejected(final int userRef)
    {
        final int slot = refs.find(userRef);
        if (slot < 0)
        {
            return ignored();
        }
        final long line = line(slot >> 1);
        final long order = order(line, slot);
        if (lines.getInt(order + REQUESTED_REF) == userRef)
        {
            refs.release(userRef);
            lines.putInt(order + REQUESTED_REF, 0);
            lines.putInt(order + REQUESTED_PRICE, 0);
            setState(line, slot, lines.getInt(order + LIVE_REF) == 0 ? IDLE : WORKING);
            return quotedSides == 0 ? concern(slot >> 1, 1 << (slot & 1)) : NOTHING;
        }
        else if (state(line, slot) == CANCELING)
        {
            setState(line, slot, WORKING);
        }
        return NOTHING;
    }

    /**
     * Sets whether it wants any orders. While it wants none it follows market and answers as ever, and cancels whatever
     * it is asked about ({@link #concernOf}, or an answer); afterwards a symbol is quoted again at its next change.
     *
     * @param value whether it quotes
     */
    public void quoting(final boolean value)
    {
        quotedSides = value ? BOTH_SIDES : 0;
    }

    /**
     * Returns the concern that both sides of a symbol are, whatever was seen of it last.
     *
     * @param locate of the symbol
     * @return its concern
     */
    public int concernOf(final int locate)
    {
        return concern(locate, BOTH_SIDES);
    }

    /**
     * Finds a symbol that has an order, or a request under way.
     *
     * @param from locate to begin with
     * @param end locate behind the last one to look at
     * @return the first one's locate, {@code end} if there is none
     */
    public int nextActive(final int from, final int end)
    {
        int locate = from;
        while (locate < end && lines.getByte(line(locate) + STATE + BID) == IDLE &&
            lines.getByte(line(locate) + STATE + ASK) == IDLE)
        {
            locate++;
        }
        return locate;
    }

    /**
     * Decides what is wanted now.
     *
     * @param concern that an event answered, or {@link #NOTHING}
     * @return number of intents, 0 to 2
     */
    public int decide(final int concern)
    {
        final int locate = concern >>> CONCERN_SHIFT;
        final long line = line(locate);
        int count = 0;
        // Price arithmetic is for sides that may act on it.
        for (int side = BID; side <= ASK; side++)
        {
            if ((concern >>> side & 1) != 0 && lines.getByte(line + STATE + side) <= WORKING)
            {
                count += want(locate << 1 | side, line, count);
            }
        }
        intents.head(locate, count);
        return count;
    }

    /** Returns what the last decision wants, readable until the next one. */
    public OrderIntents intents()
    {
        return intents;
    }

    /**
     * Makes the strategy write its intents elsewhere, such as into the area of its packet.
     *
     * @param target from now on
     */
    public void writeTo(final OrderIntents target)
    {
        this.intents = target;
    }

    /**
     * Returns the position in a symbol.
     *
     * @param locate of the symbol
     * @return shares, negative if short
     */
    public int position(final int locate)
    {
        return lines.getInt(line(locate) + POSITION);
    }

    /** Returns how many answers named a reference that is not live. */
    public long unknownRefs()
    {
        return unknownRefs;
    }

    /** Returns the last userRefNum given, 0 if none was. */
    public int lastUserRef()
    {
        return refs.last();
    }

    /**
     * Cold. Quotes, positions and references; intents are the caller's once a decision is made, and so is whether it
     * quotes.
     */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("symbols", symbols);
        state.slab("lines", lines);
        state.part("refs", refs);
        unknownRefs = state.int64("unknownRefs", unknownRefs);
    }

    /** Returns the number of symbols. */
    int symbols()
    {
        return symbols;
    }

    /** Returns the symbols' lines ({@link MarketMakerLayout}), for the cold reader. */
    Slab lines()
    {
        return lines;
    }

    /** Works out the price for a side, and asks for it if it is far enough from the working one. */
    private int want(final int slot, final long line, final int index)
    {
        final int wanted = wanted(slot & 1, line);
        final long order = order(line, slot);
        final int working = lines.getInt(order + PRICE);
        // No order and none wanted are both a price of 0: between that and a price the least difference counts.
        final int least = Math.min(wanted, working) == 0 ? 1 : hysteresisTicks * QuotePrices.tickAt(working);
        if (Math.abs(wanted - working) < least)
        {
            return 0;
        }
        request(slot, line, wanted, index);
        return 1;
    }

    private int wanted(final int side, final long line)
    {
        final long inside = lines.getLong(line + INSIDE);
        if (inside == 0 || ((lines.getByte(line + SIDES) & quotedSides) >>> side & 1) == 0)
        {
            return 0;
        }
        final int bidE4 = (int)(inside >>> Integer.SIZE);
        final int askE4 = (int)inside;
        final int skew = lines.getByte(line + SKEW);
        return side == BID ?
            QuotePrices.bid(bidE4, askE4, edgeTicks + skew) : QuotePrices.ask(bidE4, askE4, edgeTicks - skew);
    }

    private void request(final int slot, final long line, final int wanted, final int index)
    {
        final long order = order(line, slot);
        final int live = lines.getInt(order + LIVE_REF);
        final byte letter = (byte)((slot & 1) == BID ? 'B' : 'S');
        if (wanted == 0)
        {
            setState(line, slot, CANCELING);
            intents.put(index, OrderIntents.CANCEL, letter, 0, 0, live, live);
            return;
        }
        final int userRef = refs.give(slot);
        lines.putInt(order + REQUESTED_PRICE, wanted);
        lines.putInt(order + REQUESTED_REF, userRef);
        setState(line, slot, live == 0 ? ENTERING : REPLACING);
        intents.put(index, live == 0 ? OrderIntents.ENTER : OrderIntents.REPLACE, letter, wanted, lotQuantity, userRef,
            live);
    }

    private void becomeLive(final long line, final int slot, final int userRef, final int quantity)
    {
        final long order = order(line, slot);
        lines.putInt(order + PRICE, lines.getInt(order + REQUESTED_PRICE));
        lines.putInt(order + LEAVES, quantity);
        lines.putInt(order + LIVE_REF, userRef);
        lines.putInt(order + REQUESTED_PRICE, 0);
        lines.putInt(order + REQUESTED_REF, 0);
        setState(line, slot, WORKING);
    }

    private void reduce(final long line, final int slot, final int userRef, final int quantity)
    {
        final long order = order(line, slot);
        if (lines.getInt(order + LIVE_REF) != userRef)
        {
            return;
        }
        final int leaves = lines.getInt(order + LEAVES) - quantity;
        lines.putInt(order + LEAVES, leaves);
        if (leaves > 0)
        {
            return;
        }
        refs.release(userRef);
        lines.putInt(order + LEAVES, 0);
        lines.putInt(order + PRICE, 0);
        lines.putInt(order + LIVE_REF, 0);
        // A replace under way will find nothing to replace, and its refusal ends the side's request.
        if (state(line, slot) != REPLACING)
        {
            setState(line, slot, IDLE);
        }
    }

    private int ignored()
    {
        unknownRefs++;
        return NOTHING;
    }

    private static int concern(final int locate, final int sides)
    {
        return locate << CONCERN_SHIFT | sides;
    }

    private int state(final long line, final int slot)
    {
        return lines.getByte(line + STATE + (slot & 1));
    }

    private void setState(final long line, final int slot, final int state)
    {
        lines.putByte(line + STATE + (slot & 1), (byte)state);
    }

    private static long order(final long line, final int slot)
    {
        return line + ORDERS + (slot & 1L) * ORDER_LENGTH;
    }

    private static long line(final int locate)
    {
        return (long)locate << LINE_SHIFT;
    }
}
