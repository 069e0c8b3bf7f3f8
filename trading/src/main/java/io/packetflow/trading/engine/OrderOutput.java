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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. Where OUCH messages leave the molecule: a circle of 64-byte slots that a session, a file writer or nobody
 * reads. Single writer: OrderRouter's node. At most one reader, on any thread.
 *
 * <pre>
 *   0  length   8 bytes
 *   8  message  up to 56 bytes
 * </pre>
 *
 * <p>With a reader the room is finite and the sources admit nothing while it might run out ({@link #hasRoomFor}), so
 * that the router never waits and no message is lost. Without one old messages are overwritten. A running hash over all
 * messages tells whether two runs sent the same, byte for byte.
 */
public final class OrderOutput implements Stateful
{
    private static final VarHandle WRITTEN;
    private static final VarHandle READ;
    private static final VarHandle COUNTED;
    private static final int SLOT_SHIFT = 6;
    private static final int MESSAGE = 8;
    private static final int ALIGNMENT = 128;
    private static final long HASH_SEED = 0x9E3779B97F4A7C15L;
    private static final long HASH_STEP = 0xD6E8FEB86659FD93L;
    private static final long EVEN_WORDS = 0xFF51AFD7ED558CCDL;
    private static final long ODD_WORDS = 0xC4CEB9FE1A85EC53L;

    static
    {
        try
        {
            WRITTEN = MethodHandles.lookup().findVarHandle(OrderOutput.class, "written", long.class);
            READ = MethodHandles.lookup().findVarHandle(OrderOutput.class, "read", long.class);
            COUNTED = MethodHandles.lookup().findVarHandle(OrderOutput.class, "counted", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final Slab slots;
    private final long capacity;
    private final long mask;
    private final byte[] message = new byte[OrderArea.MESSAGE_BYTES];
    private volatile boolean drained;
    private long written;
    private long counted;
    private long hash = HASH_SEED;
    private long read;
    /** Messages before this one are in no slot: nobody read when they were let go. */
    private long heldFrom;

    OrderOutput(final Arena arena, final int capacity, final boolean drained)
    {
        if (capacity < 1 || Integer.bitCount(capacity) != 1)
        {
            throw new IllegalArgumentException("an output's capacity is a power of two: capacity=" + capacity);
        }
        this.capacity = capacity;
        this.mask = capacity - 1L;
        this.drained = drained;
        this.slots = arena.allocate((long)capacity << SLOT_SHIFT, ALIGNMENT);
    }

    /** Returns whether something reads the messages. */
    boolean isDrained()
    {
        return drained;
    }

    /** Copies a message out for its reader; OrderRouter only. Ordering: release. */
    void write(final Slab source, final long message, final int length)
    {
        final long slot = (written & mask) << SLOT_SHIFT;
        slots.putLong(slot, length);
        // Whole words: the room of a message is as long on both sides, whatever stands behind its last byte.
        for (int word = 0; word < OrderArea.MESSAGE_BYTES; word += Long.BYTES)
        {
            slots.putLong(slot + MESSAGE + word, source.getLong(message + word));
        }
        WRITTEN.setRelease(this, written + 1);
    }

    /** Counts and hashes a message that was let go; OrderRouter only. */
    void count(final Slab source, final long message, final int length)
    {
        hash = (hash ^ hashOf(source, message, length)) * HASH_STEP;
        COUNTED.setOpaque(this, counted + 1);
    }

    /**
     * Cold. The latest messages, and what all of them amount to. The same whether somebody reads them or not: a run
     * may go on with a reader where one without has ended, and the other way round; see {@link #readAgain()}.
     */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("slots", slots);
        written = state.int64("written", written);
        counted = state.int64("counted", counted);
        heldFrom = state.int64("heldFrom", heldFrom);
        hash = state.int64("hash", hash);
        final long next = state.int64("read", (long)READ.getAcquire(this));
        if (state.isRestoring())
        {
            // Never while it is saved: the reader goes on meanwhile, and the field is his.
            READ.setRelease(this, next);
        }
    }

    /** Hashes a message in two lanes, so that the multiplications overlap. */
    private static long hashOf(final Slab source, final long message, final int length)
    {
        final int whole = length & -Long.BYTES;
        long even = length;
        long odd = 0;
        int word = 0;
        while (word + Long.BYTES < whole)
        {
            even = (even ^ source.getLong(message + word)) * EVEN_WORDS;
            odd = (odd ^ source.getLong(message + word + Long.BYTES)) * ODD_WORDS;
            word += 2 * Long.BYTES;
        }
        if (word < whole)
        {
            even = (even ^ source.getLong(message + word)) * EVEN_WORDS;
        }
        if (whole < length)
        {
            final long kept = -1L >>> ((Long.BYTES - (length - whole)) * Byte.SIZE);
            odd = (odd ^ (source.getLong(message + whole) & kept)) * ODD_WORDS;
        }
        return even ^ Long.rotateLeft(odd, Integer.SIZE);
    }

    /**
     * Returns whether some more messages fit; always so without a reader. Sources ask it before they admit an instance.
     *
     * @param messages that may be on their way
     * @return whether they fit
     */
    public boolean hasRoomFor(final long messages)
    {
        return !drained || (long)WRITTEN.getAcquire(this) + messages - (long)READ.getAcquire(this) <= capacity;
    }

    /**
     * Cold. Makes the reader begin again with the oldest message that is still there; before it reads, and before the
     * molecule runs. What was let go while nobody read is passed over.
     *
     * @return how many messages were written before that one
     */
    public long readAgain()
    {
        if (written < counted)
        {
            heldFrom = counted;
            WRITTEN.setRelease(this, counted);
        }
        final long oldest = Math.max(heldFrom, (long)WRITTEN.getAcquire(this) - capacity);
        READ.setRelease(this, oldest);
        return oldest;
    }

    /** Returns whether messages were overwritten before they were read; the reader only. */
    public boolean isOverrun()
    {
        return (long)WRITTEN.getAcquire(this) - read > capacity;
    }

    /** Returns how many messages fit. */
    public long capacity()
    {
        return capacity;
    }

    /** Says that nobody reads any more: old messages are overwritten from now on, no source waits; the reader only. */
    public void endReading()
    {
        drained = false;
    }

    /** Returns how many messages were let go. */
    public long count()
    {
        return (long)COUNTED.getOpaque(this);
    }

    /** Returns the hash over all messages in their order; exact when the molecule is quiescent. */
    public long streamHash()
    {
        return hash;
    }

    /**
     * Hands out the messages that are there by now, oldest first; the reader only. The room of a message is free when
     * the reader has returned from it.
     *
     * @param reader takes them
     * @return how many there were
     * @throws IllegalStateException if messages were overwritten, because no source asked for room and the reader is
     *     too slow
     */
    public int drain(final OrderReader reader)
    {
        return drain(reader, Long.MAX_VALUE);
    }

    /**
     * Hands out messages as {@link #drain(OrderReader)} does, but not more than so many.
     *
     * @param reader takes them
     * @param most messages, 0 or more
     * @return how many there were
     * @throws IllegalStateException if messages were overwritten before
     */
    public int drain(final OrderReader reader, final long most)
    {
        final long first = read;
        final long end = first + Math.min(most, (long)WRITTEN.getAcquire(this) - first);
        for (long next = first; next < end; next++)
        {
            final long slot = (next & mask) << SLOT_SHIFT;
            final int length = (int)slots.getLong(slot);
            slots.getBytes(slot + MESSAGE, message, 0, Math.min(length, message.length));
            throwIfOverrun(next);
            reader.onOrder(message, length);
            READ.setRelease(this, next + 1);
        }
        return (int)(end - first);
    }

    /** A source that does not ask for room may let the writer come round before a message is read. */
    private void throwIfOverrun(final long next)
    {
        final long unread = (long)WRITTEN.getAcquire(this) - next;
        if (unread > capacity)
        {
            throw new IllegalStateException((unread - capacity) + " order messages were overwritten before they were " +
                "read: capacity=" + capacity + "; read more often, or let the source hold back (hasRoomFor)");
        }
    }
}
