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
 * Cold path. One market stops or resumes a symbol. Type {@code h}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param market at 19, 1 byte: {@code Q} Nasdaq, {@code B} BX, {@code X} PSX
 * @param action at 20, 1 byte: {@code H} halted, {@code T} resumed
 */
public record OperationalHalt(
    long stock,
    char market,
    char action) implements ItchAdminMessage
{
    /** Offset of {@link #market}. */
    public static final int MARKET = 19;
    /** Offset of {@link #action}. */
    public static final int ACTION = 20;

    static OperationalHalt decode(final Slab slab, final long offset)
    {
        return new OperationalHalt(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + MARKET),
            ItchDecoder.character(slab, offset + ACTION));
    }

    @Override
    public char type()
    {
        return ItchLayout.OPERATIONAL_HALT;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + MARKET, (byte)market);
        slab.putByte(offset + ACTION, (byte)action);
    }
}
