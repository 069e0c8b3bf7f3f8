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
package io.packetflow.latency.peers;

import java.io.PrintWriter;

import io.packetflow.engine.cli.CommandException;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.latency.peers.book.BookFork;
import io.packetflow.latency.peers.book.VenueFork;
import io.packetflow.latency.peers.chain.ChainFork;
import io.packetflow.latency.peers.erlang.ErlangChainFork;
import io.packetflow.latency.peers.erlang.ErlangMemoryFork;
import io.packetflow.latency.peers.journal.JournalFork;
import io.packetflow.latency.peers.memory.ActorMemoryFork;
import io.packetflow.latency.peers.ring.PeerHopFork;
import io.packetflow.latency.peers.ring.PeerThroughputFork;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Cold path. What a forked JVM runs that measures a system of others: one of the measurements, by name. */
@Command(name = "peer-fork", description = "Takes one measurement in this JVM; the bench command forks it.",
    mixinStandardHelpOptions = true,
    subcommands = {PeerHopFork.class, PeerThroughputFork.class, ChainFork.class, ErlangChainFork.class,
        BookFork.class, VenueFork.class, JournalFork.class, ActorMemoryFork.class, ErlangMemoryFork.class})
public final class PeerForkMain
{
    private PeerForkMain()
    {
    }

    /**
     * Takes one measurement.
     *
     * @param args name of the measurement and its options
     */
    public static void main(final String[] args)
    {
        final int status = new CommandLine(new PeerForkMain()).setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()))
            .execute(args);
        System.out.flush();
        System.err.flush();
        // Threads of others that spin or wait would keep the JVM alive.
        Runtime.getRuntime().halt(status);
    }

    private static int explain(final Exception failure, final PrintWriter err)
    {
        if (failure instanceof CommandException expected)
        {
            err.println(expected.getMessage());
            return expected.exitCode();
        }
        failure.printStackTrace(err);
        return ExitCode.HOST;
    }
}
