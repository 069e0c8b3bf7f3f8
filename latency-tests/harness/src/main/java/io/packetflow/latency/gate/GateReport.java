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
 * Cold path. A whole comparison.
 *
 * @param startedAt ISO 8601, UTC
 * @param before name and commit of the build that was compared with, or of the baseline
 * @param after name and commit of the build that was judged
 * @param size how much was measured
 * @param forks of each build
 * @param host on which
 * @param scenarios compared
 */
public record GateReport(
    String startedAt,
    String before,
    String after,
    String size,
    int forks,
    HostFingerprint host,
    List<ScenarioComparison> scenarios)
{
    /** Copies the list. */
    public GateReport
    {
        scenarios = List.copyOf(scenarios);
    }

    /** Returns the verdict over all scenarios. */
    public Verdict verdict()
    {
        return Verdict.over(scenarios.stream().map(ScenarioComparison::verdict).toList());
    }
}
