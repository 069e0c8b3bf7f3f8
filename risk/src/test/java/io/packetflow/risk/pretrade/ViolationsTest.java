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

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViolationsTest
{
    @Test
    void shouldDescribeAMaskForPeople()
    {
        assertThat(Violations.describe(0)).isEqualTo("pass");
        assertThat(Violations.describe(Violation.PRICE_COLLAR.mask() | Violation.ORDER_RATE.mask()))
            .isEqualTo("R401 the price is outside the collar; R601 too many orders a second");
    }

    @Test
    void shouldRefuseAMaskWithForeignBits()
    {
        assertThatThrownBy(() -> Violations.of(1L << 40))
            .hasMessage("a mask has bits of violations only: mask=0x10000000000");
    }

    @Test
    void shouldKeepBitsAndCodesUniqueAndDense()
    {
        final Violation[] all = Violation.values();

        assertThat(Arrays.stream(all).mapToInt(Violation::bit).toArray())
            .isEqualTo(IntStream.range(0, all.length).toArray());
        assertThat(Arrays.stream(all).map(Violation::code)).doesNotHaveDuplicates();
    }

    @Test
    void shouldKeepStateFlagsInTheOrderOfTheirViolations()
    {
        final int first = Violation.MARKET_HALTED.bit();

        assertThat(Violation.MARKET_HALTED.mask()).isEqualTo((long)InstrumentLayout.HALTED << first);
        assertThat(Violation.MARKET_CLOSED.mask()).isEqualTo((long)InstrumentLayout.CLOSED << first);
        assertThat(Violation.SHORT_SALE_RESTRICTED.mask())
            .isEqualTo((long)InstrumentLayout.SHORT_RESTRICTED << first);
        assertThat(Violation.REFERENCE_MISSING.mask()).isEqualTo((long)InstrumentLayout.NO_REFERENCE << first);
    }
}
