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
package io.packetflow.engine.analysis.performance;

import java.util.List;
import java.util.Locale;

import io.packetflow.engine.molecule.DeclaredTarget;

/**
 * Cold path. A declared target against what is predicted. Latencies are medians of an instance that comes alone: what
 * misses its target there misses it at any percentile, what meets it has the margin for load and jitter.
 *
 * @param target as declared
 * @param deployment that was examined
 * @param packets whose end, or whose work, the target speaks of
 * @param predicted in the target's unit: nanoseconds, or orders a second
 * @param best what no plan surpasses, from costs that somebody declared or measured alone
 * @param parts what the prediction is made of, the longest first; of a rate the bottleneck alone
 * @param working of {@code best}, for people
 */
public record TargetForecast(DeclaredTarget target, String deployment, List<String> packets, double predicted,
    double best, List<CriticalPath.Part> parts, String working)
{
    /** Copies the lists. */
    public TargetForecast
    {
        packets = List.copyOf(packets);
        parts = List.copyOf(parts);
    }

    /** Returns whether the prediction keeps the target. */
    public boolean isMet()
    {
        return target.isMetBy(predicted);
    }

    /** Returns whether the target is of the usual kind: a latency below a limit, or a rate above one. */
    private boolean wantsTheBest()
    {
        return target.name().isRate() == target.atLeast();
    }

    /** Returns whether no plan can keep the target. */
    public boolean isUnattainable()
    {
        return wantsTheBest() && !target.isMetBy(best);
    }

    /**
     * Returns the distance to the limit, in the target's unit: positive where it is met, negative where it is missed.
     */
    public double margin()
    {
        return target.atLeast() ? predicted - target.limit() : target.limit() - predicted;
    }

    @Override
    public String toString()
    {
        final String unit = target.name().isRate() ? "/s" : " ns";
        return String.format(Locale.ROOT, "%s: %s predicts %,.0f%s, %s by %,.0f%s", target, deployment, predicted, unit,
            isMet() ? "met" : "missed", Math.abs(margin()), unit);
    }
}
