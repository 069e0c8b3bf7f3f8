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

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.gate.GateMeasurement.HostNow;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Progress;

/**
 * Cold path. Compares this build with another, or with stored baselines, scenario by scenario. A comparison that is
 * inconclusive is measured anew, up to {@value Attempt#MOST} times in all; each time counts alone, for forks that are
 * added until a verdict comes would find one by chance.
 */
public final class Comparer
{
    private final BenchOptions options;
    private final Progress progress;

    /**
     * Makes a comparer.
     *
     * @param options how much is measured
     * @param progress told of each fork
     */
    public Comparer(final BenchOptions options, final Progress progress)
    {
        this.options = options;
        this.progress = progress;
    }

    /**
     * Compares two builds in turns.
     *
     * @param before build that is compared with
     * @param after build that is judged
     * @param plans by scenario
     * @return what was found
     */
    public GateReport builds(final Build before, final Build after, final Map<String, GatePlan> plans)
    {
        final GateMeasurement measurement = new GateMeasurement(List.of(before, after), options, progress);
        return report(before.name() + " " + before.shortCommit(), after, plans, measurement, (scenario, host) ->
        {
            final GatePlan plan = plans.get(scenario);
            final List<List<Figure>> figures = measurement.figures(scenario, plan);
            return Attempt.of(Judge.compare(plan.metrics(), figures.get(0), figures.get(1)));
        });
    }

    /**
     * Compares a build with the baselines of this host.
     *
     * @param store of baselines
     * @param after build that is judged
     * @param plans by scenario
     * @return what was found
     */
    public GateReport baselines(final BaselineStore store, final Build after, final Map<String, GatePlan> plans)
    {
        final GateMeasurement measurement = new GateMeasurement(List.of(after), options, progress);
        final AgainstBaseline against = new AgainstBaseline(store, options);
        return report("baseline", after, plans, measurement, (scenario, host) ->
        {
            final GatePlan plan = plans.get(scenario);
            return against.compare(scenario, plan, host, () -> measurement.figures(scenario, plan).get(0));
        });
    }

    private GateReport report(
        final String before,
        final Build after,
        final Map<String, GatePlan> plans,
        final GateMeasurement measurement,
        final BiFunction<String, HostNow, Attempt> attempts)
    {
        final String startedAt = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        final List<ScenarioComparison> scenarios = new ArrayList<>();
        HostFingerprint fingerprint = null;
        for (final String scenario : plans.keySet())
        {
            final HostNow host = measurement.host(scenario);
            fingerprint = host.fingerprint();
            scenarios.add(compare(scenario, host, attempts));
        }
        return new GateReport(startedAt, before, after.name() + " " + after.shortCommit(),
            options.size().name().toLowerCase(Locale.ROOT), options.forks(), fingerprint, scenarios);
    }

    private ScenarioComparison compare(
        final String scenario, final HostNow host, final BiFunction<String, HostNow, Attempt> attempts)
    {
        int count = 1;
        while (true)
        {
            final Attempt attempt = attempts.apply(scenario, host);
            final ScenarioComparison compared = attempt.asScenario(scenario, count, host.jitter());
            final boolean again = attempt.isWorthRepeating(compared.verdict(), count);
            progress.say(scenario + ": " + compared.verdict() + (again ? ", measuring anew" : ""));
            if (!again)
            {
                return compared;
            }
            count++;
        }
    }
}
