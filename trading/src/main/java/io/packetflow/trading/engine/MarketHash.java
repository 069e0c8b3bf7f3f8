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
