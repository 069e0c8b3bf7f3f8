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
package io.packetflow.engine.control;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import io.packetflow.engine.telemetry.PrivateFiles;

/** Cold path. The directory of the control files of one user: {@code control-PID.dat} for each engine. */
public final class ControlDirectory
{
    private static final String PREFIX = "control-";
    private static final String SUFFIX = ".dat";
    private static final String BEGUN = SUFFIX + ".new";

    private final Path path;

    private ControlDirectory(final Path path)
    {
        this.path = path;
    }

    /** Makes the directory where it does not exist, and refuses it where it cannot be trusted. */
    static ControlDirectory make(final Path directory)
    {
        try
        {
            if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS))
            {
                PrivateFiles.createDirectories(directory);
            }
        }
        catch (final IOException e)
        {
            throw new ControlException(
                "cannot make the control directory " + directory + " (set packetflow.control.dir): " + e, e);
        }
        return open(directory);
    }

    /**
     * Opens a directory in which engines may have control files.
     *
     * @param directory that exists
     * @return the directory
     * @throws ControlException if there is none, or it cannot be trusted
     */
    public static ControlDirectory open(final Path directory)
    {
        if (!Files.exists(directory, LinkOption.NOFOLLOW_LINKS))
        {
            throw new ControlException("no engine runs here: there is no control directory " + directory +
                "; start one with 'packetflow trade', or name its packetflow.control.dir with --dir");
        }
        OwnerOnly.require(directory, PrivateFiles.DIRECTORY);
        if (!Files.isDirectory(directory))
        {
            throw new ControlException(directory + " is no directory; set packetflow.control.dir to one");
        }
        return new ControlDirectory(directory);
    }

    /**
     * Returns the control file of a process.
     *
     * @param pid of the process
     * @return its file, which need not exist
     */
    public Path fileOf(final long pid)
    {
        return path.resolve(PREFIX + pid + SUFFIX);
    }

    /** Returns the name that the control file of a process has until its header stands. */
    Path begunFileOf(final long pid)
    {
        return path.resolve(PREFIX + pid + BEGUN);
    }

    /** Returns the ids of the processes that have a control file here, dead or alive, ascending. */
    public List<Long> pids()
    {
        return pids(SUFFIX);
    }

    private List<Long> pids(final String suffix)
    {
        final TreeSet<Long> pids = new TreeSet<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(path, PREFIX + "*" + suffix))
        {
            for (final Path file : files)
            {
                final String name = file.getFileName().toString();
                final String pid = name.substring(PREFIX.length(), name.length() - suffix.length());
                if (pid.matches("[0-9]{1,18}"))
                {
                    pids.add(Long.parseLong(pid));
                }
            }
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot list the control directory " + path + ": " + e, e);
        }
        return List.copyOf(pids);
    }

    /**
     * Finds the one engine that runs here.
     *
     * @return its process id
     * @throws ControlException if there is none, or several
     */
    public long onlyEngine()
    {
        final List<Long> alive = new ArrayList<>();
        final List<Long> gone = new ArrayList<>();
        for (final long pid : pids())
        {
            try (ControlClient client = ControlClient.open(this, pid))
            {
                (client.isEngineAlive() ? alive : gone).add(pid);
            }
        }
        if (alive.size() == 1)
        {
            return alive.get(0);
        }
        if (alive.isEmpty())
        {
            throw new ControlException("no engine runs here: " + path + " has " + (gone.isEmpty() ?
                "no control file" : "only the files of processes that are gone " + gone) +
                "; start one with 'packetflow trade'");
        }
        throw new ControlException("several engines run here: choose one of them with --pid, from " + alive);
    }

    /** Removes the files of processes that are gone; one that cannot be read is left to be looked at. */
    void removeStale()
    {
        for (final long pid : pids())
        {
            if (isStale(pid))
            {
                remove(fileOf(pid));
            }
        }
        for (final long pid : pids(BEGUN))
        {
            if (ProcessHandle.of(pid).isEmpty())
            {
                remove(begunFileOf(pid));
            }
        }
    }

    private static void remove(final Path file)
    {
        try
        {
            Files.deleteIfExists(file);
        }
        catch (final IOException e)
        {
            throw new ControlException("cannot remove the stale control file " + file + ": " + e, e);
        }
    }

    private boolean isStale(final long pid)
    {
        try (ControlClient client = ControlClient.open(this, pid))
        {
            return !client.isEngineAlive();
        }
    }
}
