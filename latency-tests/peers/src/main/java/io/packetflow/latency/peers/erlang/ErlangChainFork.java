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
package io.packetflow.latency.peers.erlang;

import java.nio.file.Path;

import io.packetflow.latency.fork.ForkResult;
import io.packetflow.latency.fork.Measure;
import io.packetflow.latency.peers.PeerFork;
import io.packetflow.latency.peers.chain.ChainFork;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. Has the chain measured by Erlang; this JVM only waits. */
@Command(name = "erlang-chain", description = "Six Erlang processes behind each other.")
public final class ErlangChainFork extends PeerFork
{
    @Option(names = "--events", required = true, paramLabel = "N", description = "how many are timed singly")
    private long events;

    @Option(names = "--warm-up-millis", required = true, paramLabel = "MILLIS",
        description = "how long each way of sending warms up")
    private long warmUpMillis;

    @Option(names = "--millis", required = true, paramLabel = "MILLIS", description = "how long it runs flat out")
    private long millis;

    @Override
    protected boolean isMeasuredInThisProcess()
    {
        return false;
    }

    @Override
    protected void measure(final ForkResult.Builder result) throws Exception
    {
        final Path directory = out().toAbsolutePath().getParent();
        final ErlangChain chain = ErlangChain.run(directory, events, warmUpMillis, millis);
        result.series(chain.roundTrips(ChainFork.ROUND_TRIP)).number(Measure.OPERATION_NANOS, chain.nanosPerEvent())
            .number(Measure.MESSAGES, events).text("form", "erlang");
    }
}
