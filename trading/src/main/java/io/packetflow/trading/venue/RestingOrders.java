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

/**
 * Hot path. The client's orders that rest at the venue: a pool of one cache line an order, a list for each symbol and
 * side in price and time priority, and a directory by userRefNum. One thread.
 *
 * <pre>
 *    0        4        8        12       16       20       24       28       32              40              48
 *   +--------+--------+--------+--------+--------+--------+--------+--------+---------------+---------------+----
 *   | userRef| locate | priceE4| leaves | side   | next   | prev   | flags  | symbol        | orderRef      |
 *   +--------+--------+--------+--------+--------+--------+--------+--------+---------------+---------------+----
 * </pre>
 *
 * <p>{@code side} is the wire's letter, {@code flags} its capacity, sweep and cross letters. Lists link slots; -1 ends
 * them. Heads live with the venue's symbols and come and go as return values.
 */
final class RestingOrders implements Stateful
{
    /** No slot: the end of a list, an unknown reference, a full pool. */
    static final int NONE = -1;

    private static final int USER_REF = 0;
    private static final int LOCATE = 4;
    private static final int PRICE = 8;
    private static final int LEAVES = 12;
    private static final int SIDE = 16;
    private static final int NEXT = 20;
    private static final int PREVIOUS = 24;
    private static final int FLAGS = 28;
    private static final int SYMBOL = 32;
    private static final int ORDER_REF = 40;
    private static final int LINE_SHIFT = 6;
    private static final int ALIGNMENT = 128;

    private final Slab orders;
    private final OrderDirectory directory;
    private int free;
    private int count;

    RestingOrders(final Arena arena, final int maxOrders)
    {
        this.orders = arena.allocate((long)maxOrders << LINE_SHIFT, ALIGNMENT);
        this.directory = new OrderDirectory(arena, maxOrders);
        for (int slot = 0; slot < maxOrders; slot++)
        {
            setNext(slot, slot + 1 < maxOrders ? slot + 1 : NONE);
        }
    }

    int count()
    {
        return count;
    }

    boolean isFull()
    {
        return free == NONE;
    }

    int find(final int userRef)
    {
        return directory.find(userRef);
    }

    /** Takes a slot from the pool; it is in no list and no directory yet. */
    int take(final int locate, final byte side, final int flags, final long symbol)
    {
        final int slot = free;
        free = next(slot);
        count++;
        orders.putInt(at(slot) + LOCATE, locate);
        orders.putInt(at(slot) + SIDE, side);
        orders.putInt(at(slot) + FLAGS, flags);
        orders.putLong(at(slot) + SYMBOL, symbol);
        return slot;
    }

    /** Gives a slot that is in no list and no directory back to the pool. */
    void giveBack(final int slot)
    {
        setNext(slot, free);
        free = slot;
        count--;
    }

    /** Names a slot: from now on its reference finds it. */
    void name(final int slot, final int userRef, final long orderRef)
    {
        orders.putInt(at(slot) + USER_REF, userRef);
        orders.putLong(at(slot) + ORDER_REF, orderRef);
        directory.put(userRef, slot);
    }

    /** Forgets the reference of a slot. */
    void unname(final int slot)
    {
        directory.remove(userRef(slot));
    }

    /** Puts a slot behind all orders of its list with the same or a better price; answers the list's head. */
    int insert(final int head, final int slot)
    {
        final int key = priority(slot);
        int before = NONE;
        int after = head;
        while (after != NONE && priority(after) >= key)
        {
            before = after;
            after = next(after);
        }
        setNext(slot, after);
        setPrevious(slot, before);
        if (after != NONE)
        {
            setPrevious(after, slot);
        }
        if (before == NONE)
        {
            return slot;
        }
        setNext(before, slot);
        return head;
    }

    /** Takes a slot out of its list; answers the list's head. */
    int unlink(final int head, final int slot)
    {
        final int before = previous(slot);
        final int after = next(slot);
        if (after != NONE)
        {
            setPrevious(after, before);
        }
        if (before == NONE)
        {
            return after;
        }
        setNext(before, after);
        return head;
    }

    int userRef(final int slot)
    {
        return orders.getInt(at(slot) + USER_REF);
    }

    int locate(final int slot)
    {
        return orders.getInt(at(slot) + LOCATE);
    }

    int priceE4(final int slot)
    {
        return orders.getInt(at(slot) + PRICE);
    }

    int leaves(final int slot)
    {
        return orders.getInt(at(slot) + LEAVES);
    }

    void setTerms(final int slot, final int priceE4, final int leaves)
    {
        orders.putInt(at(slot) + PRICE, priceE4);
        orders.putInt(at(slot) + LEAVES, leaves);
    }

    byte side(final int slot)
    {
        return (byte)orders.getInt(at(slot) + SIDE);
    }

    void setSide(final int slot, final byte side)
    {
        orders.putInt(at(slot) + SIDE, side);
    }

    boolean isBuy(final int slot)
    {
        return side(slot) == 'B';
    }

    int flags(final int slot)
    {
        return orders.getInt(at(slot) + FLAGS);
    }

    long symbol(final int slot)
    {
        return orders.getLong(at(slot) + SYMBOL);
    }

    int next(final int slot)
    {
        return orders.getInt(at(slot) + NEXT);
    }

    /** Cold. The pool, its free slots and the directory. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("orders", orders);
        state.part("directory", directory);
        free = state.bounded("free", free, NONE, capacity() - 1);
        count = state.bounded("count", count, 0, capacity());
    }

    private int capacity()
    {
        return (int)(orders.capacity() >>> LINE_SHIFT);
    }

    private int priority(final int slot)
    {
        return isBuy(slot) ? priceE4(slot) : -priceE4(slot);
    }

    private int previous(final int slot)
    {
        return orders.getInt(at(slot) + PREVIOUS);
    }

    private void setNext(final int slot, final int next)
    {
        orders.putInt(at(slot) + NEXT, next);
    }

    private void setPrevious(final int slot, final int previous)
    {
        orders.putInt(at(slot) + PREVIOUS, previous);
    }

    private static long at(final int slot)
    {
        return (long)slot << LINE_SHIFT;
    }
}
