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
package io.packetflow.tuning.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

import io.packetflow.engine.telemetry.CountersFileReader.Counter;
import io.packetflow.engine.telemetry.EngineCounter;
import io.packetflow.engine.watch.CounterReading;
import io.packetflow.engine.watch.EngineReading;
import io.packetflow.engine.watch.Rates;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see of given counters. */
class StatTextTest
{
    private static final long SECOND = 1_000_000_000;
    private static final long START_MILLIS = 1_795_676_400_000L;

    private final List<Counter> counters = new ArrayList<>();
    private final Rates rates = new Rates();

    private void counter(final EngineCounter type, final String owner, final long value)
    {
        counters.add(new Counter(type.typeId(), owner + ": " + type.label(), value));
    }

    private EngineReading reading(final long seconds, final OptionalLong closedMillis, final boolean alive)
    {
        return new EngineReading(Path.of("/run/counters.dat"), 1, 42, START_MILLIS, closedMillis, alive,
            START_MILLIS + seconds * 1_000, seconds * SECOND, counters.stream().map(CounterReading::of).toList());
    }

    private String text(final EngineReading reading)
    {
        rates.next(reading);
        return StatText.render(reading, reading.counters(), new Figures(rates, false), false)
            .replace(System.lineSeparator(), "\n");
    }

    private void ring(final long freed, final long published)
    {
        counters.clear();
        counter(EngineCounter.STATE, "M", 1);
        counter(EngineCounter.HEARTBEAT, "M", START_MILLIS + 9_992);
        counter(EngineCounter.RING_CAPACITY, "M", 256);
        counter(EngineCounter.RING_GATING, "M", freed);
        counter(EngineCounter.RING_PUBLISHED, "M", published);
        counter(EngineCounter.STAGE_COMPLETED, "stage 0 [a]", freed);
        counter(EngineCounter.NODE_CYCLES, "df", published * 10);
        counter(EngineCounter.NODE_CPU, "df", -1);
    }

    @Test
    void shouldShowRingsStagesAndNodesWithRates()
    {
        ring(0, 0);
        text(reading(8, OptionalLong.empty(), true));
        ring(1_999_936, 2_000_000);

        assertThat(text(reading(10, OptionalLong.empty(), true))).isEqualTo("""
            engine   M, process 42, started 2026-11-26T07:00:00Z
            file     /run/counters.dat, version 1
            read     2026-11-26T07:00:10Z
            state    RUNNING, last sign of life 8 ms ago

            ring     cursor      per s     gating  depth  slots  fill
            ----  ---------  ---------  ---------  -----  -----  --------------
            M     2,000,000  1,000,000  1,999,936     64    256  ###....... 25%

            stage        completed    per s  behind
            -----------  ---------  -------  ------
            stage 0 [a]  1,999,936  999,968      64

            node  duty cycles       per s         CPU
            ----  -----------  ----------  ----------
            df     20,000,000  10,000,000  not pinned
            """);
    }

    @Test
    void shouldShowHowFarAJournalIsAndClaimNothingThatItWasNotTold()
    {
        counter(EngineCounter.JOURNAL_EPOCH, "journal", 3);
        counter(EngineCounter.JOURNAL_DURABLE, "journal", 90);
        counter(EngineCounter.JOURNAL_DURABLE_BYTES, "journal", 9_000);
        counter(EngineCounter.JOURNAL_REPLICA, "journal", 0);
        counter(EngineCounter.JOURNAL_APPENDED, "journal", 1_000);
        counter(EngineCounter.JOURNAL_BYTES, "journal", 100_000);
        counter(EngineCounter.JOURNAL_STOPPED, "journal", 1);

        assertThat(text(reading(1, OptionalLong.empty(), true))).endsWith("""

            journal                     instance  per s  behind    bytes
            --------------------------  --------  -----  ------  -------
            appended, epoch 3, STOPPED     1,000      -          100,000
            on the disk                       90      -     910    9,000
            released                           -      -       -
            """);
    }

    @Test
    void shouldShowPercentilesOfAnEarlierSecondInBracketsAndNoneWhereThereWereNone()
    {
        latency("fresh", 10, 5);
        latency("idle", 10, 0);
        latency("never", 0, 0);

        assertThat(text(reading(1, OptionalLong.empty(), true))).endsWith("""

            latency of the last second, ns  durations  in all   P50   P90   P99  P99.9      max
            ------------------------------  ---------  ------  ----  ----  ----  -----  -------
            fresh                                   5      10    50    90    99    999    1,000
            idle                                    0      10  (50)  (90)  (99)  (999)  (1,000)
            never                                   0       0     -     -     -      -        -
            """);
    }

    private void latency(final String series, final long count, final long recentCount)
    {
        counter(EngineCounter.LATENCY_COUNT, series, count);
        counter(EngineCounter.LATENCY_INTERVAL_COUNT, series, recentCount);
        counter(EngineCounter.LATENCY_P50, series, 50);
        counter(EngineCounter.LATENCY_P90, series, 90);
        counter(EngineCounter.LATENCY_P99, series, 99);
        counter(EngineCounter.LATENCY_P999, series, 999);
        counter(EngineCounter.LATENCY_MAX, series, 1_000);
    }

    @Test
    void shouldShowCountersOfOthersUnderTheirOwnLabels()
    {
        counters.add(new Counter(10_001, "shop: parcels", 12));

        assertThat(text(reading(1, OptionalLong.empty(), true))).endsWith("""

            other counters  value  per s
            --------------  -----  -----
            shop: parcels      12      -
            """);
    }

    @Test
    void shouldHideCountsThatAreZeroUnlessAllAreWanted()
    {
        counter(EngineCounter.PACKET, "a: things", 0);
        counter(EngineCounter.STALLS, "M", 0);
        final EngineReading reading = reading(1, OptionalLong.empty(), true);

        assertThat(text(reading)).doesNotContain("a: things").contains("M: stalls");
        assertThat(StatText.render(reading, reading.counters(), new Figures(rates, false), true))
            .contains("a: things");
    }

    @Test
    void shouldSayThatTheEngineEndedDiedOrIsSilent()
    {
        counter(EngineCounter.STATE, "M", 3);
        counter(EngineCounter.HEARTBEAT, "M", START_MILLIS);

        assertThat(StatHeader.state(reading(5, OptionalLong.of(START_MILLIS + 4_000), false))).isEqualTo(
            "ENDED at 2026-11-26T07:00:04Z; last state STOPPED. These are its last values");
        assertThat(StatHeader.state(reading(5, OptionalLong.empty(), false))).isEqualTo(
            "DEAD: process 42 is gone and has not closed the file; last state STOPPED. These are its last values of " +
            "2026-11-26T07:00:00Z");
        assertThat(StatHeader.state(reading(5, OptionalLong.empty(), true))).startsWith(
            "SILENT for 5,000 ms, though its process lives: ");
        counters.clear();
        counter(EngineCounter.STATE, "M", 77);
        assertThat(StatHeader.state(reading(5, OptionalLong.empty(), true)))
            .isEqualTo("of the unknown number 77, the gate has not opened yet");
    }

    @ParameterizedTest
    @CsvSource({"0, 256, .......... 0%", "1, 256, #......... 0%", "256, 256, ########## 100%",
        "300, 256, ########## 100%", "128, 256, #####..... 50%", "1, 0, -"})
    void shouldDrawABarThatIsNeverEmptyWhereSomethingIsNorTooLong(
        final long depth, final long slots, final String bar)
    {
        assertThat(new Figures(rates, false).bar(OptionalLong.of(depth), OptionalLong.of(slots))).isEqualTo(bar);
    }
}
