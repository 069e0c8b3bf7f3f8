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
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostFactsTest
{
    @TempDir
    private Path root;

    @Test
    void shouldReadFactsWithTheirOrigin() throws IOException
    {
        final HostFacts facts = HostFacts.read(new SyntheticSysfs(2, 2, 2, 1)
            .file("proc/cpuinfo", "processor\t: 0\nmodel name\t: Xeon\nflags\t\t: fpu hypervisor sse")
            .file("sys/devices/system/cpu/smt/active", "1")
            .file("sys/kernel/mm/transparent_hugepage/enabled", "always [madvise] never")
            .file("proc/self/cgroup", "0::/engine")
            .file("sys/fs/cgroup/engine/cpu.max", "max 100000")
            .write(root));

        assertThat(facts.hypervisor()).hasValue(true);
        assertThat(facts.smtActive()).hasValue(true);
        assertThat(facts.numaNodeCount()).hasValue(2);
        assertThat(facts.transparentHugePages()).hasValue("madvise");
        assertThat(facts.operatingSystem()).as("a captured host does not run").isEmpty();
        assertThat(facts.all()).filteredOn((fact) -> fact.name().equals("CPU quota")).singleElement()
            .satisfies((fact) -> assertThat(fact.value()).hasValue("max 100000"))
            .satisfies((fact) -> assertThat(fact.origin()).endsWith("sys/fs/cgroup/engine/cpu.max"));
        assertThat(facts.toString()).contains("isolated CPUs", "none", "processor model", "Xeon");
    }

    @Test
    void shouldAnswerNothingWithAReasonWhereNothingIs()
    {
        final HostFacts facts = HostFacts.read(root);

        assertThat(facts.all()).isNotEmpty().allSatisfy((fact) ->
        {
            assertThat(fact.value()).as(fact.name()).isEmpty();
            assertThat(fact.origin()).as(fact.name()).isNotBlank();
        });
        assertThat(facts.hypervisor()).isEmpty();
    }
}
