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

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.packetflow.engine.periodic.Element;

/**
 * Cold path. A policy of a reactor (requirement R3).
 *
 * @param element whose packets it is for
 * @param conditions {@code when}: all must hold; none means always
 * @param pool {@code assign}: indexes of the nodes that may be chosen; empty for all that can execute the packets
 * @param key {@code consistent_hash}: what decides of the node, in place of a score
 * @param metric {@code load_balance}: what decides of the node, in place of a score
 * @param byGeography {@code route_by_geography}: whether packets stay in the NUMA domain of their region
 * @param replicas how many nodes get the packet, 1 or more; of its {@code replicate(factor: n)}
 * @param batch {@code batch}: how many packets are handed over at a time
 */
public record RoutingPolicy(Element element, List<Condition> conditions, List<Integer> pool, Optional<String> key,
    Optional<String> metric, boolean byGeography, int replicas, Batch batch)
{
    /**
     * What a packet must fulfil.
     *
     * @param text as the program has it
     * @param filter compiled
     */
    public record Condition(String text, RouteFilter filter)
    {
        /** Checks that nothing is null. */
        public Condition
        {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(filter, "filter");
        }
    }

    /**
     * How packets are handed over.
     *
     * @param size packets at a time, 1 or more
     * @param timeoutNanos after which fewer are handed over, 0 for at once
     */
    public record Batch(int size, long timeoutNanos)
    {
        /** One by one, at once. */
        public static final Batch NONE = new Batch(1, 0);

        /** Checks the ranges. */
        public Batch
        {
            if (size < 1 || timeoutNanos < 0)
            {
                throw new IllegalArgumentException("a batch has 1 packet or more and waits for no negative time: " +
                    "size=" + size + " timeoutNanos=" + timeoutNanos);
            }
        }
    }

    /** Copies the lists and checks the ranges. */
    public RoutingPolicy
    {
        conditions = List.copyOf(conditions);
        pool = List.copyOf(pool);
        if (replicas < 1 || (key.isPresent() && metric.isPresent()))
        {
            throw new IllegalArgumentException("a policy has 1 replica or more, and a key or a metric decides, not " +
                "both: replicas=" + replicas + " key=" + key + " metric=" + metric);
        }
    }

    /**
     * Returns the policy of packets that no policy was declared for: algorithm 3.1 decides.
     *
     * @param element of the packets
     * @return the policy
     */
    public static RoutingPolicy chemical(final Element element)
    {
        return new RoutingPolicy(
            element, List.of(), List.of(), Optional.empty(), Optional.empty(), false, 1, Batch.NONE);
    }
}
