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

import java.util.List;
import java.util.Map;

import io.packetflow.latency.fork.ForkResult;

/** Cold path. One scenario while it is measured: its options, its forks, and all that they answered. */
public final class ScenarioRun
{
    private final String scenario;
    private final BenchOptions options;
    private final Rounds rounds;
    private final Results results = new Results();

    /**
     * Begins a scenario.
     *
     * @param scenario name
     * @param options of the run
     * @param rounds that measure subjects
     */
    public ScenarioRun(final String scenario, final BenchOptions options, final Rounds rounds)
    {
        this.scenario = scenario;
        this.options = options;
        this.rounds = rounds;
    }

    /** Returns what was asked for. */
    public BenchOptions options()
    {
        return options;
    }

    /**
     * Measures subjects side by side, as often as there are forks.
     *
     * @param subjects in the order of the first round
     * @return what their forks answered
     */
    public Results measure(final List<Subject> subjects)
    {
        return keep(rounds.run(scenario, subjects, options.forks()));
    }

    /**
     * Measures subjects side by side, and goes on without those whose forks fail: what others have made may not start
     * here.
     *
     * @param subjects in the order of the first round
     * @param failures takes the reason of each subject that was given up, by its name
     * @return what the forks of the others answered
     */
    public Results measureThoseThatCan(final List<Subject> subjects, final Map<String, String> failures)
    {
        return keep(rounds.runThoseThatCan(scenario, subjects, options.forks(), failures));
    }

    /**
     * Runs a subject once: a check, or what needs no repetition.
     *
     * @param subject to run
     * @return what it answered
     */
    public ForkResult once(final Subject subject)
    {
        return keep(rounds.run(scenario, List.of(subject), 1)).of(subject.name()).get(0);
    }

    private Results keep(final Results measured)
    {
        measured.all().forEach((subject, forks) -> forks.forEach(fork -> results.add(subject, fork)));
        return measured;
    }

    /** Returns all that was answered so far. */
    public Results results()
    {
        return results;
    }
}
