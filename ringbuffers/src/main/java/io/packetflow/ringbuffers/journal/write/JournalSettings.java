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

import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. How a journal is written; the same for every epoch, or not: readers take it from the files.
 *
 * @param segmentBytes length of each segment, a power of two from 1 MiB to 1 GiB
 * @param segmentsAhead segments that are kept ready before they are needed, 1 to 16
 * @param markEveryMillis how often the mark follows, 1 to 10 000
 * @param lowSpaceBytes free bytes below which the state is {@link SpaceState#CANCEL_ONLY}
 * @param cancelReserveBytes bytes of the prepared segments that are kept for cancels once no further segment can be
 *                           made, less than segmentBytes
 */
public record JournalSettings(
    long segmentBytes,
    int segmentsAhead,
    long markEveryMillis,
    long lowSpaceBytes,
    long cancelReserveBytes)
{
    /** The shortest segment. */
    public static final long MIN_SEGMENT_BYTES = 1L << 20;
    /** The longest segment. */
    public static final long MAX_SEGMENT_BYTES = 1L << 30;
    /** The most segments that are kept ready. */
    public static final int MAX_SEGMENTS_AHEAD = 16;
    /** The longest time between two marks. */
    public static final long MAX_MARK_EVERY_MILLIS = 10_000;

    private static final long DEFAULT_SEGMENT_BYTES = 64L << 20;
    private static final long DEFAULT_MARK_EVERY_MILLIS = 20;
    private static final int RESERVE_SHARE = 4;

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException that names everything that is wrong
     */
    public JournalSettings
    {
        final List<String> errors = new ArrayList<>();
        if (segmentBytes < MIN_SEGMENT_BYTES || segmentBytes > MAX_SEGMENT_BYTES || Long.bitCount(segmentBytes) != 1)
        {
            errors.add("segmentBytes is a power of two from " + MIN_SEGMENT_BYTES + " to " + MAX_SEGMENT_BYTES +
                ": segmentBytes=" + segmentBytes);
        }
        if (segmentsAhead < 1 || segmentsAhead > MAX_SEGMENTS_AHEAD)
        {
            errors.add("segmentsAhead is 1 to " + MAX_SEGMENTS_AHEAD + ": segmentsAhead=" + segmentsAhead);
        }
        if (markEveryMillis < 1 || markEveryMillis > MAX_MARK_EVERY_MILLIS)
        {
            errors.add("markEveryMillis is 1 to " + MAX_MARK_EVERY_MILLIS + ": markEveryMillis=" + markEveryMillis);
        }
        if (lowSpaceBytes < segmentBytes)
        {
            errors.add("lowSpaceBytes is at least segmentBytes, or the disk is full before it is low: lowSpaceBytes=" +
                lowSpaceBytes);
        }
        if (cancelReserveBytes < 0 || cancelReserveBytes >= segmentBytes)
        {
            errors.add("cancelReserveBytes is less than segmentBytes: cancelReserveBytes=" + cancelReserveBytes);
        }
        if (!errors.isEmpty())
        {
            throw new IllegalArgumentException("settings of a journal: " + String.join("; ", errors));
        }
    }

    /** Returns segments of 64 MiB, one ahead, a mark each 20 ms, low below two segments. */
    public static JournalSettings defaults()
    {
        return ofSegments(DEFAULT_SEGMENT_BYTES);
    }

    /**
     * Returns the default settings for another length of segments.
     *
     * @param segmentBytes length of each segment
     * @return settings that follow from it
     */
    public static JournalSettings ofSegments(final long segmentBytes)
    {
        return new JournalSettings(
            segmentBytes, 1, DEFAULT_MARK_EVERY_MILLIS, 2 * segmentBytes, segmentBytes / RESERVE_SHARE);
    }
}
