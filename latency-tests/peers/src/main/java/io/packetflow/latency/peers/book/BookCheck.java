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

/** Cold path. Whether a book ended as the simple matcher says. */
final class BookCheck
{
    private BookCheck()
    {
    }

    /**
     * Compares all levels of both sides, and where the book matches what was executed.
     *
     * @param book after the whole flow
     * @param matched what must have come of it
     * @throws IllegalStateException if they differ
     */
    static void require(final MeasuredBook book, final SimpleMatcher matched)
    {
        if (book.trades() >= 0)
        {
            requireExecutions(matched, book.executedQuantity(), book.trades());
        }
        requireState(matched, book.state());
    }

    /** Compares what was executed. */
    static void requireExecutions(final SimpleMatcher matched, final long executedQuantity, final long trades)
    {
        requireSame("executed quantity", matched.executedQuantity(), executedQuantity);
        requireSame("trades", matched.trades(), trades);
    }

    /** Compares all levels of both sides. */
    static void requireState(final SimpleMatcher matched, final BookState actual)
    {
        final BookState expected = matched.state();
        requireSame("resting orders", expected.restingOrders(), actual.restingOrders());
        requireSame("bids", expected.bids(), actual.bids());
        requireSame("asks", expected.asks(), actual.asks());
    }

    private static void requireSame(final String what, final Object expected, final Object actual)
    {
        if (!expected.equals(actual))
        {
            throw new IllegalStateException(
                "the book ends differently: " + what + ": expected=" + expected + " actual=" + actual);
        }
    }
}
