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
package io.packetflow.engine.chemistry.orbital;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Cold path. Maximal sets of elements that all get on with each other: the maximal cliques of a graph, by Bron and
 * Kerbosch with a pivot. There may be exponentially many, so the search ends after {@value #STEPS} steps or {@value
 * #SETS} sets and says so. Deterministic.
 *
 * @param sets that were found
 * @param complete whether these are all
 */
record MaximalSets(List<BitSet> sets, boolean complete)
{
    /** Calls of the search. */
    static final int STEPS = 10_000;
    /** Sets that are kept. */
    static final int SETS = 64;

    /** Copies the list. */
    MaximalSets
    {
        sets = List.copyOf(sets);
    }

    /**
     * Finds maximal sets.
     *
     * @param neighbours of each element those with which it gets on; symmetric, none with itself
     * @param smallest size of a set that counts
     * @return the sets
     */
    static MaximalSets of(final BitSet[] neighbours, final int smallest)
    {
        final Search search = new Search(neighbours, smallest);
        final BitSet all = new BitSet();
        all.set(0, neighbours.length);
        search.extend(new BitSet(), all, new BitSet());
        return new MaximalSets(search.found, !search.ended());
    }

    /** One search. */
    private static final class Search
    {
        private final BitSet[] neighbours;
        private final int smallest;
        private final List<BitSet> found = new ArrayList<>();
        private int steps;
        private boolean cutShort;

        private Search(final BitSet[] neighbours, final int smallest)
        {
            this.neighbours = neighbours;
            this.smallest = smallest;
        }

        private boolean ended()
        {
            return cutShort;
        }

        private void extend(final BitSet chosen, final BitSet candidates, final BitSet excluded)
        {
            if (candidates.isEmpty())
            {
                if (excluded.isEmpty() && chosen.cardinality() >= smallest)
                {
                    found.add((BitSet)chosen.clone());
                }
                return;
            }
            steps++;
            final BitSet branches = (BitSet)candidates.clone();
            branches.andNot(neighbours[pivot(candidates, excluded)]);
            for (int next = branches.nextSetBit(0); next >= 0; next = branches.nextSetBit(next + 1))
            {
                if (steps >= STEPS || found.size() >= SETS)
                {
                    cutShort = true;
                    return;
                }
                chosen.set(next);
                extend(chosen, common(candidates, next), common(excluded, next));
                chosen.clear(next);
                candidates.clear(next);
                excluded.set(next);
            }
        }

        private BitSet common(final BitSet set, final int with)
        {
            final BitSet common = (BitSet)set.clone();
            common.and(neighbours[with]);
            return common;
        }

        private int pivot(final BitSet candidates, final BitSet excluded)
        {
            final BitSet either = (BitSet)candidates.clone();
            either.or(excluded);
            int best = -1;
            int most = -1;
            for (int element = either.nextSetBit(0); element >= 0; element = either.nextSetBit(element + 1))
            {
                final int count = common(candidates, element).cardinality();
                if (count > most)
                {
                    best = element;
                    most = count;
                }
            }
            return best;
        }
    }
}
