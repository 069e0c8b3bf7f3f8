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

import io.packetflow.latency.floor.FloorHop;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.ringbuffers.ring.Publication;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Cold path. The hand-written loop over one hop. */
@Command(name = "floor-hop", description = "The hand-written loop over one hop between two cores.")
final class FloorHopFork extends Fork
{
    @Mixin
    private LoadOptions options;

    @Option(names = "--publication", required = true, paramLabel = "WHERE", description = "CURSOR or IN_SLOT")
    private Publication publication;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final List<Integer> cpus = MeasuredCpus.choose(2);
        try (FeedLoad load = options.open())
        {
            final FeedLoad warmUp = load.forWarmUp();
            WarmUpRounds.run(() -> runOnce(warmUp, cpus)).into(result);
            LoopFigures.startup(result);
            try (FloorHop hop = new FloorHop(load, publication))
            {
                LoopFigures.put(result, load, hop.run(cpus), hop.orderCount());
                result.series(hop.latency().service(Series.SERVICE))
                    .series(hop.latency().response(Series.RESPONSE));
            }
            result.text("plan", "two hand-written loops, " + publication).text("cpus", cpus.toString());
        }
    }

    private void runOnce(final FeedLoad load, final List<Integer> cpus)
    {
        try (FloorHop hop = new FloorHop(load, publication))
        {
            hop.run(cpus);
        }
    }
}
