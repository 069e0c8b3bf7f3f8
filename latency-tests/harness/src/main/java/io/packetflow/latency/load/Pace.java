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

import java.util.Locale;

/**
 * Cold path. When messages are sent.
 *
 * @param perSecond messages a second in an open loop, the mean where they come in bursts; 0 for a closed loop, below 0
 *     for one without stamps
 * @param isBursty whether an open loop is as uneven as a market, see {@link Arrivals}, and not evenly spaced
 */
public record Pace(double perSecond, boolean isBursty)
{
    /** The next message as soon as the one before is done, each stamped: for latencies. */
    public static final Pace CLOSED = new Pace(0, false);

    /** The next message as soon as the one before is done, none stamped: for throughput. */
    public static final Pace FLAT_OUT = new Pace(-1, false);

    private static final String BURSTY = "bursty:";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long WARM_UP_PER_SECOND = 2_000_000;

    /** Checks the rate. */
    public Pace
    {
        if (!(perSecond <= NANOS_PER_SECOND))
        {
            throw new IllegalArgumentException(
                "a pace is at most a thousand million messages a second: perSecond=" + perSecond);
        }
        if (isBursty && perSecond <= 0)
        {
            throw new IllegalArgumentException("bursts have a planned rate: perSecond=" + perSecond);
        }
    }

    /**
     * An open loop: each message has a planned time that waits for nobody.
     *
     * @param messages a second, above 0
     * @return the pace
     */
    public static Pace perSecond(final long messages)
    {
        if (messages <= 0)
        {
            throw new IllegalArgumentException("an open loop sends above 0 messages a second: " + messages);
        }
        return new Pace((double)messages, false);
    }

    /**
     * An open loop whose planned times are as uneven as a market's.
     *
     * @param messages a second in the mean, above 0
     * @return the pace
     */
    public static Pace bursty(final long messages)
    {
        return new Pace(perSecond(messages).perSecond, true);
    }

    /**
     * Reads a pace.
     *
     * @param text {@code closed}, {@code flat-out}, messages a second, or {@code bursty:} and messages a second
     * @return the pace
     */
    public static Pace parse(final String text)
    {
        return switch (text)
        {
            case "closed" -> CLOSED;
            case "flat-out" -> FLAT_OUT;
            default -> text.startsWith(BURSTY) ?
                bursty(parseRate(text.substring(BURSTY.length()))) : perSecond(parseRate(text));
        };
    }

    private static long parseRate(final String text)
    {
        if (!text.matches("[0-9]{1,10}"))
        {
            throw new IllegalArgumentException(
                "a pace is closed, flat-out, messages a second, or bursty:messages a second, but not: " + text);
        }
        return Long.parseLong(text);
    }

    /** Returns whether send times are planned. */
    public boolean isOpenLoop()
    {
        return perSecond > 0;
    }

    /** Returns whether messages are stamped. */
    public boolean isStamped()
    {
        return perSecond >= 0;
    }

    /**
     * Returns the pace of a warm-up. An open loop stays one, only faster, because code that never waited for a planned
     * time is compiled as if it never would.
     */
    public Pace forWarmUp()
    {
        return isOpenLoop() ? new Pace(WARM_UP_PER_SECOND, isBursty) : this;
    }

    /**
     * Returns the time between two planned send times, 0 in a closed loop.
     *
     * @throws IllegalStateException if the pace is bursty, so that there is no such time
     */
    public double gapNanos()
    {
        if (isBursty)
        {
            throw new IllegalStateException("messages in bursts are not evenly spaced: " + this);
        }
        return isOpenLoop() ? NANOS_PER_SECOND / perSecond : 0;
    }

    /** Returns the word that {@link #parse} reads. */
    @Override
    public String toString()
    {
        if (isOpenLoop())
        {
            return (isBursty ? BURSTY : "") + String.format(Locale.ROOT, "%.0f", perSecond);
        }
        return isStamped() ? "closed" : "flat-out";
    }
}
