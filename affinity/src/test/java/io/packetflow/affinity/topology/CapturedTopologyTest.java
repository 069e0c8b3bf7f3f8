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

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CapturedTopologyTest
{
    @ParameterizedTest
    @ValueSource(strings = {"socket-major", "interleaved", "snc2", "nosmt"})
    void shouldAgreeWithLscpu(final String name) throws IOException, InterruptedException
    {
        final CpuTopology host = CpuTopology.read(CapturedHosts.extract(name));
        final List<String> rows = Files.readAllLines(CapturedHosts.directory(name).resolve("lscpu-p.csv")).stream()
            .filter((line) -> !line.startsWith("#")).toList();

        assertThat(rows).hasSize(host.online().size());
        for (final String row : rows)
        {
            final String[] field = row.split(",", -1);
            final Cpu cpu = host.cpu(Integer.parseInt(field[0])).orElseThrow();
            assertThat(cpu.online()).isTrue();
            assertThat(cpu.socket()).as("socket of %s", row).isEqualTo(Integer.parseInt(field[2]));
            assertThat(cpu.numaNode()).as("NUMA node of %s", row).isEqualTo(Integer.parseInt(field[3]));
            assertThat(cpu.l3Group()).as("L3 group of %s", row).isEqualTo(Integer.parseInt(field[8]));
            final CpuSet siblings = CpuSet.of(rows.stream().map((other) -> other.split(",", -1))
                .filter((other) -> other[1].equals(field[1])).mapToInt((other) -> Integer.parseInt(other[0])));
            assertThat(cpu.smtSiblings()).as("siblings of %s", row).isEqualTo(siblings);
            assertThat(host.coreCpus(cpu.core())).as("core of %s", row).isEqualTo(siblings);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"socket-major", "interleaved", "snc2"})
    void shouldSeeHundredAndSixtyCpusInPairs(final String name) throws IOException, InterruptedException
    {
        final CpuTopology host = CpuTopology.read(CapturedHosts.extract(name));

        assertThat(host.online()).hasToString("0-159");
        assertThat(host.coreCount()).isEqualTo(80);
        assertThat(host.sockets()).containsExactly(0, 1);
        assertThat(host.cpu(5).orElseThrow().smtSiblings()).hasToString("5,85");
    }

    @Test
    void shouldSeeHalvesOfSocketsAsNodes() throws IOException, InterruptedException
    {
        final CpuTopology host = CpuTopology.read(CapturedHosts.extract("snc2"));

        assertThat(host.numaNodes()).containsExactly(0, 1, 2, 3);
        assertThat(host.numaCpus(1)).hasToString("20-39,100-119");
        assertThat(host.distance(0, 1).orElseThrow()).isLessThan(host.distance(0, 2).orElseThrow());
    }

    @Test
    void shouldSeeTheSiblingsOffline() throws IOException, InterruptedException
    {
        final CpuTopology host = CpuTopology.read(CapturedHosts.extract("nosmt"));

        assertThat(host.online()).hasToString("0-79");
        assertThat(host.offline()).hasToString("80-159");
        assertThat(HostFacts.read(CapturedHosts.extract("nosmt")).smtActive()).hasValue(false);
        assertThat(HostFacts.read(CapturedHosts.extract("nosmt")).numaNodeCount()).hasValue(2);
    }
}
