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
package io.packetflow.latency.peers.ring;

import java.util.List;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.fork.Series;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.load.Pace;
import io.packetflow.latency.peers.PeerFork;
import io.packetflow.latency.ring.RingHop;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. One way through a ring of others, paced: the loop, the places and the warm-up of {@code ring-hop}. */
@Command(name = "hop", description = "One way through a ring of others, paced.")
public final class PeerHopFork extends PeerFork
{
    private static final int MOST_WARM_UP_TIMES = 10;
    private static final double WARM_UP_SECONDS = 2;

    @Option(names = "--ring", required = true, paramLabel = "KIND", converter = PeerRingConverter.class,
        description = "agrona-one-to-one, agrona-many-to-one or aeron-ipc")
    private PeerRing ring;

    @Option(names = "--per-second", required = true, paramLabel = "N", description = "events a second")
    private long perSecond;

    @Option(names = "--events", required = true, paramLabel = "N", description = "how many count")
    private long events;

    @Override
    protected void measure(final ForkResult.Builder result)
    {
        final List<Integer> cpus = MeasuredCpus.choose(2);
        final long warmUp = Math.min(MOST_WARM_UP_TIMES * events, (long)(WARM_UP_SECONDS * perSecond));
        try (RingHop hop = new RingHop(ring.newLink(), Pace.perSecond(perSecond), warmUp, events))
        {
            hop.run(cpus);
            result.series(hop.fromSend(Series.ONE_WAY)).series(hop.fromPlan(Series.ONE_WAY_PLANNED))
                .text("ring", ring.toString()).text("cpus", cpus.toString()).number(Measure.MESSAGES, events);
        }
    }
}
