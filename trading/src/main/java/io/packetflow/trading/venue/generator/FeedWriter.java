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
package io.packetflow.trading.venue.generator;

import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchAdminMessage;
import io.packetflow.trading.feed.itch.ItchEncoder;

/**
 * Hot path. Where the message under way is written: the memory, the place in it, and the numbers that every message of
 * a day shares. One thread.
 */
final class FeedWriter
{
    /** The one market participant that shows itself: PFLW, the first character in the highest byte. */
    static final int MPID = 'P' << 24 | 'F' << 16 | 'L' << 8 | 'W';

    private final Slab slab;
    private final Listing listing;
    private long offset;
    private long timeNanos;
    private long lastReference;
    private long lastMatch;

    FeedWriter(final Slab slab, final Listing listing)
    {
        this.slab = slab;
        this.listing = listing;
    }

    Slab slab()
    {
        return slab;
    }

    Listing listing()
    {
        return listing;
    }

    long offset()
    {
        return offset;
    }

    long timeNanos()
    {
        return timeNanos;
    }

    void moveTo(final long offset, final long timeNanos)
    {
        this.offset = offset;
        this.timeNanos = timeNanos;
    }

    /** Writes the header of a message about a stock. */
    void header(final char type, final int symbol)
    {
        ItchEncoder.header(slab, offset, type, symbol + 1, 0, timeNanos);
    }

    /** Writes a message about a stock that is about neither orders nor trades; answers its length. */
    int write(final ItchAdminMessage message, final int symbol)
    {
        return message.encode(slab, offset, symbol + 1, 0, timeNanos);
    }

    /** Writes a message about the whole market; answers its length. */
    int writeForMarket(final ItchAdminMessage message)
    {
        return message.encode(slab, offset, 0, 0, timeNanos);
    }

    /** Gives the next order reference: growing, with gaps, as other participants and markets take theirs. */
    long nextReference(final long bits)
    {
        lastReference += 1 + (bits & 3);
        return lastReference;
    }

    long nextMatch()
    {
        return ++lastMatch;
    }

    long lastMatch()
    {
        return lastMatch;
    }
}
