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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.append.JournalGate;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;

/**
 * Cold path. Watches from outside how far the journal of another process has come, through the mapped words of its
 * newest epoch.
 */
final class JournalEye implements AutoCloseable
{
    private final Path directory;
    private final DirectoryStorage storage;
    private final JournalFiles files;
    private final Durability mode;
    private final int lastEpoch;
    private int newestEpoch;
    private StorageFile file;
    private Slab words;
    private JournalGate gate;

    /**
     * Begins to watch.
     *
     * @param directory of the journal, which need not be there yet
     * @param mode of the journal
     * @param lastEpoch highest number that was taken before the process was started
     */
    JournalEye(final Path directory, final Durability mode, final int lastEpoch)
    {
        this.directory = directory;
        this.storage = new DirectoryStorage(directory);
        this.files = new JournalFiles(storage);
        this.mode = mode;
        this.lastEpoch = lastEpoch;
    }

    /** Looks for the epoch that the process begins, until it is there. */
    void look() throws IOException
    {
        if (gate != null || !storage.exists(""))
        {
            return;
        }
        final List<Integer> epochs = files.epochs();
        newestEpoch = epochs.isEmpty() ? 0 : epochs.get(epochs.size() - 1);
        if (hasNewEpoch() && files.head(newestEpoch).isPresent())
        {
            file = storage.open(JournalFiles.headPath(newestEpoch), false);
            words = file.map();
            gate = new JournalGate(words, mode.isWritten() ? HeadLayout.DURABLE_SEQUENCE :
                HeadLayout.APPENDED_SEQUENCE);
        }
    }

    /** Returns whether the process has made the directory of its epoch. */
    boolean hasNewEpoch()
    {
        return newestEpoch > lastEpoch;
    }

    /** Returns up to which instance outputs may have left; 0 before the epoch begins. */
    long acknowledged()
    {
        return gate == null ? 0 : gate.sequence();
    }

    /** Returns up to which instance the process has appended; 0 before the epoch begins. */
    long appended()
    {
        return words == null ? 0 : words.getLongAcquire(HeadLayout.APPENDED_SEQUENCE);
    }

    /** Returns how many bytes of the epoch were appended, or are on the disk. */
    long position(final boolean isBySync)
    {
        return words == null ? 0 : words.getLongAcquire(isBySync && mode.isWritten() ? HeadLayout.DURABLE_POSITION :
            HeadLayout.APPENDED_POSITION);
    }

    /** Returns the names of the snapshots, with those that are being written. */
    List<String> snapshots() throws IOException
    {
        return storage.exists(SnapshotStore.DIRECTORY) ? storage.list(SnapshotStore.DIRECTORY) : List.of();
    }

    /** Returns whether a process has the lock of the journal. */
    boolean isLockedBy(final long pid) throws IOException
    {
        try
        {
            return Files.readString(directory.resolve("lock"), StandardCharsets.UTF_8).contains("pid=" + pid + "\n");
        }
        catch (final NoSuchFileException e)
        {
            return false;
        }
    }

    @Override
    public void close() throws IOException
    {
        if (file != null)
        {
            file.close();
        }
    }
}
