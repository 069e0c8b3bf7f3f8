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
package io.packetflow.trading.book;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.feed.itch.ItchAdminMessage;
import io.packetflow.trading.feed.itch.LuldCollar;
import io.packetflow.trading.feed.itch.OperationalHalt;
import io.packetflow.trading.feed.itch.SystemEvent;
import io.packetflow.trading.feed.itch.TradingAction;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;

/**
 * Hot path. Applies ITCH messages to the books and to what is known of symbols. Single thread: the owner of the books.
 *
 * <p>A F E C X D U change the books; R the directory; H J h S the market states. P and Q never touch the displayed
 * book, nor does any other type. A U keeps the side and the symbol of the order that it replaces; one of an unknown
 * order cannot be applied, since its side is unknown.
 *
 * <p>The caller has checked that the message has the length of its type
 * ({@link io.packetflow.trading.feed.itch.ItchChecks}).
 */
public final class ItchBookProcessor implements Stateful
{
    private static final int SIDE_DISTANCE = 'S' - 'B';

    private final OrderBooks books;
    private final SymbolDirectory directory;
    private final MarketStates states;

    /**
     * Binds a processor to what it writes.
     *
     * @param books of all symbols
     * @param directory of symbols and locates
     * @param states of the symbols
     */
    public ItchBookProcessor(final OrderBooks books, final SymbolDirectory directory, final MarketStates states)
    {
        this.books = books;
        this.directory = directory;
        this.states = states;
    }

    /**
     * Applies one message.
     *
     * @param slab that holds it
     * @param offset of its type byte
     * @param type of the message ({@link ItchDecoder#type})
     * @return {@link BookResult}: whether the inside of its symbol ({@link ItchDecoder#stockLocate}) changed, or why
     * the books refused it
     */
    public int apply(final Slab slab, final long offset, final int type)
    {
        return switch (type)
        {
            case ItchLayout.ADD_ORDER, ItchLayout.ADD_ORDER_MPID -> add(slab, offset);
            case ItchLayout.ORDER_DELETE -> books.delete(
                ItchDecoder.stockLocate(slab, offset),
                ItchDecoder.orderReference(slab, offset));
            case ItchLayout.ORDER_EXECUTED, ItchLayout.ORDER_EXECUTED_PRICE, ItchLayout.ORDER_CANCEL -> books.reduce(
                ItchDecoder.stockLocate(slab, offset),
                ItchDecoder.orderReference(slab, offset),
                ItchDecoder.reducedShares(slab, offset));
            case ItchLayout.ORDER_REPLACE -> books.replace(
                ItchDecoder.stockLocate(slab, offset),
                ItchDecoder.orderReference(slab, offset),
                ItchDecoder.newOrderReference(slab, offset),
                ItchDecoder.replacedShares(slab, offset),
                ItchDecoder.replacedPriceE4(slab, offset));
            default -> applyAdmin(slab, offset, type);
        };
    }

    /** Returns the books. */
    public OrderBooks books()
    {
        return books;
    }

    /** Returns the directory of symbols. */
    public SymbolDirectory directory()
    {
        return directory;
    }

    /** Returns the market states. */
    public MarketStates states()
    {
        return states;
    }

    /** Cold. All that it writes. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("books", books);
        state.part("directory", directory);
        state.part("states", states);
    }

    private int add(final Slab slab, final long offset)
    {
        // 'B' is even, 'S' is odd. Sides come in no order, so a branch on them would be mispredicted half the time;
        // the one on validity never is.
        final int letter = ItchDecoder.side(slab, offset);
        final int side = letter & 1;
        if (letter != 'B' + side * SIDE_DISTANCE)
        {
            return books.refuse(BookResult.BAD_SIDE);
        }
        return books.add(
            ItchDecoder.stockLocate(slab, offset),
            ItchDecoder.orderReference(slab, offset),
            side,
            ItchDecoder.shares(slab, offset),
            ItchDecoder.priceE4(slab, offset));
    }

    private int applyAdmin(final Slab slab, final long offset, final int type)
    {
        final int locate = ItchDecoder.stockLocate(slab, offset);
        switch (type)
        {
            case ItchLayout.STOCK_DIRECTORY ->
                directory.put(locate, slab.getLongBigEndian(offset + ItchAdminMessage.STOCK));
            case ItchLayout.TRADING_ACTION ->
                states.tradingState(locate, slab.getByte(offset + TradingAction.STATE));
            case ItchLayout.LULD_COLLAR -> states.collar(
                locate,
                ItchDecoder.unsignedInt(slab, offset + LuldCollar.REFERENCE_PRICE),
                ItchDecoder.unsignedInt(slab, offset + LuldCollar.LOWER_PRICE),
                ItchDecoder.unsignedInt(slab, offset + LuldCollar.UPPER_PRICE));
            case ItchLayout.OPERATIONAL_HALT -> operationalHalt(slab, offset, locate);
            case ItchLayout.SYSTEM_EVENT -> states.systemEvent(slab.getByte(offset + SystemEvent.EVENT));
            default ->
            {
                // The other types concern neither books nor states.
            }
        }
        return BookResult.UNCHANGED;
    }

    private void operationalHalt(final Slab slab, final long offset, final int locate)
    {
        // The other market codes are Nasdaq BX and PSX, whose halts do not stop trading on Nasdaq.
        if (slab.getByte(offset + OperationalHalt.MARKET) == 'Q')
        {
            states.operationalHalt(locate, slab.getByte(offset + OperationalHalt.ACTION) == 'H');
        }
    }
}
