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
package io.packetflow.engine.analysis.performance;

import java.util.HashSet;
import java.util.Set;

import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Cold path. Execution time and throughput of one deployment.
 *
 * @param schedule of an instance that comes alone
 * @param critical path to the end of the last stage
 * @param coordinationNanos overhead of all bonds and steps (definition 6.4)
 * @param maxPacketNanos work of the longest packet
 * @param packets that are deployed
 * @param throughput bound of it
 */
public record DeploymentPerformance(Schedule schedule, CriticalPath critical, double coordinationNanos,
    double maxPacketNanos, int packets, Throughput throughput)
{
    /**
     * Predicts.
     *
     * @param deployment of a molecule
     * @param structure of the molecule
     * @param costs of its packets and of the host
     * @return what is to be expected
     */
    public static DeploymentPerformance of(
        final Deployment deployment, final MolecularStructure structure, final CostModel costs)
    {
        final Schedule schedule = Schedule.of(deployment, costs);
        final Set<String> packets = new HashSet<>();
        deployment.stages().forEach(stage -> packets.addAll(stage.packets()));
        return new DeploymentPerformance(schedule, CriticalPath.to(packets, schedule, costs),
            new Steps(deployment, costs.host()).overhead(structure),
            packets.stream().mapToDouble(packet -> costs.packet(packet).baseNanos()).max().orElse(0),
            packets.size(), Throughput.of(deployment, costs));
    }

    /** Returns when an instance that comes alone has gone through: the predicted execution time. */
    public double predictedNanos()
    {
        return schedule.endNanos();
    }

    /**
     * Returns definition 6.4 to the letter: the work on the critical path and the overhead of all bonds, on it or not.
     */
    public double expectedNanos()
    {
        return critical.workNanos() + coordinationNanos;
    }

    /** Returns the lower bound of theorem 6.4. */
    public double lowerBoundNanos()
    {
        return maxPacketNanos;
    }

    /** Returns the upper bound of theorem 6.4. */
    public double upperBoundNanos()
    {
        return packets * maxPacketNanos + coordinationNanos;
    }
}
