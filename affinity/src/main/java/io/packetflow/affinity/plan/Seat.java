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
 * Cold path. A demand with the CPU that the planner found for it.
 *
 * @param demand that is placed
 * @param cpu where
 * @param choice how the CPU was found
 */
record Seat(CoreDemand demand, int cpu, Choice choice)
{
    /** How a CPU was found. */
    enum Choice
    {
        /** The configuration names it. */
        PINNED,
        /** A free physical core. */
        OWN_CORE,
        /** A CPU that is left for housekeeping and for nodes that yield. */
        HOUSEKEEPING,
        /** A core that has nodes already. */
        SHARED
    }
}
