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
package io.packetflow.risk.valuation;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TailSelectionTest
{
    private static final int MOST = HistoricalVar.MAX_SCENARIOS;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate((long)MOST * Long.BYTES, 64);

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldFindEveryRankOfRandomNumbers()
    {
        for (int run = 0; run < 2_000; run++)
        {
            final SplittableRandom random = new SplittableRandom(0x5E1E_0000L + run);
            final int count = 1 + random.nextInt(60);
            // Few different ones, so that equal numbers are met, too; or all of 64 bits.
            final long spread = run % 3 == 0 ? 4 : Long.MAX_VALUE;
            final long[] numbers = random.longs(count, -spread, spread).toArray();
            assertEachRank("run " + run, numbers);
        }
    }

    @Test
    void shouldFindRanksOfPatterns()
    {
        assertTails("sorted", i -> i);
        assertTails("reversed", i -> -i);
        assertTails("equal", i -> 7);
        assertTails("two values", i -> i & 1);
        assertTails("saw", i -> i % 17);
        assertTails("organ pipe", i -> Math.min(i, MOST - i));
        assertTails("largest and least", i -> i % 2 == 0 ? Long.MIN_VALUE : Long.MAX_VALUE);
    }

    @Test
    void shouldTakeTheSameStepsForTheSameNumbers()
    {
        final long[] numbers = new SplittableRandom(1).longs(500).toArray();
        final long[] first = selected(numbers, 5);

        assertThat(selected(numbers, 5)).isEqualTo(first);
    }

    private void assertTails(final String what, final LongUnaryOperator number)
    {
        final long[] numbers = new long[MOST];
        Arrays.setAll(numbers, number::applyAsLong);
        for (final int rank : new int[] {0, 1, 81, MOST / 2, MOST - 1})
        {
            assertRank(what + ", rank " + rank, numbers, rank);
        }
    }

    private void assertEachRank(final String what, final long[] numbers)
    {
        for (int rank = 0; rank < numbers.length; rank++)
        {
            assertRank(what + ", rank " + rank, numbers, rank);
        }
    }

    private void assertRank(final String what, final long[] numbers, final int rank)
    {
        final long[] sorted = numbers.clone();
        Arrays.sort(sorted);

        final long[] after = selected(numbers, rank);

        assertThat(after[rank]).as(what).isEqualTo(sorted[rank]);
        final long[] below = Arrays.copyOf(after, rank);
        Arrays.sort(below);
        assertThat(below).as(what).isEqualTo(Arrays.copyOf(sorted, rank));
    }

    private long[] selected(final long[] numbers, final int rank)
    {
        slab.putLongs(0, numbers);
        final long answer = TailSelection.select(slab, numbers.length, rank);
        final long[] after = new long[numbers.length];
        slab.getLongs(0, after);
        assertThat(answer).isEqualTo(after[rank]);
        return after;
    }
}
