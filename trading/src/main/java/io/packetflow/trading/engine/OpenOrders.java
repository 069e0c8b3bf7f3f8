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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. The orders that RiskManager has reserved exposure for, by userRefNum. Single owner: RiskManager's node.
 *
 * <pre>
 *   0  livePriceE4      8   of the order that stands at the venue, or is on its way there
 *   8  pendingPriceE4   8   of the replace that is under way, if any
 *  16  reservedPriceE4  8   larger of the two
 *  24  liveRef          4
 *  28  pendingRef       4   0: no replace is under way
 *  32  openQuantity     4
 *  36  pendingQuantity  4
 *  40  reservedQuantity 4   larger of the two
 *  44  locate           4
 *  48  side             4   of io.packetflow.risk.pretrade.Side
 *  52  nextFree         4   index of the next free record + 1, while this one is free
 *  56  padding
 * </pre>
 */
final class OpenOrders implements Stateful
{
    static final int NONE = -1;

    private static final int RECORD_SHIFT = 6;
    private static final int LIVE_PRICE = 0;
    private static final int PENDING_PRICE = 8;
    private static final int RESERVED_PRICE = 16;
    private static final int LIVE_REF = 24;
    private static final int PENDING_REF = 28;
    private static final int OPEN_QUANTITY = 32;
    private static final int PENDING_QUANTITY = 36;
    private static final int RESERVED_QUANTITY = 40;
    private static final int LOCATE = 44;
    private static final int SIDE = 48;
    private static final int NEXT_FREE = 52;
    private static final int ALIGNMENT = 64;

    private final Slab records;
    private final RefIndex byRef;
    private final int capacity;
    private int firstFree;
    private int unused;

    OpenOrders(final Arena arena, final int capacity)
    {
        this.capacity = capacity;
        this.records = arena.allocate((long)capacity << RECORD_SHIFT, ALIGNMENT);
        this.byRef = new RefIndex(arena, capacity);
    }

    /** Returns the record of a userRefNum, or {@link #NONE}. */
    int find(final int userRef)
    {
        return byRef.find(userRef);
    }

    /** Adds an order that stands for itself; answers its record, or {@link #NONE} where the table is full. */
    int add(final int userRef, final int locate, final int side, final long priceE4, final int quantity)
    {
        final int record = take();
        if (record == NONE)
        {
            return NONE;
        }
        final long at = at(record);
        records.putLong(at + LIVE_PRICE, priceE4);
        records.putInt(at + LIVE_REF, userRef);
        records.putInt(at + PENDING_REF, 0);
        records.putInt(at + OPEN_QUANTITY, quantity);
        records.putInt(at + LOCATE, locate);
        records.putInt(at + SIDE, side);
        reserve(record, priceE4, quantity);
        byRef.put(userRef, record);
        return record;
    }

    private int take()
    {
        if (firstFree != 0)
        {
            final int record = firstFree - 1;
            firstFree = records.getInt(at(record) + NEXT_FREE);
            return record;
        }
        return unused < capacity ? unused++ : NONE;
    }

    /** Remembers a replace that is under way, and what is reserved until it is answered. */
    void replaceUnderWay(final int record, final int userRef, final long priceE4, final int quantity)
    {
        final long at = at(record);
        records.putInt(at + PENDING_REF, userRef);
        records.putLong(at + PENDING_PRICE, priceE4);
        records.putInt(at + PENDING_QUANTITY, quantity);
        reserve(record, Math.max(reservedPriceE4(record), priceE4), Math.max(reservedQuantity(record), quantity));
        byRef.put(userRef, record);
    }

    /** The replace took effect: the new order stands with an open quantity. */
    void replaced(final int record, final int quantity)
    {
        final long at = at(record);
        byRef.remove(liveRef(record));
        records.putInt(at + LIVE_REF, records.getInt(at + PENDING_REF));
        records.putLong(at + LIVE_PRICE, records.getLong(at + PENDING_PRICE));
        records.putInt(at + OPEN_QUANTITY, quantity);
        records.putInt(at + PENDING_REF, 0);
        reserve(record, livePriceE4(record), quantity);
    }

    /** The replace was refused: the original stands as it was. */
    void replaceRefused(final int record)
    {
        final long at = at(record);
        byRef.remove(records.getInt(at + PENDING_REF));
        records.putInt(at + PENDING_REF, 0);
        reserve(record, livePriceE4(record), openQuantity(record));
    }

    /** Takes a quantity from the order that stands, and from what is reserved. */
    void reduce(final int record, final int quantity)
    {
        final long at = at(record);
        records.putInt(at + OPEN_QUANTITY, Math.max(0, openQuantity(record) - quantity));
        records.putInt(at + RESERVED_QUANTITY, Math.max(0, reservedQuantity(record) - quantity));
    }

    /**
     * The order ended while a replace of it was under way. Nothing of it is open or reserved, but the venue will still
     * refuse the replace, and that answer is expected: the record stays until it comes.
     */
    void endBeforeReplace(final int record)
    {
        final long at = at(record);
        byRef.remove(liveRef(record));
        records.putInt(at + LIVE_REF, 0);
        records.putInt(at + OPEN_QUANTITY, 0);
        reserve(record, 0, 0);
    }

    /** Returns whether only the answer to a replace is awaited. */
    boolean isEnded(final int record)
    {
        return records.getInt(at(record) + LIVE_REF) == 0;
    }

    /** Forgets an order. */
    void remove(final int record)
    {
        final long at = at(record);
        if (!isEnded(record))
        {
            byRef.remove(liveRef(record));
        }
        if (isReplaceUnderWay(record))
        {
            byRef.remove(records.getInt(at + PENDING_REF));
        }
        records.putInt(at + NEXT_FREE, firstFree);
        firstFree = record + 1;
    }

    private void reserve(final int record, final long priceE4, final int quantity)
    {
        records.putLong(at(record) + RESERVED_PRICE, priceE4);
        records.putInt(at(record) + RESERVED_QUANTITY, quantity);
    }

    int liveRef(final int record)
    {
        return records.getInt(at(record) + LIVE_REF);
    }

    boolean isReplaceUnderWay(final int record)
    {
        return records.getInt(at(record) + PENDING_REF) != 0;
    }

    long livePriceE4(final int record)
    {
        return records.getLong(at(record) + LIVE_PRICE);
    }

    int openQuantity(final int record)
    {
        return records.getInt(at(record) + OPEN_QUANTITY);
    }

    long reservedPriceE4(final int record)
    {
        return records.getLong(at(record) + RESERVED_PRICE);
    }

    int reservedQuantity(final int record)
    {
        return records.getInt(at(record) + RESERVED_QUANTITY);
    }

    int locate(final int record)
    {
        return records.getInt(at(record) + LOCATE);
    }

    int side(final int record)
    {
        return records.getInt(at(record) + SIDE);
    }

    /** Cold. The records, the free ones and the index. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.constant("capacity", capacity);
        state.slab("records", records);
        state.part("byRef", byRef);
        firstFree = state.bounded("firstFree", firstFree, 0, capacity);
        unused = state.bounded("unused", unused, 0, capacity);
    }

    private static long at(final int record)
    {
        return (long)record << RECORD_SHIFT;
    }
}
