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
package io.packetflow.tuning.doctor.probe;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

import io.packetflow.tuning.doctor.host.HostText;

import org.HdrHistogram.Histogram;

/**
 * Cold path. What the probes measured.
 *
 * @param seconds    between the two readings of the counters; 0 where nothing was measured
 * @param before     counters of the kernel by path, when the probes began
 * @param after      the same when they ended
 * @param jitter     time between two readings of the clock, nanoseconds, for each pinned CPU
 * @param hops       from one pinned CPU to the next
 * @param clockNanos cost of one reading of the clock
 * @param safepoints time to reach a safepoint of this JVM while the pinned CPUs spin, nanoseconds
 * @param syncs      an append of 4 KiB and its sync in the journal's directory, nanoseconds
 * @param problems   what could not be measured, by the id of the check, with the reason
 */
public record ProbeResults(
    double seconds,
    Map<String, HostText> before,
    Map<String, HostText> after,
    Map<Integer, Histogram> jitter,
    List<Hop> hops,
    OptionalDouble clockNanos,
    Optional<Histogram> safepoints,
    Optional<Histogram> syncs,
    Map<String, String> problems)
{
    /** @return results of no probe */
    public static ProbeResults none()
    {
        return new ProbeResults(0, Map.of(), Map.of(), Map.of(), List.of(), OptionalDouble.empty(), Optional.empty(),
            Optional.empty(), Map.of());
    }

    /** @return whether anything was measured */
    public boolean isMeasured()
    {
        return seconds > 0;
    }

    /**
     * A counter's text before.
     *
     * @param path of it
     * @return what it said; empty where it was not read
     */
    public String textBefore(final String path)
    {
        return before.containsKey(path) ? before.get(path).text() : "";
    }

    /**
     * A counter's text after.
     *
     * @param path of it
     * @return what it said; empty where it was not read
     */
    public String textAfter(final String path)
    {
        return after.containsKey(path) ? after.get(path).text() : "";
    }
}
