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
 * Cold path. When an initial public offering may be quoted. Type {@code K}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param releaseTimeSeconds at 19, 4 bytes: since midnight
 * @param qualifier at 23, 1 byte: {@code A} anticipated, {@code C} cancelled
 * @param priceE4 at 24, 4 bytes: of the offering
 */
public record IpoQuoting(
    long stock,
    long releaseTimeSeconds,
    char qualifier,
    long priceE4) implements ItchAdminMessage
{
    /** Offset of {@link #releaseTimeSeconds}. */
    public static final int RELEASE_TIME = 19;
    /** Offset of {@link #qualifier}. */
    public static final int QUALIFIER = 23;
    /** Offset of {@link #priceE4}. */
    public static final int PRICE = 24;

    static IpoQuoting decode(final Slab slab, final long offset)
    {
        return new IpoQuoting(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.unsignedInt(slab, offset + RELEASE_TIME),
            ItchDecoder.character(slab, offset + QUALIFIER),
            ItchDecoder.unsignedInt(slab, offset + PRICE));
    }

    @Override
    public char type()
    {
        return ItchLayout.IPO_QUOTING;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putIntBigEndian(offset + RELEASE_TIME, (int)releaseTimeSeconds);
        slab.putByte(offset + QUALIFIER, (byte)qualifier);
        slab.putIntBigEndian(offset + PRICE, (int)priceE4);
    }
}
