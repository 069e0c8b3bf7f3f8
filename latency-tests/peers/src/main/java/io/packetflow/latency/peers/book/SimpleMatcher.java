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
package io.packetflow.latency.peers.book;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Cold path. Price and time priority in the simplest way: says what comes of a flow, before anything is measured, and
 * writes down what a book is told that does not match by itself.
 */
final class SimpleMatcher
{
    private final NavigableMap<Integer, Map<Integer, Order>> bids = new TreeMap<>(Comparator.reverseOrder());
    private final NavigableMap<Integer, Map<Integer, Order>> asks = new TreeMap<>();
    private final Map<Integer, Order> orders = new HashMap<>();
    private final BookEvents.Builder events;
    private long executedQuantity;
    private long trades;

    private SimpleMatcher(final int operations)
    {
        events = new BookEvents.Builder(operations);
    }

    static SimpleMatcher match(final OrderFlow flow)
    {
        final SimpleMatcher matcher = new SimpleMatcher(flow.operations());
        for (int i = 0; i < flow.operations(); i++)
        {
            matcher.apply(flow, i);
            matcher.events.endOperation(i);
        }
        return matcher;
    }

    private void apply(final OrderFlow flow, final int index)
    {
        switch (flow.type(index))
        {
            case OrderFlow.ADD -> add(new Order(flow.reference(index), flow.isBuy(index), flow.price(index),
                flow.quantity(index)));
            case OrderFlow.CANCEL -> cancel(flow.reference(index));
            default -> reduce(flow.reference(index));
        }
    }

    private void add(final Order incoming)
    {
        match(incoming, incoming.isBuy ? asks : bids);
        if (incoming.left > 0)
        {
            orders.put(incoming.reference, incoming);
            (incoming.isBuy ? bids : asks).computeIfAbsent(incoming.price, price -> new LinkedHashMap<>())
                .put(incoming.reference, incoming);
            events.add(incoming.reference, incoming.isBuy, incoming.price, incoming.left);
        }
    }

    private void match(final Order incoming, final NavigableMap<Integer, Map<Integer, Order>> opposite)
    {
        while (incoming.left > 0 && !opposite.isEmpty() && incoming.isMarketableAt(opposite.firstKey()))
        {
            final Map<Integer, Order> level = opposite.firstEntry().getValue();
            final Iterator<Order> waiting = level.values().iterator();
            while (incoming.left > 0 && waiting.hasNext())
            {
                if (trade(incoming, waiting.next()))
                {
                    waiting.remove();
                }
            }
            if (level.isEmpty())
            {
                opposite.pollFirstEntry();
            }
        }
    }

    /** Returns whether nothing is left of the order that rested. */
    private boolean trade(final Order incoming, final Order resting)
    {
        final int quantity = Math.min(incoming.left, resting.left);
        incoming.left -= quantity;
        resting.left -= quantity;
        executedQuantity += quantity;
        trades++;
        events.reduce(resting.reference, quantity);
        if (resting.left == 0)
        {
            orders.remove(resting.reference);
        }
        return resting.left == 0;
    }

    private void cancel(final int reference)
    {
        // Told even of an order that traded meanwhile: the book answers that there is none.
        events.delete(reference);
        final Order order = orders.remove(reference);
        if (order != null)
        {
            final NavigableMap<Integer, Map<Integer, Order>> side = order.isBuy ? bids : asks;
            side.get(order.price).remove(reference);
            if (side.get(order.price).isEmpty())
            {
                side.remove(order.price);
            }
        }
    }

    private void reduce(final int reference)
    {
        orders.get(reference).left--;
        events.reduce(reference, 1);
    }

    /** Returns what a book is told that does not match by itself. */
    BookEvents events()
    {
        return events.build();
    }

    long executedQuantity()
    {
        return executedQuantity;
    }

    long trades()
    {
        return trades;
    }

    BookState state()
    {
        return new BookState(levels(bids), levels(asks));
    }

    private static List<BookState.Level> levels(final NavigableMap<Integer, Map<Integer, Order>> side)
    {
        final List<BookState.Level> levels = new ArrayList<>();
        side.forEach((price, level) -> levels.add(new BookState.Level(price,
            level.values().stream().mapToLong(order -> order.left).sum(), level.size())));
        return levels;
    }

    /** An order and what is left of it. */
    private static final class Order
    {
        private final int reference;
        private final boolean isBuy;
        private final int price;
        private int left;

        private Order(final int reference, final boolean isBuy, final int price, final int quantity)
        {
            this.reference = reference;
            this.isBuy = isBuy;
            this.price = price;
            this.left = quantity;
        }

        private boolean isMarketableAt(final int opposite)
        {
            return isBuy ? price >= opposite : price <= opposite;
        }
    }
}
