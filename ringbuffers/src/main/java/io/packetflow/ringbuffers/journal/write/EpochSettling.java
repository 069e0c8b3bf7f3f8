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

import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. What an epoch that has begun still has to bring to the disk, once: its first record where that lies in a
 * mapped file, and the name in {@code CURRENT}. A promotion does not wait for it.
 *
 * <p>Where outputs wait for the disk it comes before the first of them: on the thread that commits, before it commits.
 * Where they wait for the page cache only, it comes before the epoch's first mark, which must not name an epoch that
 * {@code CURRENT} does not lead to. The death of the process undoes neither, whenever it comes.
 */
final class EpochSettling implements Step
{
    private final Storage storage;
    private final MappedTail tail;
    private final int firstBytes;
    private volatile boolean isSettled;

    /**
     * Prepares.
     *
     * @param storage of the journal
     * @param tail of an epoch whose segments are mapped, else null
     * @param firstBytes length of the first record
     */
    EpochSettling(final Storage storage, final MappedTail tail, final int firstBytes)
    {
        this.storage = storage;
        this.tail = tail;
        this.firstBytes = firstBytes;
    }

    @Override
    public boolean step() throws IOException
    {
        if (isSettled)
        {
            return false;
        }
        if (tail != null)
        {
            tail.syncFirst(firstBytes);
        }
        storage.syncDirectory("");
        isSettled = true;
        return true;
    }

    /** Returns whether it is done; one volatile read. */
    boolean isSettled()
    {
        return isSettled;
    }
}
