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
import java.util.List;
import java.util.Optional;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. What the mapped words of the newest epoch say that its files hold.
 *
 * @param head the words, empty if there are none
 * @param sequence of the last instance that they know of, and that is a record
 * @param unsealed the instance behind it, if a process died before it had made a record of it
 */
record HeadDemand(Optional<EpochHead> head, long sequence, Optional<UnsealedRecord> unsealed)
{
    /** Reads the words of the newest epoch that has begun, and of those above it that may have. */
    static HeadDemand of(final JournalFiles files, final List<Integer> epochs, final List<EpochLink> links)
        throws IOException
    {
        int newest = 0;
        EpochStart start = null;
        for (final EpochLink link : links)
        {
            newest = link.start() == null ? newest : link.epoch();
            start = link.start() == null ? start : link.start();
        }
        HeadDemand demand = new HeadDemand(Optional.empty(), 0, Optional.empty());
        for (final int epoch : epochs)
        {
            if (epoch >= newest)
            {
                demand = demand.orHigher(files, files.head(epoch), epoch == newest ? start : null);
            }
        }
        return demand;
    }

    private HeadDemand orHigher(final JournalFiles files, final Optional<EpochHead> other, final EpochStart start)
        throws IOException
    {
        if (other.isEmpty())
        {
            return this;
        }
        final Optional<UnsealedRecord> last = UnsealedRecord.find(files, other.get());
        final long demanded = HeadWords.sequence(other.get(), start) - (last.isPresent() ? 1 : 0);
        return head.isPresent() && demanded < sequence ? this : new HeadDemand(other, demanded, last);
    }
}
