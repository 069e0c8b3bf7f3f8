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
package io.packetflow.layout.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateImage;
import io.packetflow.layout.memory.Slab;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LongTableTest
{
    private static final long SEED = 0x7AB1EL;

    private final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void closeArena()
    {
        arena.close();
    }

    @ParameterizedTest
    @EnumSource(KeyHash.class)
    void shouldBehaveLikeAHashMap(final KeyHash hash)
    {
        for (final long missingValue : new long[]{ 0, -1, Long.MIN_VALUE })
        {
            for (int maxEntries = 1; maxEntries < 200; maxEntries = maxEntries * 2 + 1)
            {
                compareWithHashMap(table(maxEntries, hash, missingValue), maxEntries * 2L);
                compareWithHashMap(table(maxEntries, hash, missingValue), Long.MAX_VALUE);
            }
        }
    }

    @Test
    void shouldKeepARunWhoseEntriesAllCollideWholeWhenSomeAreRemoved()
    {
        final LongTable table = table(8, KeyHash.IDENTITY, 0);
        final long capacity = table.capacity();
        // Homes 14, 15, 14, 15, 0: the run wraps around the end of the table.
        final long[] keys = { 14, 15, 14 + capacity, 15 + capacity, 2 * capacity };
        for (final long key : keys)
        {
            assertThat(table.put(key, key + 1)).isTrue();
        }

        assertThat(table.remove(14)).isEqualTo(15);

        assertThat(table.get(14)).isZero();
        for (int i = 1; i < keys.length; i++)
        {
            assertThat(table.get(keys[i])).as("key %d", keys[i]).isEqualTo(keys[i] + 1);
        }
    }

    @Test
    void shouldRefuseAndCountWhatIsTooMuch()
    {
        final LongTable table = table(3, KeyHash.FIBONACCI, 0);
        for (long key = 0; key < 3; key++)
        {
            assertThat(table.put(key, 1)).isTrue();
        }

        assertThat(table.put(3, 1)).isFalse();
        assertThat(table.put(2, 7)).as("an entry that is there can still change").isTrue();

        assertThat(table.refusedCount()).isEqualTo(1);
        assertThat(table.count()).isEqualTo(3);
        assertThat(table.get(2)).isEqualTo(7);
        assertThat(table.get(3)).isEqualTo(table.missingValue());
    }

    @Test
    void shouldChangeAValueInPlace()
    {
        final LongTable table = table(10, KeyHash.FIBONACCI, 0);
        table.put(42, 100);

        final long position = table.find(42);
        table.valueAt(position, table.valueAt(position) - 30);

        assertThat(table.get(42)).isEqualTo(70);
        assertThat(table.find(43)).isEqualTo(LongTable.NOT_FOUND);
        assertThatThrownBy(() -> table.valueAt(position, 0))
            .hasMessage("the missing value cannot be stored: key=42 missingValue=0");
        assertThatThrownBy(() -> table.put(43, 0))
            .hasMessage("the missing value cannot be stored: key=43 missingValue=0");
    }

    @Test
    void shouldGoOnFromRestoredState()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        try (StateImage image = new StateImage("table", HugePages.OFF))
        {
            for (final KeyHash hash : KeyHash.values())
            {
                final LongTable saved = table(50, hash, -1);
                final LongTable restored = table(50, hash, -1);
                change(random, saved, 500);
                change(random, restored, 500);

                image.save(saved);
                image.restore(restored);

                assertSame(saved, restored);
                final long seed = random.nextLong();
                change(new SplittableRandom(seed), saved, 500);
                change(new SplittableRandom(seed), restored, 500);
                assertSame(saved, restored);
            }
        }
    }

    @Test
    void shouldRefuseTheStateOfATableOfAnotherSize()
    {
        try (StateImage image = new StateImage("orders", HugePages.OFF))
        {
            image.save(table(50, KeyHash.FIBONACCI, 0));

            assertThatThrownBy(() -> image.restore(table(51, KeyHash.FIBONACCI, 0)))
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(
                    "saved state does not fit orders.maxEntries: expected 51 as configured here, found 50");
        }
    }

    private static void change(final SplittableRandom random, final LongTable table, final int operations)
    {
        for (int i = 0; i < operations; i++)
        {
            final long key = random.nextInt(100);
            if (random.nextInt(3) == 0)
            {
                table.remove(key);
            }
            else
            {
                table.put(key, random.nextInt(1_000));
            }
        }
    }

    private static void assertSame(final LongTable expected, final LongTable actual)
    {
        assertThat(actual.stateHash()).as("seed %d", SEED).isEqualTo(expected.stateHash());
        assertThat(actual.count()).isEqualTo(expected.count());
        assertThat(actual.refusedCount()).isEqualTo(expected.refusedCount()).isPositive();
        for (long key = 0; key < 100; key++)
        {
            assertThat(actual.get(key)).as("key %d", key).isEqualTo(expected.get(key));
        }
    }

    @Test
    void shouldHashEqualContentEquallyWhateverItsLayout()
    {
        final LongTable small = table(100, KeyHash.IDENTITY, 0);
        final LongTable large = table(5_000, KeyHash.FIBONACCI, -1);
        for (long key = 0; key < 100; key++)
        {
            small.put(key * 64, key + 1);
            large.put((99 - key) * 64, 100 - key);
        }
        large.put(-5, 5);
        assertThat(large.stateHash()).isNotEqualTo(small.stateHash());
        large.remove(-5);
        assertThat(large.stateHash()).isEqualTo(small.stateHash());

        small.put(0, 2);
        assertThat(large.stateHash()).as("a value differs").isNotEqualTo(small.stateHash());
        small.put(0, 1);
        assertThat(large.stateHash()).isEqualTo(small.stateHash());

        small.clear();
        assertThat(small.count()).isZero();
        assertThat(small.stateHash()).isEqualTo(table(7, KeyHash.IDENTITY, -9).stateHash());
    }

    @Test
    void shouldHashDifferentContentDifferently()
    {
        final LongTable swapped = table(4, KeyHash.IDENTITY, 0);
        final LongTable straight = table(4, KeyHash.IDENTITY, 0);
        straight.put(1, 2);
        straight.put(3, 4);
        swapped.put(1, 4);
        swapped.put(3, 2);

        assertThat(swapped.stateHash()).isNotEqualTo(straight.stateHash());
    }

    @Test
    void shouldStayInItsPartOfTheSlab()
    {
        final long bytes = LongTable.bytesFor(4);
        final Slab slab = arena.allocate(bytes + 128, 64);
        slab.fill(0, slab.capacity(), (byte)0x5A);
        final LongTable table = new LongTable(slab, 64, 4, KeyHash.FIBONACCI, 0);
        for (long key = 0; key < 4; key++)
        {
            table.put(key, -1);
        }

        assertThat(bytes).isEqualTo(8L * LongTable.ENTRY_BYTES);
        for (int i = 0; i < 64; i++)
        {
            assertThat(slab.getByte(i)).isEqualTo((byte)0x5A);
            assertThat(slab.getByte(64 + bytes + i)).isEqualTo((byte)0x5A);
        }
    }

    @Test
    void shouldRefuseAPlaceThatIsTooSmallOrNotAligned()
    {
        final Slab slab = arena.allocate(256, 64);

        assertThatThrownBy(() -> new LongTable(slab, 192, 4, KeyHash.IDENTITY, 0))
            .hasMessage("a table lies in its slab at a multiple of 8: base=192 bytes=128 capacity=256");
        assertThatThrownBy(() -> new LongTable(slab, 4, 4, KeyHash.IDENTITY, 0))
            .hasMessageContaining("base=4");
        assertThatThrownBy(() -> LongTable.bytesFor(0))
            .hasMessage("a table is made for 1 to 268435456 entries: maxEntries=0");
        assertThat(LongTable.bytesFor(LongTable.MAX_ENTRIES)).isEqualTo(16L << 29);
    }

    @Test
    void shouldNotAllocate()
    {
        final LongTable table = table(1_000, KeyHash.FIBONACCI, 0);
        churn(table);
        final com.sun.management.ThreadMXBean threads =
            (com.sun.management.ThreadMXBean)ManagementFactory.getThreadMXBean();
        // The first reading makes the bean's own objects.
        threads.getCurrentThreadAllocatedBytes();

        final long start = threads.getCurrentThreadAllocatedBytes();
        churn(table);
        final long allocatedBytes = threads.getCurrentThreadAllocatedBytes() - start;

        assertThat(allocatedBytes).isZero();
    }

    private static void churn(final LongTable table)
    {
        for (long key = 0; key < 100_000; key++)
        {
            table.put(key, key + 1);
            table.find(key - 1);
            table.remove(key - 900);
        }
    }

    private void compareWithHashMap(final LongTable table, final long keyBound)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final Map<Long, Long> expected = new HashMap<>();
        for (int step = 0; step < 2_000; step++)
        {
            final long key = random.nextLong(keyBound) - keyBound / 2;
            final String reproduction = "seed=" + SEED + " step=" + step + " maxEntries=" + table.maxEntries();
            if (random.nextInt(3) > 0)
            {
                final long value = random.nextLong(1, 1_000_000);
                final boolean isAccepted = expected.containsKey(key) || expected.size() < table.maxEntries();
                assertThat(table.put(key, value)).as(reproduction).isEqualTo(isAccepted);
                if (isAccepted)
                {
                    expected.put(key, value);
                }
            }
            else
            {
                // Of few keys one is often there; of many, one that is there is picked every other time.
                final long victim =
                    expected.isEmpty() || random.nextBoolean() ? key : expected.keySet().iterator().next();
                final Long removed = expected.remove(victim);
                assertThat(table.remove(victim)).as(reproduction)
                    .isEqualTo(removed == null ? table.missingValue() : removed);
            }
            assertThat(table.count()).as(reproduction).isEqualTo(expected.size());
        }
        expected.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
        assertThat(table.sumOverEntries((key, value) -> expected.get(key) == value ? 1 : -1))
            .isEqualTo(expected.size());
    }

    private LongTable table(final int maxEntries, final KeyHash hash, final long missingValue)
    {
        return new LongTable(arena.allocate(LongTable.bytesFor(maxEntries), 64), 0, maxEntries, hash, missingValue);
    }
}
