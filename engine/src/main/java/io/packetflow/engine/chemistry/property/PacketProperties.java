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
package io.packetflow.engine.chemistry.property;

import java.util.List;

import io.packetflow.engine.cost.CostOrigin;
import io.packetflow.engine.molecule.Constituent;

/**
 * Cold path. The periodic properties of one packet (thesis section 3.1.3) and what they were computed from.
 *
 * @param packet that is described
 * @param baseNanos time of one firing without load
 * @param origin of the time
 * @param priority weight beside other packets
 * @param affected names of the packets on which its execution has influence: ionic descendants, the members of its
 *                 unit, metallic partners, the participants that it coordinates
 * @param affectedNodes how many nodes these run on
 * @param communicationNanos what it costs on average to reach one of them, 0 where there is none
 * @param demandCores share of a core that it wants
 */
public record PacketProperties(
    Constituent packet,
    double baseNanos,
    CostOrigin origin,
    double priority,
    List<String> affected,
    int affectedNodes,
    double communicationNanos,
    double demandCores)
{
    /** Copies the list. */
    public PacketProperties
    {
        affected = List.copyOf(affected);
    }

    /** Returns its ionisation energy, what it costs to activate it: base time × priority, nanoseconds, not negative. */
    public double ionisationNanos()
    {
        return baseNanos * priority;
    }

    /** Returns its atomic radius: affected packets × mean cost to reach one, nanoseconds, not negative. */
    public double atomicRadiusNanos()
    {
        return affected.size() * communicationNanos;
    }

    /** Returns its electronegativity: demand × priority, weighted cores, not negative. */
    public double electronegativityCores()
    {
        return demandCores * priority;
    }
}
