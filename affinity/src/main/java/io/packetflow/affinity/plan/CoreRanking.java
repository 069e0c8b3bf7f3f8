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

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

import io.packetflow.affinity.topology.Cpu;
import io.packetflow.affinity.topology.CpuTopology;

/**
 * Cold path. Which free core is best for the next node: isolated ones first; for a critical node those in the NUMA node
 * and L3 group where the critical path already is or wholly fits, for another node those outside of them; those where
 * no helper threads run; the lowest, but the core of CPU 0 last.
 */
final class CoreRanking implements Comparator<PhysicalCore>
{
    private final boolean critical;
    private final Optional<Integer> numaNode;
    private final Optional<Integer> l3Group;
    private final Comparator<PhysicalCore> order;

    CoreRanking(
        final CpuTopology topology,
        final boolean critical,
        final List<Seat> seats,
        final List<PhysicalCore> free,
        final int wanted)
    {
        this.critical = critical;
        final boolean isolatedSuffice = free.stream().filter(PhysicalCore::isolated).count() >= wanted;
        final List<PhysicalCore> best =
            isolatedSuffice ? free.stream().filter(PhysicalCore::isolated).toList() : free;
        this.numaNode = group(topology, seats, best, wanted, PhysicalCore::numaNode, Cpu::numaNode);
        this.l3Group = group(topology, seats, best, wanted, PhysicalCore::l3Group, Cpu::l3Group);
        this.order = Comparator
            .comparing((PhysicalCore core) -> !core.isolated())
            .thenComparing((core) -> isMisplaced(numaNode, core.numaNode()))
            .thenComparing((core) -> isMisplaced(l3Group, core.l3Group()))
            .thenComparing(PhysicalCore::startMask)
            .thenComparing(PhysicalCore::isBoot)
            .thenComparing(PhysicalCore::core);
    }

    /** Returns the group that holds critical nodes, else the lowest one in which all that are wanted fit. */
    private Optional<Integer> group(
        final CpuTopology topology,
        final List<Seat> seats,
        final List<PhysicalCore> free,
        final int wanted,
        final ToIntFunction<PhysicalCore> ofCore,
        final ToIntFunction<Cpu> ofCpu)
    {
        final IntStream occupied = seats.stream()
            .filter((seat) -> seat.demand().critical())
            .flatMap((seat) -> topology.cpu(seat.cpu()).stream())
            .mapToInt(ofCpu);
        final List<Integer> seated = occupied.distinct().boxed().toList();
        final Optional<Integer> roomySeated = seated.stream()
            .filter((group) -> count(free, ofCore, group) > 0).findFirst();
        if (!seated.isEmpty())
        {
            return critical ? roomySeated : seated.stream().findFirst();
        }
        return !critical ? Optional.empty() : free.stream().map(ofCore::applyAsInt).distinct().sorted()
            .filter((group) -> count(free, ofCore, group) >= wanted).findFirst();
    }

    private static long count(
        final List<PhysicalCore> cores, final ToIntFunction<PhysicalCore> property, final int group)
    {
        return cores.stream().filter((core) -> property.applyAsInt(core) == group).count();
    }

    private boolean isMisplaced(final Optional<Integer> wanted, final int group)
    {
        return wanted.isPresent() && critical != (wanted.get() == group);
    }

    @Override
    public int compare(final PhysicalCore a, final PhysicalCore b)
    {
        return order.compare(a, b);
    }
}
