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
package io.packetflow.affinity.plan;

/**
 * Cold path. A node that wants a CPU.
 *
 * @param node name, unique in a plan
 * @param home label under which the configuration may restrict CPUs, such as a periodic group; may be shared by nodes
 * @param critical whether an output waits for it: such nodes share one socket, the others stay off it
 * @param spinning whether it wants to busy-spin, which takes a physical core of its own
 * @param weight how much work it has in relation to others, 1 or more: heavier nodes choose first, and where nodes
 *     share CPUs, the weights are balanced
 */
public record CoreDemand(String node, String home, boolean critical, boolean spinning, int weight)
{
    /** Checks that the demand can be named and weighed. */
    public CoreDemand
    {
        if (node.isBlank())
        {
            throw new IllegalArgumentException("a node needs a name");
        }
        if (weight < 1)
        {
            throw new IllegalArgumentException("the weight of node '" + node + "' is 1 or more: " + weight);
        }
    }
}
