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
import io.packetflow.latency.host.MeasuredCpus;
import io.packetflow.latency.host.PinnedThread;
import io.packetflow.latency.workload.Workload;
import io.packetflow.latency.workload.WorkloadRun;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. How many messages of a kind of work are processed in a second. */
@Command(name = "workload", description = "How many messages of a kind of work are processed in a second.")
final class WorkloadFork extends Fork
{
    private static final int WARM_UP_DATAGRAMS = 4_000;

    @Option(names = "--kind", required = true, paramLabel = "KIND", description = "CPU, IO, NETWORK or MIXED")
    private Workload workload;

    @Option(names = "--datagrams", required = true, paramLabel = "N", description = "how many, of 16 messages each")
    private long datagrams;

    @Override
    void measure(final ForkResult.Builder result)
    {
        final PinOutcome pin = PinnedThread.start(
            "workload", MeasuredCpus.choose(1).get(0), () -> run(result)).join();
        result.text("cpus", pin.toString()).text("plan", "six packets, fused, one node").text("kind",
            workload.toString());
    }

    private void run(final ForkResult.Builder result)
    {
        try (WorkloadRun run = new WorkloadRun(workload))
        {
            WarmUpRounds.run(() -> run.run(WARM_UP_DATAGRAMS)).into(result);
            final long before = run.checkedMessages();
            result.number(Measure.MESSAGES_PER_SECOND, run.run(datagrams))
                .number(Measure.MESSAGES, run.checkedMessages() - before);
        }
    }
}
