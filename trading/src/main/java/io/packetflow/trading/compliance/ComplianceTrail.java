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
package io.packetflow.trading.compliance;

import java.lang.invoke.VarHandle;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. The trail of order decisions: a ring of {@link ComplianceRecordLayout records} that keeps the newest ones;
 * written by one thread, read by any ({@link ComplianceTrailReader}).
 *
 * <p>Assumptions: one thread appends. Guarantees: a record becomes visible as a whole, with everything before it, by
 * the release store of the published count; nothing is allocated; appending never waits for readers, so a slow reader
 * loses the oldest records, and knows how many.
 *
 * <p>The count has a line pair of its own before the records, so readers that poll it do not slow the writer's records
 * down.
 */
public final class ComplianceTrail implements Stateful
{
    private static final int PUBLISHED = 0;
    private static final int CLAIMED = 8;
    private static final int HEADER_LENGTH = 128;
    private static final int RECORD_SHIFT = 6;
    private static final int ALIGNMENT = 128;
    private static final int MAX_CAPACITY = 1 << 26;

    private final Slab slab;
    private final int capacity;
    private final int mask;
    private long count;

    /**
     * Creates an empty trail.
     *
     * @param arena that gives the memory, 64 bytes a record
     * @param minCapacity records that it keeps at least, 1 to 2^26, rounded up to a power of two
     * @throws IllegalArgumentException if the capacity is out of range
     */
    public ComplianceTrail(final Arena arena, final int minCapacity)
    {
        if (minCapacity < 1 || minCapacity > MAX_CAPACITY)
        {
            throw new IllegalArgumentException("a trail keeps 1 to 2^26 records: minCapacity=" + minCapacity);
        }
        this.capacity = Integer.highestOneBit(2 * minCapacity - 1);
        this.mask = capacity - 1;
        this.slab = arena.allocate(HEADER_LENGTH + ((long)capacity << RECORD_SHIFT), ALIGNMENT);
    }

    /**
     * Starts the next record: claims its slot and writes what names it. {@link #decide} completes and publishes it.
     *
     * @param timeNanos logical time
     * @param locate of the symbol
     * @param action that was asked for
     * @param side as on the wire
     * @param userRef of the order
     * @param originalUserRef of the order replaced or canceled, 0 if none
     * @param priceE4 limit price, four decimals
     * @param quantity in shares
     */
    public void begin(
        final long timeNanos,
        final int locate,
        final int action,
        final byte side,
        final int userRef,
        final int originalUserRef,
        final long priceE4,
        final int quantity)
    {
        // Readers must see the claim before any byte of the slot changes: a record under way is no record.
        slab.putLong(CLAIMED, count + 1);
        VarHandle.storeStoreFence();
        final long at = recordOffset(count);
        slab.putLong(at + ComplianceRecordLayout.SEQUENCE, count);
        slab.putLong(at + ComplianceRecordLayout.TIME, timeNanos);
        slab.putInt(at + ComplianceRecordLayout.USER_REF, userRef);
        slab.putInt(at + ComplianceRecordLayout.LOCATE, locate);
        slab.putInt(at + ComplianceRecordLayout.ACTION, (action & 0xFF) | (side & 0xFF) << 8);
        slab.putLong(at + ComplianceRecordLayout.PRICE, priceE4);
        slab.putInt(at + ComplianceRecordLayout.QUANTITY, quantity);
        slab.putInt(at + ComplianceRecordLayout.ORIGINAL_USER_REF, originalUserRef);
    }

    /**
     * Completes the record that was begun, and publishes it.
     *
     * @param violations that were found, a bit set
     * @param limitsVersion of the limits in force
     * @param verdict {@link ComplianceRecordLayout#PASSED} or {@link ComplianceRecordLayout#BLOCKED}
     * @return sequence of the record
     */
    public long decide(final long violations, final long limitsVersion, final int verdict)
    {
        final long at = recordOffset(count);
        slab.putInt(at + ComplianceRecordLayout.VERDICT, verdict);
        slab.putLong(at + ComplianceRecordLayout.VIOLATIONS, violations);
        slab.putLong(at + ComplianceRecordLayout.LIMITS_VERSION, limitsVersion);
        final long sequence = count++;
        slab.putLongRelease(PUBLISHED, count);
        return sequence;
    }

    /** Returns how many records were published since the beginning; any thread. */
    public long published()
    {
        return slab.getLongAcquire(PUBLISHED);
    }

    /** Returns how many records the ring keeps. */
    public int capacity()
    {
        return capacity;
    }

    /** Cold. The records that are kept, and their count; called between two records. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("records", slab);
        count = state.int64("count", count);
    }

    /** Returns how many records were begun; any thread. Those older than this minus the capacity are gone. */
    long claimed()
    {
        return slab.getLongVolatile(CLAIMED);
    }

    Slab slab()
    {
        return slab;
    }

    long recordOffset(final long sequence)
    {
        return HEADER_LENGTH + ((sequence & mask) << RECORD_SHIFT);
    }
}
