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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.InvalidLimitsException;
import io.packetflow.risk.limit.KillReason;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitTableTest
{
    private static final InstrumentLimits INSTRUMENT =
        new InstrumentLimits(1, 10_000_000, 500, 1, 1_000, 1_000_000_000);
    private static final AccountLimits ACCOUNT = new AccountLimits(1_000_000_000, 1_000_000_000, 10, 1_000, 10);

    private final Arena arena = new Arena(HugePages.OFF);
    private final PreTradeRisk risk = new PreTradeRisk(arena, limits(2));

    @AfterEach
    void close()
    {
        arena.close();
    }

    @Test
    void shouldCountEachChangeAsAVersion()
    {
        assertThat(risk.limitsVersion()).isEqualTo(1);
        assertThat(risk.limits().instrument(0, INSTRUMENT)).isEqualTo(2);
        assertThat(risk.limits().account(0, ACCOUNT)).isEqualTo(3);
        assertThat(risk.limits().pair(0, 1, new PairLimits(5, 5))).isEqualTo(4);
        assertThat(risk.limits().apply(limits(2))).isEqualTo(5);
        assertThat(risk.limitsVersion()).isEqualTo(5);
    }

    @Test
    void shouldRefuseSenselessLimitsAndKeepTheOldOnes()
    {
        assertThatThrownBy(() -> risk.limits().pair(0, 1, new PairLimits(-1, -2)))
            .isInstanceOf(InvalidLimitsException.class)
            .hasMessageContaining("account 0 in instrument 1: maxLong must lie between 0 and 1073741823: maxLong=-1")
            .hasMessageContaining("maxShort=-2");
        assertThatThrownBy(() -> risk.limits().account(2, ACCOUNT)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> risk.limits().apply(limits(3)))
            .hasMessageContaining("limits for 2 accounts and 3 instruments, tables for 2 and 2");
        assertThat(risk.limitsVersion()).isEqualTo(1);
    }

    @Test
    void shouldKeepKillReasonsAndStatesWhenLimitsChange()
    {
        risk.killSwitch().engageAccount(1, KillReason.MANUAL);
        risk.killSwitch().engageInstrument(1, KillReason.MANUAL);
        risk.board().tradingState(1, InstrumentBoard.HALTED);
        risk.board().referencePrice(1, 1_000_000);

        risk.limits().apply(limits(2));

        assertThat(Violations.of(risk.check().check(1, 1, Side.BUY, 1_000_000, 1, 1))).containsExactlyInAnyOrder(
            Violation.ACCOUNT_KILLED, Violation.INSTRUMENT_KILLED, Violation.MARKET_HALTED);
    }

    private static RiskLimits limits(final int instruments)
    {
        return RiskLimits.builder(2, instruments)
            .everyInstrument(INSTRUMENT)
            .everyAccount(ACCOUNT)
            .everyPair(new PairLimits(1_000, 1_000))
            .conclude();
    }
}
