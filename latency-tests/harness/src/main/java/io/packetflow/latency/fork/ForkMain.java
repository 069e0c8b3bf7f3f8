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

import java.io.PrintWriter;

import io.packetflow.engine.cli.CommandException;
import io.packetflow.engine.cli.ExitCode;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Cold path. What a forked JVM runs: one of the measurements, by name. */
@Command(name = "fork", description = "Takes one measurement in this JVM; the bench command forks it.",
    mixinStandardHelpOptions = true,
    subcommands = {FloorFork.class, EngineFork.class, FloorHopFork.class, DummyFork.class, OrdersFork.class,
        RingHopFork.class, RingThroughputFork.class, SlotBytesFork.class, JitterFork.class,
        WorkloadFork.class, MatchingFork.class, JournalFork.class, RecoveryFork.class, MemoryFork.class,
        FailoverFork.class})
public final class ForkMain
{
    private ForkMain()
    {
    }

    /**
     * Takes one measurement.
     *
     * @param args name of the measurement and its options
     */
    public static void main(final String[] args)
    {
        final int status = commandLine().execute(args);
        // Threads that spin would keep the JVM alive after a failure.
        Runtime.getRuntime().halt(flush(status));
    }

    static CommandLine commandLine()
    {
        return new CommandLine(new ForkMain())
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command.getErr()));
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

    private static int flush(final int status)
    {
        System.out.flush();
        System.err.flush();
        return status;
    }
}
