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
package io.packetflow.tuning.doctor.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;

/**
 * Cold path. A thread of the host, of a process or of the kernel.
 *
 * @param process its process id
 * @param id      its own
 * @param stat    what the kernel counts of it
 * @param allowed CPUs on which it may run
 */
public record Task(long process, long id, TaskStat stat, CpuSet allowed)
{
    private static final long KERNEL_PROCESS = 2;

    /**
     * The threads of all processes; those that end meanwhile are left out.
     *
     * @param host to look at
     * @return the threads
     */
    static List<Task> all(final HostView host)
    {
        final List<Task> tasks = new ArrayList<>();
        for (final long process : host.processes())
        {
            tasks.addAll(of(host, process));
        }
        return tasks;
    }

    /**
     * The threads of one process.
     *
     * @param host    to look at
     * @param process its id
     * @return the threads; empty where there is no such process
     */
    public static List<Task> of(final HostView host, final long process)
    {
        final List<Task> tasks = new ArrayList<>();
        for (final String id : host.list("proc/" + process + "/task"))
        {
            final String directory = "proc/" + process + "/task/" + id + "/";
            final Optional<TaskStat> stat = TaskStat.parse(host.read(directory + "stat").text());
            final Optional<CpuSet> allowed =
                host.read(directory + "status").field("Cpus_allowed_list").flatMap(HostText::cpus);
            if (stat.isPresent() && allowed.isPresent() && id.matches("[0-9]{1,9}"))
            {
                tasks.add(new Task(process, Long.parseLong(id), stat.get(), allowed.get()));
            }
        }
        return tasks;
    }

    /** @return whether it belongs to the kernel */
    public boolean isKernel()
    {
        return process == KERNEL_PROCESS || stat.parent() == KERNEL_PROCESS;
    }

    /** @return whether it is one of the kernel's threads that exist once for each CPU and cannot leave it */
    public boolean isPerCpuKernel()
    {
        return isKernel() && allowed.size() == 1;
    }

    /** @return its name and id, for people */
    public String label()
    {
        return stat.name() + " (" + id + ")";
    }
}
