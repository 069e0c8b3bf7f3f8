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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.gateway.ouch.OuchAppendage;
import io.packetflow.trading.gateway.ouch.OuchInboundLayout;
import io.packetflow.trading.gateway.ouch.OuchLengths;
import io.packetflow.trading.gateway.ouch.OuchVenueDecoder;
import io.packetflow.trading.gateway.ouch.OuchVenueEncoder;

/**
 * Hot path. A venue that answers OUCH 5.0 messages and fills orders against a public market that it only watches. One
 * thread; a function of the sequence of its inputs.
 *
 * <p><b>Fill rule.</b> Our orders are not in the public book, so the model asks what they would have met there. Of a
 * resting buy at price {@code p} (a sell is its mirror image):
 * <ul>
 * <li>reached: while the best ask is at or below {@code p}, each change of the inside trades a share of the quantity
 *     displayed there;
 * <li>traded through: when the best bid falls, but not to nothing, and {@code p} was at or above it, the level that
 *     vanished was canceled or traded; one in so many counts as traded, by a counter for each symbol and side, and a
 *     share of the quantity last displayed there trades.
 * </ul>
 * Both trade at {@code p}, first the best price, then the first come, at most the share in all. An order that is
 * marketable on arrival takes from the displayed quantity at its price, without the share, and the rest stays, unless
 * it is immediate-or-cancel; a post-only order is canceled instead. Nothing trades while the symbol is not tradable.
 *
 * <p><b>Time.</b> Each input carries logical time; every answer is due the configured latency after its cause. Time
 * that runs backwards is held, and counted.
 *
 * <p><b>Limits.</b> An input is refused as a whole, with {@link #REFUSED}, where its answers might not fit; a fill that
 * does not fit does not happen. Both are counted ({@link VenueCounters}); take answers out in time and neither occurs.
 *
 * <p>Simplifications: the quantity of a replace is what shall be open; answers repeat no appendages; codes of rejection
 * are this simulator's own ({@link RejectReason}).
 */
public final class SimulatedVenue implements Stateful
{
    /** Answer: the queue of answers is full, nothing was done; come again with the same message. */
    public static final int REFUSED = -1;
    /** Answer: not a whole message of a known type; counted. */
    public static final int MALFORMED = -2;

    private static final int MAX_PRICE = 2_000_000_000;
    private static final int MAX_QUANTITY = 1_000_000;
    private static final byte IMMEDIATE_OR_CANCEL = '3';
    private static final byte BY_USER = 'U';
    private static final byte BY_TIME_IN_FORCE = 'I';
    private static final byte BY_POST_ONLY = 'G';
    private static final byte ADDED_LIQUIDITY = 'A';
    private static final byte REMOVED_LIQUIDITY = 'R';
    private static final int PERCENT = 100;

    private final PublicInside inside;
    private final RestingOrders orders;
    private final SymbolTable symbols;
    private final OutboundQueue queue;
    private final VenueCounters counters = new VenueCounters();
    private final Slab inbound;
    private final OuchVenueDecoder request;
    private final OuchAppendage appendage;
    private final OuchVenueEncoder answer;
    private final int symbolCount;
    private final long latencyNanos;
    private final int sharePercent;
    private final int removalsPerTrade;
    private long nowNanos;
    private int lastUserRef;
    private long lastOrderRef;
    private long lastMatch;

    /**
     * Creates a venue without orders.
     *
     * @param config its size and manners
     * @param arena that gives it its memory
     * @param inbound memory in which the client's messages will lie
     */
    public SimulatedVenue(final SimulatedVenueConfig config, final Arena arena, final Slab inbound)
    {
        this.symbolCount = config.symbols();
        this.latencyNanos = config.latencyNanos();
        this.sharePercent = config.displayedSharePercent();
        this.removalsPerTrade = config.removalsPerTrade();
        this.inside = new PublicInside(arena, symbolCount);
        this.orders = new RestingOrders(arena, config.maxOrders());
        this.symbols = new SymbolTable(arena, symbolCount);
        this.queue = new OutboundQueue(arena, config.maxAnswers());
        this.inbound = inbound;
        this.request = new OuchVenueDecoder(inbound);
        this.appendage = new OuchAppendage(inbound);
        this.answer = new OuchVenueEncoder(queue.slab());
    }

    /**
     * Lists a symbol, as the feed's stock directory does.
     *
     * @param locate of the symbol, 0 to symbols - 1
     * @param symbol packed
     * @return whether the locate is in range and there was room
     */
    public boolean list(final int locate, final long symbol)
    {
        return locate >= 0 && locate < symbolCount && symbol != 0 && symbols.put(symbol, locate);
    }

    /** Returns the answers that wait. */
    public OutboundQueue answers()
    {
        return queue;
    }

    /** Returns what happened so far. */
    public VenueCounters counters()
    {
        return counters;
    }

    /** Returns how many orders rest. */
    public int restingOrders()
    {
        return orders.count();
    }

    /**
     * Tells the venue the inside of the public market.
     *
     * @param locate of the symbol, 0 to symbols - 1
     * @param bidPriceE4 best bid, four decimals, 0 if there is none
     * @param bidQuantity shares there
     * @param askPriceE4 best ask, four decimals, 0 if there is none
     * @param askQuantity shares there
     * @param tradable whether the symbol is in continuous trading
     * @param timeNanos logical time
     * @return number of answers that it caused
     */
    public int onInside(
        final int locate,
        final long bidPriceE4,
        final int bidQuantity,
        final long askPriceE4,
        final int askQuantity,
        final boolean tradable,
        final long timeNanos)
    {
        final int touched = inside.update(
            locate,
            bidPriceE4 > 0 && bidPriceE4 <= MAX_PRICE && bidQuantity > 0 ? (int)bidPriceE4 : PublicInside.NO_BID,
            bidQuantity,
            askPriceE4 > 0 && askPriceE4 <= MAX_PRICE && askQuantity > 0 ? (int)askPriceE4 : PublicInside.NO_ASK,
            askQuantity,
            tradable);
        return touched == 0 ? 0 : fillTouched(locate, touched, timeNanos);
    }

    /**
     * Gives the venue a message of the client.
     *
     * @param offset of its type byte in the inbound memory
     * @param length bytes that are there
     * @param timeNanos logical time
     * @return number of answers that it caused, {@link #REFUSED} or {@link #MALFORMED}
     */
    public int onMessage(final int offset, final int length, final long timeNanos)
    {
        if (OuchLengths.inbound(inbound, offset, length) < 0)
        {
            counters.malformedInputs++;
            return MALFORMED;
        }
        if (queue.room() < SimulatedVenueConfig.MIN_ANSWERS)
        {
            counters.refusedInputs++;
            return REFUSED;
        }
        advance(timeNanos);
        final int before = queue.size();
        request.wrap(offset);
        switch (request.type())
        {
            case OuchInboundLayout.ENTER -> enter();
            case OuchInboundLayout.REPLACE -> replace();
            case OuchInboundLayout.CANCEL -> cancel();
            case OuchInboundLayout.MODIFY -> modify();
            default -> queue.add(due(), 0, answer.accountAnswer(queue.tailOffset(), due(), lastUserRef + 1));
        }
        return queue.size() - before;
    }

    /** Cold. Market, orders, symbols, waiting answers and counts; the memory of the requests is bound anew. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("inside", inside);
        state.part("orders", orders);
        state.part("symbols", symbols);
        state.part("answers", queue);
        state.part("counters", counters);
        nowNanos = state.int64("nowNanos", nowNanos);
        lastUserRef = state.int32("lastUserRef", lastUserRef);
        lastOrderRef = state.int64("lastOrderRef", lastOrderRef);
        lastMatch = state.int64("lastMatch", lastMatch);
    }

    private void enter()
    {
        final int locate = symbols.find(request.symbol());
        final byte side = request.side();
        final int reason = refusal(request.userRef(), request.quantity(), request.priceE4());
        final int refusal = locate < 0 ? RejectReason.UNKNOWN_SYMBOL :
            side != 'B' && side != 'S' && side != 'T' && side != 'E' ? RejectReason.INVALID_SIDE :
            reason == 0 && orders.isFull() ? RejectReason.TOO_MANY_ORDERS : reason;
        if (refusal != 0)
        {
            reject(
                Math.max(0, locate), request.userRef(), refusal,
                request.clientOrderIdHead(), request.clientOrderIdTail());
            return;
        }
        lastUserRef = request.userRef();
        final int slot = orders.take(locate, side, request.capacityIsoCross(), request.symbol());
        orders.setTerms(slot, (int)request.priceE4(), request.quantity());
        counters.accepted++;
        queue.add(due(), locate, answer.accepted(queue.tailOffset(), due(), request, ++lastOrderRef));
        appendage.wrap(request.appendageOffset(), request.appendageLength());
        place(slot, request.userRef(), request.timeInForce());
    }

    private void replace()
    {
        final int slot = orders.find(request.replaceOriginalRef());
        final int reason =
            refusal(request.replaceUserRef(), request.replaceQuantity(), request.replacePriceE4());
        final int refusal = slot < 0 ? RejectReason.UNKNOWN_ORDER : reason;
        if (refusal != 0)
        {
            reject(
                slot < 0 ? 0 : orders.locate(slot), request.replaceUserRef(), refusal,
                request.replaceClientOrderIdHead(), request.replaceClientOrderIdTail());
            return;
        }
        lastUserRef = request.replaceUserRef();
        detach(slot);
        orders.setTerms(slot, (int)request.replacePriceE4(), request.replaceQuantity());
        counters.replaced++;
        queue.add(due(), orders.locate(slot), answer.replaced(
            queue.tailOffset(), due(), request,
            orders.side(slot), orders.symbol(slot), orders.flags(slot), ++lastOrderRef));
        appendage.wrap(request.replaceAppendageOffset(), request.replaceAppendageLength());
        place(slot, request.replaceUserRef(), request.replaceTimeInForce());
    }

    private void cancel()
    {
        final int slot = orders.find(request.userRef());
        final int remaining = request.cancelQuantity();
        if (slot < 0 || remaining < 0 || remaining >= orders.leaves(slot))
        {
            counters.ignoredInputs++;
            return;
        }
        final int quantity = orders.leaves(slot) - remaining;
        reportCancel(slot, request.userRef(), quantity, BY_USER);
        orders.setTerms(slot, orders.priceE4(slot), remaining);
        if (remaining == 0)
        {
            detach(slot);
            orders.giveBack(slot);
        }
    }

    private void modify()
    {
        final int slot = orders.find(request.userRef());
        final int quantity = request.quantity();
        if (slot < 0 || quantity <= 0 || quantity > orders.leaves(slot) ||
            request.side() == 'B' != orders.isBuy(slot))
        {
            counters.ignoredInputs++;
            return;
        }
        orders.setTerms(slot, orders.priceE4(slot), quantity);
        orders.setSide(slot, request.side());
        queue.add(due(), orders.locate(slot), answer.modified(
            queue.tailOffset(), due(), request.userRef(), request.side(), quantity));
    }

    private int refusal(final int userRef, final int quantity, final long priceE4)
    {
        if (Integer.compareUnsigned(userRef, lastUserRef) <= 0)
        {
            return RejectReason.REFERENCE_NOT_GROWING;
        }
        if (quantity <= 0 || quantity >= MAX_QUANTITY)
        {
            return RejectReason.INVALID_QUANTITY;
        }
        return priceE4 <= 0 || priceE4 > MAX_PRICE ? RejectReason.INVALID_PRICE : 0;
    }

    /** Trades what is marketable of an order that is in no list, and lets the rest stay or go. */
    private void place(final int slot, final int userRef, final byte timeInForce)
    {
        final int locate = orders.locate(slot);
        final boolean buy = orders.isBuy(slot);
        final int displayed = inside.marketableQuantity(locate, buy, orders.priceE4(slot));
        if (displayed > 0)
        {
            if (isPostOnly())
            {
                reportCancel(slot, userRef, orders.leaves(slot), BY_POST_ONLY);
                orders.giveBack(slot);
                return;
            }
            final int quantity = Math.min(displayed, orders.leaves(slot));
            inside.take(locate, buy, quantity);
            execute(slot, userRef, quantity, inside.oppositePrice(locate, buy), REMOVED_LIQUIDITY);
        }
        final int leaves = orders.leaves(slot);
        if (leaves > 0 && timeInForce == IMMEDIATE_OR_CANCEL)
        {
            reportCancel(slot, userRef, leaves, BY_TIME_IN_FORCE);
        }
        if (leaves == 0 || timeInForce == IMMEDIATE_OR_CANCEL)
        {
            orders.giveBack(slot);
            return;
        }
        orders.name(slot, userRef, lastOrderRef);
        setHead(locate, buy, orders.insert(inside.head(locate, buy), slot));
    }

    private boolean isPostOnly()
    {
        return appendage.find(OuchAppendage.POST_ONLY) && appendage.valueLength() == 1 && appendage.value() == 'P';
    }

    private int fillTouched(final int locate, final int touched, final long timeNanos)
    {
        advance(timeNanos);
        final int before = queue.size();
        if ((touched & PublicInside.BUY_REACHED) != 0)
        {
            fill(locate, true, inside.askPrice(locate), inside.askQuantity(locate));
        }
        else if ((touched & PublicInside.BUY_THROUGH) != 0 && inside.countRemoval(locate, true) % removalsPerTrade == 0)
        {
            fill(locate, true, inside.previousBidPrice(locate), inside.previousBidQuantity(locate));
        }
        if ((touched & PublicInside.SELL_REACHED) != 0)
        {
            fill(locate, false, inside.bidPrice(locate), inside.bidQuantity(locate));
        }
        else if ((touched & PublicInside.SELL_THROUGH) != 0 &&
            inside.countRemoval(locate, false) % removalsPerTrade == 0)
        {
            fill(locate, false, inside.previousAskPrice(locate), inside.previousAskQuantity(locate));
        }
        return queue.size() - before;
    }

    /** Fills the orders of a side that are at a price or better, best first, up to the share of a quantity. */
    private void fill(final int locate, final boolean buy, final int priceE4, final int displayed)
    {
        int available = (int)Math.max(1, (long)displayed * sharePercent / PERCENT);
        int slot = inside.head(locate, buy);
        while (slot != RestingOrders.NONE && available > 0 &&
            (buy ? orders.priceE4(slot) >= priceE4 : orders.priceE4(slot) <= priceE4))
        {
            if (queue.room() == 0)
            {
                counters.suppressedFills++;
                return;
            }
            final int next = orders.next(slot);
            final int quantity = Math.min(available, orders.leaves(slot));
            available -= quantity;
            execute(slot, orders.userRef(slot), quantity, orders.priceE4(slot), ADDED_LIQUIDITY);
            if (orders.leaves(slot) == 0)
            {
                detach(slot);
                orders.giveBack(slot);
            }
            slot = next;
        }
    }

    private void execute(
        final int slot, final int userRef, final int quantity, final int priceE4, final byte liquidity)
    {
        orders.setTerms(slot, orders.priceE4(slot), orders.leaves(slot) - quantity);
        counters.fills++;
        counters.filledQuantity += quantity;
        queue.add(due(), orders.locate(slot), answer.executed(
            queue.tailOffset(), due(), userRef, quantity, priceE4, liquidity, ++lastMatch));
    }

    private void reportCancel(final int slot, final int userRef, final int quantity, final byte reason)
    {
        counters.canceled++;
        queue.add(due(), orders.locate(slot), answer.canceled(
            queue.tailOffset(), due(), userRef, quantity, reason));
    }

    private void reject(
        final int locate, final int userRef, final int reason, final long clientIdHead, final long clientIdTail)
    {
        counters.rejected++;
        queue.add(due(), locate, answer.rejected(
            queue.tailOffset(), due(), userRef, reason, clientIdHead, clientIdTail));
    }

    /** Takes a resting order out of its list and out of the directory; its slot keeps its fields. */
    private void detach(final int slot)
    {
        final int locate = orders.locate(slot);
        final boolean buy = orders.isBuy(slot);
        orders.unname(slot);
        setHead(locate, buy, orders.unlink(inside.head(locate, buy), slot));
    }

    private void setHead(final int locate, final boolean buy, final int head)
    {
        inside.setHead(locate, buy, head, head == RestingOrders.NONE ? 0 : orders.priceE4(head));
    }

    private void advance(final long timeNanos)
    {
        counters.timeReversals += timeNanos < nowNanos ? 1 : 0;
        nowNanos = Math.max(nowNanos, timeNanos);
    }

    private long due()
    {
        return nowNanos + latencyNanos;
    }
}
