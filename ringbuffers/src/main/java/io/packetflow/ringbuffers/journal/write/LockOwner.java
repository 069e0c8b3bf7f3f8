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
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Cold path. Who has a journal's lock, or had it last, as one sees it who does not want it: the lock is not tried, so
 * that a writer that starts at this moment does not find it taken.
 *
 * @param pid process id of the owner
 * @param epoch that it writes, 0 before it writes any
 * @param isHeld whether it has the lock now
 */
public record LockOwner(long pid, int epoch, boolean isHeld)
{
    private static final Path LOCKS = Path.of("/proc/locks");

    /**
     * Looks.
     *
     * @param root directory of the journal
     * @return the owner; empty if there never was one, or the file does not tell
     * @throws IOException if the host does not tell whether it is locked
     */
    public static Optional<LockOwner> of(final Path root) throws IOException
    {
        final Path path = root.resolve(JournalNames.LOCK);
        // Read by the lock's own class: closing the file here would give up a lock of this very process.
        final Map<String, String> values = new TreeMap<>();
        new OsWriterLock(path).owner().lines().map(line -> line.split("=", 2)).filter(pair -> pair.length == 2)
            .forEach(pair -> values.put(pair[0], pair[1]));
        if (!values.getOrDefault("pid", "").matches("[0-9]{1,18}") ||
            !values.getOrDefault("epoch", "").matches("[0-9]{1,9}"))
        {
            return Optional.empty();
        }
        final long pid = Long.parseLong(values.get("pid"));
        return Optional.of(new LockOwner(pid, Integer.parseInt(values.get("epoch")), isLocked(path, pid)));
    }

    /** Asks the kernel's list of locks, which is by inode; where there is none, whether the process lives. */
    private static boolean isLocked(final Path path, final long pid) throws IOException
    {
        if (!Files.isReadable(LOCKS))
        {
            return ProcessHandle.of(pid).isPresent();
        }
        final String inode = ":" + Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS) + " ";
        return Files.readAllLines(LOCKS).stream()
            .anyMatch(line -> line.contains(inode) && line.contains("POSIX") && !line.contains("->"));
    }
}
