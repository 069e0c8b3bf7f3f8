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

/** Cold path. Reads a journal to its end, and tells what it holds and what it lacks. */
public final class JournalScan
{
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
        try (JournalReader reader = JournalReader.ofAll(files))
        {
            return scan(files, reader, Optional.empty());
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
        try (JournalReader reader = JournalReader.after(files, anchor))
        {
            return scan(files, reader, Optional.of(anchor));
        }
    }

    private static JournalReport scan(
        final JournalFiles files, final JournalReader reader, final Optional<JournalAnchor> anchor)
        throws IOException
    {
        final JournalWatch watch = new JournalWatch(files);
        final ScanCounts counts = new ScanCounts(watch.mark());
        while (reader.next())
        {
            counts.count(reader);
        }
        counts.finish();
        return watch.report(anchor, counts, reader);
    }
}
