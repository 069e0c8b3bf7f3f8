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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.HeadLayout;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.storage.Storage;

/**
 * Cold path. Watches how much room the disk leaves, so that the molecule admits less before anything fails. Segments
 * that are prepared need no more room, so what is in them is counted too.
 */
final class SpaceWatch implements Step
{
    /** Room for the names and tables of the file system itself. */
    private static final long MARGIN_BYTES = 1 << 20;
    /** What is kept for the record that closes the epoch, and for what was admitted before the state was seen. */
    private static final long CLOSING_BYTES = 4L * RecordFormat.MAX_FRAME_BYTES;
    /** Of long segments more is kept: a full host lets the thread that looks wait, while the append goes on. */
    private static final int CLOSING_SHARE = 16;

    private final Storage storage;
    private final JournalSettings settings;
    private final PreparedSegments segments;
    private final Slab head;
    private final long closingBytes;
    private volatile SpaceState state = SpaceState.OPEN;

    SpaceWatch(
        final Storage storage, final JournalSettings settings, final PreparedSegments segments, final Slab head)
    {
        this.storage = storage;
        this.settings = settings;
        this.segments = segments;
        this.head = head;
        this.closingBytes = Math.max(CLOSING_BYTES, settings.segmentBytes() / CLOSING_SHARE);
    }

    SpaceState state()
    {
        return state;
    }

    boolean hasRoomForSegment() throws IOException
    {
        return storage.usableBytes() - MARGIN_BYTES >= settings.segmentBytes();
    }

    /** Looks again; the preparing thread only. */
    @Override
    public boolean step() throws IOException
    {
        final long usableBytes = storage.usableBytes();
        final long preparedBytes = segments.preparedCount() * settings.segmentBytes() -
            head.getLongAcquire(HeadLayout.APPENDED_POSITION);
        final boolean isLast = usableBytes - MARGIN_BYTES < settings.segmentBytes();
        final SpaceState before = state;
        if (isLast && preparedBytes < closingBytes)
        {
            state = SpaceState.FULL;
        }
        else if (usableBytes < lowBytes(before) ||
            (isLast && preparedBytes < settings.cancelReserveBytes()))
        {
            state = SpaceState.CANCEL_ONLY;
        }
        else
        {
            state = SpaceState.OPEN;
        }
        return before != state;
    }

    /** Once it is low, a segment more must be free before it is open again, so that it does not flap. */
    private long lowBytes(final SpaceState before)
    {
        final long lowBytes = settings.lowSpaceBytes();
        return before == SpaceState.OPEN || lowBytes > Long.MAX_VALUE - settings.segmentBytes() ?
            lowBytes : lowBytes + settings.segmentBytes();
    }

    /** Refuses to begin an epoch that the disk has no room for. */
    static void requireRoom(final Storage storage, final JournalSettings settings) throws IOException
    {
        final long neededBytes = (1L + settings.segmentsAhead()) * settings.segmentBytes() + MARGIN_BYTES;
        final long usableBytes = storage.usableBytes();
        if (usableBytes < neededBytes)
        {
            throw new JournalDirectoryException("the disk has no room for a new epoch: " + storage + " has " +
                usableBytes + " bytes left and needs " + neededBytes +
                "; free room on its file system, or make segments shorter");
        }
    }
}
