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

import java.io.IOException;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CpuTopologyTest
{
    private static final String CPU = "sys/devices/system/cpu/";

    @TempDir
    private Path root;

    @Test
    void shouldReadSocketsCoresNodesAndSiblings() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(2, 4, 2, 2).write(root));

        assertThat(host.summary()).isEqualTo("2 sockets, 4 NUMA nodes, 8 cores, 16 CPUs online");
        assertThat(host.authoritative()).isTrue();
        assertThat(host.sockets()).containsExactly(0, 1);
        assertThat(host.numaNodes()).containsExactly(0, 1, 2, 3);
        assertThat(host.l3Groups()).containsExactly(0, 1);
        assertThat(host.socketCpus(1)).hasToString("4-7,12-15");
        assertThat(host.numaCpus(1)).hasToString("2-3,10-11");
        assertThat(host.l3Cpus(0)).hasToString("0-3,8-11");
        assertThat(host.coreCpus(5)).hasToString("5,13");
        assertThat(host.distance(0, 1)).hasValue(11);
        assertThat(host.distance(0, 3)).hasValue(20);
        assertThat(host.distance(0, 9)).isEmpty();
        assertThat(host.cpu(13)).hasValue(new Cpu(13, 1, 5, 2, 1, CpuSet.of(5, 13), true, false));
        assertThat(host.cpu(16)).isEmpty();
    }

    @Test
    void shouldKeepHolesOfOfflineCpus() throws IOException
    {
        final CpuTopology host = CpuTopology.read(
            new SyntheticSysfs(1, 4, 2, 1).offline("2,4-5").file(CPU + "isolated", "3,5").write(root));

        assertThat(host.online()).hasToString("0-1,3,6-7");
        assertThat(host.offline()).hasToString("2,4-5");
        assertThat(host.isolated()).as("an offline CPU is not isolated").hasToString("3");
        assertThat(host.cpu(0).orElseThrow().smtSiblings()).hasToString("0");
        assertThat(host.cpu(2).orElseThrow().socket()).isEqualTo(Cpu.UNKNOWN);
        assertThat(host.coreCount()).isEqualTo(4);
    }

    @Test
    void shouldReadOnlineCpusFromTheirDirectoriesWhereThereIsNoList() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(1, 2, 1, 1)
            .file(CPU + "online", null).file(CPU + "present", null).file(CPU + "offline", null)
            .file(CPU + "cpu1/online", "0").write(root));

        assertThat(host.online()).hasToString("0");
    }

    @Test
    void shouldSayWhatIsMissingAndWhy() throws IOException
    {
        final SyntheticSysfs bare = new SyntheticSysfs(1, 2, 1, 1)
            .file(CPU + "isolated", null)
            .file("sys/devices/system/node/node0/cpulist", null)
            .file("sys/devices/system/node/node0/distance", null);
        for (int cpu = 0; cpu < 2; cpu++)
        {
            bare.file(CPU + "cpu" + cpu + "/topology/thread_siblings_list", null)
                .file(CPU + "cpu" + cpu + "/cache/index0/level", null);
        }
        final CpuTopology host = CpuTopology.read(bare.write(root));

        assertThat(host.authoritative()).as("siblings are a guess").isFalse();
        assertThat(host.absences())
            .containsEntry("isolated", "no " + root.resolve(CPU + "isolated"))
            .containsEntry("NUMA",
                "no " + root.resolve("sys/devices/system/node") + "/node*: all memory counts as node 0")
            .containsEntry("cpuset", "no " + root.resolve("proc/self/cgroup"))
            .containsKeys("start mask", "SMT siblings of CPU 0", "L3 group of CPU 1");
        assertThat(host.toString()).contains("L3 group unknown", "unknown: isolated (no ");
        assertThat(host.allowed()).isEqualTo(host.online());
    }

    @Test
    void shouldObeyTheCpusetOfTheUnifiedHierarchy() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(1, 8, 1, 1)
            .file("proc/self/cgroup", "0::/system.slice/engine.service")
            .file("sys/fs/cgroup/system.slice/cpuset.cpus.effective", "2-5")
            .file("sys/fs/cgroup/cpuset.cpus.effective", "0-7")
            .file("proc/self/status", "Name:\tjava\nCpus_allowed_list:\t0-1\n")
            .write(root));

        assertThat(host.allowed()).as("the nearest cgroup with a cpuset").hasToString("2-5");
        assertThat(host.startMask().orElseThrow()).hasToString("0-1");
        assertThat(host.usable()).hasToString("2-5");
    }

    @Test
    void shouldObeyTheCpusetOfVersionOne() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(1, 8, 1, 1)
            .file("proc/self/cgroup", "4:memory:/docker/abc\n3:cpuset:/docker/abc\n0::/")
            .file("sys/fs/cgroup/cpuset/cpuset.cpus", "1-3")
            .write(root));

        assertThat(host.allowed()).as("the container sees its cgroup as the mount's root").hasToString("1-3");
    }

    @Test
    void shouldFallBackToTheStartMaskWhereNoCpusetCanBeRead() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(1, 8, 1, 1)
            .file("proc/self/cgroup", "0::/../../elsewhere")
            .file("proc/self/status", "Cpus_allowed_list:\t4-6")
            .write(root));

        assertThat(host.allowed()).hasToString("4-6");
        assertThat(host.absences()).containsKey("cpuset");
    }

    @Test
    void shouldCountIsolatedPartitionsAsIsolated() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(1, 8, 1, 1)
            .file("sys/fs/cgroup/cpuset.cpus.isolated", "6-7").write(root));

        assertThat(host.isolated()).hasToString("6-7");
    }

    @Test
    void shouldNameTheFileThatCannotBeUnderstood() throws IOException
    {
        new SyntheticSysfs(1, 2, 1, 1).file(CPU + "online", "0-x").write(root);

        assertThatThrownBy(() -> CpuTopology.read(root))
            .isInstanceOf(TopologyException.class)
            .hasMessage(root.resolve(CPU + "online") +
                " is not a CPU list: '0-x': '0-x' is neither a CPU number nor a range; write it like 0-39,80-119");
    }

    @Test
    void shouldRefuseADistanceRowOfTheWrongLength() throws IOException
    {
        new SyntheticSysfs(2, 2, 1, 1).file("sys/devices/system/node/node1/distance", "20").write(root);

        assertThatThrownBy(() -> CpuTopology.read(root)).hasMessage(
            root.resolve("sys/devices/system/node/node1/distance") +
            " holds 1 distances for 2 nodes; capture the directory again");
    }

    @Test
    void shouldRefuseADirectoryThatIsNoTopology()
    {
        assertThatThrownBy(() -> CpuTopology.read(root)).hasMessage("no " + root.resolve("sys/devices/system/cpu") +
            ": not a topology; name a directory that holds sys/devices/system/cpu (and optionally proc)");
    }

    @Test
    void shouldMakeUpATopologyWhereTheHostGivesNone()
    {
        final CpuTopology host = CpuTopology.ofProcessors(3, "Windows 11 has no sysfs to read it from");

        assertThat(host.authoritative()).isFalse();
        assertThat(host.usable()).hasToString("0-2");
        assertThat(host.absences()).containsValue("Windows 11 has no sysfs to read it from");
        assertThat(host.summary()).contains("not authoritative");
    }

    @Test
    void shouldReadThisHost()
    {
        final CpuTopology host = CpuTopology.live();

        assertThat(host.online().size()).isGreaterThanOrEqualTo(host.usable().size());
        assertThat(host.usable().isEmpty()).isFalse();
        assertThat(host.toString()).startsWith("Topology of ");
    }

    @Test
    void shouldDrawThePictureOfAHost() throws IOException
    {
        final CpuTopology host = CpuTopology.read(new SyntheticSysfs(2, 2, 2, 1)
            .file(CPU + "isolated", "1,5")
            .file("proc/self/status", "Cpus_allowed_list:\t0-6")
            .write(root));

        assertThat(host.toString()).isEqualTo(
            """
            Topology of %s: 2 sockets, 2 NUMA nodes, 4 cores, 8 CPUs online
              online 0-7; offline none; isolated 1,5
              allowed 0-6; started on 0-6
              socket 0, NUMA node 0, L3 group 0
                0/4 1*/5*
              socket 1, NUMA node 1, L3 group 1
                2/6 3/7-
              distance from NUMA node 0: 10 20
              distance from NUMA node 1: 20 10
              (a/b: SMT siblings of one core, *: isolated, -: not allowed)
              unknown: cpuset (no %s)
            """.formatted(root, root.resolve("proc/self/cgroup")));
    }
}
