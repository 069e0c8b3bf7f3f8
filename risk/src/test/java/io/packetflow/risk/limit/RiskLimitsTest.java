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
package io.packetflow.risk.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class RiskLimitsTest
{
    private static final InstrumentLimits INSTRUMENT = new InstrumentLimits(1, 100, 500, 1, 10, 1_000);
    private static final AccountLimits ACCOUNT = new AccountLimits(1_000, 1_000, 10, 100, 10);

    @Test
    void shouldNameEveryErrorAtOnce()
    {
        final InvalidLimitsException refusal = catchThrowableOfType(InvalidLimitsException.class, () ->
            RiskLimits.builder(2, 3)
                .everyInstrument(new InstrumentLimits(100, 99, 0, 0, 10, -1))
                .account(2, ACCOUNT)
                .pair(0, 3, new PairLimits(1, 1))
                .breaches(5, 0)
                .conclude());

        assertThat(refusal.errors()).containsExactly(
            "windows: breachWindowNanos must lie between 1 and 4611686018427387904: breachWindowNanos=0",
            "every instrument: minPriceE4 must not exceed maxPriceE4: minPriceE4=100 maxPriceE4=99",
            "every instrument: collarBasisPoints must lie between 1 and 100000: collarBasisPoints=0",
            "every instrument: minQuantity must lie between 1 and 65535: minQuantity=0",
            "every instrument: maxOrderNotionalE4 must lie between 0 and 2305843009213693951: maxOrderNotionalE4=-1",
            "every account: limits are missing; call everyAccount",
            "every pair: limits are missing; call everyPair",
            "account 2: index must lie between 0 and 1: index=2",
            "account 0 in instrument 3: instrument must lie between 0 and 2: instrument=3");
        assertThat(refusal).hasMessageStartingWith("the limits have 9 errors:\n  windows:");
    }

    @Test
    void shouldAnswerOwnLimitsBeforeDefaults()
    {
        final InstrumentLimits own = new InstrumentLimits(2, 50, 1, 1, 1, 1);
        final RiskLimits limits = RiskLimits.builder(2, 3)
            .everyInstrument(INSTRUMENT)
            .everyAccount(ACCOUNT)
            .everyPair(new PairLimits(1, 1))
            .instrument(1, own)
            .pair(1, 2, new PairLimits(7, 8))
            .conclude();

        assertThat(limits.instrument(0)).isEqualTo(INSTRUMENT);
        assertThat(limits.instrument(1)).isEqualTo(own);
        assertThat(limits.account(1)).isEqualTo(ACCOUNT);
        assertThat(limits.pairs()).containsOnlyKeys(new RiskLimits.PairKey(1, 2));
    }

    @Test
    void shouldRefuseTablesThatAreTooLarge()
    {
        final InvalidLimitsException refusal = catchThrowableOfType(InvalidLimitsException.class, () ->
            RiskLimits.builder(1 << 20, 1 << 20)
                .everyInstrument(INSTRUMENT)
                .everyAccount(ACCOUNT)
                .everyPair(new PairLimits(1, 1))
                .conclude());

        assertThat(refusal.errors())
            .containsExactly("sizes: pairCount must lie between 1 and 67108864: pairCount=1099511627776");
    }
}
