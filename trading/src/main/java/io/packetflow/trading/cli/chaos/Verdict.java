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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.Terminal;

/** Cold path. What a campaign says in the end: which invariants are broken, and a summary as text and as JSON. */
final class Verdict
{
    private final List<String> broken = new ArrayList<>();

    /** Adds an invariant that does not hold, where that was, and the command that comes there again. */
    void add(final BrokenInvariantException e, final String where, final String again)
    {
        broken.add(e.getMessage() + "\n  where: " + where + "\n  again: " + again);
    }

    /** Returns whether all invariants have held up to now. */
    boolean isHeld()
    {
        return broken.isEmpty();
    }

    /** Returns what is broken, an item for each invariant. */
    List<String> broken()
    {
        return List.copyOf(broken);
    }

    int exitCode()
    {
        return isHeld() ? ExitCode.OK : ExitCode.VERDICT_AGAINST;
    }

    /** Prints a summary and writes it to {@code NAME.txt} and {@code NAME.json}. */
    void publish(
        final Terminal terminal, final Path directory, final String name, final String text, final String json)
        throws IOException
    {
        terminal.out().print(text);
        final List<Path> written = List.of(Files.writeString(directory.resolve(name + ".txt"), text),
            Files.writeString(directory.resolve(name + ".json"), json));
        terminal.out().println("\nwritten");
        written.forEach(file -> terminal.out().println("  " + file.toAbsolutePath().normalize()));
        terminal.out().flush();
        broken.forEach(message -> terminal.err().println("packetflow: " + message));
    }
}
