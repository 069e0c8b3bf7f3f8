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
import java.util.List;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Target;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.BenchOptions;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. A standby that takes over from a primary which is killed, or stands still, by the campaign of {@code
 * packetflow chaos --standby}. The targets are those of thesis 7.3.1 and 7.4.4: a detection of 234 ms, 200 ms from the
 * failure of a trading primary to its recovery, nothing lost.
 */
final class StandbyFailover implements Scenario
{
    private static final String KILL = "kill";
    private static final String STALL = "stall";
    private static final Target DETECTION = Target.of(234e6);
    private static final Target RECOVERY = Target.of(200e6);
    private static final Target NOTHING = Target.of(1);

    @Override
    public String name()
    {
        return "failover";
    }

    @Override
    public String description()
    {
        return "from the kill or the stop of a primary to its standby's epoch and next order, and what is lost";
    }

    @Override
    public Outcome measure(final ScenarioRun run)
    {
        final BenchOptions options = run.options();
        final Results results = run.measure(
            List.of(KILL, STALL).stream().map(fault -> Subject.of(fault, arguments(fault, options))).toList());
        final boolean judged = !options.size().isSmoke();
        final List<Row> rows = new ArrayList<>();
        rows.addAll(times(results, KILL, "primary killed", judged));
        rows.addAll(times(results, STALL, "primary stopped", judged));
        rows.add(count(results, "failover, acknowledged instances lost", Measure.LOST));
        rows.add(count(results, "failover, orders wrong", Measure.WRONG));
        return new Outcome(rows, notes(results), List.of(), isHeld(results));
    }

    /** Its files stay with the results where something is broken, and are removed by the campaign where nothing is. */
    private static List<String> arguments(final String fault, final BenchOptions options)
    {
        final List<String> arguments = new ArrayList<>(List.of("failover", "--fault", fault,
            "--count", Integer.toString(options.size().failovers()),
            "--messages", Long.toString(options.size().failoverMessages()),
            "--rate", Integer.toString(options.size().failoverRate()),
            "--stall-limit", Integer.toString(options.size().stallLimitMillis()),
            "--directory", options.out().resolve("failover-" + fault).toAbsolutePath().toString()));
        if (options.size().isSmoke())
        {
            arguments.add("--no-warm-up");
        }
        return arguments;
    }

    private static List<Row> times(
        final Results results, final String fault, final String what, final boolean judged)
    {
        return List.of(
            nanos(results, fault, what + ", new epoch, median", Measure.DETECTION_NANOS)
            .target(judged ? DETECTION : Target.NONE),
            nanos(results, fault, what + ", new epoch, longest", Measure.DETECTION_MAX_NANOS),
            nanos(results, fault, what + ", next order, median", Measure.TAKEOVER_NANOS)
            .target(judged ? RECOVERY : Target.NONE),
            nanos(results, fault, what + ", next order, longest", Measure.TAKEOVER_MAX_NANOS));
    }

    private static Row nanos(final Results results, final String fault, final String what, final Measure measure)
    {
        return Row.reported(what, Unit.NANOS, results.number(fault, measure));
    }

    /** Judged at any size: not a matter of speed. */
    private static Row count(final Results results, final String what, final Measure measure)
    {
        final double most = forks(results).stream().mapToDouble(fork -> fork.number(measure)).max().orElseThrow();
        return Row.reported(what, Unit.COUNT, Figure.of(most)).target(NOTHING);
    }

    private static boolean isHeld(final Results results)
    {
        return forks(results).stream().allMatch(fork -> Boolean.parseBoolean(fork.texts().get("held")));
    }

    private static List<ForkResult> forks(final Results results)
    {
        return results.all().values().stream().flatMap(List::stream).toList();
    }

    private static List<String> notes(final Results results)
    {
        final List<String> notes = new ArrayList<>(List.of(
            "times run from the signal; a new epoch means that the standby has noticed, has made sure that the " +
            "primary cannot go on, and has applied the rest; for one that stands still the stall limit is included",
            "each fork is a campaign; lost and wrong are the worst of all of them"));
        for (final String fault : List.of(KILL, STALL))
        {
            final ForkResult first = results.of(fault).get(0);
            notes.add(first.texts().get("command") + ": " + first.texts().get("checked"));
        }
        return notes;
    }
}
