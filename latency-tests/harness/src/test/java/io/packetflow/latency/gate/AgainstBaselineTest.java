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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.latency.gate.GateMeasurement.HostNow;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Size;

class AgainstBaselineTest
{
    private static final HostFingerprint HOST = new HostFingerprint(
        "A CPU", 2, "Linux", "none seen", "a JDK", "Serial", false, false, List.of());
    private static final Jitter QUIET = new Jitter(20, 30, 100);
    private static final Figure FAST = new Figure(List.of(10.0, 10.1, 9.9, 10.0, 10.2, 9.8, 10.0));
    private static final Figure SLOW = new Figure(List.of(12.0, 12.1, 11.9, 12.0, 12.2, 11.8, 12.0));
    private static final GatePlan PLAN =
        new GatePlan(List.of(), List.of(new GateMetric("m", Unit.NANOS, MetricRule.TYPICAL, none -> null)));

    @TempDir
    private Path directory;

    @Test
    void shouldJudgeAgainstTheBaselineOfThisHost() throws IOException
    {
        accept(HostClass.of(HOST), "quick", QUIET, Map.of("m", FAST));

        final Attempt attempt = compare(QUIET);

        assertThat(attempt.obstacle()).isEmpty();
        assertThat(attempt.metrics().get(0).verdict()).isEqualTo(Verdict.REGRESSION);
    }

    @Test
    void shouldMeasureAndSayWhyThereIsNoVerdictWithoutABaseline()
    {
        final Attempt attempt = compare(QUIET);

        assertThat(attempt.obstacle()).contains("no baseline of this host").contains("bench accept");
        assertThat(attempt.metrics().get(0).after()).isEqualTo(SLOW);
        assertThat(attempt.asScenario("risk", 1, QUIET).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(attempt.isWorthRepeating(Verdict.INCONCLUSIVE, 1)).isFalse();
    }

    @Test
    void shouldNotTakeTheBaselineOfAnotherHost() throws IOException
    {
        accept("another-host-x4-00000000", "quick", QUIET, Map.of("m", FAST));

        assertThat(compare(QUIET).obstacle()).contains("only of another-host-x4-00000000, which differ in processor");
    }

    @Test
    void shouldNotCompareWhatWasMeasuredUnderOtherCircumstances() throws IOException
    {
        accept(HostClass.of(HOST), "quick", QUIET, Map.of("m", FAST));
        assertThat(compare(new Jitter(45, 70, 100)).obstacle()).contains("the host is noisier than at the time");

        accept(HostClass.of(HOST), "full", QUIET, Map.of("m", FAST));
        assertThat(compare(QUIET).obstacle()).contains("measured with --size full");

        accept(HostClass.of(HOST), "quick", QUIET, Map.of("other", FAST));
        assertThat(compare(QUIET).obstacle()).contains("lacks a metric");
    }

    private void accept(
        final String hostClass, final String size, final Jitter jitter, final Map<String, Figure> figures)
        throws IOException
    {
        new BaselineStore(directory).write(
            new Baseline("risk", "abc", "2026-01-01T00:00:00Z", "test", size, hostClass, jitter, figures));
    }

    private Attempt compare(final Jitter now)
    {
        final BenchOptions options = new BenchOptions(Size.QUICK, 7, null, directory, directory);
        return new AgainstBaseline(new BaselineStore(directory), options)
            .compare("risk", PLAN, new HostNow(HOST, now), () -> List.of(SLOW));
    }
}
