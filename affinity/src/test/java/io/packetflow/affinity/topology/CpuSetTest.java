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
package io.packetflow.affinity.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CpuSetTest
{
    @Test
    void shouldReadAndWriteTheKernelsListFormat()
    {
        assertThat(CpuSet.parse("0-39,80-119").size()).isEqualTo(80);
        assertThat(CpuSet.parse("0-39,80-119\n")).hasToString("0-39,80-119");
        assertThat(CpuSet.parse("7,3,4,5,3")).hasToString("3-5,7");
        assertThat(CpuSet.parse(" \n")).isEqualTo(CpuSet.EMPTY).hasToString("");
    }

    @Test
    void shouldReadBackWhatItWrites()
    {
        final long seed = 20260122L;
        final SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 500; round++)
        {
            final CpuSet cpus = CpuSet.of(random.ints(random.nextInt(60), 0, 200));
            assertThat(CpuSet.parse(cpus.toString())).as("seed %d round %d", seed, round).isEqualTo(cpus);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', value = {
        "3-1|the range '3-1' runs backwards",
        "a|'a' is neither a CPU number nor a range",
        "1,,2|'' is neither a CPU number nor a range",
        "-4|'-4' is neither a CPU number nor a range",
        "1-2-3|'1-2-3' is neither a CPU number nor a range",
        "0-10:2/4|'0-10:2/4' is neither a CPU number nor a range",
        "0-2000000000|'0-2000000000' is neither a CPU number nor a range",
        "65536|65536 is above the highest CPU number 65535"})
    void shouldRefuseAnythingElseAndSayWhatIsWrong(final String text, final String cause)
    {
        assertThatThrownBy(() -> CpuSet.parse(text))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("not a CPU list: '" + text + "': " + cause + "; write it like 0-39,80-119");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void shouldRefuseCpusThatCannotExist(final int cpu)
    {
        assertThatThrownBy(() -> CpuSet.of(cpu)).hasMessage("a CPU number is from 0 to 65535: " + cpu);
    }

    @Test
    void shouldCombineSets()
    {
        final CpuSet a = CpuSet.parse("0-3");
        final CpuSet b = CpuSet.parse("2-5");
        assertThat(a.union(b)).hasToString("0-5");
        assertThat(a.intersect(b)).hasToString("2-3");
        assertThat(a.minus(b)).hasToString("0-1");
        assertThat(a.containsAll(CpuSet.of(0, 3))).isTrue();
        assertThat(a.containsAll(b)).isFalse();
        assertThat(b.first()).isEqualTo(2);
        assertThat(b).containsExactly(2, 3, 4, 5);
        assertThatThrownBy(CpuSet.EMPTY::first).isInstanceOf(IllegalStateException.class);
    }
}
