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

/**
 * Hot path. What a strategy wants after a call, in primitives: at most {@link #MAX_COUNT} intents, all of one symbol,
 * readable until the strategy's next call. Owned by the strategy's thread.
 */
public final class OrderIntents
{
    /** The most intents that one call leaves. */
    public static final int MAX_COUNT = 2;

    /** Action: enter a new order. */
    public static final int ENTER = 1;
    /** Action: replace the working order. */
    public static final int REPLACE = 2;
    /** Action: cancel the working order. */
    public static final int CANCEL = 3;

    private final int[] actions = new int[MAX_COUNT];
    private final byte[] sides = new byte[MAX_COUNT];
    private final int[] prices = new int[MAX_COUNT];
    private final int[] quantities = new int[MAX_COUNT];
    private final int[] refs = new int[MAX_COUNT];
    private final int[] originals = new int[MAX_COUNT];
    private int locate;
    private int count;

    OrderIntents()
    {
    }

    /** Returns the number of intents that the last call left. */
    public int count()
    {
        return count;
    }

    /** Returns the locate of the intents that the last call left. */
    public int locate()
    {
        return locate;
    }

    /**
     * Returns what an intent asks for.
     *
     * @param index of the intent, 0 to {@link #count()} - 1
     * @return {@link #ENTER}, {@link #REPLACE} or {@link #CANCEL}
     */
    public int action(final int index)
    {
        return actions[index];
    }

    /**
     * Returns the side of an intent.
     *
     * @param index of the intent
     * @return {@code B} or {@code S}
     */
    public byte side(final int index)
    {
        return sides[index];
    }

    /**
     * Returns the price of an intent.
     *
     * @param index of the intent
     * @return limit price with four decimals; 0 for a cancel
     */
    public long priceE4(final int index)
    {
        return prices[index];
    }

    /**
     * Returns the quantity of an intent.
     *
     * @param index of the intent
     * @return shares; for a cancel 0, what shall remain
     */
    public int quantity(final int index)
    {
        return quantities[index];
    }

    /**
     * Returns the new userRefNum of an intent.
     *
     * @param index of the intent
     * @return the number that an enter or replace gives its order; for a cancel the order's own
     */
    public int userRef(final int index)
    {
        return refs[index];
    }

    /**
     * Returns the userRefNum of the order that an intent replaces or cancels.
     *
     * @param index of the intent
     * @return the number, 0 for an enter
     */
    public int originalUserRef(final int index)
    {
        return originals[index];
    }

    void clear(final int locate)
    {
        this.locate = locate;
        count = 0;
    }

    void enter(final byte side, final int priceE4, final int quantity, final int userRef)
    {
        add(ENTER, side, priceE4, quantity, userRef, 0);
    }

    void replace(final byte side, final int priceE4, final int quantity, final int userRef, final int original)
    {
        add(REPLACE, side, priceE4, quantity, userRef, original);
    }

    void cancel(final byte side, final int userRef)
    {
        add(CANCEL, side, 0, 0, userRef, userRef);
    }

    private void add(
        final int action,
        final byte side,
        final int priceE4,
        final int quantity,
        final int userRef,
        final int original)
    {
        final int index = count++;
        actions[index] = action;
        sides[index] = side;
        prices[index] = priceE4;
        quantities[index] = quantity;
        refs[index] = userRef;
        originals[index] = original;
    }
}
