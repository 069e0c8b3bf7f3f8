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

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.Rounds;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Measures the subjects of several builds in turns: each subject by every build, one fork after the other,
 * in every second round in reverse order (A B B A), so that what drifts on the host meets all builds alike. A fork
 * beside which others used more than {@value #CALM_CPUS} CPUs is measured anew, {@value #MOST_REPEATS} times at most.
 */
final class PairedRounds
{
    private static final double CALM_CPUS = 0.2;
    private static final int MOST_REPEATS = 2;

    private final List<Rounds> builds;

    /**
     * Makes rounds.
     *
     * @param builds what runs a fork of each build
     */
    PairedRounds(final List<Rounds> builds)
    {
        this.builds = List.copyOf(builds);
    }

    /**
     * Measures.
     *
     * @param scenario name
     * @param subjects for each build, in the order of the first round
     * @param count of rounds
     * @return what the forks of each build answered, in the order of the builds
     */
    List<Results> run(final String scenario, final List<List<Subject>> subjects, final int count)
    {
        final List<Results> results = builds.stream().map(build -> new Results()).toList();
        for (int next = 0; next < count; next++)
        {
            final int round = next;
            for (final int index : order(subjects.get(0).size(), round))
            {
                for (final int build : order(builds.size(), round))
                {
                    final Subject subject = subjects.get(build).get(index);
                    results.get(build).add(subject.name(), calm(
                        () -> builds.get(build).fork(scenario, subject, results.get(build), round, count)));
                }
            }
        }
        return results;
    }

    /**
     * Takes another fork for one beside which others used the host. What was measured has no say in it, so neither
     * build is favoured; on a host that others use all the time the last one counts.
     */
    private static ForkResult calm(final Supplier<ForkResult> forks)
    {
        ForkResult fork = forks.get();
        for (int again = 0; again < MOST_REPEATS && isDisturbed(fork); again++)
        {
            fork = forks.get();
        }
        return fork;
    }

    private static boolean isDisturbed(final ForkResult fork)
    {
        return fork.numbers().getOrDefault(Measure.FOREIGN_CPUS, 0d) > CALM_CPUS;
    }

    private static List<Integer> order(final int count, final int round)
    {
        final List<Integer> order = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            order.add(i);
        }
        if (round % 2 == 1)
        {
            Collections.reverse(order);
        }
        return order;
    }
}
