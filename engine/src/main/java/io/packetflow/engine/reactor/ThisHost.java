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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/** Cold path. The host on which this process runs. */
final class ThisHost implements JournalHost
{
    static final ThisHost INSTANCE = new ThisHost();

    private static final int YIELDS = 200;
    private static final long PAUSE_NANOS = 20_000;

    private static final int FLAGS_WORD = 6;
    /** The kernel's PF_EXITING. */
    private static final long EXITING = 4;

    private static final Path PROCESSES = Path.of("/proc");

    private ThisHost()
    {
    }

    @Override
    public JournalDirectory open(final Path directory) throws IOException
    {
        return JournalDirectory.open(directory);
    }

    @Override
    public LockWait await(final JournalDirectory directory)
    {
        return new LockThread(directory).start();
    }

    @Override
    public boolean isRunning(final long pid, final long startTimeMillis)
    {
        return ProcessHandle.of(pid).flatMap(process -> process.info().startInstant())
            .filter(start -> start.toEpochMilli() == startTimeMillis).isPresent() &&
            !isExiting(PROCESSES.resolve(pid + "/stat"));
    }

    @Override
    public boolean isDying(final long pid)
    {
        final Path process = PROCESSES.resolve(String.valueOf(pid));
        // The first thread tells most of the time; that it is on its way out does not mean that all are.
        if (!Files.exists(PROCESSES.resolve("self")) || !isExiting(process.resolve("stat")))
        {
            return false;
        }
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(process.resolve("task")))
        {
            for (final Path thread : threads)
            {
                if (!isExiting(thread.resolve("stat")))
                {
                    return false;
                }
            }
            return true;
        }
        catch (final NoSuchFileException e)
        {
            return true;
        }
        catch (final IOException | DirectoryIteratorException e)
        {
            // The lock will tell.
            return false;
        }
    }

    private static boolean isExiting(final Path stat)
    {
        try
        {
            final String line = Files.readString(stat);
            // Behind the name, which may hold anything: state, then five numbers, then the flags.
            final String[] words = line.substring(line.lastIndexOf(')') + 2).split(" ", -1);
            return "ZX".contains(words[0]) || (Long.parseLong(words[FLAGS_WORD]) & EXITING) != 0;
        }
        catch (final IOException e)
        {
            return true;
        }
    }

    @Override
    public long nanoTime()
    {
        return System.nanoTime();
    }

    @Override
    public long wallNanos()
    {
        return EpochClock.wallNanos();
    }

    @Override
    public boolean hasThreads()
    {
        return true;
    }

    @Override
    @SuppressWarnings("ThreadPriorityCheck") // the primary may need this very core
    public void pause(final long idleCount)
    {
        if (idleCount < YIELDS)
        {
            Thread.yield();
        }
        else
        {
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }
}
