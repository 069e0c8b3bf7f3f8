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
 * Cold path. A market-wide circuit breaker level was breached. Type {@code W}; header and units: {@link ItchLayout}.
 *
 * @param level at 11, 1 byte: {@code 1 2 3}
 */
public record MwcbStatus(char level) implements ItchAdminMessage
{
    /** Offset of {@link #level}. */
    public static final int LEVEL = 11;

    static MwcbStatus decode(final Slab slab, final long offset)
    {
        return new MwcbStatus(
            ItchDecoder.character(slab, offset + LEVEL));
    }

    @Override
    public char type()
    {
        return ItchLayout.MWCB_STATUS;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putByte(offset + LEVEL, (byte)level);
    }
}
