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
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. Brings to the disk what the segments of earlier epochs hold. Their writer may have died between a write
 * and its sync, or never synced at all: who recovers reads those records out of the page cache, and whatever is
 * promised on top of them lasts no longer than they do.
 */
final class EarlierEpochs
{
    private static final int REWRITE_BYTES = 1 << 20;

    private EarlierEpochs()
    {
    }

    /**
     * Syncs all segments of the epochs below another one; those of an epoch that an error of the disk has stopped are
     * written once more before.
     *
     * @param storage of the journal
     * @param epoch that will go on behind them
     * @throws IOException if one cannot be synced: then nothing may be promised on top of it
     */
    static void sync(final Storage storage, final int epoch) throws IOException
    {
        for (final String directory : storage.list(""))
        {
            if (JournalNames.EPOCH.matcher(directory).matches() && JournalNames.epochOf(directory) < epoch)
            {
                sync(storage, directory, isStopped(storage, JournalNames.epochOf(directory)));
            }
        }
    }

    private static boolean isStopped(final Storage storage, final int epoch) throws IOException
    {
        final byte[] head = SmallFiles.read(storage, JournalNames.head(epoch), HeadLayout.BYTES);
        return head.length == HeadLayout.BYTES &&
            ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).getLong(HeadLayout.STOP) != 0;
    }

    private static void sync(final Storage storage, final String directory, final boolean isStopped)
        throws IOException
    {
        for (final String name : storage.list(directory))
        {
            if (JournalNames.SEGMENT.matcher(name).matches())
            {
                try (StorageFile file = storage.open(directory + '/' + name, true))
                {
                    if (isStopped)
                    {
                        rewrite(file);
                    }
                    file.sync();
                }
            }
        }
    }

    /** After a sync that failed the kernel holds pages for clean that are not on the disk: only a store changes it. */
    private static void rewrite(final StorageFile file) throws IOException
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(REWRITE_BYTES, Long.BYTES);
            for (long at = 0; at < file.size(); at += REWRITE_BYTES)
            {
                final int length = (int)Math.min(REWRITE_BYTES, file.size() - at);
                file.read(at, slab, 0, length);
                file.write(at, slab, 0, length);
            }
        }
    }
}
