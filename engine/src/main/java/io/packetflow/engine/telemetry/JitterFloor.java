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
package io.packetflow.engine.telemetry;

/**
 * Cold path. What the host itself does to a thread that only reads the clock: the time between one reading and the
 * next. Whatever is far above the cost of a reading was taken by the kernel, the hypervisor or the JVM, and no code on
 * that core can be better.
 */
public final class JitterFloor
{
    /** Name of the series. */
    public static final String NAME = "jitter floor";

    private JitterFloor()
    {
    }

    /** Enough for the loop to be compiled; what a longer measurement adds would only delay a start. */
    private static final long LONGEST_WARM_UP_NANOS = 50_000_000;

    /**
     * Measures on the calling thread, which spins all the while.
     *
     * @param durationNanos for how long
     * @return every time between two readings
     */
    public static LatencySeries measure(final long durationNanos)
    {
        final LatencyRecorder recorder = new LatencyRecorder();
        final LatencySampler sampler = new LatencySampler(NAME, recorder);
        spin(recorder, Math.min(durationNanos / 2, LONGEST_WARM_UP_NANOS));
        sampler.discard();
        spin(recorder, durationNanos);
        return sampler.series();
    }

    private static void spin(final LatencyRecorder recorder, final long durationNanos)
    {
        final long startNanos = System.nanoTime();
        long beforeNanos = startNanos;
        while (beforeNanos - startNanos < durationNanos)
        {
            final long nowNanos = System.nanoTime();
            recorder.record(nowNanos - beforeNanos);
            beforeNanos = System.nanoTime();
        }
    }
}
