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
package io.packetflow.engine.cli.journal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;

import org.junit.jupiter.api.io.TempDir;

/** Runs the commands of a journal in this process, as their user would, and keeps what the last one printed. */
abstract class JournalCommandFixture
{
    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    final Path root()
    {
        return directory.resolve("journal");
    }

    final int run(final String... arguments)
    {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return PacketFlowMain.run(
            new Terminal(new PrintWriter(out), new PrintWriter(err), true), List.of(new JournalCommands()), arguments);
    }
}
