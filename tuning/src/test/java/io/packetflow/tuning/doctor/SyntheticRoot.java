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

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The files of a made-up host that is tuned for CPUs 2 and 3: four cores, one socket, nothing against it. */
public final class SyntheticRoot
{
    private final Map<String, String> files = new TreeMap<>();

    /** Makes up the host. */
    public SyntheticRoot()
    {
        final String cpu = "sys/devices/system/cpu/";
        file(cpu + "online", "0-3").file(cpu + "present", "0-3").file(cpu + "offline", "");
        file(cpu + "isolated", "2-3").file(cpu + "nohz_full", "2-3").file(cpu + "smt/active", "0");
        file(cpu + "intel_pstate/status", "passive").file(cpu + "intel_pstate/min_perf_pct", "100");
        file(cpu + "intel_pstate/no_turbo", "0").file(cpu + "vulnerabilities/meltdown", "Not affected");
        file(cpu + "intel_uncore_frequency/package_00_die_00/min_freq_khz", "2400000");
        file(cpu + "intel_uncore_frequency/package_00_die_00/max_freq_khz", "2400000");
        for (int id = 0; id < 4; id++)
        {
            cpu(cpu + "cpu" + id + "/", id);
        }
        file("sys/devices/system/node/node0/cpulist", "0-3").file("sys/devices/system/node/node0/distance", "10");
        file("sys/devices/system/node/node0/meminfo",
            "Node 0 MemTotal: 33554432 kB\nNode 0 MemFree: 16777216 kB\nNode 0 FilePages: 1048576 kB");
        file("sys/devices/system/node/node0/hugepages/hugepages-2048kB/free_hugepages", "512");
        file("sys/devices/system/node/node0/hugepages/hugepages-1048576kB/free_hugepages", "0");
        file("sys/devices/system/clocksource/clocksource0/current_clocksource", "tsc");
        file("sys/devices/system/machinecheck/machinecheck0/ignore_ce", "1");
        file("sys/devices/virtual/workqueue/cpumask", "3").file("sys/bus/workqueue/devices/writeback/cpumask", "3");
        file("sys/module/intel_idle/parameters/max_cstate", "1");
        file("sys/kernel/rcu_expedited", "0").file("sys/kernel/tracing/current_tracer", "nop");
        file("sys/kernel/mm/ksm/run", "0");
        memoryAndNetwork();
        kernel();
        processes();
    }

    private void cpu(final String directory, final int id)
    {
        file(directory + "topology/physical_package_id", "0");
        file(directory + "topology/thread_siblings_list", String.valueOf(id));
        file(directory + "cache/index0/level", "3").file(directory + "cache/index0/shared_cpu_list", "0-3");
        file(directory + "cpufreq/scaling_governor", "performance").file(directory + "cpufreq/scaling_driver", "intel");
        file(directory + "cpufreq/energy_performance_preference", "performance");
        file(directory + "power/energy_perf_bias", "0");
        file(directory + "cpuidle/state0/name", "POLL").file(directory + "cpuidle/state0/latency", "0");
        file(directory + "cpuidle/state1/name", "C6").file(directory + "cpuidle/state1/latency", "170");
        file(directory + "cpuidle/state1/disable", "1");
    }

    private void memoryAndNetwork()
    {
        final String thp = "sys/kernel/mm/transparent_hugepage/";
        file(thp + "enabled", "always [madvise] never").file(thp + "defrag", "always defer [madvise] never");
        file(thp + "khugepaged/defrag", "0").file(thp + "shmem_enabled", "always [advise] never deny");
        final String vm = "proc/sys/vm/";
        file(vm + "stat_interval", "120").file(vm + "zone_reclaim_mode", "0").file(vm + "swappiness", "1");
        file(vm + "max_map_count", "262144").file(vm + "compaction_proactiveness", "0");
        file(vm + "compact_unevictable_allowed", "0").file(vm + "min_free_kbytes", "1048576");
        file(vm + "dirty_background_bytes", "134217728").file(vm + "dirty_bytes", "1073741824");
        file(vm + "dirty_writeback_centisecs", "500").file(vm + "dirty_expire_centisecs", "3000");
        file("proc/swaps", "Filename Type Size Used Priority");
        file("proc/vmstat", "allocstall_normal 0\ncompact_stall 0");
        file("proc/meminfo", "MemTotal: 67108864 kB");
        for (final String resource : new String[] {"cpu", "memory", "io"})
        {
            file("proc/pressure/" + resource, "some avg10=0.00 avg60=0.00 avg300=0.00 total=0");
        }
        file("proc/sys/net/core/busy_read", "50").file("proc/sys/net/core/rmem_max", "4194304");
        file("proc/sys/net/core/wmem_max", "4194304").file("sys/class/net/eth0/queues/rx-0/rps_cpus", "0");
        file("sys/class/net/eth0/device/numa_node", "0").file("etc/systemd/system.conf", "CPUAffinity=0 1");
    }

    private void kernel()
    {
        final String kernel = "proc/sys/kernel/";
        file(kernel + "watchdog", "0").file(kernel + "nmi_watchdog", "0").file(kernel + "watchdog_cpumask", "0-1");
        file(kernel + "timer_migration", "0").file(kernel + "sched_rt_runtime_us", "-1");
        file(kernel + "sched_rt_period_us", "1000000").file(kernel + "split_lock_mitigate", "0");
        file(kernel + "sched_autogroup_enabled", "0").file(kernel + "hung_task_timeout_secs", "600");
        file(kernel + "numa_balancing", "0").file(kernel + "osrelease", "6.8.0");
        file("proc/cmdline", "BOOT_IMAGE=/vmlinuz skew_tick=1 tsc=reliable nosoftlockup rcu_nocb_poll rcu_nocbs=2-3 " +
            "nohz_full=2-3 rcutree.nohz_full_patience_delay=1000 mitigations=auto -- isolcpus=0");
        file("proc/version", "Linux version 6.8.0 #1 SMP PREEMPT_DYNAMIC").file("boot/config-6.8.0", "CONFIG_HZ=250");
        file("proc/cpuinfo", "processor : 0\nmodel name : Made up\nflags : fpu constant_tsc nonstop_tsc\n");
        file("proc/irq/default_smp_affinity", "3").file("proc/irq/24/effective_affinity_list", "0");
        file("proc/interrupts", "     CPU0 CPU1 CPU2 CPU3\n 24:  1 2 0 0 PCI-MSI 0-edge eth0-rx\nERR: 0");
        file("etc/tuned/active_profile", "packetflow");
    }

    private void processes()
    {
        file("proc/self/cgroup", "0::/engine").file("sys/fs/cgroup/engine/cpuset.cpus.effective", "0-3");
        file("sys/fs/cgroup/engine/cpu.max", "max 100000");
        file("proc/self/limits", "Max locked memory unlimited unlimited bytes\nMax open files 1048576 1048576 files");
        file("proc/self/mountinfo", "22 1 8:2 / / rw,noatime - ext4 /dev/sda2 rw\n" +
            "23 22 0:20 / /dev/shm rw - tmpfs tmpfs rw,size=4194304k");
        thread(1, "systemd", 0, 0, "0-1");
        thread(12, "kworker/u8:0", 2, 1, "0-1");
    }

    /** Adds a thread. */
    public SyntheticRoot thread(final int id, final String name, final int parent, final int cpu, final String allowed)
    {
        final String directory = "proc/" + id + "/task/" + id + "/";
        file(directory + "stat", id + " (" + name + ") S " + parent + " 1 1 0 -1 0 7 0 0 0" + " 0".repeat(25) + " " +
            cpu + " 0 0 0");
        return file(directory + "status", "Name:\t" + name + "\nCpus_allowed_list:\t" + allowed + "\n" +
            "voluntary_ctxt_switches:\t5\nnonvoluntary_ctxt_switches:\t0");
    }

    /** Adds or replaces a file; no content removes it. */
    public SyntheticRoot file(final String path, final String content)
    {
        files.put(path, content);
        return this;
    }

    /** The paths of its files. */
    public Iterable<String> paths()
    {
        return files.keySet();
    }

    /** Writes the files. */
    public Path write(final Path root) throws IOException
    {
        for (final Map.Entry<String, String> file : files.entrySet())
        {
            if (file.getValue() != null)
            {
                final Path path = root.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue() + "\n");
            }
        }
        return root;
    }
}
