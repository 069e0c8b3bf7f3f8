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

import java.util.List;

import io.packetflow.engine.periodic.PeriodicGroup;

/**
 * The cores of a periodic group.
 *
 * @param group of the periodic table
 * @param cpus its cores
 * @param numaNode NUMA node of those cores, -1 if unknown
 * @param use what runs there, or why they stay idle
 */
public record GroupHome(PeriodicGroup group, List<Integer> cpus, int numaNode, String use)
{
    /** Copies the list. */
    public GroupHome
    {
        cpus = List.copyOf(cpus);
    }
}
