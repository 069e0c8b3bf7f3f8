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
package io.packetflow.affinity.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/** Cold path. Writes the plan that an attempt came to: who may spin, why everybody is there, what is left. */
final class PlanWriter
{
    private final CpuTopology topology;
    private final HostCores host;
    private final CorePlanOptions options;
    private final Placement placement;

    PlanWriter(
        final CpuTopology topology,
        final HostCores host,
        final CorePlanOptions options,
        final Placement placement)
    {
        this.topology = topology;
        this.host = host;
        this.options = options;
        this.placement = placement;
    }

    CorePlan write(final List<CoreDemand> demands)
    {
        final Map<String, Seat> seatOf = new HashMap<>();
        placement.seats().forEach((seat) -> seatOf.put(seat.demand().node(), seat));
        final List<CoreAssignment> assignments = demands.stream()
            .flatMap((demand) -> Optional.ofNullable(seatOf.get(demand.node())).stream())
            .map(this::assignment)
            .toList();

        final CpuSet assigned = CpuSet.of(assignments.stream().mapToInt(CoreAssignment::cpu));
        final CpuSet spinning = CpuSet.of(
            assignments.stream().filter(CoreAssignment::spinning).mapToInt(CoreAssignment::cpu));
        final CpuSet quiet = spinning.stream()
            .mapToObj((cpu) -> topology.cpu(cpu).map(Cpu::smtSiblings).orElse(CpuSet.EMPTY))
            .reduce(CpuSet.EMPTY, CpuSet::union).minus(spinning);
        final CpuSet calm = host.usable().minus(spinning).minus(quiet);
        final CpuSet housekeeping = host.isLarge() ? placement.housekeeping().intersect(calm) : calm;
        final CpuSet idle = calm.minus(housekeeping).minus(assigned);
        return new CorePlan(topology.summary(), assignments, housekeeping, quiet, idle, options.within(),
            notes(assignments, calm));
    }

    private CoreAssignment assignment(final Seat seat)
    {
        final Optional<Cpu> cpu = topology.cpu(seat.cpu());
        final CoreDemand demand = seat.demand();
        final List<String> companions = companions(seat);
        final boolean mustYield = demand.spinning() && options.allowSharing() && !companions.isEmpty();
        final List<String> reasons = new ArrayList<>();
        reasons.add(placeReason(demand));
        reasons.add(choiceReason(seat, cpu, companions));
        if (demand.spinning())
        {
            reasons.add(mustYield ? "must yield, not busy-spin" : "busy-spins");
        }
        else
        {
            reasons.add("yields as demanded");
        }
        return new CoreAssignment(demand.node(), demand.home(), seat.cpu(),
            cpu.map(Cpu::socket).orElse(Cpu.UNKNOWN), cpu.map(Cpu::numaNode).orElse(Cpu.UNKNOWN),
            demand.critical(), demand.spinning() && !mustYield, String.join("; ", reasons));
    }

    private List<String> companions(final Seat seat)
    {
        final CpuSet core = topology.cpu(seat.cpu()).map(Cpu::smtSiblings).orElse(CpuSet.EMPTY);
        return placement.seats().stream()
            .filter((other) -> !other.equals(seat) && (other.cpu() == seat.cpu() || core.contains(other.cpu())))
            .map((other) -> "'" + other.demand().node() + "'")
            .toList();
    }

    private String placeReason(final CoreDemand demand)
    {
        final int socket = placement.criticalSocket();
        if (demand.critical())
        {
            return "critical: socket " + socket + " with its path";
        }
        return socket != Placement.ANY_SOCKET && placement.hasOtherSocket() ?
            "not critical: off socket " + socket : "not critical";
    }

    private static String choiceReason(final Seat seat, final Optional<Cpu> cpu, final List<String> companions)
    {
        final String isolated = cpu.filter(Cpu::isolated).isPresent() ? ", isolated" : "";
        final String with = companions.isEmpty() ? "" : ", core shared with " + String.join(", ", companions);
        return switch (seat.choice())
        {
            case PINNED -> "pinned by configuration" + isolated + with;
            case OWN_CORE -> (companions.isEmpty() ? "own physical core" : "free physical core") + isolated + with;
            case HOUSEKEEPING -> "CPU without spinning nodes" + with;
            case SHARED -> "no core left" + with;
        };
    }

    private List<String> notes(final List<CoreAssignment> assignments, final CpuSet calm)
    {
        final List<String> notes = new ArrayList<>();
        if (calm.isEmpty() && assignments.stream().anyMatch(CoreAssignment::spinning))
        {
            notes.add("every usable core has a spinning node: nobody is left to run the kernel, the JVM and its " +
                "helper threads; expect stalls of milliseconds");
        }
        final String yielding = placement.seats().stream()
            .filter((seat) -> seat.demand().spinning())
            .map((seat) -> seat.demand().node())
            .filter((node) -> assignments.stream().noneMatch((own) -> own.node().equals(node) && own.spinning()))
            .map((node) -> "'" + node + "'")
            .collect(Collectors.joining(", "));
        if (!yielding.isEmpty())
        {
            notes.add("too few cores: " + yielding + " share and must yield, not busy-spin");
        }
        if (!topology.authoritative())
        {
            notes.add("the topology is not authoritative (" + topology.source() +
                "): sockets and SMT siblings are unknown");
        }
        return notes;
    }
}
