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
 * Cold path. What a market participant is in a symbol. Type {@code L}; header and units: {@link ItchLayout}.
 *
 * @param mpid at 11, 4 bytes: four characters, the first in the highest byte
 * @param stock at 15, 8 bytes: symbol
 * @param primaryMarketMaker at 23, 1 byte: {@code Y} or {@code N}
 * @param mode at 24, 1 byte: market maker mode
 * @param state at 25, 1 byte: {@code A E W S D}
 */
public record ParticipantPosition(
    int mpid,
    long stock,
    char primaryMarketMaker,
    char mode,
    char state) implements ItchAdminMessage
{
    /** Offset of {@link #mpid}. */
    public static final int MPID = 11;
    /** Offset of {@link #stock}. */
    public static final int PARTICIPANT_STOCK = 15;
    /** Offset of {@link #primaryMarketMaker}. */
    public static final int PRIMARY_MARKET_MAKER = 23;
    /** Offset of {@link #mode}. */
    public static final int MODE = 24;
    /** Offset of {@link #state}. */
    public static final int STATE = 25;

    static ParticipantPosition decode(final Slab slab, final long offset)
    {
        return new ParticipantPosition(
            slab.getIntBigEndian(offset + MPID),
            slab.getLongBigEndian(offset + PARTICIPANT_STOCK),
            ItchDecoder.character(slab, offset + PRIMARY_MARKET_MAKER),
            ItchDecoder.character(slab, offset + MODE),
            ItchDecoder.character(slab, offset + STATE));
    }

    @Override
    public char type()
    {
        return ItchLayout.PARTICIPANT_POSITION;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putIntBigEndian(offset + MPID, mpid);
        slab.putLongBigEndian(offset + PARTICIPANT_STOCK, stock);
        slab.putByte(offset + PRIMARY_MARKET_MAKER, (byte)primaryMarketMaker);
        slab.putByte(offset + MODE, (byte)mode);
        slab.putByte(offset + STATE, (byte)state);
    }
}
