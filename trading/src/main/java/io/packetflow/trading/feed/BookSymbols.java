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

import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;
import io.packetflow.trading.feed.itch.ItchAdminMessage;

/**
 * Cold path. Finds out which symbol a report is about, before anything is written: the one that was asked for, or the
 * only one that has orders.
 */
final class BookSymbols
{
    /** No symbol: the report is about all of them. */
    static final int ALL = -1;

    private static final int EXAMPLES = 8;

    private BookSymbols()
    {
    }

    /**
     * Finds the locate of a symbol.
     *
     * @param file to search
     * @param symbol that was asked for
     * @return its locate
     * @throws BookRequestException if the feed does not have it
     */
    static int locateOf(final ItchFile file, final String symbol)
    {
        final long wanted = pack(symbol);
        final Map<Integer, String> examples = new LinkedHashMap<>();
        final ItchFileCursor cursor = file.cursor();
        while (cursor.hasNext())
        {
            final long stock = stockOf(file.slab(), cursor.messageOffset(), cursor.messageLength());
            if (stock == wanted)
            {
                return ItchDecoder.stockLocate(file.slab(), cursor.messageOffset());
            }
            if (stock != 0 && examples.size() < EXAMPLES)
            {
                examples.put(
                    ItchDecoder.stockLocate(file.slab(), cursor.messageOffset()), ItchSymbol.unpack(stock));
            }
            cursor.advance();
        }
        throw new BookRequestException(
            file.path() + " has no symbol " + symbol + ". It has " + list(examples) + ".");
    }

    /**
     * Finds the only symbol that has orders.
     *
     * @param file to search
     * @return its locate, or {@link #ALL} if no symbol has orders
     * @throws BookRequestException if several have
     */
    static int onlyLocate(final ItchFile file)
    {
        final Map<Integer, String> found = new LinkedHashMap<>();
        final ItchFileCursor cursor = file.cursor();
        while (cursor.hasNext() && found.size() < EXAMPLES)
        {
            final Slab slab = file.slab();
            final long offset = cursor.messageOffset();
            if (isAdd(slab, offset, cursor.messageLength()))
            {
                found.put(
                    ItchDecoder.stockLocate(slab, offset), ItchSymbol.unpack(ItchDecoder.stock(slab, offset)));
            }
            cursor.advance();
        }
        if (found.size() > 1)
        {
            throw new BookRequestException(
                file.path() + " has orders of several symbols, and --bbo lists one: choose it with --symbol, from " +
                list(found) + ".");
        }
        return found.isEmpty() ? ALL : found.keySet().iterator().next();
    }

    /** Returns the locate that a set holds if it holds exactly one, else {@link #ALL}. */
    static int single(final BitSet locates)
    {
        return locates.cardinality() == 1 ? locates.nextSetBit(0) : ALL;
    }

    /** Returns the name of a symbol by what the feed said of its locate; empty if it said nothing. */
    static Optional<String> name(final long symbol)
    {
        return symbol == 0 ? Optional.empty() : Optional.of(ItchSymbol.unpack(symbol));
    }

    private static long pack(final String symbol)
    {
        try
        {
            return ItchSymbol.pack(symbol.strip());
        }
        catch (final IllegalArgumentException e)
        {
            throw new BookRequestException(e.getMessage());
        }
    }

    private static boolean isAdd(final Slab slab, final long offset, final int length)
    {
        final int type = ItchDecoder.type(slab, offset);
        return (type == ItchLayout.ADD_ORDER || type == ItchLayout.ADD_ORDER_MPID) &&
            length == ItchLayout.expectedLength(type);
    }

    private static long stockOf(final Slab slab, final long offset, final int length)
    {
        if (isAdd(slab, offset, length))
        {
            return ItchDecoder.stock(slab, offset);
        }
        final boolean isDirectory = ItchDecoder.type(slab, offset) == ItchLayout.STOCK_DIRECTORY &&
            length == ItchLayout.expectedLength(ItchLayout.STOCK_DIRECTORY);
        return isDirectory ? slab.getLongBigEndian(offset + ItchAdminMessage.STOCK) : 0;
    }

    private static String list(final Map<Integer, String> symbols)
    {
        if (symbols.isEmpty())
        {
            return "no symbols at all";
        }
        return symbols.values().stream().collect(Collectors.joining(", ")) +
            (symbols.size() == EXAMPLES ? " and others" : "");
    }
}
