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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.pretrade.InstrumentBoard;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;
import io.packetflow.trading.gateway.ouch.OuchVenueDecoder;
import io.packetflow.trading.gateway.ouch.OuchVenueEncoder;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RiskBookTest
{
    private static final int LOCATE = 3;
    private static final long PRICE = 1_000_000;
    private static final int REQUEST = 128;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab wire = arena.allocate(256, 64);
    private final OuchVenueEncoder venue = new OuchVenueEncoder(wire);
    private final RiskBook book = new RiskBook(arena, TradingConfig.simulation(8, 100));

    @BeforeEach
    void openMarket()
    {
        book.bindInput(wire);
        book.risk().board().referencePrice(LOCATE, PRICE);
        book.risk().board().tradingState(LOCATE, InstrumentBoard.OPEN);
    }

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldBookAFillAndKeepTheRestOpen()
    {
        enter(1, 100);

        venue.executed(0, 0, 1, 40, PRICE, (byte)'A', 1);

        assertThat(book.onAnswer(wire, 0)).isEqualTo(LOCATE);
        assertOpen(1, 60);
        assertThat(book.positions().position(0, LOCATE)).isEqualTo(40);
    }

    @Test
    void shouldReleaseEverythingOnceAnOrderIsFilled()
    {
        enter(1, 100);
        venue.executed(0, 0, 1, 100, PRICE, (byte)'A', 1);
        book.onAnswer(wire, 0);

        assertOpen(0, 0);
        assertThat(book.orders().find(1)).isEqualTo(OpenOrders.NONE);
    }

    @Test
    void shouldReleaseWhatIsCanceledInPart()
    {
        enter(1, 100);
        venue.canceled(0, 0, 1, 30, (byte)'U');

        assertThat(book.onAnswer(wire, 0)).isEqualTo(VerdictArea.NO_FILL);
        assertOpen(1, 70);

        venue.canceled(0, 0, 1, 70, (byte)'U');
        book.onAnswer(wire, 0);

        assertOpen(0, 0);
    }

    @Test
    void shouldReleaseARejectedOrder()
    {
        enter(1, 100);
        venue.rejected(0, 0, 1, 1, 0, 0);
        book.onAnswer(wire, 0);

        assertOpen(0, 0);
    }

    @Test
    void shouldHoldTheNewOrderOnceItIsReplaced()
    {
        enter(1, 100);
        replace(1, 2, 60);
        assertOpen(1, 100);

        answerReplaced(1, 2, 60);

        assertOpen(1, 60);
        assertThat(book.unknownCount()).isZero();
    }

    @Test
    void shouldHoldTheOldOrderWhereItsReplaceIsRefused()
    {
        enter(1, 100);
        replace(1, 2, 150);
        assertOpen(1, 150);
        venue.rejected(0, 0, 2, 1, 0, 0);
        book.onAnswer(wire, 0);

        assertOpen(1, 100);
        assertThat(book.orders().find(2)).isEqualTo(OpenOrders.NONE);
    }

    @Test
    void shouldReleaseAllWhereAReplaceMeetsAFill()
    {
        enter(1, 100);
        replace(1, 2, 150);
        venue.executed(0, 0, 1, 100, PRICE, (byte)'A', 1);
        book.onAnswer(wire, 0);
        assertOpen(0, 0);

        venue.rejected(0, 0, 2, 1, 0, 0);
        book.onAnswer(wire, 0);

        assertOpen(0, 0);
        assertThat(book.unknownCount()).isZero();
        assertThat(book.positions().position(0, LOCATE)).isEqualTo(100);
        assertThat(book.risk().ledger().inconsistentCount()).isZero();
    }

    @Test
    void shouldCountAnswersAboutOrdersThatAreNotOpen()
    {
        venue.executed(0, 0, 9, 100, PRICE, (byte)'A', 1);

        assertThat(book.onAnswer(wire, 0)).isEqualTo(VerdictArea.NO_FILL);
        answerReplaced(8, 9, 10);

        assertThat(book.unknownCount()).isEqualTo(2);
        assertThat(book.positions().position(0, LOCATE)).isZero();
    }

    private void enter(final int ref, final int quantity)
    {
        assertThat(book.risk().check().checkAndReserve(0, LOCATE, Side.BUY, PRICE, quantity, 1)).isZero();
        book.orders().add(ref, LOCATE, Side.BUY, PRICE, quantity);
    }

    private void replace(final int original, final int ref, final int quantity)
    {
        final OpenOrders orders = book.orders();
        final int record = orders.find(original);
        assertThat(book.risk().check().checkAndReserveReplace(0, LOCATE, Side.BUY, PRICE, quantity,
            orders.reservedPriceE4(record), orders.reservedQuantity(record), 2)).isZero();
        orders.replaceUnderWay(record, ref, PRICE, quantity);
    }

    private void answerReplaced(final int original, final int ref, final int quantity)
    {
        new OuchEncoder(wire, OuchOrderTerms.postOnly("TEST  ")).replace(REQUEST, original, ref, quantity, PRICE);
        final OuchVenueDecoder request = new OuchVenueDecoder(wire);
        request.wrap(REQUEST);
        venue.replaced(0, 0, request, (byte)'B', 0, 0, 1);
        book.onAnswer(wire, 0);
    }

    private void assertOpen(final int count, final int quantity)
    {
        assertThat(book.risk().ledger().openOrders(0)).isEqualTo(count);
        assertThat(book.risk().ledger().openQuantity(0, LOCATE, Side.BUY)).isEqualTo(quantity);
        assertThat(book.risk().ledger().openNotionalE4(0)).isEqualTo(quantity * PRICE);
    }
}
