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
package net.openhft.chronicle.hash;

import net.openhft.chronicle.bytes.BytesStore;

/**
 * Cold path. What Chronicle Map would have a compiler write at run time, for the one value interface of its own: it
 * looks for a class of this name first. The package's description says why that is better. The offsets are those that
 * Chronicle Values gives the fields, so a program without this class reads the same files. Used by one thread.
 *
 * <pre>
 *   0 u24 extra tier bulks   3 u40 first free tier   8 u40 extra tiers   13 u32 offset of segments   17 u64 bytes
 * </pre>
 */
@SuppressWarnings("checkstyle:TypeName") // The name is the one that Chronicle Values looks for.
public final class VanillaGlobalMutableState$$Native implements VanillaGlobalMutableState
{
    private static final int BULKS = 0;
    private static final int FIRST_FREE_TIER = 3;
    private static final int TIERS_IN_USE = 8;
    private static final int SEGMENT_HEADERS = 13;
    private static final int DATA_STORE = 17;
    private static final int BYTES = 25;
    private static final int MASK_24 = (1 << 24) - 1;
    private static final long MASK_32 = (1L << 32) - 1;
    private static final long MASK_40 = (1L << 40) - 1;

    private BytesStore<?, ?> bytes;
    private long offset;

    /** Called by reflection. */
    public VanillaGlobalMutableState$$Native()
    {
    }

    @Override
    public int getAllocatedExtraTierBulks()
    {
        return bytes.readInt(offset + BULKS) & MASK_24;
    }

    @Override
    public void setAllocatedExtraTierBulks(final int value)
    {
        require(value, MASK_24);
        final long at = offset + BULKS;
        bytes.writeInt(at, (bytes.readInt(at) & ~MASK_24) | value);
    }

    @Override
    public long getFirstFreeTierIndex()
    {
        return read40(FIRST_FREE_TIER);
    }

    @Override
    public void setFirstFreeTierIndex(final long value)
    {
        write40(FIRST_FREE_TIER, value);
    }

    @Override
    public long getExtraTiersInUse()
    {
        return read40(TIERS_IN_USE);
    }

    @Override
    public void setExtraTiersInUse(final long value)
    {
        write40(TIERS_IN_USE, value);
    }

    @Override
    public long getSegmentHeadersOffset()
    {
        return bytes.readInt(offset + SEGMENT_HEADERS) & MASK_32;
    }

    @Override
    public void setSegmentHeadersOffset(final long value)
    {
        require(value, MASK_32);
        bytes.writeInt(offset + SEGMENT_HEADERS, (int)value);
    }

    @Override
    public long getDataStoreSize()
    {
        return bytes.readLong(offset + DATA_STORE);
    }

    @Override
    public void setDataStoreSize(final long value)
    {
        require(value, Long.MAX_VALUE);
        bytes.writeLong(offset + DATA_STORE, value);
    }

    @Override
    public long addDataStoreSize(final long addition)
    {
        final long sum = getDataStoreSize() + addition;
        setDataStoreSize(sum);
        return sum;
    }

    private long read40(final int field)
    {
        return bytes.readLong(offset + field) & MASK_40;
    }

    private void write40(final int field, final long value)
    {
        require(value, MASK_40);
        final long at = offset + field;
        bytes.writeLong(at, (bytes.readLong(at) & ~MASK_40) | value);
    }

    private static void require(final long value, final long most)
    {
        if (value < 0 || value > most)
        {
            throw new IllegalArgumentException("must be 0 to " + most + ": value=" + value);
        }
    }

    @Override
    @SuppressWarnings("rawtypes")
    public void bytesStore(final BytesStore store, final long storeOffset, final long length)
    {
        if (length != BYTES)
        {
            throw new IllegalArgumentException("must be " + BYTES + ": length=" + length);
        }
        bytes = store;
        offset = storeOffset;
    }

    @Override
    @SuppressWarnings("rawtypes")
    public BytesStore bytesStore()
    {
        return bytes;
    }

    @Override
    public long offset()
    {
        return offset;
    }

    @Override
    public long maxSize()
    {
        return BYTES;
    }
}
