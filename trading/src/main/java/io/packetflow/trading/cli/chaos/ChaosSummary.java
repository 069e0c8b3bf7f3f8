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

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.TextTable;

/** Cold path. What a campaign came to, for people and for programs. */
final class ChaosSummary
{
    private final CampaignOptions options;
    private final List<Tally> tallies;
    private final List<String> broken;

    ChaosSummary(final CampaignOptions options, final List<Tally> tallies, final List<String> broken)
    {
        this.options = options;
        this.tallies = tallies;
        this.broken = broken;
    }

    /** Returns a table with a line for each mode. */
    String text()
    {
        final TextTable table = new TextTable("mode", "kills", "lives", "acknowledged", "lost", "orders", "wrong",
            "torn tails", "restart ms, median", "max");
        for (final Tally tally : tallies)
        {
            final AuditCounts checks = tally.checks();
            table.row(tally.mode().text(), count(tally.kills()), count(tally.lives()), count(checks.acknowledged()),
                count(checks.lost()), count(checks.orders()), count(checks.wrong()), count(tally.tornTails()),
                millis(tally.times().medianMillis()), millis(tally.times().maxMillis()));
        }
        return "kill campaign, seed " + options.seed() + "\n\n" + table.plain() + "\n" + (broken.isEmpty() ?
            "all invariants held\n" : "BROKEN: " + String.join("\n", broken) + "\n");
    }

    static String count(final long value)
    {
        return String.format(Locale.ROOT, "%,d", value);
    }

    private static String millis(final long value)
    {
        return value < 0 ? "-" : count(value);
    }

    /** Returns the same as a JSON object, with a line feed at the end. */
    String json()
    {
        final String modes = tallies.stream().map(ChaosSummary::json).collect(Collectors.joining(",\n  "));
        return "{\n \"seed\": " + options.seed() + ",\n \"messages\": " + options.messages() + ",\n \"symbols\": " +
            options.symbols() + ",\n \"held\": " + broken.isEmpty() + ",\n \"broken\": [" +
            broken.stream().map(ChaosSummary::quote).collect(Collectors.joining(", ")) +
            "],\n \"modes\": [\n  " + modes + "\n ]\n}\n";
    }

    private static String json(final Tally tally)
    {
        final String moments = tally.moments().entrySet().stream()
            .map(entry -> quote(entry.getKey().text()) + ": " + entry.getValue())
            .collect(Collectors.joining(", ", "{", "}"));
        return "{\"mode\": " + quote(tally.mode().text()) + ", \"kills\": " + tally.kills() + ", \"lives\": " +
            tally.lives() + ", " + tally.checks().json() + ", \"torn_tails\": " +
            tally.tornTails() + ", \"restart_median_ms\": " + tally.times().medianMillis() + ", \"restart_max_ms\": " +
            tally.times().maxMillis() + ", \"kills_by_moment\": " + moments + "}";
    }

    static String quote(final String text)
    {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n").replace("\t", "\\t") + '"';
    }
}
