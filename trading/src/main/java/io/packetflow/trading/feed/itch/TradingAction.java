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
 * Cold path. The trading state of a symbol. Type {@code H}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param state at 19, 1 byte: {@code H P Q T}: halted, paused, quotation only, trading
 * @param reserved at 20, 1 byte: nothing yet
 * @param reason at 21, 4 bytes: four characters, the first in the highest byte
 */
public record TradingAction(
    long stock,
    char state,
    char reserved,
    int reason) implements ItchAdminMessage
{
    /** Offset of {@link #state}. */
    public static final int STATE = 19;
    /** Offset of {@link #reserved}. */
    public static final int RESERVED = 20;
    /** Offset of {@link #reason}. */
    public static final int REASON = 21;

    static TradingAction decode(final Slab slab, final long offset)
    {
        return new TradingAction(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + STATE),
            ItchDecoder.character(slab, offset + RESERVED),
            slab.getIntBigEndian(offset + REASON));
    }

    @Override
    public char type()
    {
        return ItchLayout.TRADING_ACTION;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + STATE, (byte)state);
        slab.putByte(offset + RESERVED, (byte)reserved);
        slab.putIntBigEndian(offset + REASON, reason);
    }
}
