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
package io.packetflow.latency.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.packetflow.latency.engine.EngineSpec;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Feed;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. What the JVM's flags are worth: the engine with the flags of {@code production.args}, and with one of them
 * changed at a time. Later flags win, so that each variant is the shipped file and a few words more. The collector has
 * nothing to do on the hot path; what it changes is the code of each reference store and the stops of the JVM.
 */
final class JvmFlags implements Scenario
{
    private static final String SHIPPED = "as shipped";
    private static final Map<String, List<String>> VARIANTS = variants();

    private static Map<String, List<String>> variants()
    {
        final Map<String, List<String>> variants = new LinkedHashMap<>();
        variants.put(SHIPPED, List.of());
        variants.put("Parallel", List.of("-XX:-UseSerialGC", "-XX:+UseParallelGC"));
        variants.put("G1", List.of("-XX:-UseSerialGC", "-XX:+UseG1GC"));
        variants.put("ZGC", List.of("-XX:-UseSerialGC", "-XX:+UseZGC"));
        variants.put("Epsilon",
            List.of("-XX:-UseSerialGC", "-XX:+UnlockExperimentalVMOptions", "-XX:+UseEpsilonGC"));
        variants.put("a safepoint each second", List.of("-XX:GuaranteedSafepointInterval=1000"));
        variants.put("loops without safepoints", List.of("-XX:-UseCountedLoopSafepoints"));
        variants.put("heap not touched", List.of("-XX:-AlwaysPreTouch"));
        variants.put("transparent huge pages", List.of("-XX:+UseTransparentHugePages"));
        variants.put("bounds checks on",
            List.of("-Dpacketflow.layout.bounds.checks=true", "-Dagrona.disable.bounds.checks=false"));
        return variants;
    }

    @Override
    public String name()
    {
        return "jvm-flags";
    }

    @Override
    public String description()
    {
        return "tick to trade, closed loop, with one flag of production.args changed at a time: collectors, " +
            "safepoints, pre-touch, huge pages, bounds checks";
    }

    @Override
    public boolean sendsRecordedFeed()
    {
        return true;
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final long messages = options.size().recordedMessages();
        final List<String> arguments =
            FeedArguments.engine(EngineSpec.ONE_NODE, Feed.RECORDED, options, messages, Pace.CLOSED);
        final Results results = run.measure(VARIANTS.entrySet().stream().map(variant ->
            Subject.of(variant.getKey(), arguments).withJvmOptions(variant.getValue().toArray(String[]::new)))
            .toList());
        final List<Row> rows = new ArrayList<>();
        for (final String variant : VARIANTS.keySet())
        {
            rows.add(latency(results, variant, 50));
            rows.add(latency(results, variant, 99));
            rows.add(latency(results, variant, 99.9));
        }
        return Outcome.of(rows, List.of(FeedArguments.note(Feed.RECORDED, options, messages), startUps(results),
            "each variant has the flags of production.args and: " + words()));
    }

    private static Row latency(final Results results, final String variant, final double percentile)
    {
        final Row row = Row.reported(String.format(Locale.ROOT, "%s, P%s", variant,
            Percentile.text(percentile)), Unit.NANOS,
            results.percentile(variant, Series.SERVICE, percentile));
        return SHIPPED.equals(variant) ? row :
            row.against(SHIPPED, results.percentile(SHIPPED, Series.SERVICE, percentile), Ratio.NO_LIMIT);
    }

    private static String startUps(final Results results)
    {
        final List<String> seconds = new ArrayList<>();
        VARIANTS.keySet().forEach(variant -> seconds.add(String.format(Locale.ROOT, "%s %.1f s", variant,
            results.number(variant, Measure.STARTUP_SECONDS).median())));
        return "from the start of the JVM to the first message, warm-up included: " + String.join(", ", seconds);
    }

    private static String words()
    {
        final List<String> words = new ArrayList<>();
        VARIANTS.forEach((variant, options) ->
        {
            if (!options.isEmpty())
            {
                words.add(variant + " (" + String.join(" ", options) + ")");
            }
        });
        return String.join(", ", words);
    }
}
