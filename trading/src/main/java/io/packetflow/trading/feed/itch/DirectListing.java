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
 * Cold path. Direct listing with capital raise: its price discovery.
 * Type {@code O}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param eligible at 19, 1 byte: {@code Y} or {@code N}
 * @param minimumPriceE4 at 20, 4 bytes: allowed
 * @param maximumPriceE4 at 24, 4 bytes: allowed
 * @param nearPriceE4 at 28, 4 bytes: of execution
 * @param nearTimeNanos at 32, 8 bytes: when it was computed
 * @param lowerCollarE4 at 40, 4 bytes: lower end
 * @param upperCollarE4 at 44, 4 bytes: upper end
 */
public record DirectListing(
    long stock,
    char eligible,
    long minimumPriceE4,
    long maximumPriceE4,
    long nearPriceE4,
    long nearTimeNanos,
    long lowerCollarE4,
    long upperCollarE4) implements ItchAdminMessage
{
    /** Offset of {@link #eligible}. */
    public static final int ELIGIBLE = 19;
    /** Offset of {@link #minimumPriceE4}. */
    public static final int MINIMUM_PRICE = 20;
    /** Offset of {@link #maximumPriceE4}. */
    public static final int MAXIMUM_PRICE = 24;
    /** Offset of {@link #nearPriceE4}. */
    public static final int NEAR_PRICE = 28;
    /** Offset of {@link #nearTimeNanos}. */
    public static final int NEAR_TIME = 32;
    /** Offset of {@link #lowerCollarE4}. */
    public static final int LOWER_COLLAR = 40;
    /** Offset of {@link #upperCollarE4}. */
    public static final int UPPER_COLLAR = 44;

    static DirectListing decode(final Slab slab, final long offset)
    {
        return new DirectListing(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + ELIGIBLE),
            ItchDecoder.unsignedInt(slab, offset + MINIMUM_PRICE),
            ItchDecoder.unsignedInt(slab, offset + MAXIMUM_PRICE),
            ItchDecoder.unsignedInt(slab, offset + NEAR_PRICE),
            slab.getLongBigEndian(offset + NEAR_TIME),
            ItchDecoder.unsignedInt(slab, offset + LOWER_COLLAR),
            ItchDecoder.unsignedInt(slab, offset + UPPER_COLLAR));
    }

    @Override
    public char type()
    {
        return ItchLayout.DIRECT_LISTING;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + ELIGIBLE, (byte)eligible);
        slab.putIntBigEndian(offset + MINIMUM_PRICE, (int)minimumPriceE4);
        slab.putIntBigEndian(offset + MAXIMUM_PRICE, (int)maximumPriceE4);
        slab.putIntBigEndian(offset + NEAR_PRICE, (int)nearPriceE4);
        slab.putLongBigEndian(offset + NEAR_TIME, nearTimeNanos);
        slab.putIntBigEndian(offset + LOWER_COLLAR, (int)lowerCollarE4);
        slab.putIntBigEndian(offset + UPPER_COLLAR, (int)upperCollarE4);
    }
}
