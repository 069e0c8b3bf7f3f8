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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. One attempt of the planner: all demands placed with the critical ones on a given socket. Greedy in a fixed
 * order, so the same input gives the same seats.
 */
final class Placement
{
    /** There is no critical socket, because nothing is critical. */
    static final int ANY_SOCKET = -1;

    private final CpuTopology topology;
    private final HostCores host;
    private final CorePlanOptions options;
    private final List<CoreDemand> demands;
    private final int criticalSocket;
    private final boolean hasOtherSocket;
    private final Set<Integer> housekeepingCores = new HashSet<>();
    private final Set<Integer> takenCores = new HashSet<>();
    private final List<Seat> seats = new ArrayList<>();
    private final List<CoreDemand> unplaced = new ArrayList<>();

    Placement(
        final CpuTopology topology,
        final HostCores host,
        final CorePlanOptions options,
        final List<CoreDemand> demands,
        final int criticalSocket)
    {
        this.topology = topology;
        this.host = host;
        this.options = options;
        this.demands = demands;
        this.criticalSocket = criticalSocket;
        this.hasOtherSocket = criticalSocket != ANY_SOCKET && host.hasOtherSocket(criticalSocket);
    }

    void place()
    {
        for (final CoreDemand demand : demands)
        {
            final Integer pin = options.pins().get(demand.node());
            if (pin != null)
            {
                seat(demand, pin, Seat.Choice.PINNED);
            }
        }
        final CpuSet pinnedSpinning = CpuSet.of(seats.stream()
            .filter((seat) -> seat.demand().spinning()).mapToInt(Seat::cpu));
        host.housekeeping((core) -> !core.siblings().intersect(pinnedSpinning).isEmpty())
            .forEach((core) -> housekeepingCores.add(core.core()));

        final Comparator<CoreDemand> order = Comparator
            .comparingInt((CoreDemand demand) -> homeOf(demand).map(CpuSet::size).orElse(Integer.MAX_VALUE))
            .thenComparing((demand) -> !demand.critical())
            .thenComparing(Comparator.comparingInt(CoreDemand::weight).reversed());
        unpinned().filter(CoreDemand::spinning).sorted(order).forEach(this::placeSpinning);
        unpinned().filter((demand) -> !demand.spinning()).sorted(order).forEach(this::placeYielding);
    }

    private Stream<CoreDemand> unpinned()
    {
        return demands.stream().filter((demand) -> !options.pins().containsKey(demand.node()));
    }

    private void placeSpinning(final CoreDemand demand)
    {
        final Optional<PhysicalCore> free = freeCores(demand).min(new CoreRanking(
            topology, demand.critical(), seats, freeCores(demand).toList(), demandsLike(demand)));
        if (free.isPresent())
        {
            seat(demand, cpuFor(demand, free.get()), Seat.Choice.OWN_CORE);
        }
        else
        {
            share(demand, options.allowSharing());
        }
    }

    /** Returns how many spinning nodes of the same kind still want a core, this one included. */
    private int demandsLike(final CoreDemand demand)
    {
        return (int)unpinned().filter((other) -> other.spinning() && other.critical() == demand.critical() &&
            seats.stream().noneMatch((seat) -> seat.demand().equals(other))).count();
    }

    private void placeYielding(final CoreDemand demand)
    {
        final Optional<PhysicalCore> free = freeCores(demand).min(
            new CoreRanking(topology, demand.critical(), seats, freeCores(demand).toList(), 1));
        if (free.isPresent())
        {
            seat(demand, cpuFor(demand, free.get()), Seat.Choice.OWN_CORE);
            return;
        }
        final Optional<Integer> calm = sideCores(demand, host.all())
            .filter((core) -> isHousekeeping(core) || isYielding(core))
            .flatMap((core) -> cpusFor(demand, core).stream().boxed())
            .min(Comparator.comparingInt(this::load).thenComparing(Comparator.naturalOrder()));
        if (calm.isPresent())
        {
            seat(demand, calm.get(), Seat.Choice.HOUSEKEEPING);
        }
        else
        {
            share(demand, options.allowSharing());
        }
    }

    /** Puts a node onto the core of its side with the least work. */
    private void share(final CoreDemand demand, final boolean allowed)
    {
        final Optional<PhysicalCore> busy = !allowed ? Optional.empty() :
            sideCores(demand, host.plannable())
                .filter((core) -> !isHousekeeping(core))
                .min(Comparator.comparingInt(this::coreLoad).thenComparing(PhysicalCore::core));
        if (busy.isPresent())
        {
            final int cpu = cpusFor(demand, busy.get()).stream().boxed()
                .min(Comparator.comparingInt(this::load).thenComparing(Comparator.reverseOrder())).orElseThrow();
            seat(demand, cpu, Seat.Choice.SHARED);
        }
        else
        {
            unplaced.add(demand);
        }
    }

    private Stream<PhysicalCore> freeCores(final CoreDemand demand)
    {
        return sideCores(demand, host.plannable())
            .filter((core) -> !isHousekeeping(core) && !takenCores.contains(core.core()));
    }

    private Stream<PhysicalCore> sideCores(final CoreDemand demand, final List<PhysicalCore> cores)
    {
        final Predicate<PhysicalCore> side = (core) -> criticalSocket == ANY_SOCKET ||
            (demand.critical() ? core.socket() == criticalSocket :
                !hasOtherSocket || core.socket() != criticalSocket);
        return cores.stream().filter(side).filter((core) -> !cpusFor(demand, core).isEmpty());
    }

    private Optional<CpuSet> homeOf(final CoreDemand demand)
    {
        return Optional.ofNullable(options.homes().get(demand.home()));
    }

    private CpuSet cpusFor(final CoreDemand demand, final PhysicalCore core)
    {
        return homeOf(demand).map(core.cpus()::intersect).orElse(core.cpus());
    }

    private int cpuFor(final CoreDemand demand, final PhysicalCore core)
    {
        final CpuSet cpus = cpusFor(demand, core);
        return cpus.contains(core.primaryCpu()) ? core.primaryCpu() : cpus.first();
    }

    private boolean isHousekeeping(final PhysicalCore core)
    {
        return housekeepingCores.contains(core.core());
    }

    private boolean isYielding(final PhysicalCore core)
    {
        return !isHousekeeping(core) && host.plannable().stream().anyMatch((own) -> own.core() == core.core()) &&
            seats.stream().noneMatch((seat) -> seat.demand().spinning() && core.siblings().contains(seat.cpu()));
    }

    private int load(final int cpu)
    {
        return seats.stream().filter((seat) -> seat.cpu() == cpu).mapToInt((seat) -> seat.demand().weight()).sum();
    }

    private int coreLoad(final PhysicalCore core)
    {
        return core.siblings().stream().map(this::load).sum();
    }

    private void seat(final CoreDemand demand, final int cpu, final Seat.Choice choice)
    {
        seats.add(new Seat(demand, cpu, choice));
        host.coreOf(cpu).ifPresent((core) -> takenCores.add(core.core()));
    }

    List<Seat> seats()
    {
        return seats;
    }

    List<CoreDemand> unplaced()
    {
        return unplaced;
    }

    int criticalSocket()
    {
        return criticalSocket;
    }

    boolean hasOtherSocket()
    {
        return hasOtherSocket;
    }

    /** Returns the CPUs of the cores that are set aside. */
    CpuSet housekeeping()
    {
        return host.all().stream().filter(this::isHousekeeping)
            .map(PhysicalCore::cpus).reduce(CpuSet.EMPTY, CpuSet::union);
    }
}
