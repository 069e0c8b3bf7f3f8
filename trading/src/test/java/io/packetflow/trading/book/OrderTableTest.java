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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderTableTest
{
    private static final long SEED = 11;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 8, 1024, 4096, 1L << 32, 1L << 48, -1, 0x9E37_79B9_7F4A_7C15L})
    void shouldHoldWhatAMapHoldsWhateverTheStrideOfReferences(final long stride)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final Map<Long, Long> expected = new HashMap<>();
        final List<Long> keys = new ArrayList<>();
        try (OrderTable table = new OrderTable(300, HugePages.OFF))
        {
            long next = 0;
            for (int step = 0; step < 40_000; step++)
            {
                // Around 350 live orders: over the table's first size, and round it a hundred times.
                if (keys.isEmpty() || random.nextInt(700) >= keys.size())
                {
                    table.growIfFull();
                    assertThat(table.insert(next, step + 1)).isTrue();
                    assertThat(table.insert(next, 5)).isFalse();
                    expected.put(next, step + 1L);
                    keys.add(next);
                    next += stride;
                }
                else
                {
                    final int index = random.nextInt(keys.size());
                    final long key = keys.get(index);
                    keys.set(index, keys.get(keys.size() - 1));
                    keys.remove(keys.size() - 1);
                    table.remove(table.find(key));
                    expected.remove(key);
                    assertThat(table.find(key)).isEqualTo(OrderTable.NOT_FOUND);
                }
                assertThat(table.count()).isEqualTo(expected.size());
                if (step % 500 == 0)
                {
                    expected.forEach((key, word) -> assertThat(table.wordAt(table.find(key)))
                        .as("seed %d stride %d key %d", SEED, stride, key).isEqualTo(word));
                }
            }
        }
    }
}
