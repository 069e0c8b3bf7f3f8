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

import org.apache.commons.math3.stat.interval.ClopperPearsonInterval;
import org.apache.commons.math3.stat.interval.ConfidenceInterval;

/** Cold path. How often something happens, seen so many times in so many trials. */
public final class Proportion
{
    private static final double CONFIDENCE = 0.95;

    private Proportion()
    {
    }

    /**
     * Returns the exact 95 % interval (Clopper and Pearson).
     *
     * @param seen times, 0 to {@code trials}
     * @param trials 1 or more
     * @return between which shares the true one probably lies
     */
    public static Interval interval(final int seen, final int trials)
    {
        // At either end the formula is a plain root; the library has no finite argument there.
        final double root = Math.pow((1 - CONFIDENCE) / 2, 1.0 / trials);
        if (seen == 0)
        {
            return new Interval(0, 1 - root);
        }
        if (seen == trials)
        {
            return new Interval(root, 1);
        }
        final ConfidenceInterval interval = new ClopperPearsonInterval().createInterval(trials, seen, CONFIDENCE);
        return new Interval(interval.getLowerBound(), interval.getUpperBound());
    }
}
