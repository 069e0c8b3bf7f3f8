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
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Random days of limits, markets, orders and reports, sensible and senseless: checks and ledger follow the model. */
class PreTradePropertyTest
{
    private static final int ACCOUNTS = 3;
    private static final int INSTRUMENTS = 4;
    private static final int DAYS = 40;
    private static final int STEPS = 3_000;
    private static final int[] SIDES = {Side.BUY, Side.SELL, Side.SELL_SHORT};
    private static final int[] BAD_SIDES = {2, 4, 7, -1, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final int[] BAD_INDEXES = {-1, ACCOUNTS + INSTRUMENTS, Integer.MIN_VALUE, Integer.MAX_VALUE};
    private static final int[] EDGE_QUANTITIES = {0, 1, -1, Integer.MIN_VALUE, Integer.MAX_VALUE, 65_535, 65_536};
    private static final long[] EDGE_PRICES = {
        0, 1, -1, Long.MIN_VALUE, Long.MIN_VALUE + 1, Long.MAX_VALUE, Ranges.MAX_PRICE_E4, Ranges.MAX_PRICE_E4 + 1,
        4_294_967_292L, 4_294_967_293L, 4_294_967_296L};
    private static final long[] EDGE_TIMES = {
        -1, 0, Long.MIN_VALUE, Long.MAX_VALUE, Ranges.MAX_TIME_NANOS, Ranges.MAX_TIME_NANOS + 1};

    private final Arena arena = new Arena(HugePages.OFF);
    private final List<Open> open = new ArrayList<>();
    private SplittableRandom random = new SplittableRandom(0);
    private PreTradeRisk risk;
    private PreTradeModel model;
    private String where;
    private long nowNanos;
    private long seen;

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldAgreeWithThePlainModelOnEveryOrderAndEveryReport()
    {
        for (int day = 0; day < DAYS; day++)
        {
            final long seed = 0xACE0_0000L + day;
            random = new SplittableRandom(seed);
            startDay();
            for (int step = 0; step < STEPS; step++)
            {
                where = "seed=" + seed + " step=" + step;
                step();
            }
        }
        assertThat(seen).as("each rule was broken at least once").isEqualTo((1L << Violation.values().length) - 1);
    }

    private void startDay()
    {
        final RiskLimits.Builder builder = RiskLimits.builder(ACCOUNTS, INSTRUMENTS)
            .everyInstrument(instrumentLimits())
            .everyAccount(accountLimits())
            .everyPair(pairLimits())
            .instrument(random.nextInt(INSTRUMENTS), instrumentLimits())
            .account(random.nextInt(ACCOUNTS), accountLimits())
            .pair(random.nextInt(ACCOUNTS), random.nextInt(INSTRUMENTS), pairLimits())
            .duplicateWindowNanos(random.nextInt(3) * 1_000L);
        final RiskLimits limits = builder.conclude();
        risk = new PreTradeRisk(arena, limits);
        model = new PreTradeModel(limits);
        open.clear();
        nowNanos = random.nextBoolean() ? 0 : 1_800_000_000_000_000_000L;
        for (int i = 0; i < INSTRUMENTS; i++)
        {
            moveReference(i);
            moveState(i, InstrumentBoard.OPEN);
        }
    }

    private void step()
    {
        nowNanos += random.nextInt(2_000);
        switch (random.nextInt(16))
        {
            case 0 -> moveReference(random.nextInt(INSTRUMENTS));
            case 1 -> moveState(random.nextInt(INSTRUMENTS), random.nextInt(4) == 0 ? random.nextInt(4) : 0);
            case 2 -> stop();
            case 3 -> changeLimits();
            case 4, 5, 6 -> report();
            case 7, 8 -> replace();
            default -> order();
        }
    }

    private void order()
    {
        final int account = index(ACCOUNTS);
        final int instrument = index(INSTRUMENTS);
        final int side = random.nextInt(60) == 0 ? pick(BAD_SIDES) : pick(SIDES);
        final long price = price(instrument);
        final int quantity = quantity();
        final long now = random.nextInt(60) == 0 ? EDGE_TIMES[random.nextInt(EDGE_TIMES.length)] : nowNanos;
        // A late edge would leave the day no time.
        final boolean reserves = now <= nowNanos;
        final long expected = model.check(account, instrument, side, price, quantity, now);

        final long hashBefore = risk.stateHash();
        final long pure = risk.check().check(account, instrument, side, price, quantity, now);
        assertMask(pure, expected);
        if (!reserves)
        {
            return;
        }
        assertThat(risk.stateHash()).as(where).isEqualTo(hashBefore);
        final int times = random.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < times; i++)
        {
            final long again = model.check(account, instrument, side, price, quantity, now);
            assertMask(
                risk.check().checkAndReserve(account, instrument, side, price, quantity, now), again);
            if (again == 0)
            {
                model.reserve(account, instrument, side, price, quantity, now);
                open.add(new Open(account, instrument, side, price, quantity));
            }
        }
        assertExposures();
    }

    private void replace()
    {
        if (open.isEmpty())
        {
            return;
        }
        final int at = random.nextInt(open.size());
        final Open old = open.get(at);
        final boolean senseless = random.nextInt(30) == 0;
        final long oldPrice = senseless ? EDGE_PRICES[random.nextInt(5)] : old.price;
        final int oldQuantity = senseless ? 0 : old.quantity;
        final long price = price(old.instrument);
        final int quantity = quantity();
        final long expected = model.checkReplace(
            old.account, old.instrument, old.side, price, quantity, oldPrice, oldQuantity, nowNanos);

        final PreTradeCheck check = risk.check();
        assertMask(
            check.checkReplace(old.account, old.instrument, old.side, price, quantity, oldPrice, oldQuantity, nowNanos),
            expected);
        assertMask(
            check.checkAndReserveReplace(
                old.account, old.instrument, old.side, price, quantity, oldPrice, oldQuantity, nowNanos),
            expected);
        if (expected == 0)
        {
            model.reserveReplace(
                old.account, old.instrument, old.side, price, quantity, oldPrice, oldQuantity, nowNanos);
            settle(at, old, price, quantity);
        }
        assertExposures();
    }

    /** Sometimes the old order fills in part before the venue answers; sometimes the venue says no. */
    private void settle(final int at, final Open old, final long price, final int quantity)
    {
        final long jointPrice = Math.max(price, old.price);
        final int joint = Math.max(quantity, old.quantity);
        final int filled = random.nextInt(3) == 0 ? random.nextInt(Math.min(quantity, old.quantity)) : 0;
        if (filled > 0)
        {
            fill(new Open(old.account, old.instrument, old.side, jointPrice, joint), filled, false);
        }
        final boolean accepted = random.nextInt(4) != 0;
        final Open stands = new Open(
            old.account, old.instrument, old.side,
            accepted ? price : old.price, (accepted ? quantity : old.quantity) - filled);
        assertThat(risk.ledger().onReplaced(
            old.account, old.instrument, old.side, stands.price, stands.quantity, jointPrice, joint - filled))
            .as(where).isEqualTo(ExposureLedger.APPLIED);
        model.replaced(
            old.account, old.instrument, old.side, stands.price, stands.quantity, jointPrice, joint - filled);
        open.set(at, stands);
    }

    private void report()
    {
        if (open.isEmpty())
        {
            return;
        }
        final int at = random.nextInt(open.size());
        final Open order = open.get(at);
        final int quantity = random.nextBoolean() ? order.quantity : random.nextInt(order.quantity) + 1;
        final boolean ends = quantity == order.quantity;
        if (random.nextBoolean())
        {
            fill(order, quantity, ends);
        }
        else
        {
            assertThat(risk.ledger().onCancel(
                order.account, order.instrument, order.side, order.price, quantity, ends))
                .as(where).isEqualTo(ExposureLedger.APPLIED);
            model.closeQuantity(order.account, order.instrument, order.side, order.price, quantity, ends);
        }
        if (ends)
        {
            open.remove(at);
        }
        else
        {
            open.set(at, new Open(
                order.account, order.instrument, order.side, order.price, order.quantity - quantity));
        }
        assertExposures();
    }

    private void fill(final Open order, final int quantity, final boolean ends)
    {
        assertThat(risk.ledger().onFill(order.account, order.instrument, order.side, order.price, quantity, ends))
            .as(where).isEqualTo(ExposureLedger.APPLIED);
        model.closeQuantity(order.account, order.instrument, order.side, order.price, quantity, ends);
        model.pairs[order.account][order.instrument].position += order.side == Side.BUY ? quantity : -quantity;
    }

    private void moveReference(final int instrument)
    {
        final PreTradeModel.Instrument expected = model.instruments[instrument];
        if (random.nextInt(12) == 0)
        {
            risk.board().clearReferencePrice(instrument);
            expected.reference = 0;
            return;
        }
        final long max = expected.limits.maxPriceE4();
        final long reference = random.nextInt(6) == 0 ?
            random.nextLong(Ranges.MAX_PRICE_E4) + 1 : max - random.nextLong(Math.min(max, 3_000));
        assertThat(risk.board().referencePrice(instrument, reference)).as(where).isTrue();
        expected.reference = reference;
    }

    private void moveState(final int instrument, final int state)
    {
        assertThat(risk.board().tradingState(instrument, state)).as(where).isTrue();
        model.instruments[instrument].state = state;
        final boolean restricted = random.nextInt(4) == 0;
        assertThat(risk.board().shortSaleRestricted(instrument, restricted)).as(where).isTrue();
        model.instruments[instrument].shortRestricted = restricted;
        model.marketState = random.nextInt(10) == 0 ? random.nextInt(4) : 0;
        assertThat(risk.board().marketState(model.marketState)).as(where).isTrue();
    }

    private void stop()
    {
        final boolean on = random.nextInt(6) == 0;
        final int account = random.nextInt(ACCOUNTS);
        final int instrument = random.nextInt(INSTRUMENTS);
        model.killed = on;
        model.spaceLow = random.nextInt(8) == 0;
        if (model.spaceLow)
        {
            risk.killSwitch().engage(KillReason.SPACE);
        }
        else
        {
            risk.killSwitch().release(KillReason.SPACE);
        }
        model.accounts[account].killed = on;
        model.instruments[instrument].killed = on;
        if (on)
        {
            risk.killSwitch().engage(KillReason.DEPENDENCY);
            risk.killSwitch().engageAccount(account, KillReason.MANUAL);
            risk.killSwitch().engageInstrument(instrument, KillReason.DEPENDENCY);
        }
        else
        {
            risk.killSwitch().release(KillReason.DEPENDENCY);
            risk.killSwitch().releaseAccount(account, KillReason.MANUAL);
            risk.killSwitch().releaseInstrument(instrument, KillReason.DEPENDENCY);
        }
    }

    private void changeLimits()
    {
        final int account = random.nextInt(ACCOUNTS);
        final int instrument = random.nextInt(INSTRUMENTS);
        switch (random.nextInt(3))
        {
            case 0 ->
            {
                model.accounts[account].limits = accountLimits();
                risk.limits().account(account, model.accounts[account].limits);
            }
            case 1 ->
            {
                model.pairs[account][instrument].limits = pairLimits();
                risk.limits().pair(account, instrument, model.pairs[account][instrument].limits);
            }
            default ->
            {
                // The highest price stays: it scales own prices, and the model keeps those exact.
                final InstrumentLimits old = model.instruments[instrument].limits;
                final InstrumentLimits fresh = instrumentLimits();
                final InstrumentLimits limits = new InstrumentLimits(
                    1 + random.nextLong(old.maxPriceE4()), old.maxPriceE4(), fresh.collarBasisPoints(),
                    fresh.minQuantity(), fresh.maxQuantity(), fresh.maxOrderNotionalE4());
                model.instruments[instrument].limits = limits;
                risk.limits().instrument(instrument, limits);
            }
        }
    }

    private void assertMask(final long actual, final long expected)
    {
        seen |= actual;
        if (actual != expected)
        {
            assertThat(Violations.describe(actual)).as(where).isEqualTo(Violations.describe(expected));
        }
    }

    private void assertExposures()
    {
        for (int a = 0; a < ACCOUNTS; a++)
        {
            assertThat(risk.ledger().openNotionalE4(a)).as(where)
                .isEqualTo(model.accounts[a].openNotional.longValueExact());
            assertThat((long)risk.ledger().openOrders(a)).as(where).isEqualTo(model.accounts[a].openOrders);
            for (int i = 0; i < INSTRUMENTS; i++)
            {
                final PreTradeModel.Pair pair = model.pairs[a][i];
                assertThat((long)risk.ledger().position(a, i)).as(where).isEqualTo(pair.position);
                assertThat(risk.ledger().openQuantity(a, i, Side.BUY)).as(where).isEqualTo(pair.openBuys);
                assertThat(risk.ledger().openQuantity(a, i, Side.SELL)).as(where).isEqualTo(pair.openSells);
            }
        }
    }

    private int index(final int count)
    {
        return random.nextInt(80) == 0 ? pick(BAD_INDEXES) : random.nextInt(count);
    }

    private long price(final int instrument)
    {
        final boolean known = instrument >= 0 && instrument < INSTRUMENTS;
        if (!known || random.nextInt(20) == 0)
        {
            return EDGE_PRICES[random.nextInt(EDGE_PRICES.length)];
        }
        final PreTradeModel.Instrument limits = model.instruments[instrument];
        final long center = limits.reference == 0 ? limits.limits.maxPriceE4() : limits.reference;
        final long spread = Math.max(4, center * limits.limits.collarBasisPoints() / 9_000);
        return center + random.nextLong(-spread, spread + 1) / random.nextInt(1, 6);
    }

    private int quantity()
    {
        return random.nextInt(25) == 0 ?
            EDGE_QUANTITIES[random.nextInt(EDGE_QUANTITIES.length)] : random.nextInt(1, 40);
    }

    private int pick(final int[] from)
    {
        return from[random.nextInt(from.length)];
    }

    private InstrumentLimits instrumentLimits()
    {
        final long max = switch (random.nextInt(5))
        {
            case 0 -> Ranges.MAX_PRICE_E4;
            case 1 -> 4_294_967_290L + random.nextInt(8);
            case 2 -> 10_000_000_000L;
            default -> 2_000_000L;
        };
        final int min = random.nextInt(6) == 0 ? random.nextInt(1, InstrumentLimits.MAX_MIN_QUANTITY) : 1;
        final int maxQuantity = random.nextBoolean() ? Integer.MAX_VALUE : min + random.nextInt(100);
        final long notional = random.nextBoolean() ? Ranges.MAX_NOTIONAL_E4 : max * random.nextInt(60);
        return new InstrumentLimits(
            1 + random.nextLong(max), max, random.nextInt(1, 3_000), min, maxQuantity, notional);
    }

    private AccountLimits accountLimits()
    {
        return new AccountLimits(
            random.nextBoolean() ? Ranges.MAX_NOTIONAL_E4 : random.nextLong(200_000_000L),
            random.nextBoolean() ? Ranges.MAX_NOTIONAL_E4 : random.nextLong(2_000_000_000L),
            random.nextInt(40),
            random.nextInt(100_000, 3_000_000),
            random.nextInt(1, 20));
    }

    private PairLimits pairLimits()
    {
        return random.nextInt(3) == 0 ?
            new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION) :
            new PairLimits(random.nextInt(300), random.nextInt(300));
    }

    /** An open order and its reservation. */
    private record Open(int account, int instrument, int side, long price, int quantity)
    {
    }
}
