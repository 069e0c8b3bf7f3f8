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

import java.util.Locale;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;

/**
 * Cold path. Whether an open loop was sent as planned. Where it was not, its percentiles are those of another load than
 * the one that the line names: they are shown and not judged (Aeron's LoadTestRig calls such a run failed, too).
 *
 * @param subject that was measured
 * @param planned messages a second
 * @param achieved messages a second
 */
record PlannedRate(String subject, Figure planned, Figure achieved)
{
    /** By what the planned rate may exceed the achieved one: 99 % have to be achieved. */
    private static final double LIMIT = 1.01;

    static PlannedRate of(final Results results, final String subject)
    {
        return new PlannedRate(subject, results.number(subject, Measure.PLANNED_PER_SECOND),
            results.number(subject, Measure.MESSAGES_PER_SECOND));
    }

    /** Returns whether one fork kept its plan. */
    static boolean isKeptBy(final ForkResult fork)
    {
        return fork.number(Measure.PLANNED_PER_SECOND) <= LIMIT * fork.number(Measure.MESSAGES_PER_SECOND);
    }

    /** Returns whether the forks kept it, by their medians. */
    boolean isKept()
    {
        return planned.median() <= LIMIT * achieved.median();
    }

    /** Returns the line of the table: achieved against planned, which is judged. */
    Row row(final String what, final boolean judged)
    {
        return Row.reported(what, Unit.MILLIONS_PER_SECOND, achieved)
            .against("planned", planned, judged ? LIMIT : Ratio.NO_LIMIT);
    }

    /** Says that it was missed, or kept. */
    String remark()
    {
        final String rates = String.format(Locale.ROOT, "%s: %,.0f of %,.0f messages/s", subject, achieved.median(),
            planned.median());
        return isKept() ? rates + ", as planned" :
            "MISSED ITS RATE, so that its percentiles are not judged: " + rates;
    }
}
