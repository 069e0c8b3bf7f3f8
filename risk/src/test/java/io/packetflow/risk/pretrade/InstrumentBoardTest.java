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
package io.packetflow.risk.pretrade;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.Ranges;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class InstrumentBoardTest
{
    private final Arena arena = new Arena(HugePages.OFF);
    private final InstrumentBoard board = new InstrumentBoard(new PreTradeTables(arena, 1, 2));

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldKeepTheOldReferenceWhereTheNewOneIsNonsense()
    {
        assertThat(board.referencePrice(1, 1_000_000)).isTrue();

        assertThat(board.referencePrice(1, 0)).isFalse();
        assertThat(board.referencePrice(1, Long.MIN_VALUE)).isFalse();
        assertThat(board.referencePrice(1, Ranges.MAX_PRICE_E4 + 1)).isFalse();
        assertThat(board.referencePriceE4(1)).isEqualTo(1_000_000);
        assertThat(board.refusedCount()).isEqualTo(3);
    }

    @Test
    void shouldRefuseInstrumentsAndStatesThatDoNotExist()
    {
        assertThat(board.referencePrice(2, 1)).isFalse();
        assertThat(board.clearReferencePrice(-1)).isFalse();
        assertThat(board.tradingState(2, InstrumentBoard.OPEN)).isFalse();
        assertThat(board.tradingState(0, 4)).isFalse();
        assertThat(board.shortSaleRestricted(2, true)).isFalse();
        assertThat(board.marketState(8)).isFalse();
        assertThat(board.refusedCount()).isEqualTo(6);
    }
}
