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

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/** Hot path. What AlgorithmicTrader wants: at most {@value #MAX_COUNT} orders, replaces or cancels in one symbol. */
public final class IntentArea extends Flyweight
{
    /** The declared maximum of intents an instance. */
    public static final int MAX_COUNT = 2;

    /** Layout of the area. */
    public static final RecordLayout LAYOUT = RecordLayout.named("IntentArea").inDeclaredOrder()
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
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public IntentArea(final Slab slab)
    {
        super(slab);
    }

    /** Returns the number of intents, 0 to {@value #MAX_COUNT}. */
    public int count()
    {
        return slab.getInt(offset + COUNT);
    }

    /** Returns the stock locate of all intents. */
    public int locate()
    {
        return slab.getInt(offset + LOCATE);
    }

    /**
     * Returns what is wanted.
     *
     * @param index of the intent
     * @return an action of {@link io.packetflow.trading.strategy.OrderIntents}
     */
    public int action(final int index)
    {
        return slab.getInt(at(index) + ACTION_SIDE) & 0xFF;
    }

    /**
     * Returns the side.
     *
     * @param index of the intent
     * @return {@code B} or {@code S}
     */
    public byte side(final int index)
    {
        return (byte)(slab.getInt(at(index) + ACTION_SIDE) >>> SIDE_SHIFT);
    }

    /**
     * Returns the limit price.
     *
     * @param index of the intent
     * @return price with four decimals, 0 for a cancel
     */
    public long priceE4(final int index)
    {
        return slab.getLong(at(index) + PRICE);
    }

    /**
     * Returns the quantity.
     *
     * @param index of the intent
     * @return shares, 0 for a cancel
     */
    public int quantity(final int index)
    {
        return slab.getInt(at(index) + QUANTITY);
    }

    /**
     * Returns the userRefNum of the order that is entered, takes the other's place, or is canceled.
     *
     * @param index of the intent
     * @return userRefNum
     */
    public int userRef(final int index)
    {
        return slab.getInt(at(index) + USER_REF);
    }

    /**
     * Returns the userRefNum of the order that is replaced.
     *
     * @param index of the intent
     * @return userRefNum, 0 for an enter
     */
    public int originalUserRef(final int index)
    {
        return slab.getInt(at(index) + ORIGINAL_REF);
    }

    /** Writes how many intents there are; AlgorithmicTrader only. */
    void head(final int locate, final int count)
    {
        slab.putInt(offset + COUNT, count);
        slab.putInt(offset + LOCATE, locate);
    }

    /** Writes what is wanted; AlgorithmicTrader only. */
    void what(final int index, final int action, final byte side, final long priceE4, final int quantity)
    {
        slab.putLong(at(index) + PRICE, priceE4);
        slab.putInt(at(index) + QUANTITY, quantity);
        slab.putInt(at(index) + ACTION_SIDE, action | side << SIDE_SHIFT);
    }

    /** Writes which orders it is about; AlgorithmicTrader only. */
    void refs(final int index, final int userRef, final int originalUserRef)
    {
        slab.putInt(at(index) + USER_REF, userRef);
        slab.putInt(at(index) + ORIGINAL_REF, originalUserRef);
    }

    private long at(final int index)
    {
        return offset + (long)index * STRIDE;
    }
}
