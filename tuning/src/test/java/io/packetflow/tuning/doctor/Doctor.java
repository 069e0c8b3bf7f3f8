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

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.affinity.topology.TopologyException;
import io.packetflow.tuning.doctor.check.CheckRegistry;
import io.packetflow.tuning.doctor.check.Examination;
import io.packetflow.tuning.doctor.check.Placement;
import io.packetflow.tuning.doctor.check.Profile;
import io.packetflow.tuning.doctor.check.Status;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.JvmFlags;
import io.packetflow.tuning.doctor.probe.ProbeResults;
import io.packetflow.tuning.doctor.report.Diagnosis;
import io.packetflow.tuning.doctor.report.Outcome;

/** Examines a root as the command does. */
public final class Doctor
{
    private static final CheckRegistry REGISTRY = new CheckRegistry();

    private Doctor()
    {
    }

    /** Examines a root for some CPUs. */
    public static Diagnosis examine(final Path root, final String cpus)
    {
        return examine(examination(root, cpus, JvmFlags.unknown("a capture has no JVM to ask"), ProbeResults.none()));
    }

    /** Examines with all checks, for production. */
    public static Diagnosis examine(final Examination examination)
    {
        return Diagnosis.of(examination, REGISTRY, text -> true, Profile.PRODUCTION);
    }

    /** What an examination of a root knows. */
    public static Examination examination(
        final Path root, final String cpus, final JvmFlags jvm, final ProbeResults probes)
    {
        Optional<CpuTopology> topology = Optional.empty();
        try
        {
            topology = Optional.of(CpuTopology.read(root));
        }
        catch (final TopologyException e)
        {
            // As the command does: the checks say that it is unknown.
            topology = Optional.empty();
        }
        return new Examination(new HostView(root), topology, Placement.of(CpuSet.parse(cpus), topology, "--cpus"),
            OptionalLong.empty(), Optional.empty(), jvm, probes);
    }

    /** The statuses by id. */
    public static Map<String, Status> statuses(final Diagnosis diagnosis)
    {
        final Map<String, Status> statuses = new TreeMap<>();
        diagnosis.outcomes().forEach(outcome -> statuses.put(outcome.text().id(), outcome.status()));
        return statuses;
    }

    /** The answer of one check. */
    public static Outcome outcome(final Diagnosis diagnosis, final String id)
    {
        return diagnosis.outcomes().stream().filter(outcome -> outcome.text().id().equals(id)).findFirst()
            .orElseThrow();
    }
}
