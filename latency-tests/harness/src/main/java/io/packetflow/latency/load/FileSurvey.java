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
package io.packetflow.latency.load;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.BookResult;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;

/**
 * Cold path. What a walk over a recorded file finds. A file that is cut inside a message is surveyed up to the cut.
 *
 * @param frameBytes of all whole messages with their lengths
 * @param messages that are whole
 * @param firstNanos earliest time of a message
 * @param lastNanos latest time of a message
 * @param highestLocate of all messages
 * @param mostLiveOrders that the books held at the same time
 * @param live orders at the end, in the order of their adds
 */
record FileSurvey(
    long frameBytes,
    long messages,
    long firstNanos,
    long lastNanos,
    int highestLocate,
    int mostLiveOrders,
    List<LiveOrder> live)
{
    private static final int ORDERS = 1 << 16;
    private static final int SYMBOLS = 64;

    static FileSurvey of(final ItchFile file)
    {
        try (OrderBooks books = new OrderBooks(ORDERS, SYMBOLS, HugePages.OFF))
        {
            return new Walk(books).over(file);
        }
    }

    /** One walk; its fields are what was found so far. */
    private static final class Walk
    {
        private final OrderBooks books;
        private final ItchBookProcessor processor;
        private final List<LiveOrder> added = new ArrayList<>();
        private long messages;
        private long firstNanos = Long.MAX_VALUE;
        private long lastNanos;
        private int highestLocate;
        private int mostLiveOrders;

        private Walk(final OrderBooks books)
        {
            this.books = books;
            this.processor = new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
        }

        private FileSurvey over(final ItchFile file)
        {
            final ItchFileCursor cursor = file.cursor();
            while (cursor.hasNext())
            {
                note(file.slab(), cursor.messageOffset());
                cursor.advance();
            }
            final List<LiveOrder> live =
                added.stream().filter(order -> books.isLive(order.locate(), order.reference())).toList();
            return new FileSurvey(
                cursor.filePosition(), messages, firstNanos, lastNanos, highestLocate, mostLiveOrders, live);
        }

        private void note(final Slab slab, final long message)
        {
            final int type = ItchDecoder.type(slab, message);
            final int locate = ItchDecoder.stockLocate(slab, message);
            final long timeNanos = ItchDecoder.timestampNanos(slab, message);
            if (processor.apply(slab, message, type) >= BookResult.UNCHANGED)
            {
                noteOrder(slab, message, type, locate);
            }
            messages++;
            firstNanos = Math.min(firstNanos, timeNanos);
            lastNanos = Math.max(lastNanos, timeNanos);
            highestLocate = Math.max(highestLocate, locate);
            mostLiveOrders = Math.max(mostLiveOrders, books.liveOrderCount());
        }

        private void noteOrder(final Slab slab, final long message, final int type, final int locate)
        {
            if (type == ItchLayout.ADD_ORDER || type == ItchLayout.ADD_ORDER_MPID)
            {
                added.add(new LiveOrder(locate, ItchDecoder.orderReference(slab, message)));
            }
            else if (type == ItchLayout.ORDER_REPLACE)
            {
                added.add(new LiveOrder(locate, ItchDecoder.newOrderReference(slab, message)));
            }
        }
    }
}
