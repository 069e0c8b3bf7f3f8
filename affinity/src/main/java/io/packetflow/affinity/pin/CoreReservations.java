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
package io.packetflow.affinity.pin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.packetflow.affinity.plan.CoreAssignment;
import io.packetflow.affinity.plan.CorePlan;

/**
 * Cold path. CPUs reserved across the processes of the host, all of a plan or none: those on which its nodes busy-spin
 * and the SMT siblings that have to stay quiet. CPUs on which nodes yield are not reserved, they may be shared.
 *
 * <p>One file {@code cpu-N.lock} for each CPU in a directory; who holds its lock has the CPU. The operating system
 * gives the lock back when the process ends, however it ends; the file stays and means nothing without the lock.
 * Processes see each other if they share the directory: containers need a common volume. Directory and files are open
 * to all users, as far as the file system has permissions; where that is not wanted, configure a directory that only
 * the trusted ones can write. Thread-safe.
 */
public final class CoreReservations
{
    /** System property that names another directory for the lock files. */
    public static final String DIRECTORY_PROPERTY = "packetflow.affinity.reservations.directory";

    private static final String DEFAULT_NAME = "packetflow-cores";
    private static final String OPEN_DIRECTORY = "rwxrwxrwx";

    private final Path directory;

    /**
     * Uses a directory for the lock files; it is made when first needed.
     *
     * @param directory that all processes of the host share
     */
    public CoreReservations(final Path directory)
    {
        this.directory = directory.toAbsolutePath().normalize();
    }

    /**
     * Uses the directory that the system property {@value #DIRECTORY_PROPERTY} names, else {@code packetflow-cores} in
     * the JVM's directory for temporary files.
     *
     * @return reservations in it
     */
    public static CoreReservations inDefaultDirectory()
    {
        final String configured = System.getProperty(DIRECTORY_PROPERTY);
        return new CoreReservations(configured != null ? Path.of(configured) :
            Path.of(System.getProperty("java.io.tmpdir"), DEFAULT_NAME));
    }

    /** Returns where the lock files are. */
    public Path directory()
    {
        return directory;
    }

    /**
     * Reserves the CPUs of a plan, all or none.
     *
     * @param plan whose spinning CPUs and quiet siblings are wanted
     * @return the reservation, to be closed when the nodes have stopped
     * @throws CoreConflictException if another process, or another engine in this one, holds some of them
     * @throws UncheckedIOException if the lock files cannot be used; the message names file and remedy
     */
    public CoreReservation reserve(final CorePlan plan)
    {
        final TreeMap<Integer, String> purposes = new TreeMap<>();
        for (final int cpu : plan.quiet())
        {
            purposes.put(cpu, "none (sibling kept quiet)");
        }
        plan.assignments().stream().filter(CoreAssignment::spinning)
            .forEach((node) -> purposes.put(node.cpu(), node.node()));

        final List<CpuLock> held = new ArrayList<>();
        final List<CoreConflictException.Conflict> conflicts = new ArrayList<>();
        boolean complete = false;
        try
        {
            makeDirectory();
            for (final Map.Entry<Integer, String> purpose : purposes.entrySet())
            {
                final CpuLock.Attempt attempt = CpuLock.tryLock(
                    directory.resolve("cpu-" + purpose.getKey() + ".lock"), purpose.getValue());
                attempt.lock().ifPresent(held::add);
                attempt.holder().ifPresent(
                    (holder) -> conflicts.add(new CoreConflictException.Conflict(purpose.getKey(), holder)));
            }
            complete = conflicts.isEmpty();
        }
        catch (final IOException unusable)
        {
            throw new UncheckedIOException("cannot reserve CPUs in " + directory + ": " + reason(unusable) +
                "; make it writable for this user, or name another directory with -D" + DIRECTORY_PROPERTY, unusable);
        }
        finally
        {
            if (!complete)
            {
                CpuLock.closeAll(held);
            }
        }
        if (!conflicts.isEmpty())
        {
            throw new CoreConflictException(conflicts, directory.toString());
        }
        return new CoreReservation(held, purposes.keySet());
    }

    private static String reason(final IOException unusable)
    {
        final Optional<String> kind = unusable instanceof FileSystemException ?
            Optional.of(unusable.getClass().getSimpleName()) : Optional.empty();
        return kind.map((name) -> name + " ").orElse("") + unusable.getMessage();
    }

    private void makeDirectory() throws IOException
    {
        if (Files.isDirectory(directory))
        {
            return;
        }
        Files.createDirectories(directory.getParent());
        try
        {
            Files.createDirectory(directory);
        }
        catch (final FileAlreadyExistsException race)
        {
            if (!Files.isDirectory(directory))
            {
                throw race;
            }
            return;
        }
        // Only what we made ourselves is opened up: somebody else's directory is none of our business.
        if (Files.getFileStore(directory).supportsFileAttributeView("posix"))
        {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString(OPEN_DIRECTORY));
        }
    }
}
