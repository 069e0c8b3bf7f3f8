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

/**
 * Cold path. When a recorded feed's messages are sent.
 *
 * @param mode at once, at a fixed rate, or as recorded
 * @param perSecond messages a second; only for {@link Mode#RATE}
 * @param stamped whether each message is stamped when its first byte is seen, at the cost of a clock read
 */
public record Pacing(Mode mode, double perSecond, boolean stamped)
{
    /** The ways of sending. */
    public enum Mode
    {
        /** Closed loop: the next message as soon as the molecule takes it. */
        MAX,
        /** Open loop: planned send times at a fixed rate. */
        RATE,
        /** Open loop: planned send times as the messages' own timestamps lie apart. */
        RECORDED
    }

    /** As fast as the molecule takes them, each stamped. */
    public static final Pacing MAX = new Pacing(Mode.MAX, 0, true);
    /** As fast as the molecule takes them, without stamps: for throughput. */
    public static final Pacing UNSTAMPED = new Pacing(Mode.MAX, 0, false);
    /** As recorded. */
    public static final Pacing RECORDED = new Pacing(Mode.RECORDED, 0, true);

    private static final double NANOS_PER_SECOND = 1e9;

    /** Checks the rate. */
    public Pacing
    {
        if (mode == Mode.RATE && !(perSecond > 0 && perSecond <= NANOS_PER_SECOND))
        {
            throw new IllegalArgumentException(
                "a rate is above 0 and at most a thousand million messages a second: perSecond=" + perSecond);
        }
    }

    /**
     * Returns a fixed rate.
     *
     * @param perSecond messages a second
     * @return the pacing
     */
    public static Pacing rate(final double perSecond)
    {
        return new Pacing(Mode.RATE, perSecond, true);
    }

    /** Returns the time between two messages at a fixed rate, in nanoseconds; 0 otherwise. */
    double gapNanos()
    {
        return mode == Mode.RATE ? NANOS_PER_SECOND / perSecond : 0;
    }
}
