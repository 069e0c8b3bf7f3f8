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
package io.packetflow.trading.feed;

import java.io.IOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.DoubleConsumer;

import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.BookResult;
import io.packetflow.trading.book.ItchBookProcessor;
import io.packetflow.trading.book.MarketStates;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.book.SymbolDirectory;
import io.packetflow.trading.feed.file.FeedSummary;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;

/** Cold path. One walk over a feed: books, lines and sums. Used once, by one thread. */
final class BookReplay implements AutoCloseable
{
    private static final int PROGRESS_MASK = (1 << 22) - 1;
    // A frame of an add has 38 bytes; more orders than this the table takes by growing.
    private static final int BYTES_PER_ORDER = 38;
    private static final int MAX_EXPECTED_ORDERS = 1 << 20;

    private final ItchFile file;
    private final int onlyLocate;
    private final Writer lines;
    private final OrderBooks books;
    private final SymbolDirectory directory = new SymbolDirectory();
    private final ItchBookProcessor processor;
    private final ItchChecks checks = new ItchChecks();
    private final BitSet locatesWithOrders = new BitSet();
    private final long[] unknownReferences = new long[256];
    private final Notional executed = new Notional();
    private final Notional nonDisplayed = new Notional();
    private final StringBuilder line = new StringBuilder(80);
    private long insideChanges;

    /**
     * Prepares a walk.
     *
     * @param file to read
     * @param onlyLocate whose inside is listed and summed up, {@link BookSymbols#ALL} for all
     * @param lines to write
     */
    BookReplay(final ItchFile file, final int onlyLocate, final Writer lines)
    {
        this.file = file;
        this.onlyLocate = onlyLocate;
        this.lines = lines;
        final int orders = (int)Math.min(MAX_EXPECTED_ORDERS, 1 + file.length() / BYTES_PER_ORDER);
        books = new OrderBooks(orders, Math.min(8_192, orders), HugePages.WHERE_GRANTED);
        processor = new ItchBookProcessor(books, directory, new MarketStates());
    }

    /**
     * Walks to the end.
     *
     * @param progress hears which part of the file was read, 0 to 1
     * @return what was found
     * @throws IOException if a line cannot be written
     */
    BookSummary run(final DoubleConsumer progress) throws IOException
    {
        final Slab slab = file.slab();
        final ItchFileCursor cursor = file.cursor();
        while (cursor.hasNext())
        {
            final long offset = cursor.messageOffset();
            if (checks.accept(slab, offset, cursor.messageLength(), cursor.filePosition()))
            {
                apply(slab, offset, cursor.messageIndex());
            }
            cursor.advance();
            if ((cursor.messageIndex() & PROGRESS_MASK) == 0)
            {
                progress.accept((double)cursor.filePosition() / file.length());
            }
        }
        return summary(FeedSummary.of(cursor, checks));
    }

    @Override
    public void close()
    {
        books.close();
    }

    private void apply(final Slab slab, final long offset, final long messageIndex) throws IOException
    {
        final int type = ItchDecoder.type(slab, offset);
        final int locate = ItchDecoder.stockLocate(slab, offset);
        final boolean isWanted = onlyLocate == BookSymbols.ALL || onlyLocate == locate;
        final long priceE4 = isExecution(type) ?
            books.orderPriceE4(locate, ItchDecoder.orderReference(slab, offset)) : 0;

        final int result = processor.apply(slab, offset, type);

        if (result == BookResult.UNKNOWN_REFERENCE)
        {
            unknownReferences[type]++;
        }
        if (result < 0)
        {
            return;
        }
        if (type == ItchLayout.ADD_ORDER || type == ItchLayout.ADD_ORDER_MPID)
        {
            locatesWithOrders.set(locate);
            nameFromOrder(slab, offset, locate);
        }
        if (isWanted)
        {
            sum(slab, offset, type, priceE4);
            if (result == BookResult.INSIDE_CHANGED)
            {
                writeLine(messageIndex, ItchDecoder.timestampNanos(slab, offset), locate);
            }
        }
    }

    /** A feed joined in mid-day has no stock directory, but its orders carry their symbols. */
    private void nameFromOrder(final Slab slab, final long offset, final int locate)
    {
        if (directory.symbolOf(locate) == 0)
        {
            directory.put(locate, ItchDecoder.stock(slab, offset));
        }
    }

    private void sum(final Slab slab, final long offset, final int type, final long priceE4)
    {
        if (type == ItchLayout.ORDER_EXECUTED)
        {
            executed.add(ItchDecoder.reducedShares(slab, offset), priceE4);
        }
        else if (type == ItchLayout.ORDER_EXECUTED_PRICE)
        {
            executed.add(ItchDecoder.reducedShares(slab, offset), ItchDecoder.executionPriceE4(slab, offset));
        }
        else if (type == ItchLayout.TRADE)
        {
            nonDisplayed.add(ItchDecoder.shares(slab, offset), ItchDecoder.priceE4(slab, offset));
        }
    }

    private void writeLine(final long messageIndex, final long timestampNanos, final int locate) throws IOException
    {
        insideChanges++;
        line.setLength(0);
        line.append(messageIndex).append(',').append(timestampNanos)
            .append(',').append(books.bestBidPriceE4(locate)).append(',').append(books.bestBidQuantity(locate))
            .append(',').append(books.bestAskPriceE4(locate)).append(',').append(books.bestAskQuantity(locate))
            .append('\n');
        lines.append(line);
    }

    private BookSummary summary(final FeedSummary feed)
    {
        final int locate = onlyLocate == BookSymbols.ALL ? BookSymbols.single(locatesWithOrders) : onlyLocate;
        final boolean isSingle = locate != BookSymbols.ALL;
        return new BookSummary(
            String.valueOf(file.path().getFileName()),
            feed,
            isSingle ? BookSymbols.name(directory.symbolOf(locate)) : Optional.empty(),
            locatesWithOrders.cardinality(),
            unknownReferences(),
            refusals(),
            executed.shares(),
            executed.valueE4(),
            nonDisplayed.shares(),
            nonDisplayed.valueE4(),
            insideChanges,
            isSingle ? Optional.of(Inside.of(books, locate)) : Optional.empty(),
            isSingle ? orders(locate, OrderBooks.BID) + orders(locate, OrderBooks.ASK) : books.liveOrderCount(),
            levels(locate, OrderBooks.BID),
            levels(locate, OrderBooks.ASK),
            books.lockedCount(),
            books.crossedCount());
    }

    private long orders(final int locate, final int side)
    {
        long count = 0;
        for (int level = 0; level < books.levelCount(locate, side); level++)
        {
            count += books.levelOrderCount(locate, side, level);
        }
        return count;
    }

    private long levels(final int locate, final int side)
    {
        if (locate != BookSymbols.ALL)
        {
            return books.levelCount(locate, side);
        }
        return locatesWithOrders.stream().mapToLong(each -> books.levelCount(each, side)).sum();
    }

    private SortedMap<Character, Long> unknownReferences()
    {
        final SortedMap<Character, Long> byType = new TreeMap<>();
        for (int type = 0; type < unknownReferences.length; type++)
        {
            if (unknownReferences[type] != 0)
            {
                byType.put((char)type, unknownReferences[type]);
            }
        }
        return byType;
    }

    private SortedMap<String, Long> refusals()
    {
        final SortedMap<String, Long> byReason = new TreeMap<>();
        for (int result = -1; result >= -BookResult.REFUSAL_KINDS; result--)
        {
            if (result != BookResult.UNKNOWN_REFERENCE && books.refusals(result) != 0)
            {
                byReason.put(BookResult.refusalName(result), books.refusals(result));
            }
        }
        return byReason;
    }

    private static boolean isExecution(final int type)
    {
        return type == ItchLayout.ORDER_EXECUTED;
    }
}
