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
package io.packetflow.ringbuffers.journal;

import java.util.Arrays;
import java.util.Optional;

/** Cold path. What a journal promises before an output may leave, and what it survives. */
public enum Durability
{
    /** In mapped memory: survives the death of the process, not that of the host. */
    PROCESS_SAFE(0, "process-safe", "survives the death of the process, not a power cut"),
    /** On the disk, many records with one write: survives a power cut of a host with an honest disk. */
    GROUP(1, "group", "survives a power cut; many records are committed at once"),
    /** On the disk, each record by itself. */
    SYNC(2, "sync", "survives a power cut; each record is committed by itself"),
    /** Applied by the hot standby: survives the death of the process without a pause, not that of the host. */
    REPLICA(3, "replica", "acknowledged by the standby; survives the death of either process, not a power cut");

    private final int code;
    private final String text;
    private final String promise;

    Durability(final int code, final String text, final String promise)
    {
        this.code = code;
        this.text = text;
        this.promise = promise;
    }

    /**
     * Finds a mode by its number.
     *
     * @param code in the journal's files
     * @return the mode, empty if this version knows none
     */
    public static Optional<Durability> of(final int code)
    {
        return Arrays.stream(values()).filter(mode -> mode.code == code).findFirst();
    }

    /** Returns the number in the journal's files. */
    public int code()
    {
        return code;
    }

    /** Returns the name on the command line and in reports. */
    public String text()
    {
        return text;
    }

    /** Returns what it survives, for reports. */
    public String promise()
    {
        return promise;
    }

    /** Returns whether a journal thread writes the records; else the appender's memory is the file. */
    public boolean isWritten()
    {
        return this == GROUP || this == SYNC;
    }

    @Override
    public String toString()
    {
        return text;
    }
}
