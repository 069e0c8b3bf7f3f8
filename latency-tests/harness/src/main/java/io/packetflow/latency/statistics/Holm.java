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
package io.packetflow.latency.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cold path. Holm's correction: who asks several questions at once finds something by chance; the probabilities are
 * raised so that one limit holds for all of them together. Source: Holm, 1979.
 */
public final class Holm
{
    private Holm()
    {
    }

    /**
     * Corrects probabilities.
     *
     * @param probabilities of single tests
     * @return in the same order, each to be compared with the one limit
     */
    public static double[] adjust(final double[] probabilities)
    {
        final List<Integer> order = IntStream.range(0, probabilities.length).boxed()
            .sorted(Comparator.comparingDouble(i -> probabilities[i])).toList();
        final double[] adjusted = new double[probabilities.length];
        double greatest = 0;
        for (int rank = 0; rank < order.size(); rank++)
        {
            final int index = order.get(rank);
            greatest = Math.max(greatest, Math.min(1, (order.size() - rank) * probabilities[index]));
            adjusted[index] = greatest;
        }
        return adjusted;
    }
}
