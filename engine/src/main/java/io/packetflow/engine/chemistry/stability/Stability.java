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
package io.packetflow.engine.chemistry.stability;

import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.chemistry.property.Compatibility;
import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Definition 3.3 and theorem 3.4. Stability is the sum of the strengths of all bonds less the internal
 * stress, the sum of the contention of all packets; without unit. A molecule is stable if and only if that is above
 * the threshold and each packet is compatible with it, so in conflict with no other packet. A packet alone has
 * stability 0 and by the theorem is not stable: nothing holds it.
 *
 * @param strengths of the bonds, in order of declaration
 * @param stresses of the packets, in order of composition
 * @param threshold that stability must exceed
 * @param conflicts of pairs of packets, in order of composition
 */
public record Stability(
    List<BondStrength> strengths, List<PacketStress> stresses, double threshold, List<Conflict> conflicts)
{
    /** Bonds must hold more than contention pulls. */
    public static final double DEFAULT_THRESHOLD = 0;

    /** Copies the lists. */
    public Stability
    {
        strengths = List.copyOf(strengths);
        stresses = List.copyOf(stresses);
        conflicts = List.copyOf(conflicts);
    }

    /**
     * Two packets that are not compatible.
     *
     * @param first packet
     * @param second packet
     * @param reason one sentence with the remedy
     */
    public record Conflict(String first, String second, String reason)
    {
    }

    /**
     * Measures a molecule.
     *
     * @param workload of the molecule
     * @param threshold that stability must exceed
     * @return its stability
     */
    public static Stability of(final Workload workload, final double threshold)
    {
        final List<Conflict> conflicts = new ArrayList<>();
        final Compatibility compatibility = new Compatibility(workload);
        final int size = workload.graph().size();
        for (int first = 0; first < size; first++)
        {
            for (int second = first + 1; second < size; second++)
            {
                if (compatibility.inConflict(first, second))
                {
                    final String one = workload.graph().name(first);
                    final String other = workload.graph().name(second);
                    compatibility.conflicts(first, second)
                        .forEach(reason -> conflicts.add(new Conflict(one, other, reason)));
                }
            }
        }
        return new Stability(BondStrength.of(workload), PacketStress.of(workload), threshold, conflicts);
    }

    /** Returns the sum of the strengths of all bonds, not negative. */
    public double bondStrength()
    {
        return strengths.stream().mapToDouble(BondStrength::strength).sum();
    }

    /** Returns the sum of the contention of all packets, not negative. */
    public double internalStress()
    {
        return stresses.stream().mapToDouble(PacketStress::contention).sum();
    }

    /** Returns the strength of all bonds less the internal stress. */
    public double stability()
    {
        return bondStrength() - internalStress();
    }

    /**
     * Tells whether a packet is compatible with the molecule.
     *
     * @param packet name
     * @return whether it is in conflict with no other packet
     */
    public boolean isCompatible(final String packet)
    {
        return conflicts.stream()
            .noneMatch(conflict -> conflict.first().equals(packet) || conflict.second().equals(packet));
    }

    /** Returns the verdict of theorem 3.4. */
    public boolean isStable()
    {
        return stability() > threshold && conflicts.isEmpty();
    }
}
