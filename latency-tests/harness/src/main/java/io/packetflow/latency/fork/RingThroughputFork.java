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
import io.packetflow.latency.ring.RingKind;
import io.packetflow.latency.ring.RingThroughput;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. How many events go through a ring in a second. */
@Command(name = "ring-throughput", description = "How many events of 64 bytes go through a ring in a second.")
final class RingThroughputFork extends Fork
{
    private static final int WARM_UP_SHARE = 4;

    @Option(names = "--ring", required = true, paramLabel = "KIND", converter = RingConverter.class,
        description = "cursor, in-slot or disruptor")
    private RingKind ring;

    @Option(names = "--events", required = true, paramLabel = "N", description = "how many count")
    private long events;

    @Option(names = "--batch", defaultValue = "1", paramLabel = "N",
        description = "how many are claimed and published at a time")
    private int batch;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final List<Integer> cpus = MeasuredCpus.choose(2);
        try (RingThroughput run = new RingThroughput(ring, batch, Math.max(1, events / WARM_UP_SHARE), events))
        {
            result.number(Measure.EVENTS_PER_SECOND, run.run(cpus)).number(Measure.MESSAGES, events)
                .text("ring", ring.toString()).text("batch", Integer.toString(batch)).text("cpus", cpus.toString());
        }
    }
}
