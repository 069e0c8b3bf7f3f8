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

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.HdrHistogram.Histogram;

import io.packetflow.engine.telemetry.JitterFloor;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.WarmUpRemark;
import io.packetflow.latency.scenario.Outcome;
import io.packetflow.latency.scenario.Scenario;

/**
 * Cold path. A scenario and all that is known of it.
 *
 * @param scenario that was measured
 * @param command that measures it again
 * @param outcome of it
 * @param results of all its forks
 * @param failure why it was not measured, empty if it was
 * @param jitterBefore what the host did to a clock reader before
 * @param jitterAfter and after
 */
record ScenarioReport(
    Scenario scenario,
    String command,
    Outcome outcome,
    Results results,
    String failure,
    ForkResult jitterBefore,
    ForkResult jitterAfter)
{
    /** Returns whether there are no figures, because a fork failed or the host is unfit. */
    boolean isFailed()
    {
        return !failure.isEmpty();
    }

    /** Returns the lines that stand beside the table: what was measured on what, and how quiet the host was. */
    List<String> remarks()
    {
        final List<String> remarks = new ArrayList<>(outcome.notes());
        if (isFailed())
        {
            remarks.add("NOT MEASURED: " + failure);
        }
        remarks.add("host's jitter floor before: " + jitter(jitterBefore) + "; after: " + jitter(jitterAfter));
        remarks.add(others());
        Stream.of(WarmUpRemark.of(results)).filter(remark -> !remark.isEmpty()).forEach(remarks::add);
        return remarks;
    }

    private static String jitter(final ForkResult result)
    {
        final Histogram histogram = result.series(JitterFloor.NAME).histogram();
        return String.format(Locale.ROOT, "P50 %,d P99 %,d P99.9 %,d P99.99 %,d max %,d ns",
            histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99),
            histogram.getValueAtPercentile(99.9), histogram.getValueAtPercentile(99.99), histogram.getMaxValue());
    }

    private String others()
    {
        final double[] foreign = results.all().values().stream().flatMap(List::stream)
            .filter(fork -> fork.numbers().containsKey(Measure.FOREIGN_CPUS))
            .mapToDouble(fork -> fork.number(Measure.FOREIGN_CPUS)).sorted().toArray();
        return foreign.length == 0 ? "nobody looked at what others used of the host" :
            String.format(Locale.ROOT, "others used %.1f to %.1f CPUs while the forks ran", foreign[0],
            foreign[foreign.length - 1]);
    }
}
