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
import java.nio.file.Path;

import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. A journal's directory as its writer, or a standby that will be one, has it: validated, locked or not, with
 * the epoch that counts. Used by one thread at a time.
 */
@SuppressWarnings({"DoNotCallSuggester", "ObjectToString"})
public final class JournalDirectory implements AutoCloseable
{
    private JournalDirectory()
    {
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
        throw new UnsupportedOperationException("not yet: " + root);
    }

    /**
     * Opens a directory of another storage.
     *
     * @param storage that holds it
     * @param writer who this is
     * @param lock that keeps it to one writer
     * @return the directory, not locked
     * @throws IOException as {@link #open(Path)}
     */
    public static JournalDirectory open(final Storage storage, final WriterIdentity writer, final WriterLock lock)
        throws IOException
    {
        throw new UnsupportedOperationException("not yet: " + storage + writer + lock);
    }

    /**
     * Takes the lock.
     *
     * @throws JournalLockedException that names the owner
     * @throws IOException if the lock cannot be tried, or the directory is no longer sound
     */
    public void lock() throws IOException
    {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Takes the lock when its owner gives it up or dies; for the helper thread of a standby. Reads again afterwards
     * which epoch counts.
     *
     * @throws IOException if the lock cannot be had, or the directory is no longer sound
     * @throws InterruptedException if the thread was interrupted
     */
    public void lockBlocking() throws IOException, InterruptedException
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns whether this object has the lock. */
    public boolean isLocked()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns what the lock says about its owner, or the last one, in lines of {@code key=value}. */
    public String owner()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the files; readers of this directory use them too. */
    public Storage storage()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns who this is. */
    public WriterIdentity writer()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the newest epoch that counts, 0 if there is none. Directories above it were never begun. */
    public int currentEpoch()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns the epoch that is begun next: above every directory that is there, begun or not. */
    public int nextEpoch() throws IOException
    {
        throw new UnsupportedOperationException("not yet");
    }

    /** Returns whether the newest epoch was written under this boot of the host. */
    public LastWriter lastWriter()
    {
        throw new UnsupportedOperationException("not yet");
    }

    /**
     * Adds a line to {@code audit.log} and syncs it; when, who and the epoch are put before it.
     *
     * @param event one line
     * @throws IOException if it is not on the disk
     */
    public void audit(final String event) throws IOException
    {
        throw new UnsupportedOperationException("not yet: " + event);
    }

    /** Gives the lock up. May be called twice. */
    @Override
    public void close()
    {
        throw new UnsupportedOperationException("not yet");
    }
}
