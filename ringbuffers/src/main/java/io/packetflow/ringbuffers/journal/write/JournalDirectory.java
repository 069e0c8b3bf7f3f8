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
package io.packetflow.ringbuffers.journal.write;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Instant;

import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. A journal's directory as its writer, or a standby that will be one, has it: validated, locked or not, with
 * the epoch that counts. Used by one thread at a time.
 */
public final class JournalDirectory implements AutoCloseable
{
    private final Storage storage;
    private final WriterIdentity writer;
    private final WriterLock lock;
    private final Check check;
    private int currentEpoch;
    private boolean isFencing;

    private JournalDirectory(
        final Storage storage, final WriterIdentity writer, final WriterLock lock, final Check check)
        throws IOException
    {
        this.storage = storage;
        this.writer = writer;
        this.lock = lock;
        this.check = check;
        validate();
    }

    /**
     * Opens a directory, or makes it where there is none, and checks that it is a journal's and nobody else's: owned by
     * this user, mode 0700, no symbolic links, no names that a journal does not have.
     *
     * @param root of the journal
     * @return the directory, not locked
     * @throws JournalDirectoryException that names cause, place and remedy
     * @throws IOException if the host cannot tell who this process is
     */
    public static JournalDirectory open(final Path root) throws IOException
    {
        final Path path = root.toAbsolutePath().normalize();
        DirectoryCheck.makeIfAbsent(path);
        return new JournalDirectory(new DirectoryStorage(path), WriterIdentity.ofThisProcess(),
            new OsWriterLock(path.resolve(JournalNames.LOCK)), () -> DirectoryCheck.check(path));
    }

    /**
     * Checks a directory as {@link #open(Path)} does, and changes nothing; for tools that say what a start would say.
     *
     * @param root of the journal, which is there
     * @throws JournalDirectoryException that names cause, place and remedy
     * @throws IOException if it cannot be read
     */
    public static void check(final Path root) throws IOException
    {
        final Path path = root.toAbsolutePath().normalize();
        DirectoryCheck.check(path);
        CurrentEpoch.read(new DirectoryStorage(path));
    }

    /**
     * Opens a directory of another storage.
     *
     * @param storage that holds it
     * @param writer who this is
     * @param lock that keeps it to one writer
     * @return the directory, not locked
     * @throws JournalDirectoryException if a part of it is missing or damaged, or does not belong there
     * @throws IOException if it cannot be read
     */
    public static JournalDirectory open(final Storage storage, final WriterIdentity writer, final WriterLock lock)
        throws IOException
    {
        return new JournalDirectory(storage, writer, lock, () -> requireOwnNames(storage));
    }

    private static void requireOwnNames(final Storage storage) throws IOException
    {
        for (final String name : storage.list(""))
        {
            if (!JournalNames.isFile(name) && !JournalNames.isDirectory(name))
            {
                throw new JournalDirectoryException("the directory holds something that is no journal's: " + name +
                    " in " + storage + "; name an empty directory, or move it away if it does not belong here");
            }
        }
    }

    private void validate() throws IOException
    {
        check.run();
        currentEpoch = CurrentEpoch.read(storage);
    }

    /**
     * Takes the lock, and reads again which epoch counts.
     *
     * @throws JournalLockedException that names the owner
     * @throws IOException if the lock cannot be tried, or the directory is no longer sound
     */
    public void lock() throws IOException
    {
        Interrupts.heldBack(() ->
        {
            if (!lock.tryAcquire())
            {
                throw new JournalLockedException(storage.toString(), lock.owner());
            }
            return onLocked();
        });
    }

    /**
     * Takes the lock if nobody has it, and reads again which epoch counts.
     *
     * @return whether this object has it now
     * @throws IOException if the lock cannot be tried, or the directory is no longer sound
     */
    public boolean tryLock() throws IOException
    {
        return Interrupts.heldBack(() -> lock.tryAcquire() && onLocked());
    }

    /**
     * Takes the lock when its owner gives it up or dies; for the helper thread of a standby. Reads again afterwards
     * which epoch counts.
     *
     * @throws IOException if the lock cannot be had, or the directory is no longer sound
     * @throws InterruptedException if the thread was interrupted; the lock is not taken
     */
    public void lockBlocking() throws IOException, InterruptedException
    {
        lock.acquire();
        Interrupts.heldBack(this::onLocked);
    }

    /**
     * Goes on without the lock: its owner stands still, could not be killed, and was fenced, so that it halts by itself
     * when it wakes up. Leaves a line in {@code audit.log}. Reads again which epoch counts.
     *
     * @param owner that was fenced
     * @throws IOException if the directory is no longer sound, or the line is not on the disk
     */
    public void lockFenced(final String owner) throws IOException
    {
        Interrupts.heldBack(() ->
        {
            validate();
            LastRecordSeal.of(storage, currentEpoch, writer);
            AuditLog.add(storage, Instant.now(), writer, currentEpoch, "took over from a fenced writer: " + owner);
            isFencing = true;
            return true;
        });
    }

    /**
     * Goes on without the lock: its owner was killed and fenced, none of its threads comes back to its code, and the
     * kernel is still giving its memory back. Reads again which epoch counts.
     *
     * @throws IOException if the directory is no longer sound
     */
    public void lockDying() throws IOException
    {
        Interrupts.heldBack(() ->
        {
            validate();
            LastRecordSeal.of(storage, currentEpoch, writer);
            isFencing = true;
            return true;
        });
    }

    /**
     * Takes the lock that a fenced writer has left meanwhile, so that whoever restarts it does not get it.
     *
     * @return whether this object has the lock
     * @throws IOException if the lock cannot be tried
     */
    public boolean lockBehindFenced() throws IOException
    {
        return lock.isHeld() || (isFencing && Interrupts.heldBack(() ->
        {
            final boolean isFree = lock.tryAcquire();
            if (isFree)
            {
                lock.describe(writer.describe(currentEpoch));
            }
            return isFree;
        }));
    }

    /**
     * Brings to the disk what all epochs hold, before anything is promised on top of it that a power cut must not take:
     * the process that died may have synced less than can be read now.
     *
     * @throws IOException if something cannot be synced: then nothing may be promised
     */
    public void syncRecords() throws IOException
    {
        Interrupts.heldBack(() ->
        {
            EarlierEpochs.sync(storage, Integer.MAX_VALUE);
            return true;
        });
    }

    private boolean onLocked() throws IOException
    {
        try
        {
            validate();
            LastRecordSeal.of(storage, currentEpoch, writer);
            lock.describe(writer.describe(currentEpoch));
            return true;
        }
        catch (final IOException e)
        {
            lock.release();
            throw e;
        }
    }

    /** Returns whether this object has the lock, or has fenced off who has it. */
    public boolean isLocked()
    {
        return isFencing || lock.isHeld();
    }

    /** Returns what the lock says about its owner, or the last one, in lines of {@code key=value}. */
    public String owner()
    {
        return lock.owner();
    }

    /** Returns the files; readers of this directory use them too. */
    public Storage storage()
    {
        return storage;
    }

    /** Returns who this is. */
    public WriterIdentity writer()
    {
        return writer;
    }

    /** Returns the newest epoch that counts, 0 if there is none. Directories above it were never begun. */
    public int currentEpoch()
    {
        return currentEpoch;
    }

    /**
     * Returns the epoch that is begun next: above every directory that is there, begun or not.
     *
     * @return the epoch, from 1 up
     * @throws IOException if the directory cannot be read
     */
    public int nextEpoch() throws IOException
    {
        int last = currentEpoch;
        for (final String name : storage.list(""))
        {
            if (JournalNames.EPOCH.matcher(name).matches())
            {
                last = Math.max(last, JournalNames.epochOf(name));
            }
        }
        return last + 1;
    }

    /**
     * Tells whether the newest epoch was written under this boot of the host; what cannot be told counts as another.
     *
     * @return who wrote it
     * @throws IOException if it cannot be read
     */
    public LastWriter lastWriter() throws IOException
    {
        if (currentEpoch == 0)
        {
            return LastWriter.NONE;
        }
        final byte[] head = SmallFiles.read(storage, JournalNames.head(currentEpoch), HeadLayout.BYTES);
        if (head.length < HeadLayout.BYTES)
        {
            return LastWriter.OTHER_BOOT;
        }
        final ByteBuffer words = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        return words.getLong(HeadLayout.MAGIC_OFFSET) == HeadLayout.MAGIC &&
            writer.isOfBoot(words.getLong(HeadLayout.BOOT_ID_OFFSET),
                words.getLong(HeadLayout.BOOT_ID_OFFSET + Long.BYTES)) ? LastWriter.THIS_BOOT : LastWriter.OTHER_BOOT;
    }

    /**
     * Adds a line to {@code audit.log} and syncs it; when, who and the epoch are put before it.
     *
     * @param event one line
     * @throws IOException if it is not on the disk
     */
    public void audit(final String event) throws IOException
    {
        Interrupts.heldBack(() -> AuditLog.add(storage, Instant.now(), writer, currentEpoch, event));
    }

    /** Makes an epoch the one that counts; everything made ready in its directory is on the disk. Syncs nothing. */
    void current(final int epoch) throws IOException
    {
        CurrentEpoch.replace(storage, epoch);
        currentEpoch = epoch;
        if (lock.isHeld())
        {
            lock.describe(writer.describe(epoch));
        }
    }

    /** Gives the lock up. May be called twice. */
    @Override
    public void close()
    {
        lock.release();
    }

    /** Checks what only this kind of storage can have. */
    @FunctionalInterface
    private interface Check
    {
        void run() throws IOException;
    }
}
