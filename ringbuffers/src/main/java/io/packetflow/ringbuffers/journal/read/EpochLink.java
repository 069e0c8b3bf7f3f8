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

import java.util.List;

import io.packetflow.ringbuffers.journal.format.EpochStart;

/**
 * Cold path. An epoch as a link of the chain.
 *
 * @param epoch number
 * @param segments for which there are files, ascending
 * @param start what its first record says, null if that is not there or cannot be read
 * @param cutSequence of the record that the next epoch follows, {@link RecordCursor#NO_CUT} if none says so
 * @param cutChecksum of that record
 */
record EpochLink(int epoch, List<Integer> segments, EpochStart start, long cutSequence, int cutChecksum)
{
    /** Returns whether a later epoch says where it follows this one. */
    boolean isFollowed()
    {
        return cutSequence != RecordCursor.NO_CUT;
    }

    /** Returns whether it can be the first of all; a first record that cannot be read will speak for itself. */
    boolean isGenesis()
    {
        return firstSegment() == 0 && (start == null || start.previousEpoch() == 0);
    }

    /** Returns whether its first segment is missing although later ones are there. */
    boolean lacksFirstSegment()
    {
        return !segments.isEmpty() && segments.get(0) > 0;
    }

    /**
     * Returns the segment with which it can be read to its end. Segment 0 stays when those behind it are pruned, for
     * what its first record says about the epoch.
     */
    int firstSegment()
    {
        int first = segments.isEmpty() ? 0 : segments.get(0);
        if (segments.size() > 1 && first == 0 && segments.get(1) > 1)
        {
            first = segments.get(1);
        }
        return first;
    }

    EpochLink cutAt(final EpochStart successor)
    {
        return new EpochLink(epoch, segments, start, successor.lastSequence(), successor.previousChecksum());
    }
}
