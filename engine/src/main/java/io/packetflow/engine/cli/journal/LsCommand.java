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

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.ringbuffers.journal.read.JournalVerification;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal ls}: what a journal consists of. */
@Command(
    name = "ls",
    header = "List epochs, snapshots, mark, head and writer of a journal.",
    description = "Reads all of the journal, checks it as 'verify' does, and ends with a verdict in a line.",
    footer = {"", "Exit codes: 0 sound, 2 usage, 3 damaged, or no journal, 4 it cannot be read."})
final class LsCommand implements Callable<Integer>
{
    @ParentCommand
    private JournalCommand journal;

    @Parameters(paramLabel = "DIR", description = "directory of the journal")
    private Path directory;

    @Override
    public Integer call() throws IOException
    {
        final JournalView view = JournalView.open(directory);
        final JournalVerification found;
        try (ScanProgress progress = new ScanProgress(journal.terminal(), "reading", view.lastKnownSequence()))
        {
            found = view.verify(progress);
        }
        journal.terminal().out().print(new JournalListing(view, found).text());
        return found.isSound() ? ExitCode.OK : ExitCode.BAD_DATA;
    }
}
