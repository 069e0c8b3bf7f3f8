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
package io.packetflow.tuning.doctor.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.tuning.doctor.host.DiskUsage;

/** Cold path. Whether the segments of the journal's epoch have their blocks before anything is appended to them. */
final class PreallocationCheck
{
    private static final int MOST_SEGMENTS = 64;

    private PreallocationCheck()
    {
    }

    static Finding examine(final Examination host)
    {
        if (host.journal().isEmpty() || !host.files().isLive())
        {
            return Finding.skipped(host.journal().isEmpty() ?
                "no directory of a journal named; use --journal DIR" : "a capture has no files of a journal");
        }
        final Path directory = host.journal().get();
        if (!Files.isDirectory(directory))
        {
            return Finding.skipped("no journal in " + directory + " yet");
        }
        try
        {
            final List<Path> segments = lastSegments(directory);
            return segments.isEmpty() ? Finding.skipped("no journal in " + directory + " yet") :
                judge(DiskUsage.of(segments));
        }
        catch (final IOException e)
        {
            return Finding.unknown("cannot ask for the blocks of " + directory + ": " + e.getMessage());
        }
    }

    private static List<Path> lastSegments(final Path directory) throws IOException
    {
        final JournalFiles files = new JournalFiles(new DirectoryStorage(directory));
        final OptionalInt epoch = files.current();
        final List<Path> paths = new ArrayList<>();
        if (epoch.isPresent())
        {
            final List<Integer> segments = files.segments(epoch.getAsInt());
            segments.subList(Math.max(0, segments.size() - MOST_SEGMENTS), segments.size())
                .forEach(segment -> paths.add(directory.resolve(JournalFiles.segmentPath(epoch.getAsInt(), segment))));
        }
        return paths;
    }

    private static Finding judge(final List<DiskUsage> segments)
    {
        final List<String> sparse = segments.stream().filter(usage -> usage.allocatedBytes() < usage.sizeBytes())
            .map(usage -> usage.file().getFileName() + " " + (usage.allocatedBytes() >> 10) + " of " +
                (usage.sizeBytes() >> 10) + " KiB").toList();
        return Finding.of(sparse.isEmpty(), sparse.isEmpty() ?
            "all blocks of the last " + segments.size() + " segments are on the disk" :
            "without all their blocks: " + Shapes.some(sparse, 5));
    }
}
