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
package io.packetflow.latency.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

/**
 * Cold path. A journal that is measured, and thrown away unless it is kept. It lies below the working directory, which
 * is on a disk where the temporary directory may be memory. Its segments are long, and the second one is made before
 * anything is measured: who sends no more than fits into them measures the append, and not the zeros that are written
 * for the next segment.
 */
public final class MeasuredJournal implements AutoCloseable
{
    private static final long SEGMENT_BYTES = 256L << 20;

    private final Path directory;
    private final Durability durability;
    private final boolean isKept;
    private final JournalSettings settings;

    /**
     * Makes a directory for it.
     *
     * @param durability of the journal
     */
    public MeasuredJournal(final Durability durability)
    {
        this.durability = durability;
        this.isKept = false;
        this.settings = JournalSettings.ofSegments(SEGMENT_BYTES);
        try
        {
            this.directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-journal-");
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException("a journal cannot be made in the working directory", e);
        }
    }

    private MeasuredJournal(final Path directory, final Durability durability)
    {
        this.directory = directory;
        this.durability = durability;
        this.isKept = true;
        this.settings = JournalSettings.defaults();
    }

    /**
     * A journal that is left behind, with segments as in production.
     *
     * @param directory of it, new or with a journal
     * @param durability of the journal
     * @return the journal
     */
    static MeasuredJournal kept(final Path directory, final Durability durability)
    {
        return new MeasuredJournal(directory, durability);
    }

    /** Returns what the engine is to be given. */
    public JournalOptions options()
    {
        return JournalOptions.of(directory, durability).withSettings(settings);
    }

    /** Waits until the segment behind the first one is ready. */
    public void awaitSegmentAhead()
    {
        SegmentAhead.await(directory);
    }

    @Override
    public void close() throws IOException
    {
        if (isKept)
        {
            return;
        }
        try (Stream<Path> all = Files.walk(directory))
        {
            final List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (final Path path : deepestFirst)
            {
                Files.delete(path);
            }
        }
    }
}
