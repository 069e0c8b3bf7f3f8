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

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Order books as one would explain them on a blackboard: slow, and obviously right. */
final class ReferenceBooks
{
    private static final long MAX_QUANTITY = (1L << 32) - 1;

    private static final long MAX_REFERENCE = (1L << 48) - 1;

    private record Key(int locate, long reference)
    {
    }

    private record Order(int side, long quantity, long priceE4)
    {
    }

    private final Map<Key, Order> orders = new HashMap<>();

    int add(final int locate, final long reference, final int side, final long quantity, final long priceE4)
    {
        if (quantity < 1 || quantity > MAX_QUANTITY)
        {
            return BookResult.BAD_QUANTITY;
        }
        if (priceE4 < 1 || priceE4 > 2_000_000_000L)
        {
            return BookResult.BAD_PRICE;
        }
        if (reference < 0 || reference > MAX_REFERENCE)
        {
            return BookResult.BAD_REFERENCE;
        }
        final Key key = new Key(locate, reference);
        if (orders.containsKey(key))
        {
            return BookResult.DUPLICATE_REFERENCE;
        }
        final String before = inside(locate);
        orders.put(key, new Order(side, quantity, priceE4));
        return changed(locate, before);
    }

    int reduce(final int locate, final long reference, final long quantity)
    {
        final Key key = new Key(locate, reference);
        final Order order = orders.get(key);
        if (order == null)
        {
            return BookResult.UNKNOWN_REFERENCE;
        }
        if (quantity < 1)
        {
            return BookResult.BAD_QUANTITY;
        }
        if (quantity > order.quantity)
        {
            return BookResult.EXCESS_QUANTITY;
        }
        final String before = inside(locate);
        if (quantity == order.quantity)
        {
            orders.remove(key);
        }
        else
        {
            orders.put(key, new Order(order.side, order.quantity - quantity, order.priceE4));
        }
        return changed(locate, before);
    }

    int delete(final int locate, final long reference)
    {
        final String before = inside(locate);
        return orders.remove(new Key(locate, reference)) == null ?
            BookResult.UNKNOWN_REFERENCE : changed(locate, before);
    }

    int replace(
        final int locate,
        final long oldReference,
        final long newReference,
        final long quantity,
        final long priceE4)
    {
        if (quantity < 1 || quantity > MAX_QUANTITY)
        {
            return BookResult.BAD_QUANTITY;
        }
        if (priceE4 < 1 || priceE4 > 2_000_000_000L)
        {
            return BookResult.BAD_PRICE;
        }
        if (newReference < 0 || newReference > MAX_REFERENCE)
        {
            return BookResult.BAD_REFERENCE;
        }
        final Key oldKey = new Key(locate, oldReference);
        final Key newKey = new Key(locate, newReference);
        if (!orders.containsKey(oldKey))
        {
            return BookResult.UNKNOWN_REFERENCE;
        }
        if (oldReference != newReference && orders.containsKey(newKey))
        {
            return BookResult.DUPLICATE_REFERENCE;
        }
        final String before = inside(locate);
        final Order old = orders.remove(oldKey);
        orders.put(newKey, new Order(old.side, quantity, priceE4));
        return changed(locate, before);
    }

    int liveOrderCount()
    {
        return orders.size();
    }

    /** Levels of a side, the best first, each as price, shares and orders. */
    List<List<Long>> depth(final int locate, final int side)
    {
        final Comparator<Long> bestFirst =
            side == OrderBooks.BID ? Comparator.reverseOrder() : Comparator.naturalOrder();
        final TreeMap<Long, long[]> levels = new TreeMap<>(bestFirst);
        orders.forEach((key, order) ->
        {
            if (key.locate == locate && order.side == side)
            {
                final long[] level = levels.computeIfAbsent(order.priceE4, price -> new long[2]);
                level[0] += order.quantity;
                level[1]++;
            }
        });
        final List<List<Long>> depth = new ArrayList<>();
        levels.forEach((price, level) -> depth.add(List.of(price, level[0], level[1])));
        return depth;
    }

    private String inside(final int locate)
    {
        return best(locate, OrderBooks.BID) + "/" + best(locate, OrderBooks.ASK);
    }

    private String best(final int locate, final int side)
    {
        long price = 0;
        long quantity = 0;
        for (final Map.Entry<Key, Order> entry : orders.entrySet())
        {
            final Order order = entry.getValue();
            if (entry.getKey().locate != locate || order.side != side)
            {
                continue;
            }
            final boolean isBetter = price == 0 ||
                (side == OrderBooks.BID ? order.priceE4 > price : order.priceE4 < price);
            if (isBetter)
            {
                price = order.priceE4;
                quantity = 0;
            }
            quantity += order.priceE4 == price ? order.quantity : 0;
        }
        return price + "x" + quantity;
    }

    private int changed(final int locate, final String before)
    {
        return inside(locate).equals(before) ? BookResult.UNCHANGED : BookResult.INSIDE_CHANGED;
    }
}
