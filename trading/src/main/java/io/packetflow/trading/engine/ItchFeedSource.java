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

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.LendingSource;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.file.ItchFileCursor;
import io.packetflow.trading.feed.itch.ItchChecks;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Hot path. Sends the messages of an ITCH file into a molecule, at once, at a rate, or as recorded. Messages of unknown
 * type or wrong length are counted and skipped. Owned by the sequencing node.
 *
 * <p>The ingress stamp is taken before the first byte of a message is read, and again where something that logically
 * precedes the message, such as an answer of the venue, is admitted before it. In an open loop each message has a
 * planned time that does not wait for the molecule, so a stall shows in the response time of all messages behind it.
 */
public final class ItchFeedSource implements LendingSource, AutoCloseable
{
    private static final VarHandle SENT;
    private static final int WORDS = 7;
    private static final int REFERENCE = 11;
    private static final int SKIPS_PER_CALL = 64;

    static
    {
        try
        {
            SENT = MethodHandles.lookup().findVarHandle(ItchFeedSource.class, "sent", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final ItchFile file;
    private final Slab slab;
    private final ItchFileCursor cursor;
    private final ItchChecks checks = new ItchChecks();
    private final Pacing pacing;
    private final boolean paced;
    private final boolean recorded;
    private final boolean stamped;
    private final double gapNanos;
    private OrderOutput output;
    private long roomNeeded;
    private boolean pending;
    private boolean found;
    private boolean exhausted;
    private long pendingTimeNanos;
    private long ingressNanos;
    private long plannedNanos;
    private long startNanos;
    private long startTimeNanos;
    private long paceIndex;
    private long sent;

    /**
     * Makes a source.
     *
     * @param file that is sent; closed with the source
     * @param pacing when messages are sent
     */
    public ItchFeedSource(final ItchFile file, final Pacing pacing)
    {
        this.file = file;
        this.slab = file.slab();
        this.cursor = file.cursor();
        this.pacing = pacing;
        this.paced = pacing.mode() != Pacing.Mode.MAX;
        this.recorded = pacing.mode() == Pacing.Mode.RECORDED;
        this.stamped = pacing.stamped();
        this.gapNanos = pacing.gapNanos();
    }

    /**
     * Makes the source wait while an output that another thread reads is nearly full.
     *
     * <p>It waits in the poll, before any instance is chosen: were it to answer that it has nothing, answers of the
     * venue would overtake the messages before them, and the order of all instances would depend on the reader's pace.
     *
     * @param value the output
     * @param messages that must fit before an instance is admitted: two for each slot of the ring
     * @return this
     */
    public ItchFeedSource holdBackFor(final OrderOutput value, final long messages)
    {
        this.output = value;
        this.roomNeeded = messages;
        return this;
    }

    @Override
    public long nextTimeNanos()
    {
        if (output != null)
        {
            awaitRoom();
        }
        return pending ? lookAgain() : look();
    }

    /** What logically precedes a message is done before it counts as seen. */
    private long lookAgain()
    {
        if (stamped)
        {
            ingressNanos = System.nanoTime();
        }
        return pendingTimeNanos;
    }

    @SuppressWarnings("ThreadPriorityCheck") // the reader may need this very core
    private void awaitRoom()
    {
        while (!output.hasRoomFor(roomNeeded))
        {
            Thread.yield();
        }
    }

    private long look()
    {
        if (exhausted)
        {
            return NONE;
        }
        return paced ? lookPaced() : lookNow();
    }

    private long lookNow()
    {
        // The stamp comes before the first byte of the message is read.
        ingressNanos = stamped ? System.nanoTime() : 0;
        if (!findMessage())
        {
            return NONE;
        }
        pending = true;
        return pendingTimeNanos;
    }

    /** Finds the next message that can be decoded; a run of others is skipped a few at a time. */
    private boolean findMessage()
    {
        for (int i = 0; i < SKIPS_PER_CALL; i++)
        {
            if (!cursor.hasNext())
            {
                exhausted = true;
                return false;
            }
            final long message = cursor.messageOffset();
            if (checks.accept(slab, message, cursor.messageLength(), cursor.filePosition()))
            {
                pendingTimeNanos = ItchDecoder.timestampNanos(slab, message);
                return true;
            }
            cursor.advance();
        }
        return false;
    }

    private long lookPaced()
    {
        final long nowNanos = System.nanoTime();
        if (startNanos == 0)
        {
            startNanos = nowNanos;
        }
        if (recorded)
        {
            return lookRecorded(nowNanos);
        }
        final long dueNanos = startNanos + (long)(paceIndex * gapNanos);
        if (nowNanos < dueNanos)
        {
            return NONE;
        }
        plannedNanos = dueNanos;
        ingressNanos = nowNanos;
        if (!findMessage())
        {
            return NONE;
        }
        paceIndex++;
        pending = true;
        return pendingTimeNanos;
    }

    /** The message must be looked at to know when it is due, so its stamp is taken when it is due. */
    private long lookRecorded(final long nowNanos)
    {
        if (!found && !findMessage())
        {
            return NONE;
        }
        found = true;
        if (paceIndex == 0)
        {
            startTimeNanos = pendingTimeNanos;
            paceIndex = 1;
        }
        final long dueNanos = startNanos + (pendingTimeNanos - startTimeNanos);
        if (nowNanos < dueNanos)
        {
            return NONE;
        }
        found = false;
        plannedNanos = dueNanos;
        ingressNanos = nowNanos;
        pending = true;
        return pendingTimeNanos;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long message = cursor.messageOffset();
        // Whole words, whatever stands behind the message: the file's memory and the slot's input both have the room.
        input.copyWords(slab, message, WORDS);
        // The reference lies across two of these words; a load of it would wait until both stores have left the store
        // buffer. Stored once more as the load will read it, it is forwarded at once.
        input.putLong(REFERENCE, slab.getLong(message + REFERENCE));
        describe(header);
    }

    @Override
    public void lend(final InstanceHeader header, final InstanceInput input)
    {
        input.lend(slab, cursor.messageOffset());
        describe(header);
    }

    private void describe(final InstanceHeader header)
    {
        header.describe(TradingKinds.FEED_CODE, cursor.messageLength());
        header.stamp(ingressNanos, plannedNanos);
        advance();
    }

    @Override
    public void discard(final boolean rejected)
    {
        advance();
    }

    private void advance()
    {
        cursor.advance();
        pending = false;
        SENT.setOpaque(this, sent + 1);
    }

    /** The message's place in the file, 1 for the first; those that were skipped count too. */
    @Override
    public long clientSequence()
    {
        return cursor.messageIndex();
    }

    @Override
    public void resumeAfter(final long clientSequence)
    {
        while (cursor.messageIndex() < clientSequence)
        {
            if (!cursor.hasNext())
            {
                throw new IllegalStateException("the journal holds message " + clientSequence +
                    " of this feed, but the feed ends after " + cursor.messageIndex() +
                    ": it is another feed than the one that was journaled, or a shorter copy of it");
            }
            if (checks.accept(slab, cursor.messageOffset(), cursor.messageLength(), cursor.filePosition()))
            {
                sent++;
            }
            cursor.advance();
        }
    }

    @Override
    public boolean isExhausted()
    {
        return exhausted;
    }

    /** Returns how many messages were sent; any thread, perhaps a little late. */
    public long sentCount()
    {
        return (long)SENT.getOpaque(this);
    }

    /** Returns when messages are sent. */
    public Pacing pacing()
    {
        return pacing;
    }

    /** Returns what was skipped and counted; exact when the source is exhausted. */
    public ItchChecks checks()
    {
        return checks;
    }

    /** Returns where the walk over the file stands; exact when the source is exhausted. */
    public ItchFileCursor cursor()
    {
        return cursor;
    }

    @Override
    public void close()
    {
        file.close();
    }
}
