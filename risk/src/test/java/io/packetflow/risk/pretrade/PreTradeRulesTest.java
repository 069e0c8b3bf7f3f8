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

/** Each rule by itself: what stands at its limit passes, one beyond is refused for that rule alone. */
class PreTradeRulesTest
{
    private static final long PASS = 0;
    private static final long PRICE_E4 = 1_000_000;
    private static final int QUANTITY = 100;
    private static final InstrumentLimits INSTRUMENT =
        new InstrumentLimits(1, 10_000_000, 500, 1, 1_000_000, Ranges.MAX_NOTIONAL_E4);
    private static final AccountLimits ACCOUNT =
        new AccountLimits(Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 1_000, 1_000_000, 1_000);
    private static final PairLimits PAIR = new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION);

    private final Arena arena = new Arena(HugePages.OFF);
    private PreTradeRisk risk;
    private long nowNanos = 1_800_000_000_000_000_000L;

    @BeforeEach
    void open()
    {
        risk = new PreTradeRisk(arena, limits().conclude());
        for (int instrument = 0; instrument < 2; instrument++)
        {
            risk.board().referencePrice(instrument, PRICE_E4);
            risk.board().tradingState(instrument, InstrumentBoard.OPEN);
        }
    }

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldRefuseEverythingWhileAnInstrumentIsFresh()
    {
        final PreTradeRisk fresh = new PreTradeRisk(arena, limits().conclude());

        assertMask(
            fresh.check().check(0, 0, Side.BUY, PRICE_E4, QUANTITY, nowNanos),
            Violation.MARKET_CLOSED, Violation.REFERENCE_MISSING);
    }

    @Test
    void shouldRefuseAnOrderThatIsNone()
    {
        final PreTradeCheck check = risk.check();

        assertMask(check.check(2, 0, Side.BUY, PRICE_E4, QUANTITY, nowNanos), Violation.ACCOUNT_UNKNOWN);
        assertMask(check.check(-1, 0, Side.BUY, PRICE_E4, QUANTITY, nowNanos), Violation.ACCOUNT_UNKNOWN);
        assertMask(check.check(0, 2, Side.BUY, PRICE_E4, QUANTITY, nowNanos), Violation.INSTRUMENT_UNKNOWN);
        assertMask(check.check(0, 0, 2, PRICE_E4, QUANTITY, nowNanos), Violation.SIDE_INVALID);
        assertMask(check.check(0, 0, Side.BUY, 0, QUANTITY, nowNanos), Violation.PRICE_INVALID);
        assertMask(check.check(0, 0, Side.BUY, PRICE_E4, 0, nowNanos), Violation.QUANTITY_INVALID);
        assertMask(check.check(0, 0, Side.BUY, PRICE_E4, QUANTITY, -1), Violation.TIME_INVALID);
        assertMask(
            check.check(-1, Integer.MAX_VALUE, 9, Long.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE),
            Violation.ACCOUNT_UNKNOWN, Violation.INSTRUMENT_UNKNOWN, Violation.SIDE_INVALID,
            Violation.PRICE_INVALID, Violation.QUANTITY_INVALID, Violation.TIME_INVALID);
    }

    @Test
    void shouldRefuseATimeBeforeThatOfTheLastOrder()
    {
        assertThat(order(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);

        nowNanos -= 1;
        assertMask(order(0, Side.BUY, PRICE_E4, QUANTITY), Violation.TIME_INVALID);
    }

    @Test
    void shouldHoldPricesToTheCollar()
    {
        assertThat(check(0, Side.BUY, 950_000, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, 949_999, QUANTITY), Violation.PRICE_COLLAR);
        assertThat(check(0, Side.SELL, 1_050_000, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.SELL, 1_050_001, QUANTITY), Violation.PRICE_COLLAR);

        risk.board().referencePrice(0, 1_000_100);
        assertThat(check(0, Side.SELL, 1_050_105, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.SELL, 1_050_106, QUANTITY), Violation.PRICE_COLLAR);
    }

    @Test
    void shouldHoldPricesToTheFixedBandAndPassNothingWhereItMissesTheCollar()
    {
        risk.limits().instrument(0, new InstrumentLimits(999_999, 1_000_001, 500, 1, 100, Ranges.MAX_NOTIONAL_E4));

        assertThat(check(0, Side.BUY, 999_999, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, 999_998, QUANTITY), Violation.PRICE_COLLAR);
        assertThat(check(0, Side.BUY, 1_000_001, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, 1_000_002, QUANTITY), Violation.PRICE_COLLAR);

        risk.board().referencePrice(0, 2_000_000);
        assertMask(check(0, Side.BUY, 1_000_001, QUANTITY), Violation.PRICE_COLLAR);
        assertMask(check(0, Side.BUY, 1, QUANTITY), Violation.PRICE_COLLAR);
    }

    @Test
    void shouldRefuseWithoutAReference()
    {
        risk.board().clearReferencePrice(0);

        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.REFERENCE_MISSING);
        assertThat(check(1, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
    }

    @Test
    void shouldHoldQuantitiesToTheInstrumentsRange()
    {
        risk.limits().instrument(0, new InstrumentLimits(1, 10_000_000, 500, 10, 500, Ranges.MAX_NOTIONAL_E4));

        assertThat(check(0, Side.BUY, PRICE_E4, 10)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, PRICE_E4, 9), Violation.QUANTITY_BELOW_MINIMUM);
        assertThat(check(0, Side.BUY, PRICE_E4, 500)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, PRICE_E4, 501), Violation.QUANTITY_ABOVE_MAXIMUM);
    }

    @Test
    void shouldHoldNotionalsToInstrumentAndAccount()
    {
        risk.limits().instrument(0, new InstrumentLimits(1, 10_000_000, 500, 1, 1_000, 99 * PRICE_E4));
        assertThat(check(0, Side.BUY, PRICE_E4, 99)).isEqualTo(PASS);
        risk.limits().instrument(0, new InstrumentLimits(1, 10_000_000, 500, 1, 1_000, 99 * PRICE_E4 - 1));
        assertMask(check(0, Side.BUY, PRICE_E4, 99), Violation.INSTRUMENT_NOTIONAL);

        risk.limits().account(0, new AccountLimits(98 * PRICE_E4, Ranges.MAX_NOTIONAL_E4, 10, 100, 1));
        assertThat(check(0, Side.BUY, PRICE_E4, 98)).isEqualTo(PASS);
        risk.limits().account(0, new AccountLimits(98 * PRICE_E4 - 1, Ranges.MAX_NOTIONAL_E4, 10, 100, 1));
        assertMask(check(0, Side.BUY, PRICE_E4, 98), Violation.ACCOUNT_NOTIONAL);
    }

    @Test
    void shouldRefuseAProductThatLeaves64Bits()
    {
        risk.limits().instrument(
            0, new InstrumentLimits(1, Ranges.MAX_PRICE_E4, 500, 1, Integer.MAX_VALUE, Ranges.MAX_NOTIONAL_E4));
        risk.board().referencePrice(0, Ranges.MAX_PRICE_E4);
        // Times 2^29 the highest price wraps to a long that the limit would let pass.
        final int wrapping = 1 << 29;

        assertThat(wrappedProduct(Ranges.MAX_PRICE_E4, wrapping)).isBetween(1L, Ranges.MAX_NOTIONAL_E4);
        assertMask(
            check(0, Side.BUY, Ranges.MAX_PRICE_E4, wrapping),
            Violation.INSTRUMENT_NOTIONAL, Violation.ACCOUNT_NOTIONAL, Violation.OPEN_NOTIONAL);
        assertMask(
            check(0, Side.BUY, Ranges.MAX_PRICE_E4, Integer.MAX_VALUE),
            Violation.INSTRUMENT_NOTIONAL, Violation.ACCOUNT_NOTIONAL, Violation.OPEN_NOTIONAL, Violation.POSITION);
    }

    @Test
    void shouldNotWrapWhereAHugeOrderMeetsMoreOpenThanItsLoweredLimit()
    {
        risk.limits().instrument(
            0, new InstrumentLimits(1, Ranges.MAX_PRICE_E4, 500, 1, Integer.MAX_VALUE, Ranges.MAX_NOTIONAL_E4));
        risk.board().referencePrice(0, Ranges.MAX_PRICE_E4);
        assertThat(order(0, Side.BUY, Ranges.MAX_PRICE_E4, 2_000_000)).isEqualTo(PASS);
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, 0, 1_000, 1_000_000, 1_000));

        // The product is below 2^63, but not together with what is open.
        assertMask(
            check(0, Side.BUY, Ranges.MAX_PRICE_E4, 9_000_000),
            Violation.INSTRUMENT_NOTIONAL, Violation.ACCOUNT_NOTIONAL, Violation.OPEN_NOTIONAL);
    }

    @Test
    void shouldHoldTheWorstCasePositionToItsLimit()
    {
        risk.limits().pair(0, 0, new PairLimits(250, 150));
        assertThat(order(0, Side.BUY, PRICE_E4, 100)).isEqualTo(PASS);
        assertThat(risk.ledger().onFill(0, 0, Side.BUY, PRICE_E4, 60, false)).isZero();

        // 60 held and 40 open: 150 more may be bought; sold may be 60 and 150 beyond.
        assertThat(check(0, Side.BUY, PRICE_E4, 150)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, PRICE_E4, 151), Violation.POSITION);
        assertThat(check(0, Side.SELL, PRICE_E4 + 100, 210)).isEqualTo(PASS);
        assertMask(check(0, Side.SELL_SHORT, PRICE_E4 + 100, 211), Violation.POSITION);
    }

    @Test
    void shouldOnlyLetReduceWhereTheLimitIsZero()
    {
        risk.limits().pair(0, 0, new PairLimits(0, 0));
        assertThat(risk.ledger().position(0, 0, -30)).isZero();

        assertThat(check(0, Side.BUY, PRICE_E4, 30)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, PRICE_E4, 31), Violation.POSITION);
        assertMask(check(0, Side.SELL, PRICE_E4, 1), Violation.POSITION);
    }

    @Test
    void shouldHoldNumberAndWorthOfOpenOrders()
    {
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, 250 * PRICE_E4, 2, 1_000_000, 1_000));
        assertThat(order(0, Side.BUY, PRICE_E4, 100)).isEqualTo(PASS);

        assertThat(check(1, Side.SELL, PRICE_E4, 150)).isEqualTo(PASS);
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, 250 * PRICE_E4 - 1, 2, 1_000_000, 1_000));
        assertMask(check(1, Side.SELL, PRICE_E4, 150), Violation.OPEN_NOTIONAL);

        assertThat(order(1, Side.BUY, PRICE_E4, 1)).isEqualTo(PASS);
        assertMask(check(1, Side.BUY, PRICE_E4, 2), Violation.OPEN_ORDERS);

        assertThat(risk.ledger().release(0, 0, Side.BUY, PRICE_E4, 100)).isZero();
        assertThat(check(1, Side.BUY, PRICE_E4, 2)).isEqualTo(PASS);
    }

    @Test
    void shouldLetABurstPassAndThenTheSustainedRate()
    {
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 100, 1_000, 3));

        assertThat(order(0, Side.BUY, PRICE_E4, 1)).isEqualTo(PASS);
        assertThat(order(0, Side.BUY, PRICE_E4, 2)).isEqualTo(PASS);
        assertThat(order(0, Side.BUY, PRICE_E4, 3)).isEqualTo(PASS);
        assertMask(order(0, Side.BUY, PRICE_E4, 4), Violation.ORDER_RATE);

        nowNanos += 999_999;
        assertMask(order(0, Side.BUY, PRICE_E4, 4), Violation.ORDER_RATE);
        nowNanos += 1;
        assertThat(order(0, Side.BUY, PRICE_E4, 4)).isEqualTo(PASS);
        assertMask(order(0, Side.BUY, PRICE_E4, 5), Violation.ORDER_RATE);
        assertThat(risk.check().check(1, 0, Side.BUY, PRICE_E4, 5, nowNanos)).isEqualTo(PASS);
    }

    @Test
    void shouldStopByKillSwitch()
    {
        final long nothing = PASS;
        risk.killSwitch().engage(KillReason.MANUAL);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.KILLED);
        risk.killSwitch().release(KillReason.MANUAL);

        risk.killSwitch().engageAccount(0, KillReason.MANUAL);
        risk.killSwitch().engageAccount(0, KillReason.DEPENDENCY);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.ACCOUNT_KILLED);
        risk.killSwitch().releaseAccount(0, KillReason.MANUAL);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.ACCOUNT_KILLED);
        risk.killSwitch().releaseAccount(0, KillReason.DEPENDENCY);

        risk.killSwitch().engageInstrument(0, KillReason.MANUAL);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.INSTRUMENT_KILLED);
        assertThat(check(1, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(nothing);
        risk.killSwitch().releaseInstrument(0, KillReason.MANUAL);
        assertThat(check(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(nothing);
    }

    @Test
    void shouldAddNothingWhileTheDiskIsNearlyFull()
    {
        risk.killSwitch().engage(KillReason.SPACE);

        assertMask(order(0, Side.BUY, PRICE_E4, QUANTITY), Violation.SPACE_LOW);
        assertMask(replace(PRICE_E4 + 1, QUANTITY), Violation.SPACE_LOW);
        assertMask(replace(PRICE_E4, QUANTITY + 1), Violation.SPACE_LOW);
        assertThat(replace(PRICE_E4, QUANTITY)).isEqualTo(PASS);
        assertThat(replace(PRICE_E4 - 1, QUANTITY / 2)).isEqualTo(PASS);
        assertThat(risk.refusals().count(Violation.SPACE_LOW)).isEqualTo(1);
        assertThat(risk.killSwitch().breachCount(0)).isZero();

        risk.killSwitch().engage(KillReason.MANUAL);
        assertMask(replace(PRICE_E4, QUANTITY), Violation.KILLED);
        risk.killSwitch().release(KillReason.MANUAL);
        risk.killSwitch().release(KillReason.SPACE);
        assertThat(order(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
    }

    private long replace(final long priceE4, final int quantity)
    {
        return risk.check().checkReplace(0, 0, Side.BUY, priceE4, quantity, PRICE_E4, QUANTITY, nowNanos);
    }

    @Test
    void shouldFollowTradingStatesOfInstrumentAndMarket()
    {
        risk.board().tradingState(0, InstrumentBoard.HALTED);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.MARKET_HALTED);
        risk.board().tradingState(0, InstrumentBoard.CLOSED);
        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.MARKET_CLOSED);
        risk.board().tradingState(0, InstrumentBoard.OPEN);

        risk.board().marketState(InstrumentBoard.HALTED);
        assertMask(check(1, Side.BUY, PRICE_E4, QUANTITY), Violation.MARKET_HALTED);
        risk.board().marketState(InstrumentBoard.OPEN);
        assertThat(check(1, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);

        risk.board().shortSaleRestricted(0, true);
        assertMask(check(0, Side.SELL_SHORT, PRICE_E4, QUANTITY), Violation.SHORT_SALE_RESTRICTED);
        assertThat(check(0, Side.SELL, PRICE_E4, QUANTITY)).isEqualTo(PASS);
        assertThat(check(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
    }

    @Test
    void shouldRefuseToTradeWithOwnRestingOrders()
    {
        assertThat(order(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
        assertThat(order(0, Side.SELL, PRICE_E4 + 2, QUANTITY)).isEqualTo(PASS);

        assertMask(check(0, Side.SELL, PRICE_E4, QUANTITY), Violation.SELF_TRADE);
        assertThat(check(0, Side.SELL, PRICE_E4 + 1, QUANTITY)).isEqualTo(PASS);
        assertMask(check(0, Side.BUY, PRICE_E4 + 2, QUANTITY), Violation.SELF_TRADE);
        assertThat(check(0, Side.BUY, PRICE_E4 + 1, QUANTITY)).isEqualTo(PASS);
        assertThat(risk.check().check(1, 0, Side.SELL, PRICE_E4, QUANTITY, nowNanos)).isEqualTo(PASS);

        risk.ledger().release(0, 0, Side.BUY, PRICE_E4, QUANTITY);
        assertThat(check(0, Side.SELL, PRICE_E4, QUANTITY)).isEqualTo(PASS);
    }

    @Test
    void shouldRefuseTheSameOrderWithinTheWindow()
    {
        assertThat(order(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
        nowNanos += 999;

        assertMask(check(0, Side.BUY, PRICE_E4, QUANTITY), Violation.DUPLICATE);
        assertThat(check(1, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
        assertThat(check(0, Side.BUY, PRICE_E4 - 1, QUANTITY)).isEqualTo(PASS);
        assertThat(check(0, Side.BUY, PRICE_E4, QUANTITY + 1)).isEqualTo(PASS);
        nowNanos += 1;
        assertThat(check(0, Side.BUY, PRICE_E4, QUANTITY)).isEqualTo(PASS);
    }

    @Test
    void shouldJudgeAReplaceByWhatItAdds()
    {
        risk.limits().pair(0, 0, new PairLimits(100, 100));
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, 100 * PRICE_E4, 1, 1_000_000, 1_000));
        assertThat(order(0, Side.BUY, PRICE_E4, 90)).isEqualTo(PASS);

        assertThat(risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 100, PRICE_E4, 90, nowNanos)).isEqualTo(PASS);
        assertMask(
            risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 101, PRICE_E4, 90, nowNanos),
            Violation.POSITION, Violation.OPEN_NOTIONAL);
        assertMask(
            risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4 + 1, 100, PRICE_E4, 90, nowNanos),
            Violation.OPEN_NOTIONAL);
        assertMask(
            risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 90, 0, 90, nowNanos), Violation.ORIGINAL_INVALID);
        assertMask(
            risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 90, PRICE_E4, -1, nowNanos),
            Violation.ORIGINAL_INVALID);
    }

    @Test
    void shouldLetAReplaceReduceBelowLoweredLimits()
    {
        assertThat(order(0, Side.BUY, PRICE_E4, 90)).isEqualTo(PASS);
        risk.limits().pair(0, 0, new PairLimits(10, 10));
        risk.limits().account(0, new AccountLimits(Ranges.MAX_NOTIONAL_E4, 10, 0, 1_000_000, 1_000));

        assertThat(risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 89, PRICE_E4, 90, nowNanos)).isEqualTo(PASS);
        assertMask(
            risk.check().checkReplace(0, 0, Side.BUY, PRICE_E4, 91, PRICE_E4, 90, nowNanos),
            Violation.POSITION, Violation.OPEN_NOTIONAL);
    }

    @Test
    void shouldCountRefusalsAndStopAnAccountThatHasTooMany()
    {
        final PreTradeRisk strict = new PreTradeRisk(arena, limits().breaches(2, 1_000_000).conclude());
        strict.board().referencePrice(0, PRICE_E4);
        strict.board().tradingState(0, InstrumentBoard.OPEN);
        for (int i = 0; i < 3; i++)
        {
            assertMask(
                strict.check().checkAndReserve(0, 0, Side.BUY, 2 * PRICE_E4, QUANTITY, nowNanos),
                Violation.PRICE_COLLAR);
        }

        assertMask(
            strict.check().checkAndReserve(0, 0, Side.BUY, PRICE_E4, QUANTITY, nowNanos), Violation.ACCOUNT_KILLED);
        assertThat(KillReason.of(strict.killSwitch().accountReasons(0))).containsExactly(KillReason.BREACHES);
        assertThat(strict.refusals().count(Violation.PRICE_COLLAR)).isEqualTo(3);
        assertThat(strict.refusals().refusedCount()).isEqualTo(4);
        assertThat(strict.check().passedCount()).isZero();
    }

    private static long wrappedProduct(final long priceE4, final int quantity)
    {
        return priceE4 * quantity;
    }

    private RiskLimits.Builder limits()
    {
        return RiskLimits.builder(2, 2)
            .everyInstrument(INSTRUMENT)
            .everyAccount(ACCOUNT)
            .everyPair(PAIR)
            .duplicateWindowNanos(1_000);
    }

    private long check(final int instrument, final int side, final long priceE4, final int quantity)
    {
        return risk.check().check(0, instrument, side, priceE4, quantity, nowNanos);
    }

    private long order(final int instrument, final int side, final long priceE4, final int quantity)
    {
        return risk.check().checkAndReserve(0, instrument, side, priceE4, quantity, nowNanos);
    }

    private static void assertMask(final long actual, final Violation... expected)
    {
        assertThat(Violations.of(actual)).containsExactlyInAnyOrder(expected);
    }
}
