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
package io.packetflow.latency.html;

import java.util.List;
import java.util.Map;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.report.Row;

/**
 * Cold path. A scenario as a run left it.
 *
 * @param name of it
 * @param description in one line
 * @param command that measures it again
 * @param measuredAt ISO 8601, UTC, and the commit where it is known
 * @param failure why it was not measured; empty if it was
 * @param remarks beside the table
 * @param rows of the table
 * @param curves durations by series; empty where there are none
 * @param ladder of rates; empty where it is none
 */
record StoredScenario(
    String name,
    String description,
    String command,
    String measuredAt,
    String failure,
    List<String> remarks,
    List<Row> rows,
    List<LatencySeries> curves,
    List<LadderStep> ladder)
{
    /**
     * A step of a ladder of rates.
     *
     * @param plannedPerSecond messages a second that were planned
     * @param achievedPerSecond that were sent
     * @param percentilesNanos of the response time, the median over forks, by percentile
     */
    record LadderStep(double plannedPerSecond, double achievedPerSecond, Map<Double, Double> percentilesNanos)
    {
    }
}
