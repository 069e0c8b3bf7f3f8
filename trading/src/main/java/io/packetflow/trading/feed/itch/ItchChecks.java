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
package io.packetflow.trading.feed.itch;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. The gate of a feed: counts each message by type, turns away those of unknown type or wrong length, counts
 * time that runs backwards, and keeps the place where each kind of trouble was first seen. Single thread: the reader
 * of the feed.
 *
 * <p>After {@link #accept} every field of the message can be read without leaving it.
 */
public final class ItchChecks
{
    /** What the {@code first...Position} methods answer where nothing happened. */
    public static final long NONE = -1;

    private static final int TYPES = 256;

    private final long[] accepted = new long[TYPES];
    private final long[] unknown = new long[TYPES];
    private final long[] wrongLength = new long[TYPES];
    private long lastTimestampNanos;
    private long backwardsCount;
    private long firstUnknownPosition = NONE;
    private long firstWrongLengthPosition = NONE;
    private long firstBackwardsPosition = NONE;

    /**
     * Looks at a message.
     *
     * @param slab that holds it
     * @param offset of its type byte
     * @param length that its framing gives, 1 or more
     * @param position in the feed, for reports
     * @return whether it may be decoded; otherwise it is counted and to be skipped
     */
    public boolean accept(final Slab slab, final long offset, final int length, final long position)
    {
        final int type = ItchDecoder.type(slab, offset);
        if (ItchLayout.expectedLength(type) != length)
        {
            turnAway(type, position);
            return false;
        }
        accepted[type]++;
        final long timestampNanos = ItchDecoder.timestampNanos(slab, offset);
        if (timestampNanos < lastTimestampNanos)
        {
            countBackwards(position);
        }
        lastTimestampNanos = timestampNanos;
        return true;
    }

    /** Returns how many messages of a type were accepted. */
    public long acceptedCount(final int type)
    {
        return accepted[type];
    }

    /** Returns how many messages of a type that ITCH 5.0 does not know were turned away. */
    public long unknownCount(final int type)
    {
        return unknown[type];
    }

    /** Returns how many messages of a known type were turned away because their length is not that of the type. */
    public long wrongLengthCount(final int type)
    {
        return wrongLength[type];
    }

    /** Returns how many messages are older than the one before them. */
    public long backwardsCount()
    {
        return backwardsCount;
    }

    /** Returns where the first message of unknown type stood, or {@link #NONE}. */
    public long firstUnknownPosition()
    {
        return firstUnknownPosition;
    }

    /** Returns where the first message of wrong length stood, or {@link #NONE}. */
    public long firstWrongLengthPosition()
    {
        return firstWrongLengthPosition;
    }

    /** Returns where the first message that is older than its predecessor stood, or {@link #NONE}. */
    public long firstBackwardsPosition()
    {
        return firstBackwardsPosition;
    }

    /** Returns the timestamp of the last accepted message; 0 if there was none. */
    public long lastTimestampNanos()
    {
        return lastTimestampNanos;
    }

    private void turnAway(final int type, final long position)
    {
        if (ItchLayout.expectedLength(type) == 0)
        {
            unknown[type]++;
            firstUnknownPosition = firstUnknownPosition == NONE ? position : firstUnknownPosition;
        }
        else
        {
            wrongLength[type]++;
            firstWrongLengthPosition = firstWrongLengthPosition == NONE ? position : firstWrongLengthPosition;
        }
    }

    private void countBackwards(final long position)
    {
        backwardsCount++;
        firstBackwardsPosition = firstBackwardsPosition == NONE ? position : firstBackwardsPosition;
    }
}
