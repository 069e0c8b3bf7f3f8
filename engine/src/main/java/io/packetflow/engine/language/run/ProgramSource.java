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
package io.packetflow.engine.language.run;

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;

/**
 * Hot path. Sends the instances of a table, from the start again where more are asked for, at once or at planned times.
 * Owned by the sequencing node; {@link #sentCount()} is exact when the molecule has ended.
 */
public final class ProgramSource implements InstanceSource
{
    private static final double NANOS_PER_SECOND = 1e9;

    private final long[] words;
    private final int strideWords;
    private final int end;
    private final long total;
    private final long spanNanos;
    private final double gapNanos;
    private int at;
    private long sent;
    private long passNanos;
    private long startNanos;
    private long ingressNanos;
    private long plannedNanos;
    private boolean pending;

    /**
     * Makes a source.
     *
     * @param table of the instances
     * @param total how many are sent
     * @param perSecond rate of the planned times, 0 to send as fast as the molecule takes them
     */
    public ProgramSource(final InputTable table, final long total, final double perSecond)
    {
        this.words = table.words();
        this.strideWords = table.strideWords();
        this.end = table.count() * table.strideWords();
        this.total = table.count() == 0 ? 0 : total;
        this.spanNanos = table.spanNanos();
        this.gapNanos = perSecond == 0 ? 0 : NANOS_PER_SECOND / perSecond;
    }

    @Override
    public long nextTimeNanos()
    {
        if (sent == total)
        {
            return NONE;
        }
        final long nowNanos = System.nanoTime();
        if (gapNanos != 0 && !pending)
        {
            startNanos = startNanos == 0 ? nowNanos : startNanos;
            final long dueNanos = startNanos + (long)(sent * gapNanos);
            if (nowNanos < dueNanos)
            {
                return NONE;
            }
            plannedNanos = dueNanos;
        }
        pending = true;
        ingressNanos = nowNanos;
        return words[at + 1] + passNanos;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long described = words[at];
        final int length = (int)(described >>> Integer.SIZE);
        header.describe((int)described, length);
        header.stamp(ingressNanos, plannedNanos);
        final int inputAt = at + InputTable.HEADER_WORDS;
        for (int offset = 0; offset < length; offset += Long.BYTES)
        {
            input.putLong(offset, words[inputAt + offset / Long.BYTES]);
        }
        advance();
    }

    private void advance()
    {
        pending = false;
        sent++;
        at += strideWords;
        if (at == end)
        {
            at = 0;
            passNanos += spanNanos;
        }
    }

    @Override
    public void discard(final boolean rejected)
    {
        advance();
    }

    /** The instance's place among those that are sent, 1 for the first. */
    @Override
    public long clientSequence()
    {
        return sent;
    }

    @Override
    public void resumeAfter(final long clientSequence)
    {
        while (sent < clientSequence && sent < total)
        {
            advance();
        }
    }

    @Override
    public boolean isExhausted()
    {
        return sent == total;
    }

    /** Returns how many were sent or dropped. */
    public long sentCount()
    {
        return sent;
    }
}
