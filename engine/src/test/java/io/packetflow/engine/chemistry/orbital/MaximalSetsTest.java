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

import java.util.BitSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MaximalSetsTest
{
    private static BitSet[] graph(final int size)
    {
        final BitSet[] neighbours = new BitSet[size];
        for (int element = 0; element < size; element++)
        {
            neighbours[element] = new BitSet();
        }
        return neighbours;
    }

    @Test
    void shouldFindWhatBruteForceFinds()
    {
        for (int seed = 0; seed < 300; seed++)
        {
            final Random random = new Random(seed);
            final int size = 1 + random.nextInt(9);
            final BitSet[] neighbours = graph(size);
            for (int first = 0; first < size; first++)
            {
                for (int second = 0; second < first; second++)
                {
                    final boolean getOn = random.nextInt(100) < 60;
                    neighbours[first].set(second, getOn);
                    neighbours[second].set(first, getOn);
                }
            }
            final MaximalSets found = MaximalSets.of(neighbours, 3);

            assertThat(found.complete()).as("seed %d", seed).isTrue();
            assertThat(found.sets()).as("seed %d", seed).doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(bruteForce(neighbours));
        }
    }

    private static Set<BitSet> bruteForce(final BitSet[] neighbours)
    {
        final Set<BitSet> maximal = new HashSet<>();
        for (long code = 0; code < 1L << neighbours.length; code++)
        {
            final BitSet set = BitSet.valueOf(new long[] {code});
            final BitSet common = new BitSet();
            common.set(0, neighbours.length);
            set.stream().forEach(element -> common.and(neighbours[element]));
            final boolean clique = set.stream().allMatch(element -> getsOnWithAll(element, set, neighbours));
            if (set.cardinality() >= 3 && clique && common.isEmpty())
            {
                maximal.add(set);
            }
        }
        return maximal;
    }

    private static boolean getsOnWithAll(final int element, final BitSet set, final BitSet[] neighbours)
    {
        final BitSet others = (BitSet)set.clone();
        others.clear(element);
        others.andNot(neighbours[element]);
        return others.isEmpty();
    }

    @Test
    void shouldEndTheSearchWhereThereAreTooManySetsAndSaySo()
    {
        // 30 pairs that do not get on: 2^30 maximal sets.
        final BitSet[] neighbours = graph(60);
        for (int element = 0; element < 60; element++)
        {
            neighbours[element].set(0, 60);
            neighbours[element].clear(element);
            neighbours[element].clear(element ^ 1);
        }
        final MaximalSets found = MaximalSets.of(neighbours, 3);

        assertThat(found.complete()).isFalse();
        assertThat(found.sets()).hasSize(MaximalSets.SETS).allMatch(set -> set.cardinality() == 30);
    }
}
