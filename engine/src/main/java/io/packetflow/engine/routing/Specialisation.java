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
package io.packetflow.engine.routing;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * Cold path. What a node is for: the groups whose packets it executes, and how much it is of each class of the affinity
 * matrix.
 *
 * @param groups one at least
 * @param weights 0 or more, one above 0; they need not add up to 1, and are used as if they did
 */
public record Specialisation(Set<PeriodicGroup> groups, Map<AffinityClass, Double> weights)
{
    /** Copies and checks. */
    public Specialisation
    {
        groups = Collections.unmodifiableSet(EnumSet.copyOf(groups));
        final double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        if (!(sum > 0) || Double.isInfinite(sum) || weights.values().stream().anyMatch(weight -> weight < 0))
        {
            throw new IllegalArgumentException("weights are 0 or more, and one is above 0: weights=" + weights);
        }
        final Map<AffinityClass, Double> shares = new EnumMap<>(AffinityClass.class);
        weights.forEach((type, weight) -> shares.put(type, weight / sum));
        weights = Collections.unmodifiableMap(shares);
    }

    /**
     * Returns what a node is that was declared for one group: each class as much as the matrix thinks of it.
     *
     * @param group that it is for
     * @return the specialisation
     */
    public static Specialisation of(final PeriodicGroup group)
    {
        final Map<AffinityClass, Double> weights = new EnumMap<>(AffinityClass.class);
        for (final AffinityClass type : AffinityClass.values())
        {
            weights.put(type, type.affinity(group));
        }
        return new Specialisation(Set.of(group), weights);
    }

    /**
     * Returns the chemical affinity of packets (thesis section 3.4.2): the sum over the classes of the matrix's entry,
     * weighted.
     *
     * @param group of the packets
     * @return 0.2 to 0.9
     */
    public double affinity(final PeriodicGroup group)
    {
        double affinity = 0;
        for (final AffinityClass type : AffinityClass.values())
        {
            affinity += type.affinity(group) * weights.getOrDefault(type, 0.0);
        }
        return affinity;
    }
}
