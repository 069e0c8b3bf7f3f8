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
 * Cold path. A phase of the day begins or ends; locate 0. Type {@code S}; header and units: {@link ItchLayout}.
 *
 * @param event at 11, 1 byte: {@code O S Q M E C}: messages, system hours, market hours; the last three their ends
 */
public record SystemEvent(char event) implements ItchAdminMessage
{
    /** Offset of {@link #event}. */
    public static final int EVENT = 11;

    static SystemEvent decode(final Slab slab, final long offset)
    {
        return new SystemEvent(
            ItchDecoder.character(slab, offset + EVENT));
    }

    @Override
    public char type()
    {
        return ItchLayout.SYSTEM_EVENT;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putByte(offset + EVENT, (byte)event);
    }
}
