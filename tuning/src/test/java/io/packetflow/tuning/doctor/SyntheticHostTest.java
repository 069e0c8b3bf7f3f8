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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.tuning.doctor.check.Severity;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.report.Diagnosis;
import io.packetflow.tuning.doctor.report.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Made-up hosts that differ from a tuned one in one file: each shape of check with each of its answers. */
class SyntheticHostTest
{
    private static final String CPUS = "2-3";

    @TempDir
    private Path directory;

    @Test
    void shouldFindNothingAgainstATunedHost() throws IOException
    {
        final Diagnosis diagnosis = Doctor.examine(new SyntheticRoot().write(directory), CPUS);

        assertThat(diagnosis.outcomes()).filteredOn(Outcome::isAgainst).isEmpty();
        assertThat(diagnosis.outcomes()).filteredOn(outcome -> outcome.status() == Status.UNKNOWN)
            .extracting(outcome -> outcome.text().id()).containsExactlyInAnyOrder("P12", "M18");
        assertThat(diagnosis.exitCode(Severity.WARN)).isEqualTo(ExitCode.OK);
        assertThat(diagnosis.verdict(ExitCode.OK)).isEqualTo("fit for production");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        // id | file | what it says | status | part of the reason
        "K01 | sys/devices/system/cpu/isolated | 3 | FAIL | has CPU 3, not the pinned 2",
        "K01 | sys/devices/system/cpu/isolated | two | UNKNOWN | is not understood: 'two'",
        "K02 | sys/devices/system/cpu/nohz_full | (null) | FAIL | has CPU none, not the pinned 2-3",
        "K02 | sys/devices/system/cpu/nohz_full | 0-3 | FAIL | and CPU 0, which keeps the time",
        "K03 | proc/cmdline | rcu_nocbs=2 | WARN | offloads CPU 2 (rcu_nocbs, nohz_full), not the pinned 3",
        "K03 | proc/cmdline | rcu_nocbs=all | PASS | offloads CPU all",
        "K06 | proc/irq/default_smp_affinity | f | WARN | has CPU 0-3, pinned of them 2-3",
        "K06 | proc/irq/default_smp_affinity | xyz | UNKNOWN | is not understood: 'xyz'",
        "K07 | proc/irq/24/effective_affinity_list | 2 | FAIL | 1 of 1 interrupts routed there: 24 (eth0-rx) to CPU 2",
        "K13 | proc/sys/vm/stat_interval | 1 | WARN | is 1, wanted 10 s or more",
        "K13 | proc/sys/vm/stat_interval | often | UNKNOWN | is not understood: 'often'",
        "K14 | proc/sys/kernel/watchdog | 1 | PASS | watchdog=1 on CPU 0-1",
        "K14 | proc/sys/kernel/nmi_watchdog | 1 | WARN | nmi_watchdog=1",
        "K16 | proc/sys/kernel/sched_rt_runtime_us | 950000 | INFO | no hot thread known to be real-time",
        "K17 | sys/devices/system/clocksource/clocksource0/current_clocksource | hpet | FAIL | is hpet, wanted tsc",
        "K18 | proc/cpuinfo | flags : fpu constant_tsc | FAIL | lacks nonstop_tsc",
        "K21 | sys/devices/system/cpu/nohz_full | (null) | SKIP | only matters where CPUs are tickless",
        "P01 | sys/devices/system/cpu/cpu3/cpuidle/state1/disable | 0 | WARN | C6 170 us on CPU 3",
        "P04 | proc/cmdline | quiet idle=poll | WARN | has idle=poll",
        "P05 | sys/devices/system/cpu/cpu3/cpufreq/scaling_governor | powersave | FAIL | powersave on CPU 3",
        "P06 | sys/devices/system/cpu/intel_pstate/status | active | WARN | beside tickless CPUs 2-3",
        "P10 | sys/devices/system/cpu/intel_uncore_frequency/package_00_die_00/min_freq_khz | 8 | WARN | 8 to 2400000",
        "T05 | proc/sys/kernel/numa_balancing | 1 | INFO | is 1, wanted 0",
        "T13 | sys/fs/cgroup/engine/cpuset.cpus.effective | 0-2 | FAIL | CPU 0-2 only, not to the planned 3",
        "T14 | sys/fs/cgroup/engine/cpu.max | 50000 100000 | FAIL | is 50000 100000, wanted none",
        "T15 | proc/cpuinfo | flags : hypervisor | FAIL | has the hypervisor flag",
        "M01 | sys/kernel/mm/transparent_hugepage/enabled | [always] madvise never | FAIL | is always, wanted madvise",
        "M06 | proc/swaps | none | PASS | /proc/swaps is empty",
        "M15 | proc/pressure/io | some avg10=1.50 avg60=0.00 | INFO | io 1.50 %",
        "F06 | proc/sys/vm/dirty_bytes | 0 | WARN | a share of memory",
        "F10 | proc/self/mountinfo | 23 22 0:20 / /dev/shm rw - tmpfs t rw,size=64m | WARN | size=64m",
        "F14 | proc/self/limits | Max open files 1024 4096 files | WARN | 1024 open files",
        "S02 | etc/systemd/system.conf | CPUAffinity=0-3 | INFO | CPUAffinity is 0-3",
        "N03 | sys/class/net/eth0/queues/rx-0/rps_cpus | c | WARN | eth0/rx-0 to CPU 2-3"})
    void shouldTellWhatOneFileChanges(
        final String id, final String file, final String text, final Status status, final String reason)
        throws IOException
    {
        final Outcome outcome = Doctor.outcome(
            Doctor.examine(new SyntheticRoot().file(file, text).write(directory), CPUS), id);

        assertThat(outcome.reason()).contains(reason);
        assertThat(outcome.status()).isEqualTo(status);
        // The cgroup's files are found through the one that names the cgroup.
        assertThat(outcome.evidence()).extracting(HostText::path)
            .contains(file.startsWith("sys/fs/cgroup/engine") ? "/proc/self/cgroup" : "/" + file);
    }

    @Test
    void shouldNameThreadsThatShareThePinnedCpus() throws IOException
    {
        final Diagnosis diagnosis = Doctor.examine(new SyntheticRoot()
            .thread(77, "noisy (one)", 1, 2, "0-3")
            .thread(78, "kworker/u8:1", 2, 0, "0-3")
            .thread(79, "migration/3", 2, 3, "3")
            .thread(80, "irqbalance", 1, 0, "0-1").write(directory), CPUS);

        assertThat(Doctor.outcome(diagnosis, "K30").reason())
            .isEqualTo("1 of 6 threads ran there last: noisy (one) (77)");
        assertThat(Doctor.outcome(diagnosis, "K05").reason()).isEqualTo("1 of 2 may run there: kworker/u8:1 (78)");
        assertThat(Doctor.outcome(diagnosis, "K08").status()).isEqualTo(Status.WARN);
        assertThat(Doctor.outcome(diagnosis, "S01").reason()).isEqualTo("active: irqbalance");
    }

    @Test
    void shouldSkipWhatAVirtualMachineDoesNotSee() throws IOException
    {
        final SyntheticRoot root = new SyntheticRoot().file("proc/cpuinfo", "flags : hypervisor");
        for (int cpu = 0; cpu < 4; cpu++)
        {
            root.file("sys/devices/system/cpu/cpu" + cpu + "/cpufreq/scaling_governor", null);
        }
        final Outcome outcome = Doctor.outcome(Doctor.examine(root.write(directory), CPUS), "P05");

        assertThat(outcome.status()).isEqualTo(Status.SKIP);
        assertThat(outcome.reason()).startsWith("a virtual machine does not see this: no /sys/devices");
    }

    @Test
    void shouldBeInconclusiveWhereNothingFailsAndSomethingThatCouldIsNotSaid() throws IOException
    {
        final Diagnosis diagnosis = Doctor.examine(new SyntheticRoot().file("proc/swaps", null).write(directory), CPUS);

        assertThat(Doctor.outcome(diagnosis, "M06").reason()).isEqualTo("no /proc/swaps in the capture");
        assertThat(diagnosis.exitCode(Severity.FAIL)).isEqualTo(ExitCode.INCONCLUSIVE);
        assertThat(diagnosis.verdict(ExitCode.INCONCLUSIVE)).isEqualTo("inconclusive: no answer from M06");
    }

    @Test
    void shouldAnswerEachCheckThoughHalfOfTheFilesAreMissing() throws IOException
    {
        for (int seed = 0; seed < 200; seed++)
        {
            final Random random = new Random(seed);
            final SyntheticRoot root = new SyntheticRoot();
            for (final String path : List.copyOf(paths(root)))
            {
                damage(root, path, random.nextInt(8));
            }
            final Path host = Files.createDirectories(directory.resolve("seed" + seed));
            final Diagnosis diagnosis = Doctor.examine(root.write(host), random.nextBoolean() ? CPUS : "1,3,9");

            assertThat(diagnosis.outcomes()).as("seed %d", seed).hasSize(130)
                .allSatisfy(outcome -> assertThat(outcome.reason()).isNotBlank());
        }
    }

    /** Half of the files go, some are empty, and some hold what they never would. */
    private static void damage(final SyntheticRoot root, final String path, final int fate)
    {
        switch (fate)
        {
            case 0, 1, 2, 3 -> root.file(path, null);
            case 4 -> root.file(path, "");
            case 5 -> root.file(path, "-1 \u0000 [x] 0-99999,,: =");
            default -> { }
        }
    }

    private static List<String> paths(final SyntheticRoot root)
    {
        final List<String> paths = new ArrayList<>();
        root.paths().forEach(paths::add);
        return paths;
    }
}
