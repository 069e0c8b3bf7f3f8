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
package io.packetflow.engine.chemistry.emergent;

import java.util.List;

/**
 * Cold path. Fault tolerance (section 3.2.3): the probability that within an hour a path from a source to a sink stays
 * whose packets all work; packets fail independently as theorem 3.3 predicts. The thesis's product, {@code 1 - Π
 * failure probability}, is that of packets side by side; it would rise with the length of a chain, so it is not used.
 *
 * <p>A source is a packet without ionic predecessors, a sink one without ionic successors; packets without any ionic
 * bond count only where no packet has one. {@link SurvivingPaths} computes it.
 *
 * @param lowest probability that a path survives; exact or a bound from below
 * @param highest the same, or a bound from above
 * @param failurePerHour what is left to 1, without cancellation; a bound from above where it is not exact
 * @param exact whether no case was left out
 * @param sources names
 * @param sinks names
 */
public record FaultTolerance(
    double lowest, double highest, double failurePerHour, boolean exact, List<String> sources, List<String> sinks)
{
    /** Copies the lists. */
    public FaultTolerance
    {
        sources = List.copyOf(sources);
        sinks = List.copyOf(sinks);
    }

    /** Returns the probability that a path survives an hour; where it is not exact, at least that. */
    public double survivalPerHour()
    {
        return lowest;
    }
}
