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

import java.util.LinkedHashMap;
import java.util.Map;

import io.packetflow.latency.report.HostJson;
import io.packetflow.latency.report.Json;

/** Cold path. A comparison as JSON, complete: every figure of every fork is in it. */
public final class GateJson
{
    private static final int FORMAT = 1;

    private GateJson()
    {
    }

    /**
     * Writes a comparison.
     *
     * @param report of it
     * @return the text
     */
    public static String of(final GateReport report)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("started", report.startedAt());
        json.put("before", report.before());
        json.put("after", report.after());
        json.put("size", report.size());
        json.put("forks", report.forks());
        json.put("limit", Judge.LIMIT);
        json.put("verdict", report.verdict().name());
        final Map<String, Object> host = new LinkedHashMap<>();
        host.put("class", HostClass.of(report.host()));
        host.putAll(HostJson.of(report.host()));
        json.put("host", host);
        json.put("scenarios", report.scenarios().stream().map(GateJson::scenario).toList());
        return Json.of(json);
    }

    private static Map<String, Object> scenario(final ScenarioComparison scenario)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", scenario.scenario());
        json.put("verdict", scenario.verdict().name());
        json.put("reason", scenario.reason());
        json.put("attempts", scenario.attempts());
        json.put("jitter", FigureJson.of(scenario.jitter()));
        json.put("metrics", scenario.metrics().stream().map(GateJson::metric).toList());
        return json;
    }

    private static Map<String, Object> metric(final MetricComparison metric)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", metric.metric());
        json.put("unit", metric.unit().name());
        json.put("rule", metric.rule().name());
        json.put("tolerance", metric.rule().tolerance());
        json.put("verdict", metric.verdict().name());
        json.put("reason", metric.reason());
        json.put("ratio", metric.ratio());
        json.put("ratio_low", metric.interval().low());
        json.put("ratio_high", metric.interval().high());
        json.put("p", metric.probability());
        json.put("p_adjusted", metric.adjusted());
        json.put("superiority", metric.superiority());
        json.put("welch_p", metric.welch());
        json.put("cohen_d", metric.cohen());
        json.put("before", FigureJson.of(metric.before()));
        json.put("after", FigureJson.of(metric.after()));
        return json;
    }
}
