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
package io.packetflow.engine.reactor;

/**
 * What the warm-up did.
 *
 * @param messages instances from outside that went through the scratch molecules
 * @param rounds how many scratch molecules were run
 * @param durationNanos how long it took
 * @param settled whether compilation settled before the limit
 * @param lastNanosPerMessage mean time of a message in the last round
 */
public record WarmUpReport(long messages, int rounds, long durationNanos, boolean settled, double lastNanosPerMessage)
{
    /** No warm-up was asked for. */
    public static final WarmUpReport NONE = new WarmUpReport(0, 0, 0, false, 0);

    private static final double NANOS_PER_SECOND = 1e9;

    @Override
    public String toString()
    {
        if (messages == 0)
        {
            return "no warm-up: the first instances run uncompiled code";
        }
        return String.format("warm-up: %,d messages in %d rounds, %.1f s, %s, %.0f ns a message in the last round",
            messages, rounds, durationNanos / NANOS_PER_SECOND,
            settled ? "compilation settled" : "compilation had not settled at the limit", lastNanosPerMessage);
    }
}
