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
package io.packetflow.ringbuffers.snapshot;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. The snapshots of a journal. A snapshot is there as a whole or not at all; before it is used every byte of
 * it is checked, and where it is not sound the one before is taken. Used by one thread at a time.
 */
public final class SnapshotStore
{
    /** The directory within the journal's. */
    public static final String DIRECTORY = "snap";
    /** So many sound snapshots stay at least: the newest may turn out not to be readable. */
    public static final int LEAST_KEPT = 2;

    /** End of the name of a file that is being written. */
    static final String TEMPORARY = ".tmp";

    private static final Pattern NAME = Pattern.compile("S-([0-9]{20})\\.pfs");
    private static final Pattern LEFT_OVER = Pattern.compile("S-[0-9]{20}\\.pfs\\.tmp");

    private final Storage storage;

    /**
     * Makes one.
     *
     * @param storage whose root is the journal's directory
     */
    public SnapshotStore(final Storage storage)
    {
        this.storage = storage;
    }

    static String name(final long sequence)
    {
        return String.format(Locale.ROOT, "S-%020d.pfs", sequence);
    }

    /**
     * Returns the path of a snapshot.
     *
     * @param sequence of its instance
     * @return path within the journal's directory
     */
    public static String path(final long sequence)
    {
        return DIRECTORY + '/' + name(sequence);
    }

    /** Returns the sequences of all snapshots, newest first, sound or not. */
    public List<Long> sequences() throws IOException
    {
        final List<Long> sequences = new ArrayList<>();
        for (final String file : names())
        {
            final Matcher matcher = NAME.matcher(file);
            if (matcher.matches() && matcher.group(1).compareTo(String.valueOf(Long.MAX_VALUE)) <= 0)
            {
                sequences.add(Long.parseLong(matcher.group(1)));
            }
        }
        sequences.sort(Collections.reverseOrder());
        return sequences;
    }

    private List<String> names() throws IOException
    {
        return storage.exists(DIRECTORY) ? storage.list(DIRECTORY) : List.of();
    }

    /**
     * Begins to write a snapshot, in steps that the caller takes.
     *
     * @param subject of which it is; its instance is durable in the journal
     * @param payload memory that holds the state and does not change until the last step
     * @param payloadOffset of the state's first byte
     * @param payloadBytes length of the state
     * @return a writer before its first step
     * @throws IOException if the file cannot be made
     */
    public SnapshotWriter writer(
        final SnapshotSubject subject, final Slab payload, final long payloadOffset, final long payloadBytes)
        throws IOException
    {
        if (subject.sequence() < 0 || payloadBytes < 0 || payloadBytes > SnapshotHeader.MAX_PAYLOAD_BYTES ||
            (payloadBytes > 0 && (payloadOffset < 0 || payloadBytes > payload.capacity() - payloadOffset)))
        {
            throw new IllegalArgumentException("a snapshot is of a range of its slab: sequence=" +
                subject.sequence() + " payloadOffset=" + payloadOffset + " payloadBytes=" + payloadBytes);
        }
        if (!storage.exists(DIRECTORY))
        {
            storage.createDirectory(DIRECTORY);
            storage.syncDirectory("");
        }
        return new SnapshotWriter(storage, DIRECTORY, subject, payload, payloadOffset, payloadBytes);
    }

    /**
     * Writes a snapshot at once.
     *
     * @param subject of which it is; its instance is durable in the journal
     * @param payload memory that holds the state
     * @param payloadOffset of the state's first byte
     * @param payloadBytes length of the state
     * @throws IOException if it cannot be written; then there is no such snapshot
     */
    public void write(
        final SnapshotSubject subject, final Slab payload, final long payloadOffset, final long payloadBytes)
        throws IOException
    {
        try (SnapshotWriter writer = writer(subject, payload, payloadOffset, payloadBytes))
        {
            boolean isMore = true;
            while (isMore)
            {
                isMore = writer.step();
            }
        }
    }

    /**
     * Checks every byte of a snapshot.
     *
     * @param sequence of its instance
     * @return why it is not sound; empty if it is
     * @throws IOException if the file system fails
     */
    public Optional<SnapshotRefusal> check(final long sequence) throws IOException
    {
        final String path = path(sequence);
        try
        {
            new SnapshotCheck(storage, path, sequence).verify();
            return Optional.empty();
        }
        catch (final UnsoundException e)
        {
            return Optional.of(new SnapshotRefusal(path, e.getMessage()));
        }
    }

    /**
     * Loads the newest snapshot that is sound.
     *
     * @param arena that gives the memory for its payload
     * @return the snapshot, and those that were passed over
     * @throws IOException if the file system fails
     */
    public SnapshotChoice newest(final Arena arena) throws IOException
    {
        return newest(arena, Long.MAX_VALUE);
    }

    /**
     * Loads the newest snapshot that is sound and not behind an instance.
     *
     * @param arena that gives the memory for its payload
     * @param mostSequence of the instance, such as the one before a snapshot that the journal does not know
     * @return the snapshot, and those that were passed over
     * @throws IOException if the file system fails
     */
    public SnapshotChoice newest(final Arena arena, final long mostSequence) throws IOException
    {
        final List<SnapshotRefusal> refused = new ArrayList<>();
        for (final long sequence : sequences())
        {
            if (sequence <= mostSequence)
            {
                final SnapshotCheck check = new SnapshotCheck(storage, path(sequence), sequence);
                try
                {
                    check.verify();
                    return new SnapshotChoice(Optional.of(check.load(arena)), List.copyOf(refused));
                }
                catch (final UnsoundException e)
                {
                    refused.add(new SnapshotRefusal(check.path(), e.getMessage()));
                }
            }
        }
        return new SnapshotChoice(Optional.empty(), List.copyOf(refused));
    }

    /**
     * Finds the oldest of the newest sound snapshots: the journal behind it must stay.
     *
     * @param kept how many count, {@link #LEAST_KEPT} or more
     * @return what it is of; empty if there are not so many sound ones
     * @throws IOException if the file system fails
     */
    public Optional<SnapshotSubject> oldestOf(final int kept) throws IOException
    {
        requireKept(kept);
        int sound = 0;
        for (final long sequence : sequences())
        {
            final Optional<SnapshotSubject> subject = subject(sequence);
            sound += subject.isPresent() ? 1 : 0;
            if (sound == kept)
            {
                return subject;
            }
        }
        return Optional.empty();
    }

    /**
     * Tells of what a snapshot is; checks every byte of it.
     *
     * @param sequence of its instance
     * @return what it is of; empty if it is not sound, and {@link #check} tells why
     * @throws IOException if the file system fails
     */
    public Optional<SnapshotSubject> subject(final long sequence) throws IOException
    {
        try
        {
            return Optional.of(new SnapshotCheck(storage, path(sequence), sequence).verify().subject());
        }
        catch (final UnsoundException e)
        {
            // It stays as evidence and does not count; check() tells why.
            return Optional.empty();
        }
    }

    /**
     * Removes the snapshots that are older than the newest sound ones, and what an interrupted writer left behind. Not
     * while a writer is between two steps.
     *
     * @param kept how many sound ones stay, {@link #LEAST_KEPT} or more
     * @param isDryRun whether to remove nothing and only to tell
     * @return paths of what is removed
     * @throws IOException if the file system fails
     */
    public List<String> prune(final int kept, final boolean isDryRun) throws IOException
    {
        requireKept(kept);
        final List<String> removed = new ArrayList<>();
        for (final String file : names())
        {
            if (LEFT_OVER.matcher(file).matches())
            {
                removed.add(DIRECTORY + '/' + file);
            }
        }
        final Optional<SnapshotSubject> oldest = oldestOf(kept);
        for (final long sequence : sequences())
        {
            if (oldest.isPresent() && sequence < oldest.get().sequence())
            {
                removed.add(path(sequence));
            }
        }
        if (!isDryRun && !removed.isEmpty())
        {
            for (final String path : removed)
            {
                storage.delete(path);
            }
            storage.syncDirectory(DIRECTORY);
        }
        return removed;
    }

    private static void requireKept(final int kept)
    {
        if (kept < LEAST_KEPT)
        {
            throw new IllegalArgumentException("at least " + LEAST_KEPT + " snapshots stay: kept=" + kept);
        }
    }
}
