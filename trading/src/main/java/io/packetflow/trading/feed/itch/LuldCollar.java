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
 * Cold path. Limit up, limit down: the collar of a reopening auction.
 * Type {@code J}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param referencePriceE4 at 19, 4 bytes: middle of the collar
 * @param upperPriceE4 at 23, 4 bytes: upper end
 * @param lowerPriceE4 at 27, 4 bytes: lower end
 * @param extension at 31, 4 bytes: how often it was extended
 */
public record LuldCollar(
    long stock,
    long referencePriceE4,
    long upperPriceE4,
    long lowerPriceE4,
    long extension) implements ItchAdminMessage
{
    /** Offset of {@link #referencePriceE4}. */
    public static final int REFERENCE_PRICE = 19;
    /** Offset of {@link #upperPriceE4}. */
    public static final int UPPER_PRICE = 23;
    /** Offset of {@link #lowerPriceE4}. */
    public static final int LOWER_PRICE = 27;
    /** Offset of {@link #extension}. */
    public static final int EXTENSION = 31;

    static LuldCollar decode(final Slab slab, final long offset)
    {
        return new LuldCollar(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.unsignedInt(slab, offset + REFERENCE_PRICE),
            ItchDecoder.unsignedInt(slab, offset + UPPER_PRICE),
            ItchDecoder.unsignedInt(slab, offset + LOWER_PRICE),
            ItchDecoder.unsignedInt(slab, offset + EXTENSION));
    }

    @Override
    public char type()
    {
        return ItchLayout.LULD_COLLAR;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putIntBigEndian(offset + REFERENCE_PRICE, (int)referencePriceE4);
        slab.putIntBigEndian(offset + UPPER_PRICE, (int)upperPriceE4);
        slab.putIntBigEndian(offset + LOWER_PRICE, (int)lowerPriceE4);
        slab.putIntBigEndian(offset + EXTENSION, (int)extension);
    }
}
