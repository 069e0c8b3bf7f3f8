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
package io.packetflow.engine.analysis;

import java.util.Locale;

/** Cold path. The rules that findings refer to. Names are stable: programs may look for them. */
public enum Rule
{
    /** A molecule has packets. */
    NO_PACKETS,
    /** Packets of one molecule have different names. */
    PACKET_TWICE,
    /** Bonds join two packets of the molecule. */
    BOND_ENDS,
    /** Ionic bonds form no cycle (theorem 6.2). */
    IONIC_CYCLE,
    /** Metallic bonds join packets whose order is open. */
    METALLIC_ORDERED,
    /** Packets never wait for each other's resources for ever (theorem 6.3). */
    RESOURCE_DEADLOCK,
    /** A resource is used on one node (definition 6.3). */
    RESOURCE_CONFLICT,
    /** What is kept apart is not on one node. */
    PARTICIPANTS_TOGETHER,
    /** Targets can be read. */
    TARGET_UNREADABLE,
    /** Targets say of which packets they speak. */
    TARGET_UNMEASURED,
    /** Some plan can keep the target (section 6.2). */
    TARGET_UNATTAINABLE,
    /** The target is kept by the plan. */
    TARGET_FORECAST,
    /** The declared rate is within the throughput bound (definition 6.5). */
    RATE_BOUND,
    /** No single packet takes all paths with it (theorem 6.7). */
    SINGLE_POINT_OF_FAILURE,
    /** Declared faults can be read. */
    BYZANTINE_UNREADABLE,
    /** A consensus has 3f + 1 members (theorem 6.9). */
    BYZANTINE_BOUND,
    /** Members of a consensus do not fail together. */
    BYZANTINE_STAGE,
    /** Contracts can be read. */
    CONTRACT_UNREADABLE,
    /** What is required follows from what is ensured (theorem 6.1). */
    CONTRACT_IMPLICATION,
    /** A molecule declares what it requires of its input. */
    CONTRACT_INPUT;

    /** Returns the name that programs look for, as in {@code resource-deadlock}. */
    @Override
    public String toString()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
