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
package io.packetflow.tuning.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;
import io.packetflow.affinity.plan.CorePlanException;
import io.packetflow.affinity.plan.CoreViolation;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.plan.PlanException;
import io.packetflow.tuning.doctor.check.Placement;
import io.packetflow.tuning.doctor.host.HostView;
import io.packetflow.tuning.doctor.host.Task;

/**
 * Cold path. Decides which CPUs are ours: those of {@code --cpus}, of a plan's file, of a running engine's threads, or
 * of the plan that {@code packetflow trade} would make here.
 *
 * @param host           to look at
 * @param topology       of it; nothing where it cannot be read
 * @param topologyReason why not
 */
record PlacementChoice(HostView host, Optional<CpuTopology> topology, String topologyReason)
{
    Placement ofList(final String list)
    {
        final CpuSet cpus;
        try
        {
            cpus = CpuSet.parse(list);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException("--cpus is " + e.getMessage(), e);
        }
        if (cpus.isEmpty())
        {
            throw new UsageException("--cpus names no CPU; write it like 2-5,8");
        }
        return Placement.of(cpus, topology, "--cpus");
    }

    Placement ofFile(final Path file) throws IOException
    {
        final CorePlan plan;
        try
        {
            plan = CorePlan.fromProperties(Files.readString(file));
        }
        catch (final NoSuchFileException e)
        {
            throw new UsageException("no plan " + file + "; packetflow plan --grouping G --save FILE writes one", e);
        }
        catch (final IllegalArgumentException e)
        {
            throw new BadDataException(file + " is " + e.getMessage() +
                "\n  packetflow plan --grouping G --save FILE writes one", e);
        }
        return ofPlan(plan, file.toString());
    }

    private Placement ofPlan(final CorePlan plan, final String origin)
    {
        final List<CoreViolation> violations = topology.map(plan::check).orElse(List.of());
        final CpuSet critical = CpuSet.of(plan.assignments().stream()
            .filter(node -> node.spinning() && node.critical()).mapToInt(CoreAssignment::cpu));
        return new Placement(plan.spinning(), critical, plan.quiet(), plan.housekeeping(), origin,
            violations.isEmpty() ? Optional.empty() : Optional.of(violations.stream().map(CoreViolation::toString)
                .collect(Collectors.joining("; "))));
    }

    /** The CPUs to which a process has pinned threads; nothing where it has none. */
    Optional<Placement> ofProcess(final OptionalLong process)
    {
        if (process.isEmpty())
        {
            return Optional.empty();
        }
        final CpuSet cpus = CpuSet.of(Task.of(host, process.getAsLong()).stream()
            .filter(task -> task.allowed().size() == 1).mapToInt(task -> task.allowed().first()));
        return cpus.isEmpty() ? Optional.empty() :
            Optional.of(Placement.of(cpus, topology, "pinned threads of process " + process.getAsLong()));
    }

    Placement ofDefault(final Function<CpuTopology, CorePlan> planner)
    {
        final String origin = "the default plan of packetflow trade";
        if (topology.isEmpty())
        {
            return Placement.none(origin, topologyReason);
        }
        try
        {
            final CorePlan plan = planner.apply(topology.get());
            return plan.spinning().isEmpty() ? Placement.none(origin, "no node of the default plan may spin here") :
                ofPlan(plan, origin);
        }
        catch (final CorePlanException | PlanException e)
        {
            return Placement.none(origin, e.getMessage().replace("\n", ""));
        }
    }
}
