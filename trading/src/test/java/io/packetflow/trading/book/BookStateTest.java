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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateImage;
import io.packetflow.layout.state.StateReader;
import io.packetflow.layout.state.StateSizer;
import io.packetflow.layout.state.StateWriter;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.StateText;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Books that are restored into fresh ones go on as those that were saved, however much those had grown. */
class BookStateTest
{
    private static final int OPERATIONS = 3_000;
    private static final int MESSAGES = 20_000;

    private final Arena arena = new Arena(HugePages.OFF);
    private final StateImage image = new StateImage("books", HugePages.OFF);

    @AfterEach
    void free()
    {
        image.close();
        arena.close();
    }

    @Test
    void shouldGoOnFromRestoredBooksThatHadGrown()
    {
        for (long seed = 1; seed <= 8; seed++)
        {
            try (OrderBooks saved = new OrderBooks(1, 1, HugePages.OFF);
                OrderBooks restored = new OrderBooks(1, 1, HugePages.OFF))
            {
                saved.add(7, 1, OrderBooks.BID, 100, 1_000_000);
                saved.add(7, 2, OrderBooks.ASK, 100, 1_000_000);
                assertThat(saved.lockedCount()).isPositive();
                drive(saved, new SplittableRandom(seed), 0);
                assertThat(saved.growths()).isGreaterThan(2);

                image.save(saved);
                image.restore(restored);

                assertSame(saved, restored, seed);
                final long answers = drive(saved, new SplittableRandom(~seed), OPERATIONS);
                assertThat(drive(restored, new SplittableRandom(~seed), OPERATIONS)).as("seed %d", seed)
                    .isEqualTo(answers);
                assertSame(saved, restored, seed);
                assertThat(saved.refusals(BookResult.DUPLICATE_REFERENCE)).isPositive();
            }
        }
    }

    @Test
    void shouldGoOnInTheMiddleOfADay()
    {
        final GeneratedFeed feed = GeneratedFeed.inMemory(GeneratorConfig.of(MESSAGES, 7, 50, 2_000), arena);
        try (OrderBooks savedBooks = new OrderBooks(4_000, 50, HugePages.OFF);
            OrderBooks restoredBooks = new OrderBooks(4_000, 50, HugePages.OFF);
            ItchFile file = feed.file("generated"))
        {
            final ItchBookProcessor saved =
                new ItchBookProcessor(savedBooks, new SymbolDirectory(), new MarketStates());
            final ItchBookProcessor restored =
                new ItchBookProcessor(restoredBooks, new SymbolDirectory(), new MarketStates());
            final ItchFileCursor cursor = file.cursor();
            for (int i = 0; i < MESSAGES / 2 && cursor.hasNext(); i++)
            {
                apply(saved, file.slab(), cursor.messageOffset());
                cursor.advance();
            }

            image.save(saved);
            image.restore(restored);

            assertThat(StateText.of("processor", restored)).isEqualTo(StateText.of("processor", saved));
            while (cursor.hasNext())
            {
                assertThat(apply(restored, file.slab(), cursor.messageOffset()))
                    .isEqualTo(apply(saved, file.slab(), cursor.messageOffset()));
                cursor.advance();
            }
            assertThat(StateText.of("processor", restored)).isEqualTo(StateText.of("processor", saved));
        }
    }

    @Test
    void shouldRestoreHaltsAndWhatDidNotFitADirectory()
    {
        final MarketStates savedStates = new MarketStates();
        final MarketStates restoredStates = new MarketStates();
        savedStates.operationalHalt(5, true);
        final SymbolDirectory savedSymbols = new SymbolDirectory();
        final SymbolDirectory restoredSymbols = new SymbolDirectory();
        for (int symbol = 1; symbol < 100_000; symbol++)
        {
            savedSymbols.put(symbol & 0xFFFF, symbol);
        }
        assertThat(savedSymbols.refusedCount()).isPositive();

        image.save(savedStates);
        image.restore(restoredStates);
        image.save(savedSymbols);
        image.restore(restoredSymbols);

        assertThat(StateText.of("states", restoredStates)).isEqualTo(StateText.of("states", savedStates));
        assertThat(StateText.of("symbols", restoredSymbols)).isEqualTo(StateText.of("symbols", savedSymbols));
        assertThat(restoredSymbols.put(1, 200_000)).isFalse();
    }

    @Test
    void shouldNameTheTableThatWasSetUpForAnotherSize()
    {
        try (OrderBooks saved = new OrderBooks(1, 1, HugePages.OFF);
            OrderBooks moreOrders = new OrderBooks(1_000, 1, HugePages.OFF);
            OrderBooks moreSymbols = new OrderBooks(1, 10, HugePages.OFF))
        {
            image.save(saved);

            assertThatThrownBy(() -> image.restore(moreOrders)).isInstanceOf(StateException.class)
                .hasMessageStartingWith("saved state does not fit books.orders.initialBytes: expected 65536 as " +
                    "configured here, found 16384");
            assertThatThrownBy(() -> image.restore(moreSymbols)).isInstanceOf(StateException.class)
                .hasMessageStartingWith("saved state does not fit books.levels.initialPoolBytes");
        }
    }

    @Test
    void shouldRefuseSizesThatCannotBeMeantBeforeItGrowsToThem()
    {
        try (OrderTable orders = new OrderTable(1, HugePages.OFF);
            PriceLevels levels = new PriceLevels(4, 1, 4, HugePages.OFF))
        {
            for (long key = 1; key < 2_000; key++)
            {
                orders.growIfFull();
                orders.insert(key, key);
                levels.add((int)key & 3, (int)key, 1);
            }
            assertThat(refusals(orders, 0x0DE5L)).isGreaterThan(1_000);
            assertThat(refusals(levels, 0x1E7EL)).isGreaterThan(1_000);
        }
    }

    /** Changes words near the beginning, where the sizes are; answers how many changes were refused. */
    private int refusals(final Stateful part, final long seed)
    {
        final SplittableRandom random = new SplittableRandom(seed);
        final Slab original = arena.allocate(StateSizer.bytesOf("part", part), 8);
        new StateWriter(original).part("part", part);
        final Slab changed = arena.allocate(original.capacity(), 8);
        int refused = 0;
        for (int run = 0; run < 2_000; run++)
        {
            changed.copyFrom(0, original, 0, original.capacity());
            changed.putLong(8L * random.nextInt(20), random.nextLong() >>> random.nextInt(64));
            refused += isRefused(part, changed) ? 1 : 0;
        }
        new StateReader(original, 0, original.capacity()).part("part", part);
        return refused;
    }

    private static boolean isRefused(final Stateful part, final Slab saved)
    {
        try
        {
            new StateReader(saved, 0, saved.capacity()).part("part", part);
            return false;
        }
        catch (final StateException expected)
        {
            return expected.getMessage().startsWith("saved state does not fit part");
        }
    }

    private static int apply(final ItchBookProcessor processor, final Slab slab, final long message)
    {
        return processor.apply(slab, message, ItchDecoder.type(slab, message));
    }

    /** Random operations on three symbols, deep books; answers a hash of all results. */
    private static long drive(final OrderBooks books, final SplittableRandom random, final int firstReference)
    {
        long answers = 0;
        for (int i = 1; i <= OPERATIONS; i++)
        {
            final int locate = random.nextInt(3) * 1_000;
            final long old = random.nextInt(firstReference + i);
            final long quantity = random.nextInt(6);
            final long priceE4 = 1_000_000 + random.nextInt(400) * 100L;
            final int dice = random.nextInt(100);
            final int result;
            if (dice < 55)
            {
                final long reference = dice == 0 ? old : firstReference + i;
                result = books.add(locate, reference, dice & 1, quantity, priceE4);
            }
            else if (dice < 70)
            {
                result = books.delete(locate, old);
            }
            else if (dice < 85)
            {
                result = books.reduce(locate, old, quantity);
            }
            else
            {
                result = books.replace(locate, old, firstReference + i, quantity, priceE4);
            }
            answers = answers * 31 + result;
        }
        return answers;
    }

    private static void assertSame(final OrderBooks expected, final OrderBooks actual, final long seed)
    {
        assertThat(StateText.of("books", actual)).as("seed %d", seed).isEqualTo(StateText.of("books", expected));
        assertThat(actual.growths()).isEqualTo(expected.growths());
        for (int locate = 0; locate <= 2_000; locate += 1_000)
        {
            for (int side = 0; side < 2; side++)
            {
                assertThat(actual.levelCount(locate, side)).isEqualTo(expected.levelCount(locate, side));
                for (int level = 0; level < expected.levelCount(locate, side); level++)
                {
                    assertThat(actual.levelPriceE4(locate, side, level))
                        .isEqualTo(expected.levelPriceE4(locate, side, level));
                    assertThat(actual.levelQuantity(locate, side, level))
                        .isEqualTo(expected.levelQuantity(locate, side, level));
                }
            }
        }
    }
}
