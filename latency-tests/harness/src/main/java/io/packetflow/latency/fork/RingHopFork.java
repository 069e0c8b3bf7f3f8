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
package io.packetflow.latency.fork;

import java.util.List;

import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.ring.RingHop;
import io.packetflow.latency.ring.RingKind;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. One way through a ring, paced. */
@Command(name = "ring-hop", description = "One way through a ring, paced.")
final class RingHopFork extends Fork
{
    private static final int MOST_WARM_UP_TIMES = 10;
    /** The compilers share the two cores with the two spinning threads, so they take their time. */
    private static final double WARM_UP_SECONDS = 2;

    @Option(names = "--ring", required = true, paramLabel = "KIND", converter = RingConverter.class,
        description = "line, cursor, in-slot, disruptor or disruptor-poller")
    private RingKind ring;

    @Option(names = "--pace", required = true, paramLabel = "PACE", converter = LoadOptions.PaceConverter.class,
        description = "events a second")
    private Pace pace;

    @Option(names = "--events", required = true, paramLabel = "N", description = "how many count")
    private long events;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final List<Integer> cpus = MeasuredCpus.choose(2);
        try (RingHop hop = new RingHop(ring, pace, warmUpEvents(), events))
        {
            hop.run(cpus);
            result.series(hop.fromSend(Series.ONE_WAY)).series(hop.fromPlan(Series.ONE_WAY_PLANNED))
                .text("ring", ring.toString()).text("pace", pace.toString()).text("cpus", cpus.toString())
                .number(Measure.MESSAGES, events);
        }
    }

    private long warmUpEvents()
    {
        return Math.min(MOST_WARM_UP_TIMES * events, (long)(WARM_UP_SECONDS * pace.perSecond()));
    }
}
