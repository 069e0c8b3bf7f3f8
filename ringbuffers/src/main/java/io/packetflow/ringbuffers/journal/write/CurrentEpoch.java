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
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

import io.packetflow.ringbuffers.journal.format.DurableMark;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.storage.StorageFile;

/**
 * Cold path. The file {@code CURRENT}, which names the newest epoch, and whether the rest of the directory agrees with
 * it. Directories of epochs above it are left over from a start that did not get that far: nothing was ever
 * acknowledged in them, so they are passed over, and kept.
 */
final class CurrentEpoch
{
    private static final Pattern TEXT = Pattern.compile("e[0-9]{7}\n");
    private static final int MAX_BYTES = 64;

    private CurrentEpoch()
    {
    }

    /** Reads the epoch that counts, 0 if there is none, and refuses a directory of which a part is missing. */
    static int read(final Storage storage) throws IOException
    {
        final int epoch = epochIn(storage);
        final byte[] mark = SmallFiles.read(storage, JournalNames.MARK, DurableMark.FILE_BYTES + 1);
        if (storage.exists(JournalNames.MARK) && mark.length != DurableMark.FILE_BYTES)
        {
            throw damaged(storage, JournalNames.MARK + " does not have " + DurableMark.FILE_BYTES + " bytes");
        }
        final Optional<DurableMark> durable = DurableMark.decode(mark);
        if (durable.isPresent() && durable.get().epoch() > epoch)
        {
            throw damaged(storage, JournalNames.MARK + " is of epoch " + durable.get().epoch() + " and " +
                JournalNames.CURRENT + (epoch == 0 ? " is missing" : " names epoch " + epoch));
        }
        if (epoch > 0)
        {
            requireWhole(storage, epoch);
        }
        return epoch;
    }

    private static int epochIn(final Storage storage) throws IOException
    {
        if (!storage.exists(JournalNames.CURRENT))
        {
            return 0;
        }
        final String text =
            new String(SmallFiles.read(storage, JournalNames.CURRENT, MAX_BYTES), StandardCharsets.UTF_8);
        if (!TEXT.matcher(text).matches())
        {
            throw damaged(storage, JournalNames.CURRENT + " does not name an epoch but holds '" + text.strip() + "'");
        }
        return JournalNames.epochOf(text.strip());
    }

    private static void requireWhole(final Storage storage, final int epoch) throws IOException
    {
        final String directory = JournalNames.epoch(epoch);
        if (!storage.exists(directory))
        {
            throw damaged(storage, JournalNames.CURRENT + " names epoch " + epoch + " and there is no " + directory);
        }
        if (!storage.exists(JournalNames.head(epoch)))
        {
            throw damaged(storage, "epoch " + epoch + " has no " + JournalNames.head(epoch));
        }
        for (final String name : storage.list(directory))
        {
            if (JournalNames.SEGMENT.matcher(name).matches())
            {
                return;
            }
        }
        throw damaged(storage, "epoch " + epoch + " has no segment in " + directory +
            ": not even its first one, " + JournalNames.segment(epoch, 0));
    }

    private static JournalDirectoryException damaged(final Storage storage, final String what)
    {
        return JournalDirectoryException.damage("a part of the journal is missing or damaged: " + what + ", in " +
            storage + "; restore it from a copy, or name an empty directory to start without it");
    }

    /** Makes ready what will name an epoch, and syncs the bytes; the caller syncs the directory. */
    static void prepare(final Storage storage, final int epoch) throws IOException
    {
        // After a power cut it may be left over where the epoch's directory is not.
        if (storage.exists(JournalNames.nextCurrent(epoch)))
        {
            storage.delete(JournalNames.nextCurrent(epoch));
        }
        final byte[] text = (JournalNames.epoch(epoch) + "\n").getBytes(StandardCharsets.UTF_8);
        try (StorageFile file = storage.create(JournalNames.nextCurrent(epoch), text.length))
        {
            SmallFiles.write(file, 0, text);
        }
    }

    /**
     * Names another epoch: at any moment there is the old name or the new one, whole, also after a power cut. Which of
     * them, is certain once the journal's directory is synced.
     */
    static void replace(final Storage storage, final int epoch) throws IOException
    {
        storage.rename(JournalNames.nextCurrent(epoch), JournalNames.CURRENT);
    }
}
