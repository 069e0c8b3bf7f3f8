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
package io.packetflow.trading.engine;

import io.packetflow.trading.book.OrderBooks;

/** Cold path. Hashes what the books hold, level by level, whatever their memory looks like. */
final class MarketHash
{
    private static final long STEP = 0x9E3779B97F4A7C15L;

    private MarketHash()
    {
    }

    static long of(final OrderBooks books)
    {
        long hash = books.liveOrderCount();
        for (int locate = 0; locate < OrderBooks.MAX_SYMBOLS; locate++)
        {
            hash = side(hash, books, locate, OrderBooks.BID);
            hash = side(hash, books, locate, OrderBooks.ASK);
        }
        return hash;
    }

    private static long side(final long start, final OrderBooks books, final int locate, final int side)
    {
        long hash = start;
        final int levels = books.levelCount(locate, side);
        for (int level = 0; level < levels; level++)
        {
            hash = (hash ^ books.levelPriceE4(locate, side, level)) * STEP;
            hash = (hash ^ books.levelQuantity(locate, side, level)) * STEP;
        }
        return levels == 0 ? hash : hash * STEP + locate * 2L + side;
    }
}
