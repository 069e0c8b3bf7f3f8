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
package io.packetflow.latency.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.latency.report.Figure;

/**
 * Cold path. Error rates from many more comparisons than anybody has time to measure: pairs of samples drawn, without
 * replacement, from all forks of one build. The draws are the same in every run.
 */
final class Resampling
{
    private static final int DRAWS = 4_000;
    private static final long SEED = 2026;

    private final GateMetric metric;
    private final int forks;

    Resampling(final GateMetric metric, final int forks)
    {
        this.metric = metric;
        this.forks = forks;
    }

    /**
     * Draws pairs and judges them.
     *
     * @param pool what forks of one build answered
     * @param factor by which the second sample is multiplied; 1 for equal builds
     * @return how often each verdict came; none if there are too few forks for two samples
     */
    VerdictShares judge(final List<Double> pool, final double factor)
    {
        if (pool.size() < 2 * forks)
        {
            return VerdictShares.NONE;
        }
        final SplittableRandom random = new SplittableRandom(SEED);
        VerdictShares shares = VerdictShares.NONE;
        for (int draw = 0; draw < DRAWS; draw++)
        {
            final List<Double> drawn = draw(pool, random);
            final Figure before = new Figure(drawn.subList(0, forks));
            final Figure after =
                new Figure(drawn.subList(forks, 2 * forks).stream().map(value -> value * factor).toList());
            shares = shares.plus(
                Judge.compare(List.of(metric), List.of(before), List.of(after)).get(0).verdict());
        }
        return shares;
    }

    /** Two samples' worth of forks: the head of a shuffled pool. */
    private List<Double> draw(final List<Double> pool, final SplittableRandom random)
    {
        final List<Double> shuffled = new ArrayList<>(pool);
        for (int i = 0; i < 2 * forks; i++)
        {
            final int other = i + random.nextInt(shuffled.size() - i);
            final double value = shuffled.get(i);
            shuffled.set(i, shuffled.get(other));
            shuffled.set(other, value);
        }
        return shuffled.subList(0, 2 * forks);
    }
}
