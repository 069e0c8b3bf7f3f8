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
package io.packetflow.latency.run;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.packetflow.engine.cli.CommandException;
import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;

/**
 * Cold path. Measures subjects side by side: in each round every one of them once, in every second round in reverse
 * order (A B B A), so that what drifts on the host meets all of them alike.
 */
public final class Rounds
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final ForkLauncher launcher;
    private final Progress progress;

    /**
     * Makes rounds.
     *
     * @param launcher of the forks
     * @param progress told of each fork
     */
    public Rounds(final ForkLauncher launcher, final Progress progress)
    {
        this.launcher = launcher;
        this.progress = progress;
    }

    /**
     * Measures subjects.
     *
     * @param scenario name
     * @param subjects in the order of the first round
     * @param count of rounds
     * @return what the forks answered
     */
    public Results run(final String scenario, final List<Subject> subjects, final int count)
    {
        final Results results = new Results();
        for (int round = 0; round < count; round++)
        {
            for (final Subject subject : order(subjects, round))
            {
                results.add(subject.name(), fork(scenario, subject, results, round, count));
            }
        }
        return results;
    }

    /**
     * Measures subjects, and goes on without those whose forks fail.
     *
     * @param scenario name
     * @param subjects in the order of the first round
     * @param count of rounds
     * @param failures takes the reason of each subject that was given up, by its name
     * @return what the forks of the others answered
     */
    Results runThoseThatCan(
        final String scenario, final List<Subject> subjects, final int count, final Map<String, String> failures)
    {
        Results results = new Results();
        for (int round = 0; round < count; round++)
        {
            for (final Subject subject : order(subjects, round))
            {
                if (!failures.containsKey(subject.name()))
                {
                    tryFork(scenario, subject, results, round, count, failures);
                }
            }
        }
        for (final String failed : failures.keySet())
        {
            results = results.without(failed);
        }
        return results;
    }

    private void tryFork(
        final String scenario,
        final Subject subject,
        final Results results,
        final int round,
        final int count,
        final Map<String, String> failures)
    {
        try
        {
            results.add(subject.name(), fork(scenario, subject, results, round, count));
        }
        catch (final CommandException e)
        {
            failures.put(subject.name(), e.getMessage());
            progress.say("NOT MEASURED: " + e.getMessage());
        }
    }

    /**
     * Returns in which order subjects run.
     *
     * @param subjects in the order of the first round
     * @param round from 0
     * @return reversed in every second round
     */
    static List<Subject> order(final List<Subject> subjects, final int round)
    {
        final List<Subject> order = new ArrayList<>(subjects);
        if (round % 2 == 1)
        {
            Collections.reverse(order);
        }
        return order;
    }

    /**
     * Measures a subject once.
     *
     * @param scenario name
     * @param subject to measure
     * @param results that are known so far
     * @param round from 0
     * @param count of rounds
     * @return what the fork answered
     */
    public ForkResult fork(
        final String scenario, final Subject subject, final Results results, final int round, final int count)
    {
        final String label = scenario + "-" + subject.name().replaceAll("[^A-Za-z0-9]+", "-") + "-" + (round + 1);
        progress.begin(scenario, subject.name(), round + 1, count);
        final long startNanos = System.nanoTime();
        final ForkResult result = launcher.run(label, subject, subject.arguments().apply(results));
        progress.end(summary(result), (System.nanoTime() - startNanos) / NANOS_PER_SECOND);
        return result;
    }

    /** The first figure of each kind that a fork answered, for whoever watches. */
    static String summary(final ForkResult result)
    {
        final List<String> parts = new ArrayList<>();
        new TreeMap<>(result.series()).forEach((name, series) -> parts.add(String.format(Locale.ROOT,
            "%s P50 %,d P90 %,d P99 %,d", name, series.histogram().getValueAtPercentile(50),
            series.histogram().getValueAtPercentile(90), series.histogram().getValueAtPercentile(99))));
        add(parts, result, Measure.MESSAGES_PER_SECOND, "%.2f M messages/s", 1e-6);
        add(parts, result, Measure.PLANNED_PER_SECOND, "of %.2f M planned", 1e-6);
        add(parts, result, Measure.EVENTS_PER_SECOND, "%.1f M events/s", 1e-6);
        add(parts, result, Measure.OPERATION_NANOS, "%.2f ns", 1);
        add(parts, result, Measure.BYTES_PER_OPERATION, "%.1f B/op", 1);
        add(parts, result, Measure.BYTES_PER_PACKET, "%.0f B a packet", 1);
        add(parts, result, Measure.HEAP_GROWTH_BYTES, "heap grew %,.0f B", 1);
        add(parts, result, Measure.FOREIGN_CPUS, "others used %.1f CPUs", 1);
        return String.join(", ", parts);
    }

    private static void add(
        final List<String> parts, final ForkResult result, final Measure measure, final String format,
        final double scale)
    {
        if (result.numbers().containsKey(measure))
        {
            parts.add(String.format(Locale.ROOT, format, result.number(measure) * scale));
        }
    }
}
