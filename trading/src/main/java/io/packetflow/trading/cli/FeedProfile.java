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
package io.packetflow.trading.cli;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.book.OrderBooks;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;

/**
 * Cold path. What tables a feed needs. One that lies in memory is looked through once; of a larger one the most that it
 * can name is assumed.
 *
 * @param symbols one more than the highest stock locate, at least 2
 * @param liveOrders an upper bound of the orders that are live at once: adds less deletes
 * @param locates stock locates by symbol, as far as the feed's directory names them
 */
record FeedProfile(int symbols, int liveOrders, SortedMap<String, Integer> locates)
{
    private static final int MIN_LIVE_ORDERS = 1_024;
    private static final int MAX_LIVE_ORDERS = 1 << 22;
    private static final FeedProfile UNKNOWN =
        new FeedProfile(OrderBooks.MAX_SYMBOLS, MAX_LIVE_ORDERS, Collections.emptySortedMap());

    /** Looks through a feed, if it lies in memory; afterwards it stands at its beginning again. */
    static FeedProfile of(final ItchFile file)
    {
        return file.isResident() ? new Scan().of(file) : UNKNOWN;
    }

    private static final class Scan
    {
        private final SortedMap<String, Integer> locates = new TreeMap<>();
        private int highestLocate = 1;
        private long live;
        private long mostLive = MIN_LIVE_ORDERS;

        private FeedProfile of(final ItchFile file)
        {
            final Slab slab = file.slab();
            final ItchFileCursor cursor = file.cursor();
            while (cursor.hasNext())
            {
                final int type = ItchDecoder.type(slab, cursor.messageOffset());
                if (ItchLayout.expectedLength(type) == cursor.messageLength())
                {
                    look(slab, cursor.messageOffset(), type);
                }
                cursor.advance();
            }
            return new FeedProfile(highestLocate + 1, (int)Math.min(mostLive, MAX_LIVE_ORDERS),
                Collections.unmodifiableSortedMap(locates));
        }

        private void look(final Slab slab, final long message, final int type)
        {
            final int locate = ItchDecoder.stockLocate(slab, message);
            highestLocate = Math.max(highestLocate, locate);
            if (type == ItchLayout.ADD_ORDER || type == ItchLayout.ADD_ORDER_MPID)
            {
                live++;
                mostLive = Math.max(mostLive, live);
            }
            else if (type == ItchLayout.ORDER_DELETE)
            {
                live--;
            }
            else if (type == ItchLayout.STOCK_DIRECTORY)
            {
                final long symbol = slab.getLongBigEndian(message + ItchLayout.HEADER_LENGTH);
                locates.put(ItchSymbol.unpack(symbol).strip(), locate);
            }
        }
    }
}
