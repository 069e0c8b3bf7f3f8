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
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. The queues of a journal, {@code queue/e0000012-001} and so on, by strict names. Nothing here removes one:
 * a queue that nobody reads any more may be deleted by hand, with all of its directory.
 */
public final class QueueDirectories
{
    /** The directory of the queues within that of the journal. */
    public static final String ROOT = "queue";

    private static final String DIRECTORY_MODE = "rwx------";

    private final DirectoryStorage storage;

    /**
     * Makes one; touches nothing yet.
     *
     * @param journal directory of the journal
     */
    public QueueDirectories(final Path journal)
    {
        this.storage = new DirectoryStorage(journal);
    }

    /** Returns the queues that are there, by epoch and start. */
    public List<QueueName> all() throws IOException
    {
        final List<QueueName> names = new ArrayList<>();
        if (storage.exists(ROOT))
        {
            storage.list(ROOT).forEach(name -> QueueName.parse(name).ifPresent(names::add));
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
        return storage.root().resolve(ROOT).resolve(name.toString());
    }

    /** Makes the directory of the next follower of an epoch, for its owner alone. */
    QueueName make(final int epoch) throws IOException
    {
        if (!storage.exists(ROOT))
        {
            storage.createDirectory(ROOT);
        }
        requirePrivate(storage.root().resolve(ROOT));
        final int start = newest(epoch).map(QueueName::start).orElse(0) + 1;
        if (start > QueueName.MAX_STARTS)
        {
            throw new IOException("epoch " + epoch + " has " + QueueName.MAX_STARTS + " queues in " +
                storage.root().resolve(ROOT) + ", and no more names are left; delete those that nobody reads");
        }
        final QueueName name = new QueueName(epoch, start);
        storage.createDirectory(ROOT + '/' + name);
        return name;
    }

    private static void requirePrivate(final Path root) throws IOException
    {
        final String mode = PosixFilePermissions.toString(
            Files.getPosixFilePermissions(root, LinkOption.NOFOLLOW_LINKS));
        if (!Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS) || !mode.equals(DIRECTORY_MODE))
        {
            throw new FileSystemException(root.toString(), null,
                "is no directory that its owner alone can enter (" + mode + "); if nobody else wrote to it: chmod 700");
        }
    }

    DirectoryStorage storage()
    {
        return storage;
    }
}
