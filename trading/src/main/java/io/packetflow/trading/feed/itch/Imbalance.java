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
 * Cold path. Net order imbalance before a cross. Type {@code I}; header and units: {@link ItchLayout}.
 *
 * @param pairedShares at 11, 8 bytes: that would match
 * @param imbalanceShares at 19, 8 bytes: that would not
 * @param direction at 27, 1 byte: {@code B S N O P}
 * @param stock at 28, 8 bytes: symbol
 * @param farPriceE4 at 36, 4 bytes: of the cross orders alone
 * @param nearPriceE4 at 40, 4 bytes: of all orders
 * @param referencePriceE4 at 44, 4 bytes: of this message
 * @param crossType at 48, 1 byte: {@code O C H A}
 * @param variation at 49, 1 byte: how far the near price lies from the reference
 */
public record Imbalance(
    long pairedShares,
    long imbalanceShares,
    char direction,
    long stock,
    long farPriceE4,
    long nearPriceE4,
    long referencePriceE4,
    char crossType,
    char variation) implements ItchAdminMessage
{
    /** Offset of {@link #pairedShares}. */
    public static final int PAIRED_SHARES = 11;
    /** Offset of {@link #imbalanceShares}. */
    public static final int IMBALANCE_SHARES = 19;
    /** Offset of {@link #direction}. */
    public static final int DIRECTION = 27;
    /** Offset of {@link #stock}. */
    public static final int IMBALANCE_STOCK = 28;
    /** Offset of {@link #farPriceE4}. */
    public static final int FAR_PRICE = 36;
    /** Offset of {@link #nearPriceE4}. */
    public static final int NEAR_PRICE = 40;
    /** Offset of {@link #referencePriceE4}. */
    public static final int REFERENCE_PRICE = 44;
    /** Offset of {@link #crossType}. */
    public static final int CROSS_TYPE = 48;
    /** Offset of {@link #variation}. */
    public static final int VARIATION = 49;

    static Imbalance decode(final Slab slab, final long offset)
    {
        return new Imbalance(
            slab.getLongBigEndian(offset + PAIRED_SHARES),
            slab.getLongBigEndian(offset + IMBALANCE_SHARES),
            ItchDecoder.character(slab, offset + DIRECTION),
            slab.getLongBigEndian(offset + IMBALANCE_STOCK),
            ItchDecoder.unsignedInt(slab, offset + FAR_PRICE),
            ItchDecoder.unsignedInt(slab, offset + NEAR_PRICE),
            ItchDecoder.unsignedInt(slab, offset + REFERENCE_PRICE),
            ItchDecoder.character(slab, offset + CROSS_TYPE),
            ItchDecoder.character(slab, offset + VARIATION));
    }

    @Override
    public char type()
    {
        return ItchLayout.IMBALANCE;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + PAIRED_SHARES, pairedShares);
        slab.putLongBigEndian(offset + IMBALANCE_SHARES, imbalanceShares);
        slab.putByte(offset + DIRECTION, (byte)direction);
        slab.putLongBigEndian(offset + IMBALANCE_STOCK, stock);
        slab.putIntBigEndian(offset + FAR_PRICE, (int)farPriceE4);
        slab.putIntBigEndian(offset + NEAR_PRICE, (int)nearPriceE4);
        slab.putIntBigEndian(offset + REFERENCE_PRICE, (int)referencePriceE4);
        slab.putByte(offset + CROSS_TYPE, (byte)crossType);
        slab.putByte(offset + VARIATION, (byte)variation);
    }
}
