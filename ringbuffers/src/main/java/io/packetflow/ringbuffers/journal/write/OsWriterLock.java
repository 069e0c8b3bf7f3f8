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
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.FileLockInterruptionException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Cold path. The lock of the operating system on a file, which dies with its process: what the file says about its
 * owner is for people, so a process id that is used again does no harm.
 *
 * <p>The system counts such locks by process and file, and closing any channel of the file gives them all up. So a file
 * that an object of this process has, or waits for, is opened by no other one here.
 */
final class OsWriterLock implements WriterLock
{
    private static final Set<OpenOption> OPTIONS = Set.of(StandardOpenOption.CREATE, StandardOpenOption.READ,
        StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
    private static final FileAttribute<?> MODE =
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final int MAX_TEXT_BYTES = 1024;
    /** By the file's identity: who in this process has it, or waits for it. Guarded by itself. */
    private static final Map<Object, OsWriterLock> OWNERS = new HashMap<>();

    private final Path path;
    private Object identity;
    private FileChannel channel;
    private FileLock lock;

    OsWriterLock(final Path path)
    {
        this.path = path;
    }

    @Override
    public boolean tryAcquire() throws IOException
    {
        if (isHeld())
        {
            return true;
        }
        if (!claim())
        {
            return false;
        }
        try
        {
            lock = channel.tryLock();
        }
        finally
        {
            if (lock == null)
            {
                release();
            }
        }
        return lock != null && requireSameFile();
    }

    @Override
    public void acquire() throws IOException, InterruptedException
    {
        if (isHeld())
        {
            return;
        }
        claimWaiting();
        try
        {
            lock = channel.lock();
        }
        catch (final FileLockInterruptionException | ClosedByInterruptException e)
        {
            Thread.interrupted();
            final InterruptedException interruption = new InterruptedException("interrupted while waiting for " + path);
            interruption.initCause(e);
            throw interruption;
        }
        finally
        {
            if (lock == null)
            {
                release();
            }
        }
        requireSameFile();
    }

    /** Makes this object the only one of the process that has the file open; false if it is another one. */
    private boolean claim() throws IOException
    {
        synchronized (OWNERS)
        {
            if (isClaimedByAnother())
            {
                return false;
            }
            channel = FileChannel.open(path, OPTIONS, MODE);
            identity = identityOf(path);
            OWNERS.put(identity, this);
            return true;
        }
    }

    private void claimWaiting() throws IOException, InterruptedException
    {
        synchronized (OWNERS)
        {
            while (!claim())
            {
                OWNERS.wait();
            }
        }
    }

    private boolean isClaimedByAnother() throws IOException
    {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && OWNERS.containsKey(identityOf(path));
    }

    /** A lock on a file that was removed meanwhile keeps nobody out. */
    private boolean requireSameFile() throws IOException
    {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS) || !identityOf(path).equals(identity))
        {
            release();
            throw new IOException("the lock's file was removed or replaced while it was locked: " + path +
                "; nobody may remove it, start again");
        }
        return true;
    }

    private static Object identityOf(final Path path) throws IOException
    {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS).fileKey();
    }

    @Override
    public boolean isHeld()
    {
        return lock != null && lock.isValid();
    }

    @Override
    public void describe(final String text) throws IOException
    {
        if (!isHeld())
        {
            throw new IllegalStateException("only the owner of a lock says who it is: " + path);
        }
        final ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        final int length = bytes.remaining();
        while (bytes.hasRemaining())
        {
            channel.write(bytes, bytes.position());
        }
        // It is for people and about a process that lives, so it need not outlive the host.
        channel.truncate(length);
    }

    @Override
    public String owner()
    {
        synchronized (OWNERS)
        {
            try
            {
                final OsWriterLock owner = OWNERS.get(identityOf(path));
                if (owner != null)
                {
                    return text(owner.channel);
                }
                try (FileChannel file =
                    FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
                {
                    return text(file);
                }
            }
            catch (final NoSuchFileException e)
            {
                return "";
            }
            catch (final IOException e)
            {
                return "error=" + e.getMessage() + "\n";
            }
        }
    }

    private static String text(final FileChannel file) throws IOException
    {
        final ByteBuffer bytes = ByteBuffer.allocate(MAX_TEXT_BYTES);
        int count = 0;
        while (count >= 0 && bytes.hasRemaining())
        {
            count = file.read(bytes, bytes.position());
        }
        return new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8);
    }

    @Override
    public void release()
    {
        synchronized (OWNERS)
        {
            if (identity == null)
            {
                return;
            }
            OWNERS.remove(identity);
            identity = null;
            lock = null;
            try
            {
                channel.close();
            }
            catch (final IOException e)
            {
                // The descriptor is gone whatever close says, and with it the lock.
                channel = null;
            }
            OWNERS.notifyAll();
        }
    }

    @Override
    public String toString()
    {
        return path.toString();
    }
}
