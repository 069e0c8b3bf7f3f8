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
import java.util.Optional;
import java.util.function.LongConsumer;

/** Cold path. Reads a journal to its end, and tells what it holds and what it lacks. */
public final class JournalScan
{
    /** Of so many records one is told of. */
    private static final int PROGRESS_MASK = (1 << 16) - 1;

    private JournalScan()
    {
    }

    /**
     * Scans everything that is there.
     *
     * @param files of the journal
     * @return what was found
     * @throws IOException if the file system fails
     */
    public static JournalReport all(final JournalFiles files) throws IOException
    {
        return all(files, false, sequence -> { });
    }

    /**
     * Scans everything that is there, and tells how far it is.
     *
     * @param files of the journal
     * @param isWritten whether a process writes the journal meanwhile: then what it appends is no damage
     * @param progress told a sequence now and then
     * @return what was found
     * @throws IOException if the file system fails
     */
    public static JournalReport all(final JournalFiles files, final boolean isWritten, final LongConsumer progress)
        throws IOException
    {
        // The small files first: what they ask for is there by the time the records are read.
        final JournalWatch watch = new JournalWatch(files);
        try (JournalReader reader = JournalReader.from(files, 0, isWritten))
        {
            return scan(watch, reader, Optional.empty(), progress);
        }
    }

    /**
     * Scans what recovery will replay.
     *
     * @param files of the journal
     * @param anchor instance of the snapshot, or the beginning
     * @return what was found behind it
     * @throws IOException if the file system fails
     */
    public static JournalReport after(final JournalFiles files, final JournalAnchor anchor) throws IOException
    {
        return after(files, anchor, false);
    }

    /**
     * Scans the same of a journal that a process may write meanwhile.
     *
     * @param files of the journal
     * @param anchor instance of the snapshot, or the beginning
     * @param isWritten whether a process writes it: then what it appends is no damage
     * @return what was found behind it
     * @throws IOException if the file system fails
     */
    public static JournalReport after(final JournalFiles files, final JournalAnchor anchor, final boolean isWritten)
        throws IOException
    {
        final JournalWatch watch = new JournalWatch(files);
        try (JournalReader reader = JournalReader.after(files, anchor, isWritten))
        {
            return scan(watch, reader, Optional.of(anchor), sequence -> { });
        }
    }

    private static JournalReport scan(
        final JournalWatch watch,
        final JournalReader reader,
        final Optional<JournalAnchor> anchor,
        final LongConsumer progress) throws IOException
    {
        final ScanCounts counts = new ScanCounts(watch.mark());
        long records = 0;
        while (reader.next())
        {
            counts.count(reader);
            if ((++records & PROGRESS_MASK) == 0)
            {
                progress.accept(reader.cursor().sequence());
            }
        }
        counts.finish();
        return watch.report(anchor, counts, reader);
    }
}
