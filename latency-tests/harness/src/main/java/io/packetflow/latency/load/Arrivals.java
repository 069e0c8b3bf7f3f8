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

import java.util.SplittableRandom;

import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.itch.ItchDecoder;

/**
 * Cold path. When the messages of a feed arrive, at a mean rate that is given: evenly, or in the bursts of a market.
 *
 * <p>A recorded feed is sent by its own time stamps, all gaps made shorter by the same factor, so that their ratios,
 * the bursts and the lulls stay. The deletes that make it loopable were never sent by anybody: they follow one mean gap
 * after the other, so that the end of a pass is no burst.
 *
 * <p>A generated market has no such time stamps. It arrives by a Markov-modulated Poisson process of two states, of
 * which one is silent. Its parameters are those of AAPL on 2020-01-30, the first 10 000 messages (03:07 to 08:00,
 * without the one lull of 53 minutes; mean gap 1.44 s): 47.3 % of the gaps are below 10 ms, and these have a mean of
 * 0.69 ms, or 1/2070 of the mean gap; the others have a mean of 1.897 mean gaps. How many messages a burst holds is
 * geometric then, 1.9 in the mean and 7 at P99, as they are in the recording. What the process has not: the recording's
 * longest bursts (41 messages), and that a short gap is less likely behind a short one (31 %) than behind a long one
 * (62 %).
 */
final class Arrivals
{
    /** Messages a mean gap while there is a burst. */
    private static final double BURST_RATE = 979;
    /** Ends of bursts a mean gap while there is one. */
    private static final double BURST_END_RATE = 1_091;
    /** Beginnings of bursts a mean gap while there is silence. */
    private static final double BURST_BEGIN_RATE = 0.5276;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final int DRAWN = 1 << 18;
    private static final long SEED = 1;

    private Arrivals()
    {
    }

    /**
     * Plans arrivals.
     *
     * @param recording to send
     * @param pace an open loop
     * @return times for a source of its own
     */
    static SendTimes of(final Recording recording, final Pace pace)
    {
        if (!pace.isBursty())
        {
            return SendTimes.even(pace.gapNanos());
        }
        final double meanGapNanos = NANOS_PER_SECOND / pace.perSecond();
        return recording.measuredFrom() > 0 ? drawn(meanGapNanos) : recorded(recording, meanGapNanos);
    }

    /** By the stamps of the recording; the pass as a whole keeps the mean, its added messages included. */
    private static SendTimes recorded(final Recording recording, final double meanGapNanos)
    {
        final int messages = Math.toIntExact(recording.messages());
        final int own = Math.toIntExact(recording.messages() - recording.addedMessages());
        final double[] times = new double[messages];
        final Slab slab = recording.slab();
        long position = 0;
        long latestNanos = 0;
        for (int i = 0; i < own; i++)
        {
            // A stamp that runs backwards is sent at once.
            latestNanos = Math.max(latestNanos, ItchDecoder.timestampNanos(slab, position + Recording.PREFIX_BYTES));
            times[i] = latestNanos;
            position += Recording.PREFIX_BYTES + slab.getShortBigEndian(position);
        }
        final double firstNanos = times[0];
        final double recordedGapNanos = Math.max(1, times[own - 1] - firstNanos) / own;
        for (int i = 0; i < messages; i++)
        {
            times[i] = i < own ? (times[i] - firstNanos) / recordedGapNanos : i;
        }
        return scaled(times, messages, meanGapNanos);
    }

    private static SendTimes drawn(final double meanGapNanos)
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        final double[] times = new double[DRAWN];
        double time = 0;
        for (int i = 1; i < DRAWN; i++)
        {
            time += gap(random);
            times[i] = time;
        }
        final double unit = (time + gap(random)) / DRAWN;
        for (int i = 0; i < DRAWN; i++)
        {
            times[i] /= unit;
        }
        return scaled(times, DRAWN, meanGapNanos);
    }

    /** From one arrival to the next, in mean gaps: bursts that end without another message are passed over. */
    private static double gap(final SplittableRandom random)
    {
        double gap = exponential(random, BURST_RATE + BURST_END_RATE);
        while (random.nextDouble() * (BURST_RATE + BURST_END_RATE) >= BURST_RATE)
        {
            gap += exponential(random, BURST_BEGIN_RATE) + exponential(random, BURST_RATE + BURST_END_RATE);
        }
        return gap;
    }

    private static double exponential(final SplittableRandom random, final double rate)
    {
        return -Math.log1p(-random.nextDouble()) / rate;
    }

    /** Turns times in mean gaps into nanoseconds. */
    private static SendTimes scaled(final double[] times, final double period, final double meanGapNanos)
    {
        final long[] nanos = new long[times.length];
        for (int i = 0; i < times.length; i++)
        {
            nanos[i] = Math.round(times[i] * meanGapNanos);
        }
        return SendTimes.repeating(nanos, Math.round(period * meanGapNanos));
    }
}
