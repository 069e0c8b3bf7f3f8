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

import java.util.Collection;
import java.util.Locale;

import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;

/** Cold path. What JMH's own profiler says of allocation: nothing, for an operation on a hot path. */
final class Allocation
{
    /**
     * What JMH itself allocates in an iteration (100 KB or so), spread over its operations, is below it; an object in
     * every fourth operation would not be.
     */
    private static final double LIMIT_BYTES = 4;

    private Allocation()
    {
    }

    /** Returns the worst of all forks of all subjects. */
    static Row row(final String what, final Results results, final boolean judged)
    {
        return row(what, results, results.all().keySet(), judged);
    }

    /** Returns the worst of all forks of some subjects, whose operations are short enough for JMH's own share. */
    static Row row(
        final String what, final Results results, final Collection<String> subjects, final boolean judged)
    {
        final double most = subjects.stream().flatMap(subject -> results.of(subject).stream())
            .mapToDouble(fork -> fork.number(Measure.BYTES_PER_OPERATION)).max().orElseThrow();
        return Row.reported(what + ", bytes allocated an operation, worst of all", Unit.BYTES, Figure.of(rounded(most)))
            .target(judged ? Target.of(LIMIT_BYTES) : Target.NONE);
    }

    private static double rounded(final double bytes)
    {
        return Double.parseDouble(String.format(Locale.ROOT, "%.2f", bytes));
    }
}
