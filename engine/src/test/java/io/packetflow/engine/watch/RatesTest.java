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
package io.packetflow.engine.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

import io.packetflow.engine.telemetry.CountersFileReader.Counter;
import io.packetflow.engine.telemetry.EngineCounter;

import org.junit.jupiter.api.Test;

class RatesTest
{
    private static final long SECOND = 1_000_000_000;

    private final Rates rates = new Rates();

    private static EngineReading reading(final long pid, final long takenNanos, final Counter... counters)
    {
        return new EngineReading(Path.of("f"), 1, pid, 0, OptionalLong.empty(), true, 0, takenNanos,
            List.of(counters).stream().map(CounterReading::of).toList());
    }

    private static Counter cycles(final String node, final long value)
    {
        return new Counter(EngineCounter.NODE_CYCLES.typeId(), node + ": duty cycles", value);
    }

    @Test
    void shouldTellEachCountersGrowthBySecondsWhateverTheInterval()
    {
        rates.next(reading(1, SECOND, cycles("df", 100), cycles("ed", 7)));
        final EngineReading next = reading(1, SECOND + SECOND / 4, cycles("df", 600), cycles("ed", 5));
        rates.next(next);

        assertThat(rates.perSecond(next.counters().get(0))).hasValue(2_000);
        assertThat(rates.perSecond(next.counters().get(1))).hasValue(-8);
    }

    @Test
    void shouldTellNothingOfAFirstReadingNorOfANewCounterNorAcrossARestart()
    {
        final EngineReading first = reading(1, SECOND, cycles("df", 100));
        rates.next(first);
        assertThat(rates.perSecond(first.counters().get(0))).isEmpty();

        final EngineReading second = reading(1, 2 * SECOND, cycles("df", 100), cycles("ed", 9));
        rates.next(second);
        assertThat(rates.perSecond(second.counters().get(0))).hasValue(0);
        assertThat(rates.perSecond(second.counters().get(1))).isEmpty();

        final EngineReading other = reading(2, 3 * SECOND, cycles("df", 1));
        rates.next(other);
        assertThat(rates.perSecond(other.counters().get(0))).isEmpty();
    }

    @Test
    void shouldTakeLabelsApartWhichItsOwnTypesWrote()
    {
        final CounterReading packet = CounterReading.of(
            new Counter(EngineCounter.PACKET.typeId(), "a: things: count", 1));
        final CounterReading foreign = CounterReading.of(new Counter(10_001, "x: y", 1));
        final CounterReading renamed = CounterReading.of(
            new Counter(EngineCounter.STALLS.typeId(), "M: hesitations", 1));
        final CounterReading process = CounterReading.of(new Counter(EngineCounter.STALLS.typeId(), "stalls", 1));

        assertThat(packet.owner()).isEqualTo("a: things");
        assertThat(packet.name()).isEqualTo("count");
        assertThat(foreign.type()).isEmpty();
        assertThat(List.of(foreign.owner(), foreign.name())).containsExactly("", "x: y");
        assertThat(List.of(renamed.owner(), renamed.name())).containsExactly("", "M: hesitations");
        assertThat(List.of(process.owner(), process.name())).containsExactly("", "stalls");
    }
}
