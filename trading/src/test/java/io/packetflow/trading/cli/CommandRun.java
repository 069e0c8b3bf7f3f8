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
package io.packetflow.trading.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.trading.ChildProgram;

/** Runs a command in this process, as its user would, and keeps what it printed. */
final class CommandRun
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final int exitCode;

    private CommandRun(final boolean interactive, final List<String> arguments)
    {
        exitCode = PacketFlowMain.run(
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true, interactive),
            arguments.toArray(String[]::new));
    }

    /** Runs a command with its files in a directory, stepped by this thread, without warm-up. */
    static CommandRun in(final Path directory, final String... arguments)
    {
        return new CommandRun(false, arguments(directory, arguments));
    }

    /** The same before a user who watches. */
    static CommandRun watched(final Path directory, final String... arguments)
    {
        return new CommandRun(true, arguments(directory, arguments));
    }

    private static List<String> arguments(final Path directory, final String... arguments)
    {
        final List<String> all = new ArrayList<>(List.of(arguments[0]));
        for (final String setting : ChildProgram.settings(directory))
        {
            all.add("-c");
            all.add(setting);
        }
        // Last, so that a test may set the same settings otherwise.
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return all;
    }

    int exitCode()
    {
        return exitCode;
    }

    String out()
    {
        return out.toString();
    }

    String err()
    {
        return err.toString();
    }
}
