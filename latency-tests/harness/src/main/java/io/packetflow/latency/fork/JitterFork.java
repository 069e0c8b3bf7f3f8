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
import io.packetflow.engine.telemetry.JitterFloor;
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.host.PinnedThread;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. What the host itself does to a thread that only reads the clock. */
@Command(name = "jitter", description = "What the host does to a thread that only reads the clock.")
final class JitterFork extends Fork
{
    private static final double NANOS_PER_SECOND = 1e9;

    @Option(names = "--seconds", required = true, paramLabel = "S", description = "for how long")
    private double seconds;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final PinOutcome pin = PinnedThread.start("jitter", MeasuredCpus.choose(1).get(0),
            () -> result.series(JitterFloor.measure((long)(seconds * NANOS_PER_SECOND)))).join();
        result.text("cpus", pin.toString());
    }
}
