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

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.packetflow.engine.molecule.Constituent;
import io.packetflow.engine.molecule.MolecularStructure;

/**
 * Every state that nodes can reach which run their packets one after the other, in any order, for ever: a packet
 * acquires its resources in their order, one at a time, and gives all back when it completes. Nothing is derived from
 * the analysis.
 */
final class HoldAndWaitSimulation
{
    private static final String IDLE = "";

    /** What a node is at: a packet, and how many of its resources it has. */
    private record Work(String packet, int acquired)
    {
    }

    private final Map<String, List<String>> resourcesOf = new LinkedHashMap<>();
    private final Map<String, List<String>> packetsOf = new LinkedHashMap<>();
    private final List<String> nodes = new ArrayList<>();

    HoldAndWaitSimulation(final MolecularStructure structure, final Placement placement)
    {
        for (final Constituent packet : structure.composition())
        {
            resourcesOf.put(packet.name(), packet.resources().stream().distinct().toList());
            packetsOf.computeIfAbsent(placement.node(packet.name()), node -> new ArrayList<>()).add(packet.name());
        }
        nodes.addAll(packetsOf.keySet());
    }

    /** Tells whether a state can be reached in which nodes wait for each other in a circle. */
    boolean canDeadlock()
    {
        final List<Work> start = nodes.stream().map(node -> new Work(IDLE, 0)).toList();
        final Set<List<Work>> seen = new HashSet<>(List.of(start));
        final Deque<List<Work>> open = new ArrayDeque<>(seen);
        while (!open.isEmpty())
        {
            final List<Work> state = open.remove();
            if (hasCircle(state))
            {
                return true;
            }
            for (int node = 0; node < nodes.size(); node++)
            {
                for (final Work next : next(state, node))
                {
                    final List<Work> changed = new ArrayList<>(state);
                    changed.set(node, next);
                    if (seen.add(changed))
                    {
                        open.add(changed);
                    }
                }
            }
        }
        return false;
    }

    private List<Work> next(final List<Work> state, final int node)
    {
        final Work work = state.get(node);
        if (work.packet().equals(IDLE))
        {
            return packetsOf.get(nodes.get(node)).stream().map(packet -> new Work(packet, 0)).toList();
        }
        if (wants(work) == null)
        {
            return List.of(new Work(IDLE, 0));
        }
        return holder(state, wants(work)) < 0 ? List.of(new Work(work.packet(), work.acquired() + 1)) : List.of();
    }

    private String wants(final Work work)
    {
        final List<String> resources = resourcesOf.getOrDefault(work.packet(), List.of());
        return work.acquired() < resources.size() ? resources.get(work.acquired()) : null;
    }

    private int holder(final List<Work> state, final String resource)
    {
        for (int node = 0; node < state.size(); node++)
        {
            final Work work = state.get(node);
            if (resourcesOf.getOrDefault(work.packet(), List.of()).subList(0, work.acquired()).contains(resource))
            {
                return node;
            }
        }
        return -1;
    }

    private boolean hasCircle(final List<Work> state)
    {
        for (int node = 0; node < state.size(); node++)
        {
            int waiting = node;
            for (int step = 0; step < state.size() && waiting >= 0; step++)
            {
                final String wanted = wants(state.get(waiting));
                waiting = wanted == null ? -1 : holder(state, wanted);
                if (waiting == node)
                {
                    return true;
                }
            }
        }
        return false;
    }

    /** Follows the schedule of a cycle: each packet acquires what it holds. Tells whether all of them then wait. */
    boolean leadsToDeadlock(final WaitCycle cycle)
    {
        final Map<String, String> holderOf = new LinkedHashMap<>();
        final Set<String> busy = new HashSet<>();
        for (final HoldAndWait wait : cycle.waits())
        {
            final String node = packetsOf.entrySet().stream().filter(entry -> entry.getValue().contains(wait.packet()))
                .map(Map.Entry::getKey).findFirst().orElseThrow();
            final List<String> resources = resourcesOf.get(wait.packet());
            for (final String resource : resources.subList(0, resources.indexOf(wait.acquires())))
            {
                if (holderOf.put(resource, wait.packet()) != null)
                {
                    return false;
                }
            }
            if (!busy.add(node))
            {
                return false;
            }
        }
        return cycle.waits().stream().allMatch(wait -> holderOf.containsKey(wait.acquires()) &&
            !holderOf.get(wait.acquires()).equals(wait.packet()));
    }
}
