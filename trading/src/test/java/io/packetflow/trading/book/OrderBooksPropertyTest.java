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

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrderBooksPropertyTest
{
    private static final int[] LOCATES = {0, 13, 65_535};

    private SplittableRandom random;
    private List<Long> references;
    private long nextReference;
    private long stride;
    private int priceRange;

    /** Narrow prices crowd levels, wide ones make books deep enough to bisect; strides try the hash. */
    @ParameterizedTest
    @CsvSource({"1, 8, 1", "2, 200, 1", "3, 20, 4096", "4, 3, 4294967296", "5, 200, -1", "6, 50, 1099511627776"})
    void shouldEqualTheReferenceBooksAfterEachOperation(final long seed, final int range, final long step)
    {
        random = new SplittableRandom(seed);
        references = new ArrayList<>();
        priceRange = range;
        stride = step;
        nextReference = step < 0 ? 2_000 : 1;
        final ReferenceBooks expected = new ReferenceBooks();
        // Set up for one order, so that order table and areas have to grow on the way.
        try (OrderBooks books = new OrderBooks(1, 1, HugePages.OFF))
        {
            for (int operation = 0; operation < 4_000; operation++)
            {
                final String where = "seed " + seed + " operation " + operation;
                final int locate = LOCATES[random.nextInt(LOCATES.length)];

                applyToBoth(books, expected, locate, where);

                assertThat(books.liveOrderCount()).as(where).isEqualTo(expected.liveOrderCount());
                if (operation % 16 == 0)
                {
                    assertSameDepth(books, expected, locate, where);
                }
            }
            assertThat(books.growths()).isPositive();
            books.clear();
            assertThat(books.liveOrderCount()).isZero();
            assertSameDepth(books, new ReferenceBooks(), LOCATES[0], "cleared");
        }
    }

    private void applyToBoth(
        final OrderBooks books, final ReferenceBooks expected, final int locate, final String where)
    {
        final long reference = anyReference();
        final long quantity = anyQuantity();
        final long price = anyPrice();
        final int dice = random.nextInt(100);
        final int result;
        final int expectedResult;
        if (dice < 48)
        {
            final int side = random.nextInt(2);
            final long added = random.nextInt(50) == 0 ? reference : newReference();
            result = books.add(locate, added, side, quantity, price);
            expectedResult = expected.add(locate, added, side, quantity, price);
        }
        else if (dice < 72)
        {
            result = books.delete(locate, reference);
            expectedResult = expected.delete(locate, reference);
        }
        else if (dice < 87)
        {
            result = books.reduce(locate, reference, quantity);
            expectedResult = expected.reduce(locate, reference, quantity);
        }
        else
        {
            final long added = random.nextInt(10) == 0 ? reference : newReference();
            result = books.replace(locate, reference, added, quantity, price);
            expectedResult = expected.replace(locate, reference, added, quantity, price);
        }
        assertThat(result).as(where).isEqualTo(expectedResult);
    }

    private void assertSameDepth(
        final OrderBooks books, final ReferenceBooks expected, final int locate, final String where)
    {
        for (int side = OrderBooks.BID; side <= OrderBooks.ASK; side++)
        {
            final List<List<Long>> depth = new ArrayList<>();
            for (int level = 0; level < books.levelCount(locate, side); level++)
            {
                depth.add(List.of(
                    books.levelPriceE4(locate, side, level),
                    books.levelQuantity(locate, side, level),
                    (long)books.levelOrderCount(locate, side, level)));
            }
            final List<List<Long>> expectedDepth = expected.depth(locate, side);
            assertThat(depth).as(where).isEqualTo(expectedDepth);
            final List<Long> best = expectedDepth.isEmpty() ? List.of(0L, 0L) : expectedDepth.get(0);
            final boolean isBid = side == OrderBooks.BID;
            assertThat(isBid ? books.bestBidPriceE4(locate) : books.bestAskPriceE4(locate))
                .as(where).isEqualTo(best.get(0));
            assertThat(isBid ? books.bestBidQuantity(locate) : books.bestAskQuantity(locate))
                .as(where).isEqualTo(best.get(1));
        }
    }

    private long newReference()
    {
        references.add(nextReference);
        nextReference += stride;
        return nextReference - stride;
    }

    private long anyReference()
    {
        final int count = references.size();
        // Mostly live ones: of older references few are left.
        return count == 0 ? 0 : references.get(count - 1 - random.nextInt(Math.min(count, 400)));
    }

    private long anyQuantity()
    {
        final int dice = random.nextInt(40);
        if (dice == 0)
        {
            return random.nextBoolean() ? 0 : 1L << 32;
        }
        return dice == 1 ? (1L << 32) - 1 : 1 + random.nextInt(5);
    }

    private long anyPrice()
    {
        final int dice = random.nextInt(60);
        if (dice == 0)
        {
            return random.nextBoolean() ? 0 : OrderBooks.MAX_PRICE_E4 + 1;
        }
        if (dice == 1)
        {
            return random.nextBoolean() ? 1 : OrderBooks.MAX_PRICE_E4;
        }
        return 1_000_000 + random.nextInt(priceRange) * 100L;
    }
}
