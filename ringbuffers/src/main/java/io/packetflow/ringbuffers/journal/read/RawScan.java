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

import io.packetflow.layout.memory.Slab;
import io.packetflow.ringbuffers.journal.format.RecordFormat;
import io.packetflow.ringbuffers.journal.format.RecordType;

/** Cold path. Looks at what lies behind the place at which the chain of records broke. */
final class RawScan
{
    /** In place of a sequence: no record was found. */
    static final long NOTHING = -1;

    private static final long PAGE_BYTES = 4096;
    private static final long SECTOR_BYTES = 512;

    private RawScan()
    {
    }

    /**
     * Looks for whole records of the epoch that come after the last one that counts, at every place where one can be.
     *
     * @return the highest sequence among them, or {@link #NOTHING}
     */
    static long beyond(final Slab slab, final long from, final long limit, final int epoch, final long lastSequence)
    {
        long highest = NOTHING;
        long at = from;
        while (at + RecordFormat.HEADER_BYTES <= limit)
        {
            if (slab.getLong(at) != 0 && RecordFormat.epoch(slab, at) == epoch && isAfter(slab, at, lastSequence) &&
                RecordShape.isWhole(slab, at, limit))
            {
                highest = Math.max(highest, RecordFormat.sequence(slab, at));
                at += RecordFormat.frameLength(slab, at);
            }
            else
            {
                at += RecordFormat.ALIGNMENT;
            }
        }
        return highest;
    }

    /** Finds the whole record of an instance by its sequence and checksum; answers its offset or {@link #NOTHING}. */
    static long find(
        final Slab slab, final long from, final long limit, final int epoch, final JournalAnchor anchor)
    {
        for (long at = from; at + RecordFormat.HEADER_BYTES <= limit; at += RecordFormat.ALIGNMENT)
        {
            if (RecordFormat.claimedChecksum(slab, at) == anchor.checksum() &&
                RecordFormat.sequence(slab, at) == anchor.sequence() && RecordFormat.epoch(slab, at) == epoch &&
                RecordShape.isWhole(slab, at, limit))
            {
                return at;
            }
        }
        return NOTHING;
    }

    private static boolean isAfter(final Slab slab, final long at, final long lastSequence)
    {
        final long sequence = RecordFormat.sequence(slab, at);
        final boolean isInstance = RecordFormat.type(slab, at) < RecordType.EPOCH_START.code();
        return sequence > lastSequence || (sequence == lastSequence && !isInstance);
    }

    /** Tells whether a range, which begins at a multiple of eight, holds nothing but zeros. */
    static boolean isZero(final Slab slab, final long from, final long limit)
    {
        final long whole = limit & -Long.BYTES;
        for (long at = from; at < whole; at += Long.BYTES)
        {
            if (slab.getLong(at) != 0)
            {
                return false;
            }
        }
        for (long at = Math.max(from, whole); at < limit; at++)
        {
            if (slab.getByte(at) != 0)
            {
                return false;
            }
        }
        return true;
    }

    /**
     * Tells whether the record that should be there reaches into a page of which nothing was kept: zeros from within
     * the record to the page's end, as a host leaves them that dies before it wrote the page.
     */
    static boolean isPageLost(final Slab slab, final long at, final long limit)
    {
        final int claimed = RecordFormat.frameLength(slab, at);
        if (claimed == 0)
        {
            return true;
        }
        // A header of which the second half is lost has no length that could be believed.
        final boolean isPlausible = RecordShape.isPlausible(slab, at, claimed, limit);
        final long end = Math.min(at + (isPlausible ? claimed : RecordFormat.HEADER_BYTES), limit);
        for (long page = (at / PAGE_BYTES + 1) * PAGE_BYTES; page < end; page += PAGE_BYTES)
        {
            final long pageEnd = Math.min(page + PAGE_BYTES, limit);
            if (isZero(slab, Math.min(end, pageEnd - Long.BYTES), pageEnd))
            {
                return true;
            }
        }
        return isSectorLost(slab, at, end, limit);
    }

    /** A disk that loses its power within a page has written some of its sectors, in any order. */
    private static boolean isSectorLost(final Slab slab, final long at, final long end, final long limit)
    {
        for (long sector = (at / SECTOR_BYTES + 1) * SECTOR_BYTES; sector < end; sector += SECTOR_BYTES)
        {
            if (isZero(slab, sector, Math.min(sector + SECTOR_BYTES, limit)))
            {
                return true;
            }
        }
        return false;
    }
}
