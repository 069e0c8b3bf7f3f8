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

import io.packetflow.latency.run.Results;
import io.packetflow.latency.run.Rounds;
import io.packetflow.latency.run.Subject;

/**
 * Cold path. Measures the subjects of several builds in turns: each subject by every build, one fork after the other,
 * in every second round in reverse order (A B B A), so that what drifts on the host meets all builds alike.
 */
final class PairedRounds
{
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
        for (int round = 0; round < count; round++)
        {
            for (final int index : order(subjects.get(0).size(), round))
            {
                for (final int build : order(builds.size(), round))
                {
                    final Subject subject = subjects.get(build).get(index);
                    results.get(build).add(subject.name(),
                        builds.get(build).fork(scenario, subject, results.get(build), round, count));
                }
            }
        }
        return results;
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
