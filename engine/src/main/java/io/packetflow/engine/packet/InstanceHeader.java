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
package io.packetflow.engine.packet;

import io.packetflow.layout.memory.Flyweight;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.record.RecordLayout;

/**
 * Hot path. The header line of a slot, written by the sequencing node before the instance is published, read by all
 * afterwards; no node writes it later. The two stamps are for measurement only and never part of state or hashes.
 *
 * <pre>
 *   0  availability     word of the ring (in-slot publication), else unused
 *   8  sequence         1, 2, 3 ... dense, identifies the instance
 *  16  logicalTimeNanos UTC-based or the source's, never decreasing
 *  24  ingressNanos     System.nanoTime() when the first byte was seen, 0 if not stamped
 *  32  plannedNanos     System.nanoTime() at which the load generator meant to send it, 0 if there is none
 *  40  kind             code of the instance kind, 4 bytes
 *  44  inputLength      bytes of input, 4 bytes
 *  48  source           index of the source, 4 bytes
 *  52  flags            reserved, 4 bytes
 *  56  journalPosition  reserved for the journal
 * </pre>
 */
public final class InstanceHeader extends Flyweight
{
    /** The header's layout: one cache line. */
    public static final RecordLayout LAYOUT = RecordLayout.named("Header").inDeclaredOrder()
        .int64("availability").int64("sequence").int64("logicalTimeNanos").int64("ingressNanos").int64("plannedNanos")
        .int32("kind").int32("inputLength").int32("source").int32("flags").int64("journalPosition").build();

    private static final int SEQUENCE = LAYOUT.offset("sequence");
    private static final int LOGICAL_TIME = LAYOUT.offset("logicalTimeNanos");
    private static final int INGRESS = LAYOUT.offset("ingressNanos");
    private static final int PLANNED = LAYOUT.offset("plannedNanos");
    private static final int KIND = LAYOUT.offset("kind");
    private static final int INPUT_LENGTH = LAYOUT.offset("inputLength");
    private static final int SOURCE = LAYOUT.offset("source");

    /**
     * Binds the view to the slots of a ring.
     *
     * @param slab of the ring
     */
    public InstanceHeader(final Slab slab)
    {
        super(slab);
    }

    /** Returns the instance's sequence, 1 for the first. */
    public long sequence()
    {
        return int64(SEQUENCE);
    }

    /** Returns the instance's logical time in nanoseconds. */
    public long logicalTimeNanos()
    {
        return int64(LOGICAL_TIME);
    }

    /** Returns when the first byte was seen, on the clock of {@link System#nanoTime()}; 0 if not stamped. */
    public long ingressNanos()
    {
        return int64(INGRESS);
    }

    /** Returns when the load generator meant to send it, on the clock of {@link System#nanoTime()}; 0 if unplanned. */
    public long plannedNanos()
    {
        return int64(PLANNED);
    }

    /** Returns the code of the instance's kind. */
    public int kind()
    {
        return int32(KIND);
    }

    /** Returns the bytes of input. */
    public int inputLength()
    {
        return int32(INPUT_LENGTH);
    }

    /** Returns the index of the source that it came from. */
    public int source()
    {
        return int32(SOURCE);
    }

    /**
     * Sets the identity; sequencing node only.
     *
     * @param sequence of the instance
     * @param logicalTimeNanos of the instance
     * @param source index of its source
     */
    public void identify(final long sequence, final long logicalTimeNanos, final int source)
    {
        int64(SEQUENCE, sequence);
        int64(LOGICAL_TIME, logicalTimeNanos);
        int32(SOURCE, source);
    }

    /**
     * Sets what the input is; sources only.
     *
     * @param kind code of the instance's kind
     * @param inputLength bytes of input
     */
    public void describe(final int kind, final int inputLength)
    {
        // Neighbours: one store for both.
        int64(KIND, (long)inputLength << Integer.SIZE | kind);
    }

    /**
     * Sets the stamps for measurement; sources only.
     *
     * @param ingressNanos when the first byte was seen, 0 for none
     * @param plannedNanos when it was meant to be sent, 0 for none
     */
    public void stamp(final long ingressNanos, final long plannedNanos)
    {
        int64(INGRESS, ingressNanos);
        int64(PLANNED, plannedNanos);
    }
}
