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
 * Cold path. Retail price improvement interest in a symbol. Type {@code N}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param interest at 19, 1 byte: {@code B S A N}: buy, sell, both, none
 */
public record RetailInterest(long stock, char interest) implements ItchAdminMessage
{
    /** Offset of {@link #interest}. */
    public static final int INTEREST = 19;

    static RetailInterest decode(final Slab slab, final long offset)
    {
        return new RetailInterest(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + INTEREST));
    }

    @Override
    public char type()
    {
        return ItchLayout.RETAIL_INTEREST;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + INTEREST, (byte)interest);
    }
}
