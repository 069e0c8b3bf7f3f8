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
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.KillReason;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.limit.RiskLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExposureLedgerTest
{
    private static final long PRICE_E4 = 1_000_000;
    private static final long NOW_NANOS = 1_000_000;

    private final Arena arena = new Arena(HugePages.OFF);
    private PreTradeRisk risk;
    private ExposureLedger ledger;

    @BeforeEach
    void open()
    {
        risk = risk(2, 2, 10_000_000);
        ledger = risk.ledger();
    }

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldEndWithNothingReservedWhateverHappenedToAReplace()
    {
        assertThat(risk.check().checkAndReserve(0, 0, Side.BUY, PRICE_E4, 100, NOW_NANOS)).isZero();
        assertThat(
            risk.check().checkAndReserveReplace(0, 0, Side.BUY, PRICE_E4 + 500, 60, PRICE_E4, 100, NOW_NANOS)).isZero();
        assertThat(ledger.openNotionalE4(0)).isEqualTo(100 * (PRICE_E4 + 500));
        assertThat(ledger.openQuantity(0, 0, Side.BUY)).isEqualTo(100);

        assertThat(ledger.onFill(0, 0, Side.BUY, PRICE_E4 + 500, 30, false)).isZero();
        assertThat(ledger.onReplaced(0, 0, Side.BUY, PRICE_E4 + 500, 30, PRICE_E4 + 500, 70)).isZero();
        assertThat(ledger.openNotionalE4(0)).isEqualTo(30 * (PRICE_E4 + 500));
        assertThat(ledger.onFill(0, 0, Side.BUY, PRICE_E4 + 500, 30, true)).isZero();

        assertThat(ledger.openNotionalE4(0)).isZero();
        assertThat(ledger.openOrders(0)).isZero();
        assertThat(ledger.openQuantity(0, 0, Side.BUY)).isZero();
        assertThat(ledger.position(0, 0)).isEqualTo(60);
    }

    @Test
    void shouldKeepOwnBestExactForOneReplacedOrder()
    {
        risk.check().checkAndReserve(0, 0, Side.BUY, PRICE_E4, 100, NOW_NANOS);
        risk.check().checkAndReserveReplace(0, 0, Side.BUY, PRICE_E4 - 10, 100, PRICE_E4, 100, NOW_NANOS);
        assertThat(sell(PRICE_E4)).isEqualTo(Violation.SELF_TRADE.mask());

        ledger.onReplaced(0, 0, Side.BUY, PRICE_E4 - 10, 100, PRICE_E4, 100);

        assertThat(sell(PRICE_E4 - 9)).isZero();
        assertThat(sell(PRICE_E4 - 10)).isEqualTo(Violation.SELF_TRADE.mask());
    }

    @Test
    void shouldKeepABestPriceUntilItsOwnerCorrectsIt()
    {
        ledger.accept(0, 0, Side.BUY, PRICE_E4, 100);
        ledger.accept(0, 0, Side.BUY, PRICE_E4 - 10, 100);
        ledger.release(0, 0, Side.BUY, PRICE_E4, 100);
        assertThat(sell(PRICE_E4)).isEqualTo(Violation.SELF_TRADE.mask());

        assertThat(ledger.ownBest(0, 0, Side.BUY, PRICE_E4 - 10)).isZero();
        assertThat(sell(PRICE_E4)).isZero();
        assertThat(sell(PRICE_E4 - 10)).isEqualTo(Violation.SELF_TRADE.mask());

        ledger.release(0, 0, Side.BUY, PRICE_E4 - 10, 100);
        ledger.ownBest(0, 0, Side.BUY, PRICE_E4 - 20);
        ledger.position(0, 0, 5);
        assertThat(sell(PRICE_E4 - 20)).as("said by its owner").isEqualTo(Violation.SELF_TRADE.mask());

        assertThat(ledger.ownBest(0, 0, Side.BUY, 0)).isZero();
        assertThat(sell(PRICE_E4 - 20)).isZero();
    }

    @Test
    void shouldKeepOwnPricesSafeWhenAHigherMaximumScalesThem()
    {
        final PreTradeRisk fine = risk(1, 1, 10_000_000);
        fine.ledger().accept(0, 0, Side.BUY, PRICE_E4 + 3, 100);
        fine.ledger().accept(0, 0, Side.SELL, PRICE_E4 + 900, 100);

        fine.limits().instrument(0, instrument(Ranges.MAX_PRICE_E4));
        assertThat(check(fine, Side.SELL, PRICE_E4 + 3)).isEqualTo(Violation.SELF_TRADE.mask());
        assertThat(check(fine, Side.BUY, PRICE_E4 + 900)).isEqualTo(Violation.SELF_TRADE.mask());
        assertThat(check(fine, Side.SELL, PRICE_E4 + 3 + 256)).isZero();
        assertThat(check(fine, Side.BUY, PRICE_E4 + 900 - 256)).isZero();

        fine.limits().instrument(0, instrument(10_000_000));
        assertThat(check(fine, Side.SELL, PRICE_E4 + 3)).isEqualTo(Violation.SELF_TRADE.mask());
        assertThat(check(fine, Side.BUY, PRICE_E4 + 900)).isEqualTo(Violation.SELF_TRADE.mask());
    }

    @Test
    void shouldStopAnAccountWhoseReportsDoNotFit()
    {
        ledger.accept(0, 0, Side.SELL, PRICE_E4, 100);

        assertThat(ledger.onFill(0, 0, Side.SELL, PRICE_E4, 130, true)).isEqualTo(ExposureLedger.INCONSISTENT);

        assertThat(ledger.position(0, 0)).isEqualTo(-130);
        assertThat(ledger.openQuantity(0, 0, Side.SELL)).isZero();
        assertThat(ledger.openNotionalE4(0)).isZero();
        assertThat(KillReason.of(risk.killSwitch().accountReasons(0))).containsExactly(KillReason.ACCOUNTING);
        assertThat(ledger.inconsistentCount()).isEqualTo(1);
        assertThat(ledger.release(1, 1, Side.BUY, PRICE_E4, 1)).isEqualTo(ExposureLedger.INCONSISTENT);
        assertThat(ledger.openOrders(1)).isZero();
    }

    @Test
    void shouldHoldAPositionThatLeaves32BitsAtTheEdgeAndStopTheAccount()
    {
        ledger.position(0, 0, Ranges.MAX_POSITION);
        ledger.onFill(0, 0, Side.BUY, 1, Integer.MAX_VALUE, false);

        assertThat(ledger.position(0, 0)).isEqualTo(Integer.MAX_VALUE);
        assertThat(risk.killSwitch().accountReasons(0)).isEqualTo(KillReason.ACCOUNTING.mask());
    }

    @Test
    void shouldCountNonsenseAndChangeNothing()
    {
        final long before = risk.stateHash();

        assertThat(ledger.accept(2, 0, Side.BUY, PRICE_E4, 1)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.onFill(0, -1, Side.BUY, PRICE_E4, 1, true)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.onCancel(0, 0, 2, PRICE_E4, 1, true)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.release(0, 0, Side.BUY, 0, 1)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.onReplaced(0, 0, Side.BUY, PRICE_E4, 0, PRICE_E4, 1)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.ownBest(0, 0, Side.BUY, -1)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.position(0, 0, Ranges.MAX_POSITION + 1)).isEqualTo(ExposureLedger.NONSENSE);
        assertThat(ledger.nonsenseCount()).isEqualTo(7);
        assertThat(risk.stateHash()).isEqualTo(before);
    }

    @Test
    void shouldHashAlikeForEqualHistoriesInTablesOfOtherSizesAndLimits()
    {
        final PreTradeRisk larger = risk(7, 9, 10_000_000);
        play(risk);
        play(larger);
        final long hash = risk.stateHash();

        assertThat(larger.stateHash()).isEqualTo(hash);
        larger.limits().account(1, new AccountLimits(1, 1, 1, 7, 7));
        larger.limits().pair(1, 1, new PairLimits(1, 1));
        assertThat(larger.stateHash()).isEqualTo(hash);
        larger.killSwitch().engageAccount(0, KillReason.MANUAL);
        assertThat(larger.stateHash()).isNotEqualTo(hash);
        risk.ledger().onFill(1, 1, Side.SELL, PRICE_E4 + 50, 1, false);
        assertThat(risk.stateHash()).isNotEqualTo(hash);
    }

    private void play(final PreTradeRisk played)
    {
        played.board().marketState(InstrumentBoard.OPEN);
        played.check().checkAndReserve(0, 0, Side.BUY, PRICE_E4 - 5, 100, NOW_NANOS);
        played.check().checkAndReserve(1, 1, Side.SELL, PRICE_E4 + 50, 10, NOW_NANOS + 1);
        played.ledger().onFill(0, 0, Side.BUY, PRICE_E4 - 5, 100, true);
    }

    private PreTradeRisk risk(final int accounts, final int instruments, final long maxPriceE4)
    {
        final PreTradeRisk made = new PreTradeRisk(arena, RiskLimits.builder(accounts, instruments)
            .everyInstrument(instrument(maxPriceE4))
            .everyAccount(new AccountLimits(Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 100, 1_000_000, 100))
            .everyPair(new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION))
            .conclude());
        for (int instrument = 0; instrument < Math.min(2, instruments); instrument++)
        {
            made.board().referencePrice(instrument, PRICE_E4);
            made.board().tradingState(instrument, InstrumentBoard.OPEN);
        }
        return made;
    }

    private static InstrumentLimits instrument(final long maxPriceE4)
    {
        return new InstrumentLimits(1, maxPriceE4, 5_000, 1, Integer.MAX_VALUE, Ranges.MAX_NOTIONAL_E4);
    }

    private long sell(final long priceE4)
    {
        return check(risk, Side.SELL, priceE4);
    }

    private static long check(final PreTradeRisk checked, final int side, final long priceE4)
    {
        return checked.check().check(0, 0, side, priceE4, 1, NOW_NANOS);
    }
}
