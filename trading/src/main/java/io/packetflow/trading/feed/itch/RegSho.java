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
 * Cold path. Short sale price test of a symbol. Type {@code Y}; header and units: {@link ItchLayout}.
 *
 * @param stock at 11, 8 bytes: symbol
 * @param action at 19, 1 byte: {@code 0 1 2}: none, in effect, remains in effect
 */
public record RegSho(long stock, char action) implements ItchAdminMessage
{
    /** Offset of {@link #action}. */
    public static final int ACTION = 19;

    static RegSho decode(final Slab slab, final long offset)
    {
        return new RegSho(
            slab.getLongBigEndian(offset + STOCK),
            ItchDecoder.character(slab, offset + ACTION));
    }

    @Override
    public char type()
    {
        return ItchLayout.REG_SHO;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + STOCK, stock);
        slab.putByte(offset + ACTION, (byte)action);
    }
}
