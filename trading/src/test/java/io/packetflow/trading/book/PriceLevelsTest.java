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
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.Test;

class PriceLevelsTest
{
    private static final long SEED = 17;
    private static final int SIDE = 3;
    private static final int MAX_KEY = 1_500;

    @Test
    void shouldKeepASideOfAThousandLevelsInOrder()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final TreeMap<Integer, Long> expected = new TreeMap<>();
        try (PriceLevels levels = new PriceLevels(8, 1, 3, HugePages.OFF))
        {
            for (int step = 0; step < 20_000; step++)
            {
                final int key = random.nextInt(1, MAX_KEY);
                final int best = expected.isEmpty() ? 0 : expected.lastKey();
                final boolean changed;
                if (random.nextInt(3) > 0 || !expected.containsKey(key))
                {
                    changed = levels.add(SIDE, key, 10);
                    expected.merge(key, 10L, Long::sum);
                    assertThat(changed).as("seed %d step %d", SEED, step).isEqualTo(key >= best);
                }
                else
                {
                    changed = levels.remove(SIDE, key, 10);
                    expected.computeIfPresent(key, (same, quantity) -> quantity == 10 ? null : quantity - 10);
                    assertThat(changed).as("seed %d step %d", SEED, step).isEqualTo(key == best);
                }
                if (step % 1_000 == 999)
                {
                    assertThat(read(levels)).as("seed %d step %d", SEED, step)
                        .isEqualTo(List.copyOf(expected.descendingMap().entrySet()));
                }
            }
            assertThat(levels.count(SIDE)).isGreaterThan(1_000);
            assertThat(levels.levelCount()).isEqualTo(levels.count(SIDE));
            assertThat(levels.areaGrowths()).isGreaterThan(5);
            assertThat(levels.poolGrowths()).isGreaterThan(1);
            assertThat(levels.count(SIDE - 1) + levels.count(SIDE + 1)).isZero();
        }
    }

    @Test
    void shouldGiveTheAreaThatASideOutgrewToTheNext()
    {
        try (PriceLevels levels = new PriceLevels(8, 2, 3, HugePages.OFF))
        {
            fill(levels, 0, 8);
            final int poolGrowths = levels.poolGrowths();
            // The areas of 4 and 8 slots that side 0 left serve side 1.
            fill(levels, 1, 7);

            assertThat(levels.poolGrowths()).isEqualTo(poolGrowths);
            assertThat(levels.count(0)).isEqualTo(8);
            assertThat(levels.count(1)).isEqualTo(7);
            assertThat(levels.keyAt(levels.offsetOf(1, 7))).as("below the last level").isZero();
        }
    }

    private static void fill(final PriceLevels levels, final int side, final int count)
    {
        for (int key = 1; key <= count; key++)
        {
            assertThat(levels.add(side, key, key)).isTrue();
        }
    }

    private static List<Map.Entry<Integer, Long>> read(final PriceLevels levels)
    {
        final List<Map.Entry<Integer, Long>> read = new ArrayList<>();
        for (int level = 0; level < levels.count(SIDE); level++)
        {
            final long offset = levels.offsetOf(SIDE, level);
            assertThat(levels.ordersAt(offset) * 10L).isEqualTo(levels.quantityAt(offset));
            read.add(Map.entry(levels.keyAt(offset), levels.quantityAt(offset)));
        }
        return read;
    }
}
