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

import io.packetflow.engine.chemistry.structure.Workload;

/**
 * Cold path. Theorem 3.1: how likely two packets are to interact, {@code f(r1, r2, c) = r1 × r2 × c}, without unit, 0
 * to 1. Each of the two has to be ready to react and both have to get on, three conditions taken as independent. So it
 * is symmetric, rises with each of the three, and is 0 for packets in conflict. It compares pairs with each other; how
 * often a bond carries something is {@code CostModel.messagesPerSecond}.
 *
 * @param first packet
 * @param second packet
 * @param firstReactivity of its group, 1/6 to 1
 * @param secondReactivity of its group, 1/6 to 1
 * @param compatibility of the two, 0 to 1
 */
public record Interaction(
    String first, String second, double firstReactivity, double secondReactivity, double compatibility)
{
    /**
     * Predicts for a pair.
     *
     * @param workload of the molecule
     * @param first packet
     * @param second packet
     * @return the prediction
     * @throws IllegalArgumentException if the molecule has no such packet
     */
    public static Interaction of(final Workload workload, final String first, final String second)
    {
        final int one = workload.graph().indexOf(first);
        final int other = workload.graph().indexOf(second);
        return new Interaction(first, second, Reactivity.of(workload.graph().packet(one).group()),
            Reactivity.of(workload.graph().packet(other).group()), new Compatibility(workload).degree(one, other));
    }

    /** Returns the probability. */
    public double probability()
    {
        return firstReactivity * secondReactivity * compatibility;
    }
}
