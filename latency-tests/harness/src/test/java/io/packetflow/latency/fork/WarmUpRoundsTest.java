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
package io.packetflow.latency.fork;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class WarmUpRoundsTest
{
    @Test
    void shouldBeSettledWhereTheLastMediansAgree()
    {
        assertThat(WarmUpRounds.isSettled(List.of(900L, 100L, 101L, 99L, 400L, 100L))).isTrue();
        assertThat(WarmUpRounds.isSettled(List.of(900L, 200L, 190L, 150L, 140L, 130L))).isFalse();
        assertThat(WarmUpRounds.isSettled(List.of(100L, 100L, 100L, 120L, 120L, 120L))).isFalse();
        assertThat(WarmUpRounds.isSettled(List.of(100L, 100L, 100L, 100L, 100L))).isFalse();
    }

    @Test
    void shouldCountItsRounds()
    {
        final AtomicInteger runs = new AtomicInteger();

        final WarmUpRounds.Report report = WarmUpRounds.run(runs::incrementAndGet);

        assertThat(report.rounds()).isEqualTo(runs.get()).isBetween(1, 24);
        assertThat(report.steady()).isEqualTo(report.toString().endsWith(", steady"));
    }
}
