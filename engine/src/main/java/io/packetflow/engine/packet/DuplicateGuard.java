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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * Hot path. Makes the inputs of a source idempotent by the source's own numbers: what came before, in this run or in
 * the journal that it goes on with, is told from what is new. Owned by the source, so by the sequencing node; the count
 * may be read by any thread, perhaps a little late.
 *
 * <p>It stands in the source and not in the sequencing loop, because only the source can look at an input's number
 * before it announces the input: what is dropped there never claims a slot, and the loop pays nothing for it. A source
 * that one counterparty may send something twice (a session that reconnects, a feed with a backup line) uses it so:
 *
 * <pre>{@code
 * public long nextTimeNanos()
 * {
 *     while (session.hasNext() && !guard.isNew(session.number()))
 *     {
 *         session.advance();
 *     }
 *     return session.hasNext() ? session.timeNanos() : NONE;
 * }
 * }</pre>
 *
 * <p>{@code take} calls {@link #taken}; {@code clientSequence}, {@code resumeAfter} and {@code duplicateCount} answer
 * with the guard's methods of these names. The journal keeps one number a source, so each session is a source of its
 * own.
 */
public final class DuplicateGuard
{
    private static final VarHandle DUPLICATES;

    static
    {
        try
        {
            DUPLICATES = MethodHandles.lookup().findVarHandle(DuplicateGuard.class, "duplicates", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private long last;
    private long duplicates;

    /** Makes a guard of a source that brought nothing yet; numbers begin with 1. */
    public DuplicateGuard()
    {
        // All begins with 0.
    }

    /**
     * Tells whether an input is new; if not, it is counted, and the source drops it.
     *
     * @param number of the input, above 0
     * @return whether no input with this or a higher number came before
     */
    public boolean isNew(final long number)
    {
        if (number > last)
        {
            return true;
        }
        DUPLICATES.setOpaque(this, duplicates + 1);
        return false;
    }

    /**
     * Notes that an input was taken.
     *
     * @param number of the input
     */
    public void taken(final long number)
    {
        last = number;
    }

    /** Returns the number of the input taken last; 0 if none was. */
    public long clientSequence()
    {
        return last;
    }

    /**
     * Cold. Goes on behind an input that the journal holds.
     *
     * @param clientSequence its number, 0 for none
     */
    public void resumeAfter(final long clientSequence)
    {
        last = Math.max(last, clientSequence);
    }

    /** Returns how many inputs were not new; any thread. */
    public long duplicateCount()
    {
        return (long)DUPLICATES.getOpaque(this);
    }
}
