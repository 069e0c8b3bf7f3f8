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
import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The floor's own orders: a line for each side of each symbol, because the strategy has one order there, and
 * at most one replace of it under way. So nothing has to be looked up: the answer of a venue names the symbol, and the
 * order is one of two.
 */
final class FloorOrders
{
    static final int NONE = -1;

    private static final int LINE_SHIFT = 6;
    private static final int LIVE_PRICE = 0;
    private static final int PENDING_PRICE = 8;
    private static final int RESERVED_PRICE = 16;
    private static final int LIVE_REF = 24;
    private static final int PENDING_REF = 28;
    private static final int OPEN_QUANTITY = 32;
    private static final int RESERVED_QUANTITY = 36;
    private static final int ALIGNMENT = 128;

    private final Slab lines;

    FloorOrders(final Arena arena, final int symbols)
    {
        lines = arena.allocate((long)symbols << (LINE_SHIFT + 1), ALIGNMENT);
    }

    static int locate(final int order)
    {
        return order >>> 1;
    }

    static int side(final int order)
    {
        return order & 1;
    }

    /** Returns the order of a symbol that a reference names, live or asked for. */
    int find(final int locate, final int userRef)
    {
        final int buy = locate << 1;
        if (isNamed(buy, userRef))
        {
            return buy;
        }
        return isNamed(buy | 1, userRef) ? buy | 1 : NONE;
    }

    private boolean isNamed(final int order, final int userRef)
    {
        return lines.getInt(at(order) + LIVE_REF) == userRef || lines.getInt(at(order) + PENDING_REF) == userRef;
    }

    void enter(final int locate, final int side, final int userRef, final long priceE4, final int quantity)
    {
        final long at = at(locate << 1 | side);
        lines.putLong(at + LIVE_PRICE, priceE4);
        lines.putInt(at + LIVE_REF, userRef);
        lines.putInt(at + PENDING_REF, 0);
        lines.putInt(at + OPEN_QUANTITY, quantity);
        reserve(at, priceE4, quantity);
    }

    void replaceUnderWay(final int order, final int userRef, final long priceE4, final int quantity)
    {
        final long at = at(order);
        lines.putInt(at + PENDING_REF, userRef);
        lines.putLong(at + PENDING_PRICE, priceE4);
        reserve(at, Math.max(reservedPriceE4(order), priceE4), Math.max(reservedQuantity(order), quantity));
    }

    void replaced(final int order, final int quantity)
    {
        final long at = at(order);
        final long priceE4 = lines.getLong(at + PENDING_PRICE);
        lines.putInt(at + LIVE_REF, lines.getInt(at + PENDING_REF));
        lines.putLong(at + LIVE_PRICE, priceE4);
        lines.putInt(at + OPEN_QUANTITY, quantity);
        lines.putInt(at + PENDING_REF, 0);
        reserve(at, priceE4, quantity);
    }

    void replaceRefused(final int order)
    {
        final long at = at(order);
        lines.putInt(at + PENDING_REF, 0);
        reserve(at, lines.getLong(at + LIVE_PRICE), openQuantity(order));
    }

    void reduce(final int order, final int quantity)
    {
        final long at = at(order);
        lines.putInt(at + OPEN_QUANTITY, openQuantity(order) - quantity);
        lines.putInt(at + RESERVED_QUANTITY, reservedQuantity(order) - quantity);
    }

    /** The order ended. A replace that is still under way keeps its name, so that its refusal is known. */
    void end(final int order)
    {
        final long at = at(order);
        lines.putInt(at + LIVE_REF, 0);
        lines.putInt(at + OPEN_QUANTITY, 0);
        reserve(at, 0, 0);
    }

    void forget(final int order)
    {
        lines.putInt(at(order) + PENDING_REF, 0);
        end(order);
    }

    private void reserve(final long at, final long priceE4, final int quantity)
    {
        lines.putLong(at + RESERVED_PRICE, priceE4);
        lines.putInt(at + RESERVED_QUANTITY, quantity);
    }

    boolean isReplaceUnderWay(final int order)
    {
        return lines.getInt(at(order) + PENDING_REF) != 0;
    }

    int liveRef(final int order)
    {
        return lines.getInt(at(order) + LIVE_REF);
    }

    long livePriceE4(final int order)
    {
        return lines.getLong(at(order) + LIVE_PRICE);
    }

    long reservedPriceE4(final int order)
    {
        return lines.getLong(at(order) + RESERVED_PRICE);
    }

    int openQuantity(final int order)
    {
        return lines.getInt(at(order) + OPEN_QUANTITY);
    }

    int reservedQuantity(final int order)
    {
        return lines.getInt(at(order) + RESERVED_QUANTITY);
    }

    private static long at(final int order)
    {
        return (long)order << LINE_SHIFT;
    }
}
