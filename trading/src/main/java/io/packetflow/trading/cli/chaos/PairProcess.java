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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.packetflow.engine.cli.HostException;

/** Cold path. One of the processes that share a journal, with what it prints. Ended with this object. */
final class PairProcess implements AutoCloseable
{
    private static final String FOLLOWS = "standby: follows";

    private final Process process;
    private final Path log;
    private final Path reports;
    private final Thread end;

    PairProcess(final Process process, final Path log, final Path reports)
    {
        this.process = process;
        this.log = log;
        this.reports = reports;
        this.end = new Thread(process::destroyForcibly, "end-pair");
        Runtime.getRuntime().addShutdownHook(end);
    }

    boolean isAlive()
    {
        return process.isAlive();
    }

    Path log()
    {
        return log;
    }

    Path reports()
    {
        return reports;
    }

    boolean isFollowing() throws IOException
    {
        return Files.readString(log).contains(FOLLOWS);
    }

    void kill()
    {
        process.destroyForcibly();
    }

    /** Stops it, or lets it go on: {@code STOP}, {@code CONT}. */
    void signal(final String name) throws IOException
    {
        await(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start());
    }

    /** Waits until it has ended; its exit code. */
    int await(final int timeoutSeconds)
    {
        try
        {
            if (!process.waitFor(timeoutSeconds, TimeUnit.SECONDS))
            {
                throw new HostException("a process does not end within " + timeoutSeconds + " s; its log: " + log +
                    "; give it longer with --timeout");
            }
            return process.exitValue();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while a process was to end", e);
        }
    }

    private static void await(final Process other)
    {
        try
        {
            if (other.waitFor() != 0)
            {
                throw new HostException("a process could not be sent a signal");
            }
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new HostException("interrupted while a signal was sent", e);
        }
    }

    /** Returns how far it has written a file that it has open, -1 if it has not, or has ended. */
    long writtenBytes(final Path file) throws IOException
    {
        final Path own = Path.of("/proc", String.valueOf(process.pid()));
        long most = -1;
        try (DirectoryStream<Path> open = Files.newDirectoryStream(own.resolve("fd")))
        {
            for (final Path descriptor : open)
            {
                if (leadsTo(descriptor, file))
                {
                    most = Math.max(most, position(own.resolve("fdinfo").resolve(descriptor.getFileName())));
                }
            }
            return most;
        }
        catch (final IOException e)
        {
            return -1;
        }
    }

    private static boolean leadsTo(final Path descriptor, final Path file) throws IOException
    {
        try
        {
            return Files.readSymbolicLink(descriptor).equals(file);
        }
        catch (final NoSuchFileException e)
        {
            return false;
        }
    }

    private static long position(final Path info) throws IOException
    {
        return Files.readAllLines(info).stream().filter(line -> line.startsWith("pos:"))
            .mapToLong(line -> Long.parseLong(line.substring("pos:".length()).strip())).findFirst().orElse(-1);
    }

    @Override
    public void close()
    {
        process.destroyForcibly();
        Runtime.getRuntime().removeShutdownHook(end);
    }
}
