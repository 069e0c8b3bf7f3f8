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

import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.LendingSource;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.engine.TradingKinds;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Hot path. Sends a recording a number of times, in a closed loop or at planned times. Messages before the recording's
 * first that counts are not stamped, so they leave no trace in the latencies. Owned by the sequencing node.
 */
public final class RecordingSource implements LendingSource
{
    private static final int PREFIX_BYTES = 2;
    private static final int WORDS = 7;
    private static final int REFERENCE = 11;

    private final Slab slab;
    private final long end;
    private final long spanNanos;
    private final long countedFrom;
    private final long timedFrom;
    private final SendTimes times;
    private long passesLeft;
    private long position;
    private long passOffsetNanos;
    private long index;
    private long ingressNanos;
    private long plannedNanos;
    private long startNanos;
    private long countedStartNanos;
    private long countedEndNanos;

    /**
     * Makes a source.
     *
     * @param recording to send
     * @param passes how often
     * @param unstampedPasses at the start that leave no trace in the latencies
     * @param pace when messages are sent
     */
    public RecordingSource(
        final Recording recording, final long passes, final long unstampedPasses, final Pace pace)
    {
        this.slab = recording.slab();
        this.end = recording.length();
        this.spanNanos = recording.spanNanos();
        this.countedFrom = Math.max(recording.measuredFrom(), unstampedPasses * recording.messages());
        this.timedFrom = pace.isStamped() ? countedFrom : Long.MAX_VALUE;
        this.times = pace.isOpenLoop() ? Arrivals.of(recording, pace) : null;
        this.passesLeft = passes;
    }

    @Override
    public long nextTimeNanos()
    {
        if (position == end && !nextPass())
        {
            return NONE;
        }
        if (index >= timedFrom && !isDue())
        {
            return NONE;
        }
        return ItchDecoder.timestampNanos(slab, position + PREFIX_BYTES) + passOffsetNanos;
    }

    /**
     * Stamps the next message, anew each time that it is looked at: what logically precedes it is done before it counts
     * as seen.
     */
    private boolean isDue()
    {
        ingressNanos = System.nanoTime();
        if (times != null)
        {
            if (startNanos == 0)
            {
                startNanos = ingressNanos;
            }
            plannedNanos = startNanos + times.at(index - timedFrom);
        }
        return ingressNanos >= plannedNanos;
    }

    private boolean nextPass()
    {
        if (passesLeft <= 1)
        {
            countedEndNanos = passesLeft == 0 ? countedEndNanos : System.nanoTime();
            passesLeft = 0;
            return false;
        }
        passesLeft--;
        position = 0;
        passOffsetNanos += spanNanos;
        return true;
    }

    @Override
    public void take(final InstanceHeader header, final InstanceInput input)
    {
        final long message = position + PREFIX_BYTES;
        input.copyWords(slab, message, WORDS);
        // The reference lies across two of these words; a load of it would wait until both stores have left the store
        // buffer. Stored once more as the load will read it, it is forwarded at once.
        input.putLong(REFERENCE, slab.getLong(message + REFERENCE));
        describe(header);
    }

    @Override
    public void lend(final InstanceHeader header, final InstanceInput input)
    {
        input.lend(slab, position + PREFIX_BYTES);
        describe(header);
    }

    private void describe(final InstanceHeader header)
    {
        if (index == countedFrom)
        {
            countedStartNanos = System.nanoTime();
        }
        final int length = slab.getShortBigEndian(position);
        header.describe(TradingKinds.FEED_CODE, length);
        header.stamp(ingressNanos, plannedNanos);
        position += PREFIX_BYTES + length;
        index++;
    }

    @Override
    public void discard(final boolean rejected)
    {
        position += PREFIX_BYTES + slab.getShortBigEndian(position);
        index++;
    }

    /** Returns the stretch that counts; when the source is exhausted. */
    public Window window()
    {
        return new Window(countedStartNanos, countedEndNanos, index - countedFrom);
    }

    @Override
    public boolean isExhausted()
    {
        return passesLeft == 0;
    }
}
