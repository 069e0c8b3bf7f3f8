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
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;

/** Cold path. How long the warm-ups of a scenario took, and which of them did not get steady. */
public final class WarmUpRemark
{
    private WarmUpRemark()
    {
    }

    /**
     * Writes it.
     *
     * @param results of the scenario
     * @return the remark; empty where no fork looked for a steady state
     */
    public static String of(final Results results)
    {
        final List<ForkResult> forks = results.all().values().stream().flatMap(List::stream)
            .filter(WarmUpRemark::isKnown).toList();
        if (forks.isEmpty())
        {
            return "";
        }
        final String span = String.format(Locale.ROOT, "warm-ups took %.1f to %.1f s, %.0f to %.0f rounds",
            least(forks, Measure.WARM_UP_SECONDS), most(forks, Measure.WARM_UP_SECONDS),
            least(forks, Measure.WARM_UP_ROUNDS), most(forks, Measure.WARM_UP_ROUNDS));
        final String unsteady = results.all().entrySet().stream().filter(entry -> unsteady(entry.getValue()) > 0)
            .map(WarmUpRemark::text).collect(Collectors.joining(", "));
        return span + (unsteady.isEmpty() ? "; all steady" : "; NOT STEADY at their limit: " + unsteady);
    }

    private static boolean isKnown(final ForkResult fork)
    {
        return fork.numbers().containsKey(Measure.WARM_UP_STEADY);
    }

    private static long unsteady(final List<ForkResult> forks)
    {
        return forks.stream().filter(fork -> isKnown(fork) && fork.number(Measure.WARM_UP_STEADY) == 0).count();
    }

    private static String text(final Map.Entry<String, List<ForkResult>> subject)
    {
        return String.format(Locale.ROOT, "%s (%d of %d forks)", subject.getKey(), unsteady(subject.getValue()),
            subject.getValue().size());
    }

    private static double least(final List<ForkResult> forks, final Measure measure)
    {
        return forks.stream().mapToDouble(fork -> fork.number(measure)).min().orElseThrow();
    }

    private static double most(final List<ForkResult> forks, final Measure measure)
    {
        return forks.stream().mapToDouble(fork -> fork.number(measure)).max().orElseThrow();
    }
}
