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

import io.packetflow.latency.run.Subject;

/**
 * Cold path. What the gate measures of a scenario: our own subjects only, for floors and peers do not regress.
 *
 * @param subjects to fork for each build
 * @param metrics to compare
 */
public record GatePlan(List<Subject> subjects, List<GateMetric> metrics)
{
    /** Copies the lists. */
    public GatePlan
    {
        subjects = List.copyOf(subjects);
        metrics = List.copyOf(metrics);
    }

    /** Returns the plan of a scenario of which nothing is judged. */
    public static GatePlan none()
    {
        return new GatePlan(List.of(), List.of());
    }

    /** Returns whether there is nothing to judge. */
    public boolean isEmpty()
    {
        return metrics.isEmpty();
    }

    /** Returns how many metrics share the limit of the rank test. */
    public int rankedMetrics()
    {
        return (int)metrics.stream().filter(metric -> metric.rule().isRanked()).count();
    }
}
