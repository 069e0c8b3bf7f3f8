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

/**
 * Cold path. A scenario of two builds, compared.
 *
 * @param scenario name
 * @param metrics compared, one by one; empty if nothing could be compared
 * @param verdict over the scenario
 * @param reason why nothing could be compared; otherwise empty
 * @param attempts until that verdict: what is inconclusive is measured anew
 * @param jitter of the host, at the last attempt
 */
public record ScenarioComparison(
    String scenario, List<MetricComparison> metrics, Verdict verdict, String reason, int attempts, Jitter jitter)
{
    /** Copies the list. */
    public ScenarioComparison
    {
        metrics = List.copyOf(metrics);
    }

    static ScenarioComparison of(
        final String scenario, final List<MetricComparison> metrics, final int attempts, final Jitter jitter)
    {
        return new ScenarioComparison(scenario, metrics,
            Verdict.over(metrics.stream().map(MetricComparison::verdict).toList()), "", attempts, jitter);
    }
}
