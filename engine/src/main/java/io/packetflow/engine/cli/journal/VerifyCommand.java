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
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.ringbuffers.journal.read.JournalVerification;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalDirectoryException;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Cold path. {@code packetflow journal verify}: whether all is there and whole. */
@Command(
    name = "verify",
    header = "Check every record and every snapshot of a journal.",
    description = {
        "Reads every byte that counts, holds it against the checksums, the mark and the head, and names each damage " +
            "with its place and its remedy.",
        "May run beside the engine: then it checks what had been written when it began."},
    footer = {"", "Exit codes: 0 sound, 2 usage, 3 damaged, or no journal, 4 it cannot be read."})
final class VerifyCommand implements Callable<Integer>
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
        try (ScanProgress progress = new ScanProgress(journal.terminal(), "verifying", view.lastKnownSequence()))
        {
            found = view.verify(progress);
        }
        final List<String> damages = new ArrayList<>(found.damages());
        if (damages.isEmpty() && !view.isWritten())
        {
            checkDirectory(damages);
        }
        final int sound = checkSnapshots(view, damages);
        final PrintWriter out = journal.terminal().out();
        found.remarks().forEach(remark -> out.println("remark: " + remark));
        damages.forEach(damage -> out.println("damaged: " + damage));
        if (damages.isEmpty())
        {
            out.println("sound: " + JournalListing.summary(found.report(), view.isWritten()) + "; " + sound +
                (sound == 1 ? " snapshot" : " snapshots"));
        }
        return damages.isEmpty() ? ExitCode.OK : ExitCode.BAD_DATA;
    }

    /** What no record tells, and a start would refuse. */
    private void checkDirectory(final List<String> damages) throws IOException
    {
        try
        {
            JournalDirectory.check(directory);
        }
        catch (final JournalDirectoryException e)
        {
            if (e.isDamage())
            {
                damages.add(e.getMessage());
            }
        }
    }

    private static int checkSnapshots(final JournalView view, final List<String> damages) throws IOException
    {
        final SnapshotStore store = new SnapshotStore(view.files().storage());
        int sound = 0;
        for (final long sequence : store.sequences())
        {
            sound += isSound(store, sequence, damages) ? 1 : 0;
        }
        return sound;
    }

    private static boolean isSound(final SnapshotStore store, final long sequence, final List<String> damages)
        throws IOException
    {
        try
        {
            return store.check(sequence)
                .map(refusal -> damages.add(refusal + "; recovery takes the snapshot before, so remove this one"))
                .isEmpty();
        }
        catch (final NoSuchFileException e)
        {
            // A running engine has written a newer one meanwhile, and this one is not kept any more.
            return false;
        }
    }
}
