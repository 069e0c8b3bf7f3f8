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
package io.packetflow.ringbuffers.pressure;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.packetflow.ringbuffers.padding.LeadingPadding;

/**
 * Hot path. The counts of one gate. Single writer: the gate's producer thread, by plain read and release store. Any
 * thread reads, by acquire: whoever sees a count sees what its claim wrote before.
 */
abstract class ClaimCounts extends LeadingPadding
{
    private static final VarHandle CLAIMED;
    private static final VarHandle RETRIED;
    private static final VarHandle SHED_COUNT;
    private static final VarHandle REJECTED_COUNT;

    static
    {
        try
        {
            final MethodHandles.Lookup lookup = MethodHandles.lookup();
            CLAIMED = lookup.findVarHandle(ClaimCounts.class, "claimed", long.class);
            RETRIED = lookup.findVarHandle(ClaimCounts.class, "retried", long.class);
            SHED_COUNT = lookup.findVarHandle(ClaimCounts.class, "shed", long.class);
            REJECTED_COUNT = lookup.findVarHandle(ClaimCounts.class, "rejected", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long claimed;
    private long retried;
    private long shed;
    private long rejected;

    /** Returns how many slots were claimed through the gate; any thread. */
    public final long claimed()
    {
        return (long)CLAIMED.getAcquire(this);
    }

    /**
     * Returns how many attempts found the ring full and ended in another attempt, inside the same call or in a later
     * one ({@link ClaimGate#FULL_COME_AGAIN}); any thread.
     */
    public final long retried()
    {
        return (long)RETRIED.getAcquire(this);
    }

    /** Returns how many slots' worth of input was dropped; any thread. */
    public final long shed()
    {
        return (long)SHED_COUNT.getAcquire(this);
    }

    /** Returns how many slots' worth of input was refused; any thread. */
    public final long rejected()
    {
        return (long)REJECTED_COUNT.getAcquire(this);
    }

    final void countClaimed(final int count)
    {
        CLAIMED.setRelease(this, claimed + count);
    }

    final void countRetried()
    {
        RETRIED.setRelease(this, retried + 1);
    }

    final void countShed(final int count)
    {
        SHED_COUNT.setRelease(this, shed + count);
    }

    final void countRejected(final int count)
    {
        REJECTED_COUNT.setRelease(this, rejected + count);
    }
}
