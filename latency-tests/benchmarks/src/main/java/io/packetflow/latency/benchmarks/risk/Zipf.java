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
package io.packetflow.latency.benchmarks.risk;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Draws indexes by Zipf's law with exponent 1: few are drawn often, most hardly ever, as symbols and accounts are. The
 * ranks are spread over the indexes at random, so that often drawn ones are no neighbours.
 */
final class Zipf
{
    private final SplittableRandom random;
    private final int[] indexByRank;
    private final double[] cumulative;

    Zipf(final int count, final SplittableRandom random)
    {
        this.random = random;
        this.indexByRank = new int[count];
        this.cumulative = new double[count];
        double total = 0;
        for (int rank = 0; rank < count; rank++)
        {
            indexByRank[rank] = rank;
            total += 1.0 / (rank + 1);
            cumulative[rank] = total;
        }
        shuffle();
    }

    private void shuffle()
    {
        for (int i = indexByRank.length - 1; i > 0; i--)
        {
            final int j = random.nextInt(i + 1);
            final int swapped = indexByRank[i];
            indexByRank[i] = indexByRank[j];
            indexByRank[j] = swapped;
        }
    }

    int draw()
    {
        final double total = cumulative[cumulative.length - 1];
        final int found = Arrays.binarySearch(cumulative, random.nextDouble() * total);
        return indexByRank[Math.min(indexByRank.length - 1, found < 0 ? -found - 1 : found)];
    }
}
