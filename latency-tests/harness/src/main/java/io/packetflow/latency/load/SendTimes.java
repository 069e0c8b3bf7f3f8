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
package io.packetflow.latency.load;

/**
 * Hot path. When the messages of an open loop are planned to be sent, counted from the first of them: evenly, or by a
 * table of times that repeats. It is asked for one message after the other, as often as one likes; one thread.
 */
public final class SendTimes
{
    private static final long[] NO_TABLE = {};

    private final double gapNanos;
    private final long[] tableNanos;
    private final long periodNanos;
    private long message;
    private int place;
    private long baseNanos;

    private SendTimes(final double gapNanos, final long[] tableNanos, final long periodNanos)
    {
        this.gapNanos = gapNanos;
        this.tableNanos = tableNanos;
        this.periodNanos = periodNanos;
    }

    static SendTimes even(final double gapNanos)
    {
        return new SendTimes(gapNanos, NO_TABLE, 0);
    }

    /**
     * Times that repeat.
     *
     * @param tableNanos of one period, from 0, none before the one ahead of it; not copied
     * @param periodNanos by which the next period lies later
     */
    static SendTimes repeating(final long[] tableNanos, final long periodNanos)
    {
        return new SendTimes(0, tableNanos, periodNanos);
    }

    /**
     * Returns when a message is planned to be sent.
     *
     * @param index of the message, from 0, not below that of the call before
     * @return nanoseconds after the first one
     */
    public long at(final long index)
    {
        if (tableNanos.length == 0)
        {
            return (long)(index * gapNanos);
        }
        while (message < index)
        {
            next();
        }
        return baseNanos + tableNanos[place];
    }

    private void next()
    {
        message++;
        place++;
        if (place == tableNanos.length)
        {
            place = 0;
            baseNanos += periodNanos;
        }
    }

    /**
     * Returns how long it takes to send messages as planned.
     *
     * @param messages how many, at least one
     * @return nanoseconds from the first to the last
     */
    public long spanNanos(final long messages)
    {
        final long last = messages - 1;
        if (tableNanos.length == 0)
        {
            return (long)(last * gapNanos);
        }
        return last / tableNanos.length * periodNanos + tableNanos[(int)(last % tableNanos.length)];
    }
}
