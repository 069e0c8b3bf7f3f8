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

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Cold path. What an idle Erlang process takes, as Erlang itself counts it. */
@Command(name = "erlang-memory", description = "Bytes of an idle Erlang process.")
public final class ErlangMemoryFork extends PeerFork
{
    @Option(names = "--entities", required = true, paramLabel = "N", description = "how many are made")
    private long entities;

    @Override
    protected boolean isMeasuredInThisProcess()
    {
        return false;
    }

    @Override
    protected void measure(final ForkResult.Builder result) throws Exception
    {
        final Path directory = out().toAbsolutePath().getParent();
        final Path answer = directory.resolve("erlang-memory.txt");
        ErlangRuntime.prepare(directory).run("memory", answer.toString(), Long.toString(entities));
        final ErlangAnswer numbers = new ErlangAnswer(answer);
        result.number(Measure.BYTES_PER_PACKET, (double)numbers.number("bytes") / numbers.number("processes"));
    }
}
