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

import org.junit.jupiter.api.Test;

class SymbolDirectoryTest
{
    private final SymbolDirectory directory = new SymbolDirectory();

    @Test
    void shouldFindEachOfAllSymbolsInBothDirections()
    {
        for (int locate = 0; locate < OrderBooks.MAX_SYMBOLS; locate++)
        {
            assertThat(directory.put(locate, symbol(locate))).isTrue();
        }
        for (int locate = 0; locate < OrderBooks.MAX_SYMBOLS; locate++)
        {
            assertThat(directory.symbolOf(locate)).isEqualTo(symbol(locate));
            assertThat(directory.locateOf(symbol(locate))).isEqualTo(locate);
        }
    }

    @Test
    void shouldForgetTheFormerSymbolOfALocate()
    {
        directory.put(7, 1);
        directory.put(7, 2);

        assertThat(directory.symbolOf(7)).isEqualTo(2);
        assertThat(directory.locateOf(1)).isEqualTo(SymbolDirectory.NOT_FOUND);
        assertThat(directory.locateOf(2)).isEqualTo(7);
        assertThat(directory.symbolOf(8)).isZero();
    }

    @Test
    void shouldRefuseAndCountMoreSymbolsThanItHolds()
    {
        int accepted = 0;
        for (int i = 1; i <= 100_000; i++)
        {
            accepted += directory.put(1, i) ? 1 : 0;
        }

        assertThat(accepted).isEqualTo(98_304);
        assertThat(directory.refusedCount()).isEqualTo(100_000 - 98_304);
    }

    private static long symbol(final int locate)
    {
        return 0x4141_2020_2020_2020L + ((long)locate << 24);
    }
}
