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

import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.engine.telemetry.JitterFloor;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.ForkLauncher;
import io.packetflow.latency.run.JavaCommand;
import io.packetflow.latency.run.Progress;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.Rounds;
import io.packetflow.latency.run.Subject;

/** Cold path. Measures builds side by side for the gate. */
final class GateMeasurement
{
    private final List<Rounds> rounds;
    private final PairedRounds paired;
    private final BenchOptions options;

    GateMeasurement(final List<Build> builds, final BenchOptions options, final Progress progress)
    {
        this.options = options;
        this.rounds = builds.stream().map(build -> new Rounds(new ForkLauncher(
            new JavaCommand(build.arguments(), System.getenv(), build.classPath()),
            options.out().resolve("forks").resolve("build-" + (builds.indexOf(build) + 1)),
            options.size().timeoutSeconds()), progress)).toList();
        this.paired = new PairedRounds(rounds);
    }

    /** What the forks answered, for each build the figures of all metrics. */
    List<List<Figure>> figures(final String scenario, final GatePlan plan)
    {
        return figures(scenario, Collections.nCopies(rounds.size(), plan.subjects()), plan.metrics());
    }

    /** The same where builds have subjects of their own, under the same names. */
    List<List<Figure>> figures(
        final String scenario, final List<List<Subject>> subjects, final List<GateMetric> metrics)
    {
        final List<Results> results = paired.run(scenario, subjects, options.forks());
        return results.stream().map(build -> metrics.stream().map(metric -> read(metric, build)).toList()).toList();
    }

    private static Figure read(final GateMetric metric, final Results results)
    {
        try
        {
            return metric.reading().apply(results);
        }
        catch (final NoSuchElementException e)
        {
            throw new HostException("a fork did not answer '" + metric.name() + "' (" + e.getMessage() +
                "); if it belongs to another build, that build is too old to be compared", e);
        }
    }

    /** What the host does to a reader of the clock, and its fingerprint. */
    HostNow host(final String scenario)
    {
        final ForkResult fork =
            rounds.get(0).fork(scenario, Subject.jitter("jitter", options.size()), new Results(), 0, 1);
        return new HostNow(fork.host(), Jitter.of(fork.series(JitterFloor.NAME).histogram()));
    }

    /** A host and its mood. */
    record HostNow(HostFingerprint fingerprint, Jitter jitter)
    {
    }
}
