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
package io.packetflow.tuning.doctor.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.tuning.doctor.host.HostText;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.KernelCommandLine;
import io.packetflow.tuning.doctor.host.JvmFlags;
import io.packetflow.tuning.doctor.probe.ProbeResults;

/**
 * Cold path. A host under examination: its files, its topology, which of its CPUs are ours, and what was asked for.
 *
 * @param files     of the host
 * @param topology  of the host; nothing where it cannot be read
 * @param placement which CPUs are ours
 * @param process   the engine's process, where one is named
 * @param journal   directory of the journal, where one is named
 * @param jvm       flags of the JVM that runs the engine, or would
 * @param probes    what was measured
 */
public record Examination(
    HostView files,
    Optional<CpuTopology> topology,
    Placement placement,
    OptionalLong process,
    Optional<Path> journal,
    JvmFlags jvm,
    ProbeResults probes)
{
    /** @return CPUs of spinning threads */
    public CpuSet pinned()
    {
        return placement.pinned();
    }

    /**
     * Reads a file.
     *
     * @param path without a leading slash
     * @return what it says
     */
    public HostText read(final String path)
    {
        return files.read(path);
    }

    /** @return whether the processor says that it is a virtual one; nothing where it says nothing */
    public Optional<Boolean> isVirtual()
    {
        final HostText cpuinfo = read("proc/cpuinfo");
        return cpuinfo.field("flags").map(flags -> List.of(flags.split("\\s+", -1)).contains("hypervisor"));
    }

    /**
     * Asks for the parameters of the kernel.
     *
     * @param question to ask of them
     * @return its answer, or that they cannot be read
     */
    public Finding withCommandLine(final Function<KernelCommandLine, Finding> question)
    {
        final HostText cmdline = read("proc/cmdline");
        return cmdline.isRead() ? question.apply(new KernelCommandLine(cmdline.text())) : silent(cmdline);
    }

    /**
     * Asks what needs to know our CPUs.
     *
     * @param question to ask of the pinned CPUs
     * @return its answer, or that there are none
     */
    public Finding withPinned(final Function<CpuSet, Finding> question)
    {
        return placement.isEmpty() ? Finding.unknown("no CPU is known to be pinned: " + placement.problem()
            .orElse("none is planned") + "; name them with --cpus") : question.apply(pinned());
    }

    /**
     * Asks what needs to know the topology.
     *
     * @param question to ask of it
     * @return its answer, or that it is unknown
     */
    public Finding withTopology(final Function<CpuTopology, Finding> question)
    {
        return topology.map(question).orElseGet(() -> Finding.unknown("the topology cannot be read: " +
            placement.problem().orElse("no reason given")));
    }

    /**
     * Asks what needs a running engine.
     *
     * @param question to ask of its process id
     * @return its answer, or that none was named
     */
    public Finding withProcess(final Function<Long, Finding> question)
    {
        return process.isEmpty() ? Finding.skipped("no engine process named; use --pid N") :
            question.apply(process.getAsLong());
    }

    /**
     * What a file says by saying nothing: on this host a feature that is absent, in a capture something that was not
     * captured, otherwise what went wrong.
     *
     * @param silent a file without a text
     * @return the finding
     */
    public Finding silent(final HostText silent)
    {
        if (silent.isRead())
        {
            return malformed(silent);
        }
        return silent.isAbsent() && files.isLive() ?
            Finding.skipped("this kernel or machine has no " + silent.path()) : Finding.unknown(silent.note());
    }

    /**
     * What a file says that cannot be understood.
     *
     * @param text that was read
     * @return the finding
     */
    public static Finding malformed(final HostText text)
    {
        return Finding.unknown(text.path() + " is not understood: '" + shortened(text.text()) + "'");
    }

    private static String shortened(final String text)
    {
        final String line = text.replace('\n', ' ');
        return line.length() > 40 ? line.substring(0, 40) + "..." : line;
    }
}
