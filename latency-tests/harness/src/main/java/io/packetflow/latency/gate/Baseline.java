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

import java.util.Map;

import io.packetflow.latency.report.Figure;

/**
 * Cold path. Figures of a scenario that somebody accepted as those to be held.
 *
 * @param scenario name
 * @param commit that was measured
 * @param measuredAt ISO 8601, UTC
 * @param reason why it was accepted
 * @param size how much was measured
 * @param hostClass of the host
 * @param jitter of the host at the time
 * @param figures by metric name
 */
public record Baseline(
    String scenario,
    String commit,
    String measuredAt,
    String reason,
    String size,
    String hostClass,
    Jitter jitter,
    Map<String, Figure> figures)
{
    /** Copies the map. */
    public Baseline
    {
        figures = Map.copyOf(figures);
    }
}
