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
import java.util.HashSet;
import java.util.List;
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
    }

    /**
     * What was found.
     *
     * @param cycle a deadlock, empty if there is none or the search ended before one was found
     * @param complete whether the search saw everything, so that no cycle means no deadlock
     */
    record Result(Optional<WaitCycle> cycle, boolean complete)
    {
    }

    /**
     * Searches.
     *
     * @param moments at which packets hold and wait
     * @param steps after which the search gives up
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
                return new Result(Optional.of(new WaitCycle(search.chain)), true);
            }
            if (search.stepsLeft <= 0)
            {
                return new Result(Optional.empty(), false);
            }
            if (!search.wasCut)
            {
                break;
            }
        }
        return new Result(Optional.empty(), true);
    }

    private boolean hasCycleOf(final int length)
    {
        for (first = 0; first < moments.size(); first++)
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
        stepsLeft--;
        if (stepsLeft <= 0)
        {
            return false;
        }
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
        // A cycle is found from the earliest of its moments, so later chains need not come back to it.
        for (int next = first + 1; next < moments.size(); next++)
        {
            if (mayFollow(moment, moments.get(next)) && isCycleFrom(moments.get(next), length))
            {
                return true;
            }
        }
        return false;
    }

    private boolean isCutAt(final HoldAndWait moment)
    {
        wasCut |= moments.stream().skip(first + 1L).anyMatch(next -> mayFollow(moment, next));
        return false;
    }

    private boolean mayFollow(final HoldAndWait moment, final HoldAndWait next)
    {
        return next.holds().contains(moment.acquires()) && !nodes.contains(next.node()) &&
            next.holds().stream().noneMatch(held::contains);
    }
}
