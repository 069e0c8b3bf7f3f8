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

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Cold path. Consistent hashing: which nodes own a bucket of keys. Each bucket ranks the nodes by a hash of the two
 * (highest random weight). A node that comes takes its share of buckets from all others and moves nothing else; one
 * that goes leaves its buckets to those that are second in them. A ranking also gives replicas on different nodes.
 */
final class BucketOwners
{
    /**
     * Buckets of keys, whatever the number of nodes: a table of another size would move all keys. 128 nodes have 32
     * each; one replica of a table fills 16 KB.
     */
    static final int BUCKETS = 1 << 12;

    private final long[] hashes;

    BucketOwners(final List<RoutingNode> nodes)
    {
        hashes = nodes.stream().mapToLong(node -> hash(node.name())).toArray();
    }

    /** Returns the nodes from the owner of a bucket to the one that would get it last. */
    List<Integer> ranked(final int bucket, final List<Integer> candidates)
    {
        final long hash = RoutingTable.mix(bucket + 1L);
        final List<Integer> ranked = new ArrayList<>(candidates);
        ranked.sort(Comparator.comparing((Integer index) -> RoutingTable.mix(hashes[index] ^ hash),
            Long::compareUnsigned).reversed().thenComparing(Comparator.naturalOrder()));
        return ranked;
    }

    private static long hash(final String name)
    {
        long hash = 0;
        for (final byte letter : name.getBytes(StandardCharsets.UTF_8))
        {
            hash = RoutingTable.mix((hash ^ letter) + 1);
        }
        return hash;
    }
}
