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
package io.packetflow.ringbuffers.journal.queue;

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. How a queue is filled.
 *
 * @param blockBytes how much of the file is mapped at a time, a power of two from 1 MiB to 1 GiB; each block costs a
 *                   call of one to three milliseconds on the follower's thread, and address space
 * @param batchRecords how many records a step follows at most, 1 to 65 536; counters move once a step
 * @param reserveBytes bytes of the disk that stay free: below that the follower ends, because the room that is left is
 *                     the journal's
 */
public record QueueSettings(long blockBytes, int batchRecords, long reserveBytes)
{
    /** The smallest block: the two first pages of the queue's own index fit. */
    public static final long MIN_BLOCK_BYTES = 1L << 20;
    /** The largest block. */
    public static final long MAX_BLOCK_BYTES = 1L << 30;
    /** The most records of a step. */
    public static final int MAX_BATCH_RECORDS = 65_536;

    private static final long DEFAULT_BLOCK_BYTES = 64L << 20;
    private static final int DEFAULT_BATCH_RECORDS = 1024;
    private static final long DEFAULT_RESERVE_BYTES = 512L << 20;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException that names everything that is wrong
     */
    public QueueSettings
    {
        final List<String> errors = new ArrayList<>();
        if (blockBytes < MIN_BLOCK_BYTES || blockBytes > MAX_BLOCK_BYTES || Long.bitCount(blockBytes) != 1)
        {
            errors.add("blockBytes is a power of two from " + MIN_BLOCK_BYTES + " to " + MAX_BLOCK_BYTES +
                ": blockBytes=" + blockBytes);
        }
        if (batchRecords < 1 || batchRecords > MAX_BATCH_RECORDS)
        {
            errors.add("batchRecords is 1 to " + MAX_BATCH_RECORDS + ": batchRecords=" + batchRecords);
        }
        if (reserveBytes < 0)
        {
            errors.add("reserveBytes is 0 or more: reserveBytes=" + reserveBytes);
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("settings of a queue: " + String.join("; ", errors));
        }
    }

    /** Returns blocks of 64 MiB, steps of 1024 records, a reserve of 512 MiB (eight default segments of a journal). */
    public static QueueSettings defaults()
    {
        return new QueueSettings(DEFAULT_BLOCK_BYTES, DEFAULT_BATCH_RECORDS, DEFAULT_RESERVE_BYTES);
    }
}
