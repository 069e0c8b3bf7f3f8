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
package io.packetflow.tuning.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.tuning.doctor.check.CheckRegistry;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.report.Diagnosis;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The answers for a captured dual Xeon 8380, derived by hand from what its files say. The same in all four numberings:
 *
 * <ul>
 * <li>{@code cpu/isolated} is an empty line, so K01 fails; {@code cpu/nohz_full} is {@code (null)}, so K02 fails and
 * K21 does not apply.
 * <li>{@code proc/irq/default_smp_affinity} and {@code workqueue/cpumask} are five words of ones, all 160 CPUs: K06 and
 * K11 warn.
 * <li>Each CPU's {@code cpuidle} has C1E with 4 us and C6 with 170 us, {@code disable} 0: P01 warns.
 * {@code intel_idle/parameters/max_cstate} is 9: P03.
 * <li>{@code scaling_governor} is powersave: P05 fails. {@code intel_pstate/status} is active, but no CPU is tickless:
 * P06 holds. {@code min_perf_pct} is 23 and {@code scaling_min_freq} 800000 against {@code cpuinfo_max_freq} 3400000:
 * P07 warns. {@code no_turbo} is 0: P08 holds. {@code energy_performance_preference} is balance_performance and {@code
 * energy_perf_bias} 6: P09 warns. Uncore {@code min_freq_khz} 800000 is not {@code max_freq_khz} 2400000: P10 warns.
 * <li>{@code free_hugepages} are 0 and no JVM asks for any: M05 is for information.
 * <li>The node of the CPUs has nine tenths of its memory free: T08 holds. Nothing below the CPUs is offline: T12 holds.
 * </ul>
 *
 * Nothing else of {@code /proc} was captured, so that what reads it has no answer.
 */
class CapturedHostTest
{
    private static final List<String> UNKNOWN = List.of("K03", "K04", "K05", "K07", "K08", "K12", "K13", "K14", "K15",
        "K16", "K17", "K18", "K19", "K20", "K22", "K23", "K24", "K25", "K26", "K27", "K28", "K29", "K30", "P04", "P12",
        "T05", "T07", "T11", "T13", "T14", "T15", "M01", "M02", "M03", "M04", "M06", "M07", "M08", "M09", "M11", "M12",
        "M14", "M15", "M18", "F06", "F07", "F10", "F14", "S01", "S02", "N01", "N02", "N03");

    @TempDir
    private Path directory;

    /** CPUs 2 to 5, or where even numbers are socket 0, 2 to 8, are four cores of socket 0, none of them CPU 0's. */
    @ParameterizedTest
    @CsvSource({"socket-major, 2-5", "interleaved, '2,4,6,8'", "snc2, 2-5", "nosmt, 2-5"})
    void shouldAnswerWhatTheFilesSay(final String host, final String cpus) throws Exception
    {
        final Diagnosis diagnosis = Doctor.examine(CapturedRoots.unpack(host, directory), cpus);

        assertThat(Doctor.statuses(diagnosis)).isEqualTo(expected(host));
        assertThat(diagnosis.exitCode(Severity.FAIL)).isEqualTo(ExitCode.VERDICT_AGAINST);
    }

    private static Map<String, Status> expected(final String host)
    {
        final Map<String, Status> expected = new TreeMap<>();
        new CheckRegistry().texts().forEach(text -> expected.put(text.id(), Status.SKIP));
        UNKNOWN.forEach(id -> expected.put(id, Status.UNKNOWN));
        // thread_siblings_list of CPU 2 is "2,82", and 82 is not isolated; without SMT it is "2".
        List.of("K01", "K02", "P05", "T01").forEach(id -> expected.put(id, Status.FAIL));
        List.of("K06", "K11", "P01", "P07", "P09", "P10").forEach(id -> expected.put(id, Status.WARN));
        List.of("P03", "M05").forEach(id -> expected.put(id, Status.INFO));
        List.of("P06", "P08", "T02", "T03", "T04", "T08", "T09", "T12", "T16")
            .forEach(id -> expected.put(id, Status.PASS));
        if (host.equals("nosmt"))
        {
            expected.put("T01", Status.PASS);
        }
        return expected;
    }

    @Test
    void shouldSeeThatNeighboursAreOnTwoSocketsWhereNumbersInterleave() throws Exception
    {
        final Diagnosis diagnosis = Doctor.examine(CapturedRoots.unpack("interleaved", directory), "2-5");

        // physical_package_id of 2 and 4 is 0, of 3 and 5 it is 1.
        assertThat(Doctor.outcome(diagnosis, "T02").status()).isEqualTo(Status.FAIL);
        assertThat(Doctor.outcome(diagnosis, "T02").reason())
            .isEqualTo("socket 0 has CPU 2,4, socket 1 has CPU 3,5");
        assertThat(Doctor.outcome(diagnosis, "T03").reason()).startsWith("recorded: interleaved");
    }

    @Test
    void shouldSeeSiblingsAndTheCoreOfTheBootProcessor() throws Exception
    {
        final Diagnosis diagnosis = Doctor.examine(CapturedRoots.unpack("socket-major", directory), "2,80,82");

        // thread_siblings_list: 0 has "0,80", 2 has "2,82".
        assertThat(Doctor.outcome(diagnosis, "T01").reason())
            .isEqualTo("CPU 2 and 82 are one core; the siblings 0 are not isolated, anybody may run there");
        assertThat(Doctor.outcome(diagnosis, "T04").reason())
            .isEqualTo("CPU 80 is on the core of CPU 0, which keeps the time");
        assertThat(Doctor.outcome(diagnosis, "T16").reason()).startsWith("3 spinning threads on 2 of 80 usable cores");
        assertThat(Doctor.outcome(diagnosis, "T16").status()).isEqualTo(Status.FAIL);
    }

    @Test
    void shouldCountNodesWithinASocket() throws Exception
    {
        final Diagnosis diagnosis = Doctor.examine(CapturedRoots.unpack("snc2", directory), "2-5");

        assertThat(Doctor.outcome(diagnosis, "T09").reason()).isEqualTo(
            "recorded: 4 nodes on 2 sockets, sub-NUMA clusters, distances from node 0: 10 11 20 20");
    }

    @Test
    void shouldNoticePlannedCpusThatAreOffline() throws Exception
    {
        final Diagnosis diagnosis = Doctor.examine(CapturedRoots.unpack("nosmt", directory), "2,82");

        // offline is 80-159.
        assertThat(Doctor.outcome(diagnosis, "T16").status()).isEqualTo(Status.FAIL);
        assertThat(Doctor.outcome(diagnosis, "T16").reason()).isEqualTo("CPU 82 is not online (online: 0-79)");
    }

    @Test
    void shouldReadTheProcessorsFlagsWhereTheyWereCaptured() throws Exception
    {
        CapturedRoots.unpack("socket-major", directory);
        CapturedRoots.addProcessors("socket-major", directory);
        final Diagnosis diagnosis = Doctor.examine(directory, "2-5");

        // flags has constant_tsc, nonstop_tsc and cat_l3, and no hypervisor; resctrl was not mounted.
        assertThat(Doctor.outcome(diagnosis, "K18").status()).isEqualTo(Status.PASS);
        assertThat(Doctor.outcome(diagnosis, "T15").status()).isEqualTo(Status.PASS);
        assertThat(Doctor.outcome(diagnosis, "T11").status()).isEqualTo(Status.INFO);
    }
}
