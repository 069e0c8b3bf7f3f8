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
package io.packetflow.ringbuffers.journal.queue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The queues of one journal, {@code e0000012-001} and so on, by strict names, in a directory that holds
 * nothing else: {@code queue} in the journal, or one elsewhere, so that they need not take the room of its disk.
 * Nothing here removes one: a queue that nobody reads any more may be deleted by hand, with all of its directory.
 */
public final class QueueDirectories
{
    /** The directory of the queues within that of the journal. */
    public static final String ROOT = "queue";
    /** Says whose queues they are: epochs of two journals have the same numbers. */
    static final String OWNER = "JOURNAL";

    private static final String DIRECTORY_MODE = "rwx------";
    private static final int MAX_OWNER_BYTES = 4096;

    private final DirectoryStorage storage;

    private QueueDirectories(final Path root)
    {
        this.storage = new DirectoryStorage(root);
    }

    /**
     * Names the queues in a directory; touches nothing yet.
     *
     * @param root that holds them
     * @return the queues
     */
    public static QueueDirectories at(final Path root)
    {
        return new QueueDirectories(root);
    }

    /**
     * Names the queues that lie within a journal; touches nothing yet.
     *
     * @param journal its directory
     * @return the queues
     */
    public static QueueDirectories ofJournal(final Path journal)
    {
        return new QueueDirectories(journal.resolve(ROOT));
    }

    /** Returns the directory that holds the queues. */
    public Path root()
    {
        return storage.root();
    }

    /**
     * Returns the queues that are there, by epoch and start.
     *
     * @return their names
     * @throws IOException if the directory cannot be read
     */
    public List<QueueName> all() throws IOException
    {
        final List<QueueName> names = new ArrayList<>();
        if (Files.exists(root(), LinkOption.NOFOLLOW_LINKS))
        {
            storage.list("").forEach(name -> QueueName.parse(name).ifPresent(names::add));
        }
        names.sort(null);
        return names;
    }

    /**
     * Finds the queue of an epoch that was started last, which holds or will hold all that those before it hold.
     *
     * @param epoch of the journal
     * @return its name, empty if the epoch has none
     * @throws IOException if the directory cannot be read
     */
    public Optional<QueueName> newest(final int epoch) throws IOException
    {
        return all().stream().filter(name -> name.epoch() == epoch).reduce((earlier, later) -> later);
    }

    /**
     * Returns where a queue is.
     *
     * @param name of the queue
     * @return its directory
     */
    public Path path(final QueueName name)
    {
        return storage.root().resolve(name.toString());
    }

    /**
     * Makes the directory if there is none, for its owner alone, and takes it for a journal; may be called again.
     *
     * @param journal directory of the journal, which is there
     * @throws IOException if it holds anything but the queues of that journal, is open to others, lies where a journal
     *                     has other things, or cannot be made: cause, place and remedy
     */
    public void claim(final Path journal) throws IOException
    {
        final String owner = journal.toRealPath().toString();
        requireOutside(Path.of(owner));
        if (!Files.exists(root(), LinkOption.NOFOLLOW_LINKS))
        {
            makeRoot();
        }
        requirePrivate();
        for (final String name : storage.list(""))
        {
            if (!name.equals(OWNER) && QueueName.parse(name).isEmpty())
            {
                throw new FileSystemException(root().toString(), null, "holds something that is no queue: " + name +
                    "; name an empty directory, or one that is not there yet");
            }
        }
        takeFor(owner);
    }

    private void makeRoot() throws IOException
    {
        try
        {
            Files.createDirectory(root(), PosixFilePermissions.asFileAttribute(
                PosixFilePermissions.fromString(DIRECTORY_MODE)));
        }
        catch (final AccessDeniedException e)
        {
            throw new FileSystemException(
                root().toString(), null, "cannot be made: permission denied; let this user write there");
        }
    }

    private void takeFor(final String owner) throws IOException
    {
        final String found = storage.exists(OWNER) ? owner() : "";
        if (found.isEmpty())
        {
            writeOwner(owner);
        }
        else if (!found.equals(owner))
        {
            throw new FileSystemException(root().toString(), null, "holds the queues of the journal " + found +
                ", not of " + owner + "; name another directory; if it is the same journal in another place, " +
                "delete the file " + OWNER + " in it");
        }
    }

    /** A journal takes nothing in it but its own, and would refuse the next start. */
    private void requireOutside(final Path journal) throws IOException
    {
        final Path parent = root().getParent();
        if (parent == null || !Files.exists(parent))
        {
            throw new NoSuchFileException(root().toString(), null, "cannot be made: there is no directory " + parent);
        }
        final Path real = parent.toRealPath().resolve(root().getFileName());
        if (real.startsWith(journal) && !real.equals(journal.resolve(ROOT)))
        {
            throw new FileSystemException(root().toString(), null,
                "lies within the journal, where queues have the directory " + journal.resolve(ROOT) +
                "; name that one, or one elsewhere");
        }
    }

    private String owner() throws IOException
    {
        try (StorageFile file = storage.open(OWNER, false); Arena arena = new Arena(HugePages.OFF))
        {
            final int length = (int)Math.min(file.size(), MAX_OWNER_BYTES);
            final Slab slab = arena.allocate(MAX_OWNER_BYTES, Long.BYTES);
            file.read(0, slab, 0, length);
            final byte[] bytes = new byte[length];
            slab.getBytes(0, bytes, 0, length);
            return new String(bytes, StandardCharsets.UTF_8).strip();
        }
    }

    private void writeOwner(final String owner) throws IOException
    {
        if (storage.exists(OWNER))
        {
            // Empty: its maker died.
            storage.delete(OWNER);
        }
        final byte[] bytes = (owner + '\n').getBytes(StandardCharsets.UTF_8);
        try (StorageFile file = storage.create(OWNER, 0); Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(bytes.length, Long.BYTES);
            slab.putBytes(0, bytes, 0, bytes.length);
            file.write(0, slab, 0, bytes.length);
        }
    }

    /** Makes the directory of the next follower of an epoch, for its owner alone. */
    QueueName make(final int epoch) throws IOException
    {
        requirePrivate();
        final int start = newest(epoch).map(QueueName::start).orElse(0) + 1;
        if (start > QueueName.MAX_STARTS)
        {
            throw new IOException("epoch " + epoch + " has " + QueueName.MAX_STARTS + " queues in " + root() +
                ", and no more names are left; delete those that nobody reads");
        }
        final QueueName name = new QueueName(epoch, start);
        storage.createDirectory(name.toString());
        return name;
    }

    private void requirePrivate() throws IOException
    {
        final String mode = PosixFilePermissions.toString(
            Files.getPosixFilePermissions(root(), LinkOption.NOFOLLOW_LINKS));
        if (!Files.isDirectory(root(), LinkOption.NOFOLLOW_LINKS) || !mode.equals(DIRECTORY_MODE))
        {
            throw new FileSystemException(root().toString(), null,
                "is no directory that its owner alone can enter (" + mode + "); if nobody else wrote to it: chmod 700");
        }
    }

    DirectoryStorage storage()
    {
        return storage;
    }
}
