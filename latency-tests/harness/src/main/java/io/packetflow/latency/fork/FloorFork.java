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

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.latency.floor.FloorLoop;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.load.FeedLoad;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Cold path. The hand-written loop over a feed. */
@Command(name = "floor", description = "The hand-written loop over a feed.")
final class FloorFork extends Fork
{
    @Mixin
    private LoadOptions options;

    @Override
    void measure(final ForkResult.Builder result)
    {
        try (FeedLoad load = options.open())
        {
            final PinOutcome pin = PinnedThread.start(
                "floor", MeasuredCpus.choose(1).get(0), () -> measure(result, load)).join();
            result.text("cpus", pin.toString());
        }
    }

    private static void measure(final ForkResult.Builder result, final FeedLoad load)
    {
        final FeedLoad warmUp = load.forWarmUp();
        WarmUpRounds.run(() -> runOnce(warmUp)).into(result);
        LoopFigures.startup(result);
        try (FloorLoop floor = new FloorLoop(load, null))
        {
            LoopFigures.put(result, load, floor.run(), floor.orderCount());
            result.series(floor.latency().service(Series.SERVICE)).series(floor.latency().response(Series.RESPONSE));
        }
        result.text("plan", "hand-written loop, one thread");
    }

    private static void runOnce(final FeedLoad load)
    {
        try (FloorLoop floor = new FloorLoop(load, null))
        {
            floor.run();
        }
    }
}
