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
package io.packetflow.trading.book;

import static io.packetflow.trading.book.OrderBooks.ASK;
import static io.packetflow.trading.book.OrderBooks.BID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OrderBooksTest
{
    private static final int AAPL = 13;

    private final OrderBooks books = new OrderBooks(100, 4, HugePages.OFF);

    @AfterEach
    void free()
    {
        books.close();
    }

    @Test
    void shouldReadZerosFromABookThatHasNoOrders()
    {
        assertThat(books.bestBidPriceE4(AAPL)).isZero();
        assertThat(books.bestBidQuantity(AAPL)).isZero();
        assertThat(books.bestAskPriceE4(65_535)).isZero();
        assertThat(books.bestAskQuantity(65_535)).isZero();
        assertThat(books.levelCount(AAPL, BID)).isZero();
    }

    @Test
    void shouldTellWhetherTheInsideChanged()
    {
        assertThat(books.add(AAPL, 1, BID, 100, 3_000_000)).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.add(AAPL, 2, BID, 100, 2_990_000)).isEqualTo(BookResult.UNCHANGED);
        assertThat(books.add(AAPL, 3, ASK, 50, 3_010_000)).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.reduce(AAPL, 2, 40)).isEqualTo(BookResult.UNCHANGED);
        assertThat(books.reduce(AAPL, 1, 40)).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.delete(AAPL, 1)).isEqualTo(BookResult.INSIDE_CHANGED);

        assertThat(books.bestBidPriceE4(AAPL)).isEqualTo(2_990_000);
        assertThat(books.bestBidQuantity(AAPL)).isEqualTo(60);
        assertThat(books.bestAskPriceE4(AAPL)).isEqualTo(3_010_000);
        assertThat(books.bestAskQuantity(AAPL)).isEqualTo(50);
    }

    @Test
    void shouldKeepSideAndSymbolOfAReplacedOrderAndSayUnchangedWhereTheInsideIsAsBefore()
    {
        books.add(AAPL, 1, ASK, 100, 3_000_000);

        assertThat(books.replace(AAPL, 1, 2, 100, 3_000_000)).isEqualTo(BookResult.UNCHANGED);
        assertThat(books.replace(AAPL, 2, 3, 70, 3_020_000)).isEqualTo(BookResult.INSIDE_CHANGED);

        assertThat(books.bestAskPriceE4(AAPL)).isEqualTo(3_020_000);
        assertThat(books.bestAskQuantity(AAPL)).isEqualTo(70);
        assertThat(books.isLive(AAPL, 2)).isFalse();
        assertThat(books.orderPriceE4(AAPL, 3)).isEqualTo(3_020_000);
        assertThat(books.orderQuantity(AAPL, 3)).isEqualTo(70);
    }

    @Test
    void shouldRefuseAndCountWhatCannotBeAndLeaveTheBookAsItWas()
    {
        books.add(AAPL, 1, BID, 100, 3_000_000);
        books.add(AAPL, 2, BID, 100, 3_000_000);

        assertThat(books.add(AAPL, 1, ASK, 1, 1)).isEqualTo(BookResult.DUPLICATE_REFERENCE);
        assertThat(books.add(AAPL, 9, BID, 0, 1)).isEqualTo(BookResult.BAD_QUANTITY);
        assertThat(books.add(AAPL, 9, BID, 1L << 32, 1)).isEqualTo(BookResult.BAD_QUANTITY);
        assertThat(books.add(AAPL, 9, BID, 1, 0)).isEqualTo(BookResult.BAD_PRICE);
        assertThat(books.add(AAPL, 9, BID, 1, 2_000_000_001L)).isEqualTo(BookResult.BAD_PRICE);
        assertThat(books.reduce(AAPL, 1, 0)).isEqualTo(BookResult.BAD_QUANTITY);
        assertThat(books.reduce(AAPL, 1, 101)).isEqualTo(BookResult.EXCESS_QUANTITY);
        assertThat(books.reduce(AAPL, 9, 1)).isEqualTo(BookResult.UNKNOWN_REFERENCE);
        assertThat(books.delete(AAPL + 1, 1)).isEqualTo(BookResult.UNKNOWN_REFERENCE);
        assertThat(books.replace(AAPL, 9, 10, 1, 1)).isEqualTo(BookResult.UNKNOWN_REFERENCE);
        assertThat(books.replace(AAPL, 1, 2, 1, 1)).isEqualTo(BookResult.DUPLICATE_REFERENCE);
        assertThat(books.replace(AAPL, 1, 3, 0, 1)).isEqualTo(BookResult.BAD_QUANTITY);
        assertThat(books.replace(AAPL, 1, 3, 1, 0)).isEqualTo(BookResult.BAD_PRICE);

        assertThat(books.refusals(BookResult.DUPLICATE_REFERENCE)).isEqualTo(2);
        assertThat(books.refusals(BookResult.BAD_QUANTITY)).isEqualTo(4);
        assertThat(books.refusals(BookResult.BAD_PRICE)).isEqualTo(3);
        assertThat(books.refusals(BookResult.EXCESS_QUANTITY)).isEqualTo(1);
        assertThat(books.refusals(BookResult.UNKNOWN_REFERENCE)).isEqualTo(3);
        assertThat(books.liveOrderCount()).isEqualTo(2);
        assertThat(books.bestBidQuantity(AAPL)).isEqualTo(200);
        assertThat(books.liveLevelCount()).isEqualTo(1);
    }

    @Test
    void shouldHoldTheExtremesOfPricesSharesAndReferences()
    {
        books.add(65_535, OrderBooks.MAX_REFERENCE, BID, OrderBooks.MAX_QUANTITY, OrderBooks.MAX_PRICE_E4);
        books.add(65_535, 0, BID, OrderBooks.MAX_QUANTITY, OrderBooks.MAX_PRICE_E4);
        books.add(0, 0, ASK, 1, 1);

        assertThat(books.bestBidPriceE4(65_535)).isEqualTo(2_000_000_000L);
        assertThat(books.bestBidQuantity(65_535)).isEqualTo(2 * 4_294_967_295L);
        assertThat(books.bestAskPriceE4(0)).isEqualTo(1);
        assertThat(books.orderQuantity(65_535, OrderBooks.MAX_REFERENCE)).isEqualTo(4_294_967_295L);
    }

    @Test
    void shouldRefuseAReferenceThatMightBeTakenForOneOfAnotherSymbol()
    {
        books.add(0, 5, BID, 1, 1);

        assertThat(books.add(1, 1L << 48, BID, 1, 1)).isEqualTo(BookResult.BAD_REFERENCE);
        assertThat(books.replace(0, 5, -1, 1, 1)).isEqualTo(BookResult.BAD_REFERENCE);
        assertThat(books.delete(1, (1L << 48) + 5)).isEqualTo(BookResult.UNKNOWN_REFERENCE);
        assertThat(books.reduce(1, (1L << 48) + 5, 1)).isEqualTo(BookResult.UNKNOWN_REFERENCE);

        assertThat(books.liveOrderCount()).isEqualTo(1);
        assertThat(books.refusals(BookResult.BAD_REFERENCE)).isEqualTo(2);
    }

    @Test
    void shouldCountBooksThatAreLockedAndCrossed()
    {
        books.add(AAPL, 1, BID, 1, 3_000_000);
        books.add(AAPL, 2, ASK, 1, 3_000_001);
        assertThat(books.lockedCount() + books.crossedCount()).isZero();

        books.add(AAPL, 3, BID, 1, 3_000_001);
        books.replace(AAPL, 3, 4, 1, 3_000_002);

        assertThat(books.lockedCount()).isEqualTo(1);
        assertThat(books.crossedCount()).isEqualTo(1);
    }

    @Test
    void shouldRefuseToBeSetUpForNothing()
    {
        assertThatThrownBy(() -> new OrderBooks(0, 1, HugePages.OFF))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("expectedOrders=0 expectedSymbols=1");
        assertThatThrownBy(() -> new OrderBooks(1, 65_537, HugePages.OFF))
            .hasMessageContaining("expectedSymbols=65537");
    }
}
