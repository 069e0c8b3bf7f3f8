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
import io.packetflow.latency.floor.DummyLoop;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.load.Pace;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. The dummy whose tails are the host's own. */
@Command(name = "dummy", description = "A loop that only spins for a while for each message, sent as planned.")
final class DummyFork extends Fork
{
    private static final int WARM_UP_MESSAGES = 200_000;

    @Option(names = "--spin-nanos", required = true, paramLabel = "NANOS", description = "how long for each message")
    private long spinNanos;

    @Option(names = "--messages", required = true, paramLabel = "N", description = "how many")
    private long messages;

    @Option(names = "--pace", required = true, paramLabel = "PACE", converter = LoadOptions.PaceConverter.class,
        description = "messages a second")
    private Pace pace;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final PinOutcome pin = PinnedThread.start("dummy", MeasuredCpus.choose(1).get(0), () ->
        {
            WarmUpRounds.run(() -> new DummyLoop(spinNanos, pace.forWarmUp()).run(WARM_UP_MESSAGES)).into(result);
            final DummyLoop dummy = new DummyLoop(spinNanos, pace);
            dummy.run(messages);
            result.series(dummy.latency().service(Series.SERVICE)).series(dummy.latency().response(Series.RESPONSE));
        }).join();
        result.text("cpus", pin.toString()).text("plan", "spins " + spinNanos + " ns for each message")
            .text("pace", pace.toString()).number(Measure.MESSAGES, messages);
    }
}
