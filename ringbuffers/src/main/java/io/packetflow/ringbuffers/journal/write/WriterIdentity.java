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
import java.nio.file.Path;
import java.util.UUID;

/**
 * Cold path. Who writes: a process of one boot of one host.
 *
 * @param pid process id, as its namespace has it; not unique, so it decides nothing
 * @param startTimeMillis when the process started, UTC
 * @param bootIdHigh upper half of the host's boot id
 * @param bootIdLow lower half
 */
public record WriterIdentity(long pid, long startTimeMillis, long bootIdHigh, long bootIdLow)
{
    private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");

    /**
     * Asks the host.
     *
     * @return this process
     * @throws IOException if the host does not tell its boot id
     */
    public static WriterIdentity ofThisProcess() throws IOException
    {
        final String text = Files.readString(BOOT_ID).strip();
        final UUID bootId;
        try
        {
            bootId = UUID.fromString(text);
        }
        catch (final IllegalArgumentException e)
        {
            throw new IOException("the host's boot id is no UUID: " + BOOT_ID + " holds '" + text +
                "'; PacketFlow needs a Linux /proc", e);
        }
        final ProcessHandle self = ProcessHandle.current();
        final long startTimeMillis = self.info().startInstant().map(instant -> instant.toEpochMilli()).orElse(0L);
        return new WriterIdentity(
            self.pid(), startTimeMillis, bootId.getMostSignificantBits(), bootId.getLeastSignificantBits());
    }

    /** Returns the boot id as the host writes it. */
    public String bootId()
    {
        return new UUID(bootIdHigh, bootIdLow).toString();
    }

    /**
     * Tells whether a boot is this one.
     *
     * @param high upper half of a boot id
     * @param low lower half
     * @return whether it is the same
     */
    public boolean isOfBoot(final long high, final long low)
    {
        return high == bootIdHigh && low == bootIdLow;
    }

    /**
     * Describes the writer in lines of {@code key=value}, as the file {@code lock} holds them.
     *
     * @param epoch that it writes, 0 before it writes any
     * @return four lines
     */
    public String describe(final int epoch)
    {
        return "pid=" + pid + "\nstartTimeMillis=" + startTimeMillis + "\nbootId=" + bootId() + "\nepoch=" + epoch +
            "\n";
    }
}
