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

import org.agrona.DirectBuffer;

/**
 * Hot path. Every routing decision of a reactor, computed before: a lookup is a hash, two additions and a read.
 * Immutable; safe to read from any thread that saw it published (see {@link RoutingSwitch}). Allocates nothing.
 *
 * <p>Policies are numbered: first those of each element in the order of its declarations, then one for each element
 * that takes what they leave. A policy is a row of {@link #STRIDE} ints; its targets are node indexes, for each region,
 * bucket of keys and replica.
 */
public final class RoutingTable
{
    static final int STRIDE = 8;
    static final int OFFSET = 0;
    static final int REGION_MASK = 1;
    static final int BUCKET_SHIFT = 2;
    static final int BUCKET_MASK = 3;
    static final int REPLICAS = 4;
    static final int BATCH_SIZE = 5;

    private final int[] firstPolicy;
    private final int[] rows;
    private final int[] targets;
    private final long[] batchTimeoutNanos;
    private final RouteFilter[] filters;
    private final int elements;

    /** Takes arrays that nobody else keeps. */
    RoutingTable(final int[] firstPolicy, final int[] rows, final int[] targets, final long[] batchTimeoutNanos,
        final RouteFilter[] filters)
    {
        this.firstPolicy = firstPolicy;
        this.rows = rows;
        this.targets = targets;
        this.batchTimeoutNanos = batchTimeoutNanos;
        this.filters = filters;
        this.elements = firstPolicy.length - 1;
    }

    /**
     * Finds the policy of a packet: the first one of its element whose conditions hold.
     *
     * @param element code, see {@link RoutingCompiler#elementCode}
     * @param record that holds the packet
     * @param offset of the packet in it, bytes
     * @return number of the policy
     */
    public int policy(final int element, final DirectBuffer record, final int offset)
    {
        final int end = firstPolicy[element + 1];
        for (int policy = firstPolicy[element]; policy < end; policy++)
        {
            if (filters[policy].accepts(record, offset))
            {
                return policy;
            }
        }
        return firstPolicy[elements] + element;
    }

    /**
     * Returns the node of a packet.
     *
     * @param policy of the packet
     * @param region of the packet, any number; policies without geography do not look at it
     * @param key of the packet, any number; policies without consistent hashing do not look at it
     * @return index of the node
     */
    public int node(final int policy, final int region, final long key)
    {
        return targets[slot(policy * STRIDE, region, key)];
    }

    /**
     * Returns one of the nodes that a packet is replicated to.
     *
     * @param policy of the packet
     * @param region of the packet
     * @param key of the packet
     * @param replica 0 for the node of {@link #node}, below {@link #replicas}
     * @return index of the node, another one for each replica
     */
    public int replica(final int policy, final int region, final long key, final int replica)
    {
        return targets[slot(policy * STRIDE, region, key) + replica];
    }

    /** Returns how many nodes get a packet. */
    public int replicas(final int policy)
    {
        return rows[policy * STRIDE + REPLICAS];
    }

    /** Returns how many packets are handed over at a time. */
    public int batchSize(final int policy)
    {
        return rows[policy * STRIDE + BATCH_SIZE];
    }

    /** Returns the nanoseconds after which fewer packets are handed over. */
    public long batchTimeoutNanos(final int policy)
    {
        return batchTimeoutNanos[policy];
    }

    /** Returns how many policies there are, those of elements without one included. */
    public int policies()
    {
        return filters.length;
    }

    private int slot(final int row, final int region, final long key)
    {
        final int bucket = (int)mix(key) & rows[row + BUCKET_MASK];
        final int place = ((region & rows[row + REGION_MASK]) << rows[row + BUCKET_SHIFT]) + bucket;
        return rows[row + OFFSET] + place * rows[row + REPLICAS];
    }

    /** Spreads the bits of a number (the finaliser of MurmurHash3). */
    static long mix(final long number)
    {
        long hash = number;
        hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }
}
