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
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.peers.PeerFork;
import io.packetflow.latency.ring.RingThroughput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. How many events go through a ring of others in a second, published one by one. */
@Command(name = "throughput", description = "How many events of 64 bytes go through a ring of others in a second.")
public final class PeerThroughputFork extends PeerFork
{
    private static final int WARM_UP_SHARE = 4;

    @Option(names = "--ring", required = true, paramLabel = "KIND", converter = PeerRingConverter.class,
        description = "agrona-one-to-one, agrona-many-to-one or aeron-ipc")
    private PeerRing ring;

    @Option(names = "--events", required = true, paramLabel = "N", description = "how many count")
    private long events;

    @Override
    protected void measure(final ForkResult.Builder result)
    {
        final List<Integer> cpus = MeasuredCpus.choose(2);
        final long warmUp = Math.max(1, events / WARM_UP_SHARE);
        try (RingThroughput run = new RingThroughput(ring.newPipe(), warmUp, events))
        {
            result.number(Measure.EVENTS_PER_SECOND, run.run(cpus)).number(Measure.MESSAGES, events)
                .text("ring", ring.toString()).text("cpus", cpus.toString());
        }
    }
}
