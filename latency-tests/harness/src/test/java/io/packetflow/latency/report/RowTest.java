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

import org.junit.jupiter.api.Test;

class RowTest
{
    private static final Row REPORTED = Row.reported("P50", Unit.NANOS, Figure.of(80));

    @Test
    void shouldNotJudgeWhatIsOnlyReported()
    {
        assertThat(REPORTED.isJudged()).isFalse();
        assertThat(REPORTED.verdict()).isEmpty();
        assertThat(REPORTED.against("floor", Figure.of(1), Ratio.NO_LIMIT).verdict()).isEmpty();
    }

    @Test
    void shouldMeetTargetAndRatio()
    {
        final Row row = REPORTED.target(Target.of(85)).against("floor", Figure.of(64), 1.3);

        assertThat(row.isMet()).isTrue();
        assertThat(row.verdict()).isEqualTo("met");
    }

    @Test
    void shouldSayByHowMuchItMisses()
    {
        assertThat(REPORTED.target(Target.of(40)).verdict()).isEqualTo("misses target 2.00 ×");
        assertThat(REPORTED.target(Target.of(40)).against("floor", Figure.of(32), 1.25).verdict())
            .isEqualTo("misses target 2.00 ×, ratio 2.00 × its limit");
        assertThat(Row.reported("rate", Unit.MILLIONS_PER_SECOND, Figure.of(7e6)).target(Target.of(28e6)).verdict())
            .isEqualTo("misses target 4.00 ×");
    }

    @Test
    void shouldTakeALimitForMissedWhenReached()
    {
        assertThat(REPORTED.target(Target.of(80)).isMet()).isFalse();
        assertThat(Target.of(80).text(Unit.NANOS)).isEqualTo("< 80 ns");
        assertThat(Target.of(28e6).text(Unit.MILLIONS_PER_SECOND)).isEqualTo("> 28 M/s");
        assertThat(Target.NONE.text(Unit.NANOS)).isEmpty();
    }
}
