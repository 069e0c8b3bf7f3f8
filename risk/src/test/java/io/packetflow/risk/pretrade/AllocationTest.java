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

import com.sun.management.ThreadMXBean;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.Ranges;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.position.PositionTable;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class AllocationTest
{
    private static final long PRICE_E4 = 1_000_000;
    private static final int ORDERS = 20_000;
    private static final int ROUNDS = 3;

    @Test
    void shouldNotAllocateOnceRunning()
    {
        Assumptions.assumeTrue(
            ManagementFactory.getThreadMXBean() instanceof ThreadMXBean, "this JVM does not count allocation");
        final ThreadMXBean threads = (ThreadMXBean)ManagementFactory.getThreadMXBean();
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final PreTradeRisk risk = risk(arena);
            final PositionTable positions = new PositionTable(arena, 2, 3);
            play(risk, positions, 1);
            play(risk, positions, 1 + ORDERS);

            final long probe = threads.getCurrentThreadAllocatedBytes();
            final long asking = threads.getCurrentThreadAllocatedBytes() - probe;
            long allocated = Long.MAX_VALUE;
            for (int round = 0; round < ROUNDS; round++)
            {
                final long before = threads.getCurrentThreadAllocatedBytes();
                play(risk, positions, 1 + (2L + round) * ORDERS);
                allocated = Math.min(allocated, threads.getCurrentThreadAllocatedBytes() - before - asking);
            }

            // Whoever allocates does so each time; the JVM itself may, once, when it replaces code.
            assertThat(allocated).isZero();
            assertThat(risk.check().passedCount()).isGreaterThan(ORDERS);
            assertThat(risk.refusals().refusedCount()).isGreaterThan(ORDERS / 4);
        }
    }

    /** Passes, refusals, replaces, fills, cancels, references and states. */
    private static void play(final PreTradeRisk risk, final PositionTable positions, final long startNanos)
    {
        for (int i = 0; i < ORDERS; i++)
        {
            final int instrument = i % 3;
            final long now = startNanos + i;
            risk.board().referencePrice(instrument, PRICE_E4 + i % 7);
            risk.board().tradingState(instrument, i % 11 == 0 ? InstrumentBoard.HALTED : InstrumentBoard.OPEN);
            final long priceE4 = i % 5 == 0 ? 3 * PRICE_E4 : PRICE_E4;
            final int quantity = i % 13 == 0 ? 0 : 100;
            if (risk.check().checkAndReserve(i & 1, instrument, Side.BUY, priceE4, quantity, now) == 0)
            {
                trade(risk, positions, i & 1, instrument, now);
            }
        }
    }

    private static void trade(
        final PreTradeRisk risk, final PositionTable positions, final int account, final int instrument, final long now)
    {
        final ExposureLedger ledger = risk.ledger();
        final long replaced = risk.check().checkAndReserveReplace(
            account, instrument, Side.BUY, PRICE_E4 + 1, 120, PRICE_E4, 100, now);
        if (replaced == 0)
        {
            ledger.onReplaced(account, instrument, Side.BUY, PRICE_E4, 100, PRICE_E4 + 1, 120);
        }
        ledger.onFill(account, instrument, Side.BUY, PRICE_E4, 60, false);
        ledger.release(account, instrument, Side.BUY, PRICE_E4, 40);
        positions.onFill(account, instrument, Side.BUY, PRICE_E4, 60);
        positions.mark(instrument, PRICE_E4);
        positions.onFill(account, instrument, Side.SELL, PRICE_E4, 59);
    }

    private static PreTradeRisk risk(final Arena arena)
    {
        return new PreTradeRisk(arena, RiskLimits.builder(2, 3)
            .everyInstrument(new InstrumentLimits(1, 10_000_000, 500, 1, 1_000, Ranges.MAX_NOTIONAL_E4))
            .everyAccount(new AccountLimits(
                Ranges.MAX_NOTIONAL_E4, Ranges.MAX_NOTIONAL_E4, 10, 1_000_000_000, 1_000_000))
            .everyPair(new PairLimits(Ranges.MAX_POSITION, Ranges.MAX_POSITION))
            .breaches(Integer.MAX_VALUE - 1, 1_000)
            .conclude());
    }
}
