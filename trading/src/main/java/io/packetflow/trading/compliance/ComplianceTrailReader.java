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

import java.io.IOException;
import java.lang.invoke.VarHandle;

import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Reads a {@link ComplianceTrail} from any thread while it is written; an instance belongs to one thread and
 * remembers how far it read. A record that the writer overtook while it was copied is not delivered but counted.
 */
public final class ComplianceTrailReader
{
    /** First line of the CSV. */
    public static final String CSV_HEADER =
        "sequence,timeNanos,userRef,originalUserRef,locate,action,side,priceE4,quantity," +
        "violations,limitsVersion,verdict";

    private final ComplianceTrail trail;
    private final Slab slab;
    private long next;
    private long lost;

    /**
     * Creates a reader that starts at the oldest record kept.
     *
     * @param trail to read
     */
    public ComplianceTrailReader(final ComplianceTrail trail)
    {
        this.trail = trail;
        this.slab = trail.slab();
        this.next = Math.max(0, trail.published() - trail.capacity());
    }

    /**
     * Copies the next record.
     *
     * @return the record, or null if there is no newer one
     */
    public ComplianceRecord poll()
    {
        while (next < trail.published())
        {
            final long sequence = next++;
            final ComplianceRecord copy = copy(trail.recordOffset(sequence));
            // What was copied is valid if the writer had not begun to write the slot anew when the copy was complete.
            VarHandle.acquireFence();
            if (trail.claimed() - trail.capacity() <= sequence)
            {
                return copy;
            }
            lost++;
        }
        return null;
    }

    /** Returns how many records the writer overwrote before they could be read. */
    public long lost()
    {
        return lost;
    }

    /**
     * Appends the records that there are as lines of CSV, with a header.
     *
     * @param out to append to
     * @return how many records were written
     * @throws IOException if {@code out} refuses
     */
    public long printCsv(final Appendable out) throws IOException
    {
        out.append(CSV_HEADER).append('\n');
        long count = 0;
        ComplianceRecord r = poll();
        while (r != null)
        {
            out.append(r.sequence() + "," + r.timeNanos() + "," + Integer.toUnsignedString(r.userRef()) + "," +
                Integer.toUnsignedString(r.originalUserRef()) + "," + r.locate() + "," + r.action() + "," + r.side() +
                "," + r.priceE4() + "," + r.quantity() + ",0x" + Long.toHexString(r.violations()) + "," +
                r.limitsVersion() + "," + r.verdict() + "\n");
            count++;
            r = poll();
        }
        return count;
    }

    private ComplianceRecord copy(final long at)
    {
        return new ComplianceRecord(
            slab.getLong(at + ComplianceRecordLayout.SEQUENCE),
            slab.getLong(at + ComplianceRecordLayout.TIME),
            slab.getInt(at + ComplianceRecordLayout.USER_REF),
            slab.getInt(at + ComplianceRecordLayout.ORIGINAL_USER_REF),
            slab.getInt(at + ComplianceRecordLayout.LOCATE),
            slab.getByte(at + ComplianceRecordLayout.ACTION) & 0xFF,
            (char)(slab.getByte(at + ComplianceRecordLayout.SIDE) & 0xFF),
            slab.getLong(at + ComplianceRecordLayout.PRICE),
            slab.getInt(at + ComplianceRecordLayout.QUANTITY),
            slab.getLong(at + ComplianceRecordLayout.VIOLATIONS),
            slab.getLong(at + ComplianceRecordLayout.LIMITS_VERSION),
            slab.getInt(at + ComplianceRecordLayout.VERDICT));
    }
}
