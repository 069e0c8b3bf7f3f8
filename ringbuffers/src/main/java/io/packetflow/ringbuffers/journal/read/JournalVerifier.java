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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cold path. Reads every record of a journal that nobody writes, and names what is damaged and where. */
public final class JournalVerifier
{
    private JournalVerifier()
    {
    }

    /**
     * Verifies a journal.
     *
     * @param files of the journal
     * @param boot of the present; empty if the files were copied from another host
     * @return what was found
     * @throws IOException if the file system fails
     */
    public static JournalVerification verify(final JournalFiles files, final Optional<BootId> boot)
        throws IOException
    {
        return judge(JournalScan.all(files), boot);
    }

    /**
     * Judges what a scan of everything found.
     *
     * @param report of the scan
     * @param boot of the present; empty if the files were copied from another host, or if a process writes the journal,
     *     as its head goes on meanwhile
     * @return what was found
     */
    public static JournalVerification judge(final JournalReport report, final Optional<BootId> boot)
    {
        final List<String> damages = new ArrayList<>();
        if (!report.end().kind().isOrderly())
        {
            damages.add(report.end().text());
        }
        final Optional<MissingSegment> missing = report.missingSegment().filter(segment -> !segment.mayBePruned());
        if (missing.isPresent())
        {
            damages.add(missing.get().text() + "; restore that file from a copy");
        }
        else if (report.end().kind().isOrderly() && isCurrentMissing(report))
        {
            damages.add(JournalFiles.CURRENT + " names epoch " + report.current().getAsInt() +
                ", of which there is no record; restore the files from a copy");
        }
        if (report.isBelowMark())
        {
            damages.add("sequences " + (report.lastSequence() + 1) + " to " + report.markedSequence() +
                " are missing: they were durable by " + JournalFiles.MARK + "; restore the files from a copy");
        }
        if (boot.isPresent() && report.isBelowHead(boot.get()))
        {
            damages.add("sequences " + (report.lastSequence() + 1) + " to " + report.headSequence() +
                " are missing: they were in the files by the epoch's head; restore the files from a copy");
        }
        if (report.isMarkMissed())
        {
            damages.add("the record of sequence " + report.markedSequence() + " is not the one that " +
                JournalFiles.MARK + " names; restore both from one copy");
        }
        return new JournalVerification(report, List.copyOf(damages), report.remarks());
    }

    private static boolean isCurrentMissing(final JournalReport report)
    {
        return report.current().orElse(0) > report.epochs().stream().mapToInt(EpochReport::epoch).max().orElse(0);
    }
}
