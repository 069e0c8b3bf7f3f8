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
package io.packetflow.risk.pretrade;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.KillSwitch;

/**
 * Hot path. Counts refused orders, each violation by itself, and tells the kill switch of those that hint at a sender
 * out of control. Single owner: the thread that checks orders. No allocation.
 */
public final class RefusalCounters implements Stateful
{
    private static final long BREACHES = Violations.breaches();
    private static final long UNKNOWN_ACCOUNT = Violation.ACCOUNT_UNKNOWN.mask() | Violation.TIME_INVALID.mask();
    private static final int LINE = 64;

    private final Slab counts;
    private final KillSwitch killSwitch;
    private long refusedCount;

    /**
     * Allocates counters at zero.
     *
     * @param arena that owns their memory
     * @param killSwitch that counts breaches
     */
    public RefusalCounters(final Arena arena, final KillSwitch killSwitch)
    {
        this.counts = arena.allocate((long)Long.SIZE * Long.BYTES, LINE);
        this.killSwitch = killSwitch;
    }

    /** Returns how many orders were refused. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /**
     * Returns how many orders were refused for one reason, among others perhaps.
     *
     * @param violation that is asked for
     * @return their count
     */
    public long count(final Violation violation)
    {
        return counts.getLong((long)violation.bit() * Long.BYTES);
    }

    /** Cold. The counts; breaches are the kill switch's. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("counts", counts);
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    void record(final long violations, final int account, final long nowNanos)
    {
        refusedCount++;
        long left = violations;
        while (left != 0)
        {
            final long place = (long)Long.numberOfTrailingZeros(left) * Long.BYTES;
            counts.putLong(place, counts.getLong(place) + 1);
            left &= left - 1;
        }
        // Without an account or a time there is nobody to hold it against.
        if ((violations & BREACHES) != 0 && (violations & UNKNOWN_ACCOUNT) == 0)
        {
            killSwitch.onBreach(account, nowNanos);
        }
    }
}
