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

import java.util.List;

import io.packetflow.engine.telemetry.HostFingerprint;

/**
 * Cold path. What the gate's own error rates are.
 *
 * @param startedAt ISO 8601, UTC
 * @param commit of the build that was compared with itself
 * @param forks of each side of a pair
 * @param metric that was compared
 * @param host on which
 * @param equal verdicts over pairs of equal builds, in the order of the pairs
 * @param planted verdicts over pairs with a slowdown planted in the second
 * @param plantedPercent the slowdown that was planted
 * @param plantedRatios what the gate measured of it
 * @param attempts how often each pair was measured until there was a verdict, both kinds in the order of the pairs
 * @param resampled shares of verdicts over samples drawn from all forks of equal builds
 * @param injected the same, with the second sample multiplied by the slowdown
 */
public record CalibrationReport(
    String startedAt,
    String commit,
    int forks,
    String metric,
    HostFingerprint host,
    List<Verdict> equal,
    List<Verdict> planted,
    double plantedPercent,
    List<Double> plantedRatios,
    List<Integer> attempts,
    VerdictShares resampled,
    VerdictShares injected)
{
    /** Copies the lists. */
    public CalibrationReport
    {
        equal = List.copyOf(equal);
        planted = List.copyOf(planted);
        plantedRatios = List.copyOf(plantedRatios);
        attempts = List.copyOf(attempts);
    }

    /** Returns how many pairs of equal builds were called different, for the worse. */
    public int falseAlarms()
    {
        return count(equal, Verdict.REGRESSION);
    }

    /** Returns in how many pairs the planted slowdown was found. */
    public int found()
    {
        return count(planted, Verdict.REGRESSION);
    }

    static int count(final List<Verdict> verdicts, final Verdict wanted)
    {
        return (int)verdicts.stream().filter(verdict -> verdict == wanted).count();
    }
}
