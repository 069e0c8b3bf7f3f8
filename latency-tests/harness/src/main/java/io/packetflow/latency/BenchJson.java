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
package io.packetflow.latency;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.HostJson;
import io.packetflow.latency.report.Json;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Row;

/** Cold path. A run as JSON: every line of the table, every fork with its numbers, percentiles and fingerprint. */
final class BenchJson
{
    private static final int FORMAT = 1;

    private BenchJson()
    {
    }

    static String of(final BenchReport report)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("format", FORMAT);
        json.put("started", report.startedAt());
        json.put("commit", report.commit());
        json.put("size", report.options().size().toString());
        json.put("forks", report.options().forks());
        json.put("host", HostJson.of(report.host()));
        json.put("sound", report.isSound());
        json.put("scenarios", report.scenarios().stream().map(BenchJson::scenario).toList());
        return Json.of(json);
    }

    private static Map<String, Object> scenario(final ScenarioReport report)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", report.scenario().name());
        json.put("description", report.scenario().description());
        json.put("command", report.command());
        json.put("failure", report.isFailed() ? report.failure() : null);
        json.put("remarks", report.remarks());
        json.put("rows", report.outcome().rows().stream().map(BenchJson::row).toList());
        json.put("jitter_before", fork(report.jitterBefore()));
        json.put("jitter_after", fork(report.jitterAfter()));
        final Map<String, Object> subjects = new LinkedHashMap<>();
        report.results().all().forEach(
            (subject, forks) -> subjects.put(subject, forks.stream().map(BenchJson::fork).toList()));
        json.put("subjects", subjects);
        return json;
    }

    private static Map<String, Object> row(final Row row)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("what", row.what());
        json.put("unit", row.unit().name());
        json.put("target", row.target().limit());
        json.put("engine", figure(row.ours()));
        json.put("floor", row.floor() == null ? null : figure(row.floor()));
        json.put("floor_name", row.floor() == null ? null : row.floorName());
        json.put("ratio", row.floor() == null ? null : row.ratio().value());
        json.put("ratio_limit", row.floor() == null ? null : row.ratio().limit());
        json.put("orders_per_message", row.ordersPerMessage());
        json.put("obstacle", row.obstacle());
        json.put("judged", row.isJudged());
        json.put("met", row.isMet());
        return json;
    }

    private static Map<String, Object> figure(final Figure figure)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("median", figure.median());
        json.put("by_fork", figure.byFork());
        return json;
    }

    private static Map<String, Object> fork(final ForkResult fork)
    {
        final Map<String, Object> json = new LinkedHashMap<>();
        final Map<String, Object> numbers = new TreeMap<>();
        fork.numbers().forEach((measure, value) -> numbers.put(measure.key(), value));
        json.put("numbers", numbers);
        json.put("texts", new TreeMap<>(fork.texts()));
        final Map<String, Object> series = new TreeMap<>();
        fork.series().forEach((name, one) -> series.put(name, series(one)));
        json.put("series", series);
        json.put("host", HostJson.of(fork.host()));
        return json;
    }

    private static Map<String, Object> series(final LatencySeries one)
    {
        final Histogram histogram = one.histogram();
        final Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", histogram.getTotalCount());
        json.put("mean", histogram.getMean());
        json.put("min", histogram.getMinValue());
        for (final double percentile : List.of(50.0, 90.0, 99.0, 99.9, 99.99))
        {
            json.put("p" + Percentile.text(percentile), histogram.getValueAtPercentile(percentile));
        }
        json.put("max", histogram.getMaxValue());
        json.put("negative", one.negativeCount());
        json.put("too_long", one.tooLongCount());
        return json;
    }
}
