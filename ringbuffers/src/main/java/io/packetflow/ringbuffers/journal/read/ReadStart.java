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

/**
 * Cold path. The segment with which reading begins.
 *
 * @param link index of the epoch in the chain
 * @param segment index in the epoch
 */
record ReadStart(int link, int segment)
{
    /** Returns the first segment that is there; null if the journal is empty. */
    static ReadStart first(final List<EpochLink> links)
    {
        return links.isEmpty() ? null : new ReadStart(0, links.get(0).firstSegment());
    }

    /** Finds the first segment of an epoch; all of the epoch must be there. */
    static ReadStart ofEpoch(final List<EpochLink> links, final int epoch) throws IOException
    {
        for (int index = 0; index < links.size(); index++)
        {
            final EpochLink link = links.get(index);
            if (link.epoch() == epoch && link.start() != null && link.firstSegment() == 0)
            {
                return new ReadStart(index, 0);
            }
        }
        throw new IOException("the journal does not hold epoch " + epoch + " from its first record on: it has not " +
            "begun, or was pruned; follow one of the epochs that are there");
    }

    /** Finds the last segment that begins at or before an instance, by the first records; else the first segment. */
    static ReadStart before(final JournalFiles files, final List<EpochLink> links, final long sequence)
        throws IOException
    {
        for (int index = links.size() - 1; index >= 0 && sequence > 0; index--)
        {
            final EpochLink link = links.get(index);
            final List<Integer> segments = link.segments();
            for (int i = segments.size() - 1; i >= 0 && segments.get(i) >= link.firstSegment(); i--)
            {
                final Optional<FirstRecord> record = FirstRecord.of(files, link.epoch(), segments.get(i));
                if (record.isPresent() && record.get().firstInstance() <= sequence)
                {
                    return new ReadStart(index, segments.get(i));
                }
            }
        }
        return first(links);
    }
}
