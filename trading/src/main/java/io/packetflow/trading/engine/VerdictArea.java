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
package io.packetflow.trading.engine;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * Hot path. What RiskManager says of each intent: a mask of violations, 0 for a pass, under one version of the limits.
 */
public final class VerdictArea extends Flyweight
{
    /** Layout of the area. */
    public static final RecordLayout LAYOUT = RecordLayout.named("VerdictArea").inDeclaredOrder()
        .int64("violations_0").int64("violations_1").int64("limitsVersion").int32("filledLocate").int32("reserved")
        .build();

    private static final int VIOLATIONS = LAYOUT.offset("violations_0");
    private static final int LIMITS_VERSION = LAYOUT.offset("limitsVersion");
    private static final int FILLED_LOCATE = LAYOUT.offset("filledLocate");

    /** No order was filled by this instance. */
    public static final int NO_FILL = -1;

    /**
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public VerdictArea(final Slab slab)
    {
        super(slab);
    }

    /**
     * Returns the violations of an intent.
     *
     * @param index of the intent
     * @return mask of {@link io.packetflow.risk.pretrade.Violation}s, 0: it passed and is reserved
     */
    public long violations(final int index)
    {
        return int64(VIOLATIONS + index * Long.BYTES);
    }

    /** Returns the version of the limits that it was judged by. */
    public long limitsVersion()
    {
        return int64(LIMITS_VERSION);
    }

    /** Returns the stock locate of the order that this instance filled, or {@link #NO_FILL}. */
    public int filledLocate()
    {
        return int32(FILLED_LOCATE);
    }

    /** Writes which symbol was filled; RiskManager only. */
    void filledLocate(final int locate)
    {
        int32(FILLED_LOCATE, locate);
    }

    /** Writes the violations of an intent; RiskManager only. */
    void violations(final int index, final long mask)
    {
        int64(VIOLATIONS + index * Long.BYTES, mask);
    }

    /** Writes the version of the limits; RiskManager only. */
    void limitsVersion(final long version)
    {
        int64(LIMITS_VERSION, version);
    }
}
