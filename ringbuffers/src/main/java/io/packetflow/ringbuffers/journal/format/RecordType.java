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
package io.packetflow.ringbuffers.journal.format;

import java.util.Optional;

/**
 * What a record of the journal is. The first three are instances and count in the dense sequence; the others are about
 * the journal itself and repeat the sequence of the instance before them.
 */
public enum RecordType
{
    /** An instance that came from outside: a feed, a session, a command. Its body is the input. */
    INPUT(1),
    /** An instance that a packet emitted over a back edge. No body: replay computes it again; the source says where. */
    DERIVED(2),
    /** A tick of the logical clock. No body. */
    TIMER(3),
    /** The first record of an epoch; see {@link EpochStart}. */
    EPOCH_START(16),
    /** The last record of a segment that is full; the next one is in the next segment. No body. */
    SEGMENT_END(17),
    /** The last record of an epoch that was closed in order. Its body holds the hashes of that moment. */
    CLEAN_CLOSE(18);

    private static final int FIRST_ADMINISTRATIVE = 16;

    private final int code;

    RecordType(final int code)
    {
        this.code = code;
    }

    /** Returns the code on the disk, 1 to 255. */
    public int code()
    {
        return code;
    }

    /** Returns whether the record is an instance and has a sequence of its own. */
    public boolean isInstance()
    {
        return code < FIRST_ADMINISTRATIVE;
    }

    /**
     * Finds a type by its code.
     *
     * @param code on the disk
     * @return the type, empty if this version knows none
     */
    public static Optional<RecordType> of(final int code)
    {
        for (final RecordType type : values())
        {
            if (type.code == code)
            {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }
}
