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
package io.packetflow.latency.peers.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.packetflow.engine.cli.HostException;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.report.Figure;
import io.packetflow.latency.report.Percentile;
import io.packetflow.latency.report.Ratio;
import io.packetflow.latency.report.Row;
import io.packetflow.latency.report.Unit;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.ScenarioRun;
import io.packetflow.latency.run.Subject;
import io.packetflow.latency.scenario.Outcome;

/**
 * Cold path. What our forks and those of others answered, and the lines that come of it. A peer whose fork failed has
 * no line, but a note with the reason; ours must have run.
 */
final class PeerResults
{
    private final Results results;
    private final Map<String, String> failures;
    private final List<Row> rows = new ArrayList<>();

    private PeerResults(final Results results, final Map<String, String> failures)
    {
        this.results = results;
        this.failures = failures;
    }

    /**
     * Measures in turns.
     *
     * @param run of the scenario
     * @param subjects ours and those of others
     * @param ours names of those that must run
     * @return what those answered that ran
     * @throws HostException if one of ours did not run
     */
    static PeerResults measure(final ScenarioRun run, final List<Subject> subjects, final List<String> ours)
    {
        final Map<String, String> failures = new LinkedHashMap<>();
        final Results results = run.measureThoseThatCan(subjects, failures);
        for (final String name : ours)
        {
            if (failures.containsKey(name))
            {
                throw new HostException(failures.get(name));
            }
        }
        return new PeerResults(results, failures);
    }

    Results results()
    {
        return results;
    }

    /** Adds a line of percentiles; of the peer's name it shows what stands before the first comma. */
    void percentile(
        final String what, final String ours, final String peer, final String series, final double percentile)
    {
        percentile(what, ours, series, peer, series, percentile);
    }

    /** Adds a line of percentiles of durations that have another name with the peer. */
    void percentile(
        final String what,
        final String ours,
        final String series,
        final String peer,
        final String peerSeries,
        final double percentile)
    {
        if (!failures.containsKey(peer))
        {
            rows.add(row(String.format(Locale.ROOT, "%s, P%s", what, Percentile.text(percentile)), Unit.NANOS,
                results.percentile(ours, series, percentile), peer,
                results.percentile(peer, peerSeries, percentile)));
        }
    }

    /** Adds a line of numbers. */
    void number(final String what, final Unit unit, final String ours, final String peer, final Measure measure)
    {
        number(what, unit, ours, measure, peer, measure);
    }

    /** Adds a line of numbers that are another measure with the peer. */
    void number(
        final String what,
        final Unit unit,
        final String ours,
        final Measure measure,
        final String peer,
        final Measure peerMeasure)
    {
        if (!failures.containsKey(peer))
        {
            rows.add(row(what, unit, results.number(ours, measure), peer, results.number(peer, peerMeasure)));
        }
    }

    private static Row row(
        final String what, final Unit unit, final Figure ours, final String peer, final Figure figure)
    {
        return Row.reported(what, unit, ours).against(peer.split(", ", 2)[0], figure, Ratio.NO_LIMIT);
    }

    /** A fork's log without its stack trace, which is in the file that the reason names. */
    private static String inOneLine(final String reason)
    {
        return reason.lines().filter(line -> !line.startsWith("\tat ")).map(String::strip)
            .collect(Collectors.joining(" "));
    }

    /**
     * Ends with the lines so far.
     *
     * @param notes that a reader needs
     * @param series that each subject with pictures answered, empty for none
     * @return the outcome
     */
    Outcome outcome(final List<String> notes, final String series)
    {
        final List<String> all = new ArrayList<>(notes);
        failures.forEach((name, reason) -> all.add("NOT MEASURED: " + name + ": " + inOneLine(reason)));
        return new Outcome(rows, all, results.all().entrySet().stream()
            .filter(entry -> entry.getValue().get(0).series().containsKey(series))
            .map(entry -> results.merged(entry.getKey(), series, entry.getKey())).toList(), true);
    }
}
