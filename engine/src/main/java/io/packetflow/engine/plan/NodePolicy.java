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
package io.packetflow.engine.plan;

/** How many nodes a molecule gets. */
public enum NodePolicy
{
    /** One node for a fused molecule; one a group, as far as the host has cores, for the other groupings. */
    AUTO,
    /** Everything on one node, ingress included: run to completion. */
    ONE_NODE,
    /** The ingress on one node; a fused molecule on the other, groups spread over both otherwise. */
    TWO_NODES,
    /** One node a periodic group. */
    NODE_PER_GROUP
}
