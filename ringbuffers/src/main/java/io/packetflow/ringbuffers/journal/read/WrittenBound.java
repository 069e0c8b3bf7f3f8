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
package io.packetflow.ringbuffers.journal.read;

import java.io.IOException;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. How far the writer of the present epoch has come, by its head. All before it is whole and stays as it is;
 * what lies behind it may change while it is read, and is no evidence of damage.
 *
 * @param epoch that is written, 0 if none is
 * @param position behind the last record that the files hold for certain
 */
record WrittenBound(int epoch, long position)
{
    /** Nobody writes: all that is there is to be read. */
    static final WrittenBound NONE = new WrittenBound(0, Long.MAX_VALUE);

    /** Reads the head of the epoch that CURRENT names; one above it is only reserved, or not begun yet. */
    static WrittenBound of(final JournalFiles files) throws IOException
    {
        final int epoch = files.current().orElse(0);
        final Optional<EpochHead> head = files.head(epoch);
        if (head.isEmpty())
        {
            return NONE;
        }
        final EpochStart start = FirstRecord.of(files, epoch, 0).map(FirstRecord::start).orElse(null);
        return new WrittenBound(
            epoch, HeadWords.isWritten(start) ? head.get().durablePosition() : head.get().appendedPosition());
    }
}
