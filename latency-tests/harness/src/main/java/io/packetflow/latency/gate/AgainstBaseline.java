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

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

import io.packetflow.latency.gate.GateMeasurement.HostNow;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.run.BenchOptions;

/**
 * Cold path. Compares a build with the baseline that was accepted on this host. Without one, or with one of other
 * circumstances, it measures all the same, so that the figures can be accepted, and says why there is no verdict.
 */
final class AgainstBaseline
{
    private final BaselineStore store;
    private final BenchOptions options;

    AgainstBaseline(final BaselineStore store, final BenchOptions options)
    {
        this.store = store;
        this.options = options;
    }

    Attempt compare(
        final String scenario, final GatePlan plan, final HostNow host, final Supplier<List<Figure>> measure)
    {
        final Optional<Baseline> baseline = read(host, scenario);
        final List<Figure> after = measure.get();
        final List<Figure> before = new ArrayList<>();
        if (baseline.isPresent())
        {
            plan.metrics().forEach(metric -> before.add(baseline.get().figures().get(metric.name())));
        }
        final String obstacle = baseline.isEmpty() ? none(host, scenario) :
            obstacle(baseline.get(), host, before);
        return new Attempt(
            Judge.compare(plan.metrics(), obstacle.isEmpty() ? before : after, after), obstacle);
    }

    private Optional<Baseline> read(final HostNow host, final String scenario)
    {
        try
        {
            return store.read(HostClass.of(host.fingerprint()), scenario);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the baseline of " + scenario + " cannot be read: " + e.getMessage(), e);
        }
    }

    private String none(final HostNow host, final String scenario)
    {
        try
        {
            final List<String> others = store.hostClasses(scenario);
            return "no baseline of this host (" + HostClass.of(host.fingerprint()) + ")" +
                (others.isEmpty() ? "" : ", only of " + String.join(", ", others) +
                ", which differ in processor, kernel, JDK or options") +
                "; bench accept makes these figures one";
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("the baselines cannot be listed: " + e.getMessage(), e);
        }
    }

    private String obstacle(final Baseline baseline, final HostNow host, final List<Figure> before)
    {
        if (!baseline.size().equals(options.size().name().toLowerCase(Locale.ROOT)))
        {
            return "the baseline was measured with --size " + baseline.size() + ", this run with another";
        }
        if (before.contains(null))
        {
            return "the baseline lacks a metric that is measured now; bench accept makes a new one";
        }
        if (host.jitter().isFarAbove(baseline.jitter()))
        {
            return String.format(Locale.ROOT, "the host is noisier than at the time of the baseline: jitter P50 " +
                "%.0f, P99 %.0f ns, then %.0f and %.0f", host.jitter().p50Nanos(), host.jitter().p99Nanos(),
                baseline.jitter().p50Nanos(), baseline.jitter().p99Nanos());
        }
        return "";
    }
}
