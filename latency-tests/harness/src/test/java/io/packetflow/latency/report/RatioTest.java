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
package io.packetflow.latency.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

class RatioTest
{
    private static final Figure FLOOR = new Figure(List.of(64.0, 60.0, 62.0));
    private static final Figure OURS = new Figure(List.of(80.0, 78.0, 70.0));

    @Test
    void shouldCompareMediansAndShowRounds()
    {
        final Ratio ratio = new Ratio(OURS, FLOOR, Unit.NANOS, 1.3);

        assertThat(ratio.value()).isEqualTo(78.0 / 62.0);
        assertThat(ratio.byRound().byFork()).containsExactly(80.0 / 64, 78.0 / 60, 70.0 / 62);
        assertThat(ratio.isMet()).isTrue();
        assertThat(ratio).hasToString("1.26 (1.13–1.30) of ≤ 1.3");
    }

    @Test
    void shouldBeAboveOneWhereWeAreWorseEvenIfMoreIsBetter()
    {
        final Ratio ratio = new Ratio(Figure.of(20e6), Figure.of(40e6), Unit.MILLIONS_PER_SECOND, 1.3);

        assertThat(ratio.value()).isEqualTo(2);
        assertThat(ratio.isMet()).isFalse();
        assertThat(ratio).hasToString("2.00 of ≤ 1.3");
    }

    @Test
    void shouldKeepNoLimitWhereThereIsNone()
    {
        final Ratio ratio = new Ratio(Figure.of(900), Figure.of(1), Unit.NANOS, Ratio.NO_LIMIT);

        assertThat(ratio.isMet()).isTrue();
        assertThat(ratio).hasToString("900.00");
    }
}
