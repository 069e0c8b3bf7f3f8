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
import java.util.List;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.book.OrderBooks;

/** Hot path. Ours: the full-depth book of a feed, which is told what rests, what is executed and what goes. */
final class ToldBook implements MeasuredBook
{
    private static final int LOCATE = 1;
    private static final int EXPECTED_ORDERS = 4_096;

    private final BookEvents events;
    private final OrderBooks books = new OrderBooks(EXPECTED_ORDERS, 1, HugePages.WHERE_GRANTED);
    private int next;

    ToldBook(final BookEvents events)
    {
        this.events = events;
    }

    @Override
    public void clear()
    {
        books.clear();
        next = 0;
    }

    @Override
    public void apply(final int from, final int to)
    {
        for (int operation = from; operation < to; operation++)
        {
            final int end = events.end(operation);
            for (int event = next; event < end; event++)
            {
                tell(event);
            }
            next = end;
        }
    }

    private void tell(final int event)
    {
        final long reference = events.reference(event);
        switch (events.type(event))
        {
            case BookEvents.ADD -> books.add(LOCATE, reference,
                events.isBuy(event) ? OrderBooks.BID : OrderBooks.ASK, events.quantity(event), events.price(event));
            case BookEvents.DELETE -> books.delete(LOCATE, reference);
            default -> books.reduce(LOCATE, reference, events.quantity(event));
        }
    }

    @Override
    public BookState state()
    {
        return new BookState(levels(OrderBooks.BID), levels(OrderBooks.ASK));
    }

    private List<BookState.Level> levels(final int side)
    {
        final List<BookState.Level> levels = new ArrayList<>();
        for (int level = 0; level < books.levelCount(LOCATE, side); level++)
        {
            levels.add(new BookState.Level(books.levelPriceE4(LOCATE, side, level),
                books.levelQuantity(LOCATE, side, level), books.levelOrderCount(LOCATE, side, level)));
        }
        return levels;
    }

    @Override
    public long executedQuantity()
    {
        return -1;
    }

    @Override
    public long trades()
    {
        return -1;
    }

    @Override
    public void close()
    {
        books.close();
    }
}
