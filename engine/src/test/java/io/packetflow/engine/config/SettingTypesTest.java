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
package io.packetflow.engine.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypesTest
{
    private static final SettingType<Long> DURATION = SettingTypes.durationNanos(0, Long.MAX_VALUE);
    private static final SettingType<Long> SIZE = SettingTypes.sizeBytes(0, Long.MAX_VALUE);
    private static final SettingType<Long> RATE = SettingTypes.ratePerSecond(1, Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource({"250ns,250", "5us,5000", "10ms,10000000", "1s,1000000000", "1.5s,1500000000", "2min,120000000000",
        "1h,3600000000000", "1_000 ns,1000"})
    void shouldReadDurationsInNanoseconds(final String text, final long nanos)
    {
        assertThat(DURATION.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({"512B,512", "64KB,65536", "16MB,16777216", "2GB,2147483648", "0.5KB,512"})
    void shouldReadSizesInBinaryUnits(final String text, final long bytes)
    {
        assertThat(SIZE.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({"1M/s,1000000", "100000/s,100000", "2.5k/s,2500"})
    void shouldReadRatesPerSecond(final String text, final long perSecond)
    {
        assertThat(RATE.parse(text)).isEqualTo(perSecond);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10", "ms", "-1ms", "10 lightyears", "0.1ns", "1e3ms", "99999999999h", "10MS"})
    void shouldRefuseWhatIsNoDuration(final String text)
    {
        assertThatThrownBy(() -> DURATION.parse(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageStartingWith("must be a duration such as 250ns, 5us, 10ms, 1s");
    }

    @Test
    void shouldReadBackEveryValueThatItWrites()
    {
        final long seed = 7L;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 1_000; i++)
        {
            final long value = (random.nextLong(1, Long.MAX_VALUE) >> random.nextInt(62)) | 1L;
            final long scaled = random.nextBoolean() ? value : value / 1_000_000 * 1_000_000 + 1_000_000;
            for (final SettingType<Long> type : List.of(DURATION, SIZE, RATE))
            {
                assertThat(type.parse(type.format(scaled))).as("seed %s, value %s", seed, scaled).isEqualTo(scaled);
            }
        }
    }

    @Test
    void shouldNameTheRangeThatWasLeft()
    {
        assertThatThrownBy(() -> SettingTypes.durationNanos(1_000, 1_000_000_000).parse("2s"))
            .hasMessage("must be from 1us to 1s");
        assertThatThrownBy(() -> SettingTypes.powerOfTwoSlots(2, 1024).parse("1000"))
            .hasMessage("must be auto or a power of two from 2 to 1024");
        assertThatThrownBy(() -> SettingTypes.powerOfTwoSlots(2, 1024).parse("0"))
            .hasMessage("must be auto or a power of two from 2 to 1024");
        assertThatThrownBy(() -> SettingTypes.powerOfTwoSlots(2, 1024).parse("many"))
            .hasMessage("must be auto or a power of two from 2 to 1024");
    }

    @Test
    void shouldSuggestTheNearestChoice()
    {
        final SettingType<WaitChoice> type = SettingTypes.choice(WaitChoice.class);

        assertThat(type.parse("busy-spin")).isEqualTo(WaitChoice.BUSY_SPIN);
        assertThatThrownBy(() -> type.parse("bussy-spin"))
            .hasMessage("must be one of auto, busy-spin, yield, back-off: did you mean 'busy-spin'?");
    }

    @Test
    void shouldReadCpuListsAsTheKernelWritesThem()
    {
        assertThat(Cores.parse("2,4-7").cpus()).containsExactly(2, 4, 5, 6, 7);
        assertThat(Cores.parse("4-7,2")).hasToString("2,4-7");
        assertThat(Cores.parse("auto").isAuto()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "1-", "3-1", "1,,2", "1,1", "0-8192", "999999"})
    void shouldRefuseWhatIsNoCpuList(final String text)
    {
        assertThatThrownBy(() -> Cores.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldReadBackEveryCpuListThatItWrites()
    {
        final long seed = 8_380L;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 200; i++)
        {
            final List<Integer> cpus =
                IntStream.range(0, 40).filter(cpu -> random.nextInt(3) > 0).boxed().toList();
            final Cores cores = new Cores(cpus);
            assertThat(Cores.parse(cores.toString())).as("seed %s", seed).isEqualTo(cores);
        }
    }
}
