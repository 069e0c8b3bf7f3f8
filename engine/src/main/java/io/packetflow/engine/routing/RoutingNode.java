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

import java.util.Objects;

/**
 * Cold path. A node of a reactor: a pinned core.
 *
 * @param name unique in the reactor, such as {@code router_2}
 * @param pool pattern that it was declared by, such as {@code router_*}
 * @param specialisation what it is for
 * @param capacity packets that it holds at most, 1 or more
 * @param cpu that it is pinned to
 * @param numaNode next to the CPU
 * @param latencyNanos from the ingress of the reactor to this node, one way
 */
public record RoutingNode(String name, String pool, Specialisation specialisation, int capacity, int cpu, int numaNode,
    double latencyNanos)
{
    /** Checks the ranges. */
    public RoutingNode
    {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(pool, "pool");
        if (capacity < 1 || !(latencyNanos >= 0))
        {
            throw new IllegalArgumentException("capacity is 1 or more, latency not negative: capacity=" + capacity +
                " latencyNanos=" + latencyNanos);
        }
    }
}
