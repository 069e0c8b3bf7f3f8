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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.layout.memory.Arena;
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
import io.packetflow.trading.venue.generator.GeneratorConfig;
import io.packetflow.trading.venue.generator.MarketGenerator;

/** Cold path. Makes recordings. */
public final class Recordings
{
    private static final int PREFIX_BYTES = 2;
    private static final int READ_AHEAD_BYTES = 64;
    private static final int DELETE_BYTES = 19;
    private static final int ALIGNMENT = 64;
    private static final int TIMESTAMP_BYTES_BEHIND_TRACKING = 5;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private Recordings()
    {
    }

    /**
     * Reads a recorded file and makes it loopable.
     *
     * @param path of the file
     * @return the recording; after a pass its books are empty
     */
    public static Recording looped(final Path path)
    {
        try (ItchFile file = ItchFile.open(path, HugePages.OFF))
        {
            final List<long[]> live = new ArrayList<>();
            final long[] facts = survey(file, live);
            final long frames = facts[0];
            final long bytes = frames + (long)live.size() * (PREFIX_BYTES + DELETE_BYTES);
            final Arena arena = new Arena(HugePages.OFF);
            final Slab slab = arena.allocate(bytes + READ_AHEAD_BYTES, ALIGNMENT);
            slab.copyFrom(0, file.slab(), 0, frames);
            long position = frames;
            for (final long[] order : live)
            {
                position = appendDelete(slab, position, (int)order[0], order[1], facts[3]);
            }
            return new Recording(path.getFileName().toString(), arena, slab, position, facts[1] + live.size(), 0,
                facts[3] - facts[2] + NANOS_PER_SECOND, (int)facts[4] + 1, (int)facts[5]);
        }
    }

    /** Answers bytes of whole frames, messages, first and last time, highest locate, most live orders. */
    private static long[] survey(final ItchFile file, final List<long[]> live)
    {
        final ItchFileCursor cursor = file.cursor();
        final Slab slab = file.slab();
        final List<long[]> added = new ArrayList<>();
        final long[] facts = new long[6];
        facts[2] = Long.MAX_VALUE;
        try (OrderBooks books = new OrderBooks(1 << 16, 64, HugePages.OFF))
        {
            final ItchBookProcessor processor =
                new ItchBookProcessor(books, new SymbolDirectory(), new MarketStates());
            while (cursor.hasNext())
            {
                final long message = cursor.messageOffset();
                final int type = ItchDecoder.type(slab, message);
                final int locate = ItchDecoder.stockLocate(slab, message);
                final long timeNanos = ItchDecoder.timestampNanos(slab, message);
                if (processor.apply(slab, message, type) >= BookResult.UNCHANGED)
                {
                    noteOrder(slab, message, type, locate, added);
                }
                facts[1]++;
                facts[2] = Math.min(facts[2], timeNanos);
                facts[3] = Math.max(facts[3], timeNanos);
                facts[4] = Math.max(facts[4], locate);
                facts[5] = Math.max(facts[5], books.liveOrderCount());
                cursor.advance();
            }
            facts[0] = cursor.filePosition();
            added.stream().filter(order -> books.isLive((int)order[0], order[1])).forEach(live::add);
        }
        return facts;
    }

    private static void noteOrder(
        final Slab slab, final long message, final int type, final int locate, final List<long[]> added)
    {
        if (type == ItchLayout.ADD_ORDER || type == ItchLayout.ADD_ORDER_MPID)
        {
            added.add(new long[]{ locate, ItchDecoder.orderReference(slab, message) });
        }
        else if (type == ItchLayout.ORDER_REPLACE)
        {
            added.add(new long[]{ locate, ItchDecoder.newOrderReference(slab, message) });
        }
    }

    private static long appendDelete(
        final Slab slab, final long position, final int locate, final long reference, final long timeNanos)
    {
        final long message = position + PREFIX_BYTES;
        slab.putShortBigEndian(position, DELETE_BYTES);
        slab.putByte(message, (byte)ItchLayout.ORDER_DELETE);
        slab.putShortBigEndian(message + 1, locate);
        slab.putShortBigEndian(message + 3, 0);
        slab.putShortBigEndian(message + TIMESTAMP_BYTES_BEHIND_TRACKING, (int)(timeNanos >>> Integer.SIZE));
        slab.putIntBigEndian(message + TIMESTAMP_BYTES_BEHIND_TRACKING + Short.BYTES, (int)timeNanos);
        slab.putLongBigEndian(message + 11, reference);
        return message + DELETE_BYTES;
    }

    /**
     * Generates a market.
     *
     * @param messages in all
     * @param seed of the generator
     * @param symbols that are listed
     * @param liveOrders that the books hold
     * @param hugePages whether the recording itself asks for them
     * @return the recording; the messages that build the books up do not count
     */
    public static Recording generated(
        final long messages, final long seed, final int symbols, final int liveOrders, final HugePages hugePages)
    {
        final Arena arena = new Arena(hugePages);
        final Slab slab = arena.allocate(
            messages * (PREFIX_BYTES + MarketGenerator.MAX_MESSAGE_LENGTH) + READ_AHEAD_BYTES, ALIGNMENT);
        final GeneratorConfig config = GeneratorConfig.of(messages, seed, symbols, liveOrders);
        long position = 0;
        final long measuredFrom;
        int highest = 0;
        try (Arena scratch = new Arena(HugePages.OFF))
        {
            final MarketGenerator generator = new MarketGenerator(config, scratch, slab);
            int length = generator.next(position + PREFIX_BYTES);
            while (length > 0)
            {
                slab.putShortBigEndian(position, length);
                highest = Math.max(highest, ItchDecoder.stockLocate(slab, position + PREFIX_BYTES));
                position += PREFIX_BYTES + length;
                length = generator.next(position + PREFIX_BYTES);
            }
            measuredFrom = generator.continuousFrom();
        }
        final String name =
            String.format("generated, %,d symbols, %,d live orders, seed %d", symbols, liveOrders, seed);
        return new Recording(name, arena, slab, position, messages, measuredFrom, NANOS_PER_SECOND, highest + 1,
            2 * liveOrders);
    }
}
