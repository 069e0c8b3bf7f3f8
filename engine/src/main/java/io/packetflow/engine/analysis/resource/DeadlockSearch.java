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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Cold path. Looks for a deadlock that can happen: packets on different nodes that hold disjoint resources, each
 * waiting for the next. A cycle of the resource graph alone is not one: where all its packets acquire one further
 * resource first, or two of them run on one node, they never hold it at once. Shortest cycles come first; which of
 * several is found depends on the order of composition alone. The question is hard in general, so the search ends
 * after a number of steps, and says so.
 */
final class DeadlockSearch
{
    private final List<HoldAndWait> moments;
    private final Map<String, List<Integer>> holding = new HashMap<>();
    private final Set<String> nodes = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final List<HoldAndWait> chain = new ArrayList<>();
    private int first;
    private long stepsLeft;
    private boolean wasCut;

    private DeadlockSearch(final List<HoldAndWait> moments, final long steps)
    {
        this.moments = moments;
        this.stepsLeft = steps;
        for (int moment = 0; moment < moments.size(); moment++)
        {
            for (final String resource : moments.get(moment).holds())
            {
                holding.computeIfAbsent(resource, name -> new ArrayList<>()).add(moment);
            }
        }
    }

    /**
     * What was found.
     *
     * @param cycle a deadlock, empty if there is none or the search ended before one was found
     * @param complete whether the search saw everything, so that no cycle means no deadlock
     * @param stepsLeft of those that it was given
     */
    record Result(Optional<WaitCycle> cycle, boolean complete, long stepsLeft)
    {
    }

    /**
     * Searches.
     *
     * @param moments at which packets hold and wait
     * @param steps moments that it may look at before it gives up
     * @return what was found
     */
    static Result search(final List<HoldAndWait> moments, final long steps)
    {
        final DeadlockSearch search = new DeadlockSearch(moments, steps);
        final long nodes = moments.stream().map(HoldAndWait::node).distinct().count();
        for (int length = 2; length <= nodes; length++)
        {
            search.wasCut = false;
            if (search.hasCycleOf(length))
            {
                return new Result(Optional.of(new WaitCycle(search.chain)), true, search.stepsLeft);
            }
            if (search.stepsLeft <= 0)
            {
                return new Result(Optional.empty(), false, 0);
            }
            if (!search.wasCut)
            {
                break;
            }
        }
        return new Result(Optional.empty(), true, search.stepsLeft);
    }

    private boolean hasCycleOf(final int length)
    {
        for (first = 0; first < moments.size() && stepsLeft > 0; first++)
        {
            if (isCycleFrom(moments.get(first), length))
            {
                return true;
            }
        }
        return false;
    }

    private boolean isCycleFrom(final HoldAndWait moment, final int length)
    {
        chain.add(moment);
        nodes.add(moment.node());
        held.addAll(moment.holds());
        if (closes(moment) || (chain.size() < length ? goesOn(moment, length) : isCutAt(moment)))
        {
            return true;
        }
        chain.remove(chain.size() - 1);
        nodes.remove(moment.node());
        moment.holds().forEach(held::remove);
        return false;
    }

    private boolean closes(final HoldAndWait moment)
    {
        return chain.size() > 1 && chain.get(0).holds().contains(moment.acquires());
    }

    private boolean goesOn(final HoldAndWait moment, final int length)
    {
        for (final int next : candidates(moment))
        {
            if (mayFollow(moments.get(next)) && isCycleFrom(moments.get(next), length))
            {
                return true;
            }
        }
        return false;
    }

    private boolean isCutAt(final HoldAndWait moment)
    {
        for (final int next : candidates(moment))
        {
            wasCut |= mayFollow(moments.get(next));
        }
        return false;
    }

    /** A cycle is found from the earliest of its moments, so later chains need not come back to it. */
    private List<Integer> candidates(final HoldAndWait moment)
    {
        final List<Integer> holders = holding.getOrDefault(moment.acquires(), List.of());
        stepsLeft -= holders.size() + 1;
        return stepsLeft <= 0 ? List.of() : holders.stream().filter(holder -> holder > first).toList();
    }

    private boolean mayFollow(final HoldAndWait next)
    {
        return !nodes.contains(next.node()) &&
            next.holds().stream().noneMatch(held::contains);
    }
}
