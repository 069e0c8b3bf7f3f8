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
 * Cold path. The stretch of a run that counts: from the first message that counts to the last one.
 *
 * @param startNanos on the clock of {@link System#nanoTime()}
 * @param endNanos on the same clock
 * @param messages sent in between
 */
public record Window(long startNanos, long endNanos, long messages)
{
    /** Checks that it began and ended. */
    public Window
    {
        if (startNanos == 0 || endNanos == 0)
        {
            throw new IllegalArgumentException("the stretch that counts begins and ends: startNanos=" + startNanos +
                " endNanos=" + endNanos + " messages=" + messages);
        }
    }

    /** Returns its length. */
    public long nanos()
    {
        return Math.max(1, endNanos - startNanos);
    }

    /** Returns nanoseconds for one message. */
    public double nanosPerMessage()
    {
        return (double)nanos() / Math.max(1, messages);
    }

    /** Returns messages a second. */
    public double messagesPerSecond()
    {
        return messages * 1e9 / nanos();
    }
}
