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

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * Hot path. What a strategy wants after a call: a locate and up to {@value #MAX_COUNT} intents, each to enter, replace
 * or cancel an order. The strategy writes them where they are read: in the slot of the instance that caused them.
 */
public final class OrderIntents extends Flyweight
{
    /** The most intents that one call leaves. */
    public static final int MAX_COUNT = 2;

    /** Action: enter a new order. */
    public static final int ENTER = 1;
    /** Action: replace the working order. */
    public static final int REPLACE = 2;
    /** Action: cancel the working order. */
    public static final int CANCEL = 3;

    /** Layout, printable. */
    public static final RecordLayout LAYOUT = RecordLayout.named("OrderIntents").inDeclaredOrder()
        .int32("count").int32("locate")
        .priceE4("priceE4_0").int32("quantity_0").int32("userRef_0").int32("originalRef_0").int32("actionSide_0")
        .priceE4("priceE4_1").int32("quantity_1").int32("userRef_1").int32("originalRef_1").int32("actionSide_1")
        .build();

    private static final int COUNT = LAYOUT.offset("count");
    private static final int LOCATE = LAYOUT.offset("locate");
    private static final int PRICE = LAYOUT.offset("priceE4_0");
    private static final int QUANTITY = LAYOUT.offset("quantity_0");
    private static final int USER_REF = LAYOUT.offset("userRef_0");
    private static final int ORIGINAL_REF = LAYOUT.offset("originalRef_0");
    private static final int ACTION_SIDE = LAYOUT.offset("actionSide_0");
    private static final int STRIDE = LAYOUT.offset("priceE4_1") - PRICE;
    private static final int SIDE_SHIFT = 8;

    /**
     * Binds the view to the memory that holds the intents.
     *
     * @param slab of a ring, or of a strategy that runs on its own
     */
    public OrderIntents(final Slab slab)
    {
        super(slab);
    }

    /** Returns the number of intents that the last call left. */
    public int count()
    {
        return int32(COUNT);
    }

    /** Returns the locate of the intents that the last call left. */
    public int locate()
    {
        return int32(LOCATE);
    }

    /**
     * Returns what an intent asks for.
     *
     * @param index of the intent, 0 to {@link #count()} - 1
     * @return {@link #ENTER}, {@link #REPLACE} or {@link #CANCEL}
     */
    public int action(final int index)
    {
        return int32(at(index) + ACTION_SIDE) & 0xFF;
    }

    /**
     * Returns the side of an intent.
     *
     * @param index of the intent
     * @return {@code B} or {@code S}
     */
    public byte side(final int index)
    {
        return (byte)(int32(at(index) + ACTION_SIDE) >>> SIDE_SHIFT);
    }

    /**
     * Returns the price of an intent.
     *
     * @param index of the intent
     * @return limit price with four decimals; 0 for a cancel
     */
    public long priceE4(final int index)
    {
        return int64(at(index) + PRICE);
    }

    /**
     * Returns the quantity of an intent.
     *
     * @param index of the intent
     * @return shares; for a cancel 0, what shall remain
     */
    public int quantity(final int index)
    {
        return int32(at(index) + QUANTITY);
    }

    /**
     * Returns the new userRefNum of an intent.
     *
     * @param index of the intent
     * @return the number that an enter or replace gives its order; for a cancel the order's own
     */
    public int userRef(final int index)
    {
        return int32(at(index) + USER_REF);
    }

    /**
     * Returns the userRefNum of the order that an intent replaces or cancels.
     *
     * @param index of the intent
     * @return the number, 0 for an enter
     */
    public int originalUserRef(final int index)
    {
        return int32(at(index) + ORIGINAL_REF);
    }

    void head(final int locate, final int count)
    {
        int32(COUNT, count);
        int32(LOCATE, locate);
    }

    void put(
        final int index,
        final int action,
        final byte side,
        final int priceE4,
        final int quantity,
        final int userRef,
        final int original)
    {
        final int at = at(index);
        int64(at + PRICE, priceE4);
        int32(at + QUANTITY, quantity);
        int32(at + USER_REF, userRef);
        int32(at + ORIGINAL_REF, original);
        int32(at + ACTION_SIDE, action | side << SIDE_SHIFT);
    }

    private static int at(final int index)
    {
        return index * STRIDE;
    }
}
