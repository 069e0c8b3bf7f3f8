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
package io.packetflow.trading.cli.chaos;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.TextTable;

/** Cold path. What a campaign over pairs of processes came to, for people and for programs. */
final class FailoverSummary
{
    private static final double NANOS_PER_MILLI = 1e6;

    private final FailoverOptions options;
    private final List<FailoverTally> tallies;
    private final List<String> broken;

    FailoverSummary(final FailoverOptions options, final List<FailoverTally> tallies, final List<String> broken)
    {
        this.options = options;
        this.tallies = tallies;
        this.broken = broken;
    }

    /** Returns a table with a line for each mode and kind of fault. */
    String text()
    {
        final TextTable table = new TextTable("mode", "fault", "times", "next order ms, median", "max");
        final TextTable checks = new TextTable("mode", "acknowledged", "lost", "orders", "wrong", "unasked takeovers");
        for (final FailoverTally tally : tallies)
        {
            for (final Fault fault : Fault.values())
            {
                if (tally.count(fault) > 0)
                {
                    table.row(tally.mode().text(), fault.text(), count(tally.count(fault)),
                        millis(tally.medianNanos(fault)), millis(tally.maxNanos(fault)));
                }
            }
            final AuditCounts counts = tally.checks();
            checks.row(tally.mode().text(), count(counts.acknowledged()), count(counts.lost()),
                count(counts.orders()), count(counts.wrong()), count(tally.unasked()));
        }
        return "failover campaign, seed " + options.common().seed() + ", " + count(options.rate()) +
            " messages a second, stall limit " + options.stallLimitMillis() + " ms (not part of the times)\n\n" +
            table.plain() + "\n" + checks.plain() + "\n" +
            (broken.isEmpty() ? "all invariants held\n" : "BROKEN: " + String.join("\n", broken) + "\n");
    }

    private static String count(final long value)
    {
        return ChaosSummary.count(value);
    }

    private static String millis(final long nanos)
    {
        return String.format(Locale.ROOT, "%.1f", nanos / NANOS_PER_MILLI);
    }

    /** Returns the same as a JSON object, with a line feed at the end. */
    String json()
    {
        return "{\n \"seed\": " + options.common().seed() + ",\n \"rate\": " + options.rate() +
            ",\n \"stall_limit_ms\": " + options.stallLimitMillis() + ",\n \"held\": " + broken.isEmpty() +
            ",\n \"broken\": [" + broken.stream().map(ChaosSummary::quote).collect(Collectors.joining(", ")) +
            "],\n \"modes\": [\n  " +
            tallies.stream().map(FailoverSummary::json).collect(Collectors.joining(",\n  ")) + "\n ]\n}\n";
    }

    private static String json(final FailoverTally tally)
    {
        final List<String> faults = new ArrayList<>();
        for (final Fault fault : Fault.values())
        {
            faults.add("\"" + fault.text() + "\": {\"times\": " + tally.count(fault) + ", \"median_ns\": " +
                tally.medianNanos(fault) + ", \"max_ns\": " + tally.maxNanos(fault) + ", \"epoch_median_ns\": " +
                tally.medianEpochNanos(fault) + ", \"epoch_max_ns\": " + tally.maxEpochNanos(fault) + "}");
        }
        return "{\"mode\": \"" + tally.mode().text() + "\", " + tally.checks().json() +
            ", \"unasked_takeovers\": " + tally.unasked() + ", \"faults\": {" +
            String.join(", ", faults) + "}}";
    }
}
