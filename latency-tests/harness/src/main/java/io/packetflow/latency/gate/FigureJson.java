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

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

import io.packetflow.latency.report.Figure;

/** Cold path. Figures, jitter and hosts in the gate's JSON files. */
final class FigureJson
{
    private FigureJson()
    {
    }

    static Map<String, Object> of(final Figure figure)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", figure.median());
        json.put("by_fork", figure.byFork());
        return json;
    }

    static Figure read(final JsonNode node)
    {
        final List<Double> values = new ArrayList<>();
        node.path("by_fork").forEach(value -> values.add(value.asDouble()));
        return new Figure(values);
    }

    static Map<String, Object> of(final Jitter jitter)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("p50_nanos", jitter.p50Nanos());
        json.put("p99_nanos", jitter.p99Nanos());
        json.put("p999_nanos", jitter.p999Nanos());
        return json;
    }

    static Jitter readJitter(final JsonNode node)
    {
        return new Jitter(node.path("p50_nanos").asDouble(), node.path("p99_nanos").asDouble(),
            node.path("p999_nanos").asDouble());
    }
}
