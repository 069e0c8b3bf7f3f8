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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateImage;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.KillReason;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.position.PositionTable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** State that is restored into fresh tables goes on as that which was saved. */
class RiskStateTest
{
    private static final int ACCOUNTS = 3;
    private static final int INSTRUMENTS = 5;
    private static final int RUNS = 20;
    private static final int STEPS = 2_000;
    private static final int[] SIDES = { Side.BUY, Side.SELL, Side.SELL_SHORT };

    private final Arena arena = new Arena(HugePages.OFF);
    private final StateImage image = new StateImage("risk", HugePages.OFF);

    @AfterEach
    void close()
    {
        image.close();
        arena.close();
    }

    @Test
    void shouldGoOnFromRestoredExposures()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0x5AFE_0000L + run;
            final PreTradeRisk saved = new PreTradeRisk(arena, limits(INSTRUMENTS));
            final PreTradeRisk restored = new PreTradeRisk(arena, limits(INSTRUMENTS));
            saved.killSwitch().breachLimit(5, 400_000);
            drive(saved, new SplittableRandom(seed), 0);

            image.save(saved);
            image.restore(restored);

            assertSame(saved, restored, seed);
            final long answers = drive(saved, new SplittableRandom(~seed), STEPS);
            assertThat(drive(restored, new SplittableRandom(~seed), STEPS)).as("seed %d", seed).isEqualTo(answers);
            assertSame(saved, restored, seed);
            assertThat(saved.refusals().refusedCount()).isPositive();
        }
    }

    @Test
    void shouldGoOnFromRestoredPositions()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0xF111_0000L + run;
            final PositionTable saved = new PositionTable(arena, ACCOUNTS, INSTRUMENTS);
            final PositionTable restored = new PositionTable(arena, ACCOUNTS, INSTRUMENTS);
            fill(saved, new SplittableRandom(seed));

            image.save(saved);
            image.restore(restored);

            assertSame(saved, restored, seed);
            assertThat(fill(restored, new SplittableRandom(~seed))).as("seed %d", seed)
                .isEqualTo(fill(saved, new SplittableRandom(~seed)));
            assertSame(saved, restored, seed);
            assertThat(saved.refusedCount()).isPositive();
        }
    }

    @Test
    void shouldNameTheTableThatHasAnotherSize()
    {
        image.save(new PreTradeRisk(arena, limits(INSTRUMENTS)));
        assertThatThrownBy(() -> image.restore(new PreTradeRisk(arena, limits(INSTRUMENTS + 1))))
            .isInstanceOf(StateException.class)
            .hasMessageStartingWith("saved state does not fit risk.tables.instrumentCount: expected 6 as configured " +
                "here, found 5");

        image.save(new PositionTable(arena, 2, 3));
        assertThatThrownBy(() -> image.restore(new PositionTable(arena, 3, 2)))
            .hasMessageStartingWith("saved state does not fit risk.accountCount: expected 3 as configured here, " +
                "found 2");
    }

    private static RiskLimits limits(final int instruments)
    {
        return RiskLimits.builder(ACCOUNTS, instruments)
            .everyInstrument(new InstrumentLimits(1, 1_000_000, 500, 1, 500, 400_000_000L))
            .everyAccount(new AccountLimits(400_000_000L, 4_000_000_000L, 60, 400_000, 20))
            .everyPair(new PairLimits(1_500, 1_000))
            .duplicateWindowNanos(2_000).breaches(40, 500_000)
            .conclude();
    }

    /** Trades on a market; answers a hash of all answers. */
    private static long drive(final PreTradeRisk risk, final SplittableRandom random, final long firstStep)
    {
        long answers = 0;
        for (long step = firstStep; step < firstStep + STEPS; step++)
        {
            answers = answers * 31 + step(risk, random, step * 1_000);
        }
        return answers;
    }

    private static long step(final PreTradeRisk risk, final SplittableRandom random, final long nowNanos)
    {
        final int account = random.nextInt(ACCOUNTS);
        final int instrument = random.nextInt(INSTRUMENTS);
        final int side = SIDES[random.nextInt(3)];
        final long priceE4 = 95_000L + random.nextInt(10_000);
        final int quantity = 1 + random.nextInt(600);
        switch (random.nextInt(12))
        {
            case 0:
                return risk.board().referencePrice(instrument, random.nextInt(20) == 0 ? -1 : priceE4) ? 1 : 0;
            case 1:
                return risk.board().tradingState(instrument, random.nextInt(6) == 0 ? InstrumentBoard.HALTED : 0) ?
                    1 : 0;
            case 2:
                risk.killSwitch().releaseAccount(account, KillReason.BREACHES);
                return random.nextInt(4) == 0 ?
                    risk.limits().pair(account, instrument, new PairLimits(quantity * 3, quantity * 2)) : 0;
            case 3:
                return risk.ledger().onFill(account, instrument, side, priceE4, 1 + quantity / 20, false);
            case 4:
                return risk.ledger().release(account, instrument, side, priceE4, 1 + quantity / 20);
            case 5:
                risk.killSwitch().releaseAccount(account, KillReason.ACCOUNTING);
                return risk.ledger().accept(account, instrument, side, priceE4, quantity - 50);
            default:
                return risk.check().checkAndReserve(account, instrument, side, priceE4, quantity, nowNanos);
        }
    }

    private static long fill(final PositionTable table, final SplittableRandom random)
    {
        long answers = 0;
        for (int i = 0; i < STEPS; i++)
        {
            final int instrument = random.nextInt(INSTRUMENTS);
            answers = answers * 31 + table.onFill(random.nextInt(ACCOUNTS + 1), instrument, random.nextInt(2),
                random.nextInt(100_000), 1 + random.nextInt(900));
            answers = answers * 31 + table.mark(instrument, random.nextInt(100_000));
            answers = answers * 31 + table.unrealisedE4(random.nextInt(ACCOUNTS), instrument);
        }
        return answers;
    }

    private void assertSame(final PreTradeRisk expected, final PreTradeRisk actual, final long seed)
    {
        assertThat(actual.stateHash()).as("seed %d", seed).isEqualTo(expected.stateHash());
        assertThat(actual.limitsVersion()).isEqualTo(expected.limitsVersion());
        assertThat(actual.refusals().refusedCount()).isEqualTo(expected.refusals().refusedCount());
        assertThat(actual.check().passedCount()).isEqualTo(expected.check().passedCount());
        assertThat(actual.board().refusedCount()).isEqualTo(expected.board().refusedCount());
        assertThat(actual.ledger().inconsistentCount()).isEqualTo(expected.ledger().inconsistentCount());
        assertThat(actual.ledger().nonsenseCount()).isEqualTo(expected.ledger().nonsenseCount());
        image.save(expected);
        final long hash = image.hash();
        image.save(actual);
        assertThat(image.hash()).as("seed %d", seed).isEqualTo(hash);
    }

    private void assertSame(final PositionTable expected, final PositionTable actual, final long seed)
    {
        assertThat(actual.stateHash()).as("seed %d", seed).isEqualTo(expected.stateHash());
        assertThat(actual.refusedCount()).isEqualTo(expected.refusedCount());
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
        {
            assertThat(actual.unrealisedE4(0, instrument)).isEqualTo(expected.unrealisedE4(0, instrument));
        }
        image.save(expected);
        final long hash = image.hash();
        image.save(actual);
        assertThat(image.hash()).as("seed %d", seed).isEqualTo(hash);
    }
}
