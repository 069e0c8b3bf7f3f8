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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchSymbol;
import io.packetflow.trading.feed.itch.LuldCollar;
import io.packetflow.trading.feed.itch.OperationalHalt;
import io.packetflow.trading.feed.itch.StockDirectory;
import io.packetflow.trading.feed.itch.SystemEvent;
import io.packetflow.trading.feed.itch.TradingAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ItchBookProcessorTest
{
    private static final int LOCATE = 13;
    private static final long AAPL = ItchSymbol.pack("AAPL");

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab slab = arena.allocate(64, 64);
    private final OrderBooks books = new OrderBooks(100, 4, HugePages.OFF);
    private final SymbolDirectory directory = new SymbolDirectory();
    private final MarketStates states = new MarketStates();
    private final ItchBookProcessor processor = new ItchBookProcessor(books, directory, states);

    @AfterEach
    void free()
    {
        books.close();
        arena.close();
    }

    @Test
    void shouldApplyTheLifeOfAnOrder()
    {
        header('A');
        ItchEncoder.addOrder(slab, 0, 1, 'B', 100, AAPL, 3_000_000);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        header('F');
        ItchEncoder.addOrderMpid(slab, 0, 2, 'S', 200, AAPL, 3_010_000, 0);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        header('E');
        ItchEncoder.orderExecuted(slab, 0, 1, 10, 77);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        header('C');
        ItchEncoder.orderExecutedAtPrice(slab, 0, 1, 20, 78, 'N', 3_005_000);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        header('X');
        ItchEncoder.orderCancel(slab, 0, 1, 30);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.bestBidQuantity(LOCATE)).isEqualTo(40);

        header('U');
        ItchEncoder.orderReplace(slab, 0, 1, 3, 500, 2_990_000);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.bestBidPriceE4(LOCATE)).isEqualTo(2_990_000);
        header('D');
        ItchEncoder.orderDelete(slab, 0, 3);
        assertThat(apply()).isEqualTo(BookResult.INSIDE_CHANGED);
        assertThat(books.bestBidPriceE4(LOCATE)).isZero();
        assertThat(books.bestAskQuantity(LOCATE)).isEqualTo(200);
    }

    @Test
    void shouldNeverTouchTheBookForTradesAndCrosses()
    {
        books.add(LOCATE, 0, OrderBooks.BID, 100, 3_000_000);

        header('P');
        ItchEncoder.trade(slab, 0, 0, 'B', 100, AAPL, 3_000_000, 1);
        assertThat(apply()).isEqualTo(BookResult.UNCHANGED);
        header('Q');
        ItchEncoder.crossTrade(slab, 0, 100, AAPL, 3_000_000, 2, 'O');
        assertThat(apply()).isEqualTo(BookResult.UNCHANGED);

        assertThat(books.bestBidQuantity(LOCATE)).isEqualTo(100);
        assertThat(books.liveOrderCount()).isEqualTo(1);
    }

    @Test
    void shouldRefuseASideThatIsNeitherBuyNorSell()
    {
        for (int letter = 0; letter < 256; letter++)
        {
            header('A');
            ItchEncoder.addOrder(slab, 0, letter, (char)letter, 1, AAPL, 1);
            final boolean isSide = letter == 'B' || letter == 'S';
            assertThat(apply() == BookResult.BAD_SIDE).as("side %d", letter).isNotEqualTo(isSide);
        }
        assertThat(books.refusals(BookResult.BAD_SIDE)).isEqualTo(254);
        assertThat(books.levelCount(LOCATE, OrderBooks.BID)).isEqualTo(1);
        assertThat(books.levelCount(LOCATE, OrderBooks.ASK)).isEqualTo(1);
    }

    @Test
    void shouldKeepWhatTheFeedSaysOfASymbol()
    {
        new StockDirectory(AAPL, 'Q', 'N', 100, 'N', 'C', 0, 'P', 'N', ' ', '1', 'N', 0, 'N')
            .encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(directory.locateOf(AAPL)).isEqualTo(LOCATE);
        assertThat(states.tradingState(LOCATE)).isEqualTo(MarketStates.UNKNOWN);

        new TradingAction(AAPL, 'T', ' ', 0).encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(states.isTrading(LOCATE)).isTrue();

        new LuldCollar(AAPL, 3_000_000, 3_150_000, 2_850_000, 0).encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(states.collarReferenceE4(LOCATE)).isEqualTo(3_000_000);
        assertThat(states.collarUpperE4(LOCATE)).isEqualTo(3_150_000);
        assertThat(states.collarLowerE4(LOCATE)).isEqualTo(2_850_000);

        new SystemEvent('Q').encode(slab, 0, 0, 0, 0);
        apply();
        assertThat(states.systemEvent()).isEqualTo('Q');
    }

    @Test
    void shouldStopTradingForHaltsOfNasdaqOnly()
    {
        new TradingAction(AAPL, 'T', ' ', 0).encode(slab, 0, LOCATE, 0, 0);
        apply();

        new OperationalHalt(AAPL, 'X', 'H').encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(states.isTrading(LOCATE)).isTrue();

        new OperationalHalt(AAPL, 'Q', 'H').encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(states.isTrading(LOCATE)).isFalse();
        assertThat(states.isOperationallyHalted(LOCATE)).isTrue();

        new OperationalHalt(AAPL, 'Q', 'T').encode(slab, 0, LOCATE, 0, 0);
        apply();
        assertThat(states.isTrading(LOCATE)).isTrue();
    }

    private void header(final char type)
    {
        ItchEncoder.header(slab, 0, type, LOCATE, 0, 0);
    }

    private int apply()
    {
        return processor.apply(slab, 0, ItchDecoder.type(slab, 0));
    }
}
