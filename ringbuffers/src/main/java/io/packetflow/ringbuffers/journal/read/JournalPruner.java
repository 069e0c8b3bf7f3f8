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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. Removes whole segments and epochs that nobody needs to replay any more, the oldest first, so that wherever
 * it is interrupted what is left is still one piece.
 *
 * <p>What stays begins at or before the instance of a snapshot: the snapshot's checksum of that record takes the place
 * of the chain before it. Of an epoch that stays in part the first segment stays too, for what its first record says
 * about sources and schema. The writer of the newest epoch may run meanwhile: it comes back to no segment that lies
 * before a snapshot. Nothing is removed from a journal that is not sound.
 */
public final class JournalPruner
{
    private final JournalFiles files;
    private final boolean isWritten;

    /**
     * Makes one for a journal that nobody writes.
     *
     * @param files of the journal
     */
    public JournalPruner(final JournalFiles files)
    {
        this(files, false);
    }

    /**
     * Makes one.
     *
     * @param files of the journal
     * @param isWritten whether a process writes the journal meanwhile: then what it appends is not taken for damage
     */
    public JournalPruner(final JournalFiles files, final boolean isWritten)
    {
        this.files = files;
        this.isWritten = isWritten;
    }

    /**
     * Removes what lies before a snapshot.
     *
     * @param anchor instance of the oldest snapshot that is kept; its record stays, and all behind it
     * @param isDryRun whether to remove nothing and only to tell
     * @return what was removed, or why nothing was
     * @throws IOException if the file system fails; then a part may have been removed
     */
    public PruneResult prune(final JournalAnchor anchor, final boolean isDryRun) throws IOException
    {
        final JournalReport report = JournalScan.all(files, isWritten, sequence -> { });
        final String refusal = refusal(report, anchor);
        if (!refusal.isEmpty())
        {
            return new PruneResult(List.of(), 0, refusal);
        }
        final List<EpochLink> links = TailWalk.begun(EpochChain.of(files));
        if (links.isEmpty())
        {
            return new PruneResult(List.of(), 0, "");
        }
        final ReadStart keep = ReadStart.before(files, links, anchor.sequence());
        final EpochLink kept = links.get(keep.link());
        final List<String> removed = new ArrayList<>();
        long bytes = 0;
        for (final int epoch : files.epochs())
        {
            // Epochs that nobody follows go with those around them: they could only be taken for a part of the chain.
            if (epoch < kept.epoch())
            {
                bytes += removeAll(epoch, lastSegment(report, epoch), removed, isDryRun);
            }
        }
        bytes += removeBefore(kept, keep.segment(), removed, isDryRun);
        return new PruneResult(List.copyOf(removed), bytes, "");
    }

    /** Returns the last segment of an epoch that holds a record that counts; segments behind it were made ahead. */
    private static int lastSegment(final JournalReport report, final int epoch)
    {
        return report.epochs().stream().filter(found -> found.epoch() == epoch).mapToInt(EpochReport::lastSegment)
            .findFirst().orElse(JournalFiles.MAX_SEGMENTS);
    }

    private long removeAll(
        final int epoch, final int lastSegment, final List<String> removed, final boolean isDryRun)
        throws IOException
    {
        final String directory = JournalFiles.epochPath(epoch);
        final List<Integer> segments = new ArrayList<>(files.segments(epoch));
        // What is left in between must not look like an epoch that lost its records.
        segments.sort(Comparator.comparing((final Integer segment) -> segment <= lastSegment)
            .thenComparing(Comparator.naturalOrder()));
        final List<String> paths = new ArrayList<>();
        long bytes = 0;
        for (final int segment : segments)
        {
            paths.add(JournalFiles.segmentPath(epoch, segment));
            bytes += size(paths.get(paths.size() - 1));
        }
        for (final String name : files.storage().list(directory))
        {
            if (!paths.contains(directory + '/' + name))
            {
                paths.add(directory + '/' + name);
            }
        }
        paths.add(directory);
        delete(paths, "", isDryRun);
        removed.addAll(paths);
        return bytes;
    }

    private long removeBefore(
        final EpochLink link, final int keptSegment, final List<String> removed, final boolean isDryRun)
        throws IOException
    {
        final List<String> paths = new ArrayList<>();
        long bytes = 0;
        for (final int segment : link.segments())
        {
            if (segment > 0 && segment < keptSegment)
            {
                paths.add(JournalFiles.segmentPath(link.epoch(), segment));
                bytes += size(paths.get(paths.size() - 1));
            }
        }
        delete(paths, JournalFiles.epochPath(link.epoch()), isDryRun);
        removed.addAll(paths);
        return bytes;
    }

    private String refusal(final JournalReport all, final JournalAnchor anchor) throws IOException
    {
        final Optional<String> damage = damage(all);
        if (damage.isPresent())
        {
            return "a journal that is not sound is not pruned: " + damage.get();
        }
        final JournalReport needed = JournalScan.after(files, anchor);
        return needed.isAnchorFound() ? "" : "the journal does not hold the snapshot's record: " + needed.end().text();
    }

    private static Optional<String> damage(final JournalReport report)
    {
        if (report.end().kind().isOrderly() && !report.isBelowMark() && !report.isMarkMissed())
        {
            return Optional.empty();
        }
        return Optional.of(report.end().text() + (report.isBelowMark() || report.isMarkMissed() ?
            "; " + JournalFiles.MARK + " asks for sequence " + report.markedSequence() : ""));
    }

    private long size(final String path) throws IOException
    {
        try (StorageFile file = files.storage().open(path, false))
        {
            return file.size();
        }
    }

    private void delete(final List<String> paths, final String directory, final boolean isDryRun) throws IOException
    {
        if (isDryRun || paths.isEmpty())
        {
            return;
        }
        for (final String path : paths)
        {
            files.storage().delete(path);
        }
        files.storage().syncDirectory(directory);
    }
}
