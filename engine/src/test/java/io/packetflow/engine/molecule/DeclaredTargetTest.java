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
package io.packetflow.engine.molecule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

class DeclaredTargetTest
{
    @Test
    void shouldReadADurationAtP99UnlessThePercentileIsNamed()
    {
        assertThat(read("tick_to_trade", "< 500ns"))
            .containsExactly(new DeclaredTarget(TargetName.TICK_TO_TRADE, false, 500, 99));
        assertThat(read("tick_to_trade", "<2us P99.9"))
            .containsExactly(new DeclaredTarget(TargetName.TICK_TO_TRADE, false, 2_000, 99.9));
        assertThat(read("risk_check_latency", "<= 1.5 ms p50"))
            .containsExactly(new DeclaredTarget(TargetName.RISK_CHECK_LATENCY, false, 1_500_000, 50));
    }

    @Test
    void shouldReadBothLettersMu()
    {
        assertThat(DeclaredTarget.read(TargetName.TICK_TO_TRADE, "< 2\u00B5s"))
            .isEqualTo(DeclaredTarget.read(TargetName.TICK_TO_TRADE, "< 2\u03BCs"))
            .contains(new DeclaredTarget(TargetName.TICK_TO_TRADE, false, 2_000, 99));
        assertThat(DeclaredTarget.read(TargetName.TICK_TO_TRADE, "2 parsecs")).isEmpty();
    }

    @Test
    void shouldReadARateAsTheThesisWritesIt()
    {
        assertThat(read("order_rate", "1M orders/second"))
            .containsExactly(new DeclaredTarget(TargetName.ORDER_RATE, true, 1_000_000, 99));
        assertThat(read("order_rate", ">= 1.2M orders/s").get(0).limit()).isEqualTo(1_200_000);
        assertThat(read("order_rate", "250k/s").get(0).limit()).isEqualTo(250_000);
    }

    @Test
    void shouldLeaveOtherNamesAlone()
    {
        assertThat(read("compliance", "MiFID_II_compliant")).isEmpty();
        assertThat(TargetReader.violations(Map.of("compliance", "MiFID_II_compliant"))).isEmpty();
    }

    @Test
    void shouldNameATargetThatCannotBeReadAndShowHowToWriteIt()
    {
        for (final String unreadable : List.of(
            "500ns", "< ns", "< 5 parsecs", "fast", "< 1M orders/s", "< 5ns P10", ""))
        {
            assertThat(TargetReader.violations(Map.of("tick_to_trade", unreadable))).as(unreadable).singleElement()
                .asString().contains("tick_to_trade: \"" + unreadable + "\" cannot be read", "\"< 500ns\"");
        }
        assertThat(TargetReader.violations(Map.of("order_rate", "< 5ns"))).singleElement().asString()
            .contains("\">= 1M orders/s\"");
    }

    @Test
    void shouldJudgeByTheSideThatTheComparisonNames()
    {
        final DeclaredTarget fast = read("tick_to_trade", "< 500ns").get(0);
        final DeclaredTarget many = read("order_rate", "1M orders/s").get(0);

        assertThat(fast.isMetBy(499)).isTrue();
        assertThat(fast.isMetBy(500)).isFalse();
        assertThat(many.isMetBy(1_000_000)).isTrue();
        assertThat(many.isMetBy(999_999)).isFalse();
        assertThat(fast).hasToString("tick_to_trade P99 < 500 ns");
        assertThat(many).hasToString("order_rate >= 1,000,000/s");
    }

    private static List<DeclaredTarget> read(final String key, final String value)
    {
        return TargetReader.read(Map.of(key, value));
    }
}
