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
 * Cold path. One measurement of a scenario and what came of it.
 *
 * @param metrics compared; with themselves where there is an obstacle
 * @param obstacle why there was nothing to compare with, or not fairly; otherwise empty
 */
record Attempt(List<MetricComparison> metrics, String obstacle)
{
    /** How often something inconclusive is measured in all, each time alone. */
    static final int MOST = 3;

    static Attempt of(final List<MetricComparison> metrics)
    {
        return new Attempt(metrics, "");
    }

    ScenarioComparison asScenario(final String scenario, final int count, final Jitter jitter)
    {
        return obstacle.isEmpty() ? ScenarioComparison.of(scenario, metrics, count, jitter) :
            new ScenarioComparison(scenario, metrics, Verdict.INCONCLUSIVE, obstacle, count, jitter);
    }

    /** Returns whether another measurement could bring a verdict, where so many were made. */
    boolean isWorthRepeating(final Verdict verdict, final int count)
    {
        return obstacle.isEmpty() && verdict == Verdict.INCONCLUSIVE && count < MOST;
    }
}
