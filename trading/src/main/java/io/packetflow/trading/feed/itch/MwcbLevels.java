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
 * Cold path. The day's market-wide circuit breaker levels; eight decimals.
 * Type {@code V}; header and units: {@link ItchLayout}.
 *
 * @param level1E8 at 11, 8 bytes: first level
 * @param level2E8 at 19, 8 bytes: second level
 * @param level3E8 at 27, 8 bytes: third level
 */
public record MwcbLevels(
    long level1E8,
    long level2E8,
    long level3E8) implements ItchAdminMessage
{
    /** Offset of {@link #level1E8}. */
    public static final int LEVEL_1 = 11;
    /** Offset of {@link #level2E8}. */
    public static final int LEVEL_2 = 19;
    /** Offset of {@link #level3E8}. */
    public static final int LEVEL_3 = 27;

    static MwcbLevels decode(final Slab slab, final long offset)
    {
        return new MwcbLevels(
            slab.getLongBigEndian(offset + LEVEL_1),
            slab.getLongBigEndian(offset + LEVEL_2),
            slab.getLongBigEndian(offset + LEVEL_3));
    }

    @Override
    public char type()
    {
        return ItchLayout.MWCB_LEVELS;
    }

    @Override
    public void encodeBody(final Slab slab, final long offset)
    {
        slab.putLongBigEndian(offset + LEVEL_1, level1E8);
        slab.putLongBigEndian(offset + LEVEL_2, level2E8);
        slab.putLongBigEndian(offset + LEVEL_3, level3E8);
    }
}
