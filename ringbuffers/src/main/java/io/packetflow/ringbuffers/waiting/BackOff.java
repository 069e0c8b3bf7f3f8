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
package io.packetflow.ringbuffers.waiting;

/**
 * Cold path. How {@link WaitStrategy#BACK_OFF} goes from spinning to parking.
 *
 * @param spins empty turns that spin, 0 or more
 * @param yields empty turns after these that yield, 0 or more
 * @param parkNanos how long each turn after these parks, 1 to {@value #PARK_NANOS_MAX} nanoseconds; the kernel adds
 *     its timer slack
 */
public record BackOff(int spins, int yields, long parkNanos)
{
    /** Longest park in nanoseconds: one second, so that a node that rests still answers a stop within human time. */
    public static final long PARK_NANOS_MAX = 1_000_000_000L;

    /**
     * 100 spins (under a microsecond), 10 yields (about ten), then parks of 50 microseconds: below that the timer
     * slack of Linux is longer than the park.
     */
    public static final BackOff DEFAULT = new BackOff(100, 10, 50_000L);

    /**
     * Checks every value.
     *
     * @throws IllegalArgumentException that names what must hold and the value that does not
     */
    public BackOff
    {
        if (spins < 0)
        {
            throw new IllegalArgumentException("a back-off spins 0 times or more: spins=" + spins);
        }
        if (yields < 0)
        {
            throw new IllegalArgumentException("a back-off yields 0 times or more: yields=" + yields);
        }
        if (parkNanos < 1 || parkNanos > PARK_NANOS_MAX)
        {
            throw new IllegalArgumentException(
                "a back-off parks 1 to " + PARK_NANOS_MAX + " nanoseconds: parkNanos=" + parkNanos);
        }
    }
}
