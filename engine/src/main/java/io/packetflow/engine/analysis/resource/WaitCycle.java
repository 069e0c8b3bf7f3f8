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
package io.packetflow.engine.analysis.resource;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Cold path. A deadlock: each packet waits for a resource that the next one holds, the last for one of the first. No
 * two hold the same resource and no two run on one node, so a schedule that leads there is to let each of them acquire
 * what it holds, one packet after the other.
 *
 * @param waits two or more
 */
public record WaitCycle(List<HoldAndWait> waits)
{
    /** Copies the list. */
    public WaitCycle
    {
        waits = List.copyOf(waits);
    }

    /** Returns the packets of the cycle in its order. */
    public List<String> packets()
    {
        return waits.stream().map(HoldAndWait::packet).toList();
    }

    /** Returns the resources of the cycle: what each packet holds and the one before it waits for. */
    public List<String> resources()
    {
        return waits.stream().map(wait -> waits.get((waits.indexOf(wait) + waits.size() - 1) % waits.size()).acquires())
            .toList();
    }

    /** Returns the cycle, as in {@code r (held by A) -> s (held by B) -> r}. */
    @Override
    public String toString()
    {
        final List<String> resources = resources();
        return waits.stream().map(wait -> resources.get(waits.indexOf(wait)) + " (held by " + wait.packet() + ")")
            .collect(Collectors.joining(" -> ")) + " -> " + resources.get(0);
    }
}
