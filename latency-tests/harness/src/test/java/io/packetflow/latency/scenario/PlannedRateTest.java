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
package io.packetflow.latency.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.packetflow.latency.report.Figure;

import org.junit.jupiter.api.Test;

class PlannedRateTest
{
    @Test
    void shouldMissARateOfWhichLessThan99PercentWereAchieved()
    {
        final PlannedRate missed = rate(985_000);

        assertThat(missed.isKept()).isFalse();
        assertThat(missed.row("messages", true).isMet()).isFalse();
        assertThat(missed.remark()).isEqualTo("MISSED ITS RATE, so that its percentiles are not judged: engine: " +
            "985,000 of 1,000,000 messages/s");
    }

    @Test
    void shouldKeepARateOfWhichNearlyAllWasAchieved()
    {
        final PlannedRate kept = rate(995_000);

        assertThat(kept.isKept()).isTrue();
        assertThat(kept.row("messages", true).isMet()).isTrue();
        assertThat(kept.remark()).isEqualTo("engine: 995,000 of 1,000,000 messages/s, as planned");
    }

    @Test
    void shouldNotJudgeASmokeRun()
    {
        assertThat(rate(10).row("messages", false).isJudged()).isFalse();
    }

    private static PlannedRate rate(final double achieved)
    {
        return new PlannedRate("engine", Figure.of(1_000_000), Figure.of(achieved));
    }
}
