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
package io.packetflow.latency.fork;

import java.lang.management.ManagementFactory;
import java.util.Locale;

import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.Window;

/** Cold path. The figures that every loop over a feed answers. */
final class LoopFigures
{
    private static final double MILLIS_PER_SECOND = 1e3;
    private static final double NANOS_PER_SECOND = 1e9;

    private LoopFigures()
    {
    }

    static void put(
        final ForkResult.Builder result, final FeedLoad load, final Window window, final long orders)
    {
        final double perMessage = (double)orders / Math.max(1, load.tradedMessages());
        if (load.pace().isOpenLoop())
        {
            result.number(Measure.PLANNED_PER_SECOND,
                window.messages() * NANOS_PER_SECOND / Math.max(1, load.sendTimes().spanNanos(window.messages())));
        }
        result.text("feed", load.recording().name())
            .text("pace", load.pace().toString())
            .number(Measure.MESSAGES, window.messages())
            .number(Measure.ORDERS, orders)
            .number(Measure.ORDERS_PER_MESSAGE, perMessage)
            .number(Measure.NANOS_PER_MESSAGE, window.nanosPerMessage())
            .number(Measure.MESSAGES_PER_SECOND, window.messagesPerSecond())
            .number(Measure.ORDERS_PER_SECOND, perMessage * window.messagesPerSecond());
    }

    /** Says how long it took from the start of the JVM until now. */
    static void startup(final ForkResult.Builder result)
    {
        final double seconds =
            (System.currentTimeMillis() - ManagementFactory.getRuntimeMXBean().getStartTime()) / MILLIS_PER_SECOND;
        result.number(Measure.STARTUP_SECONDS, seconds);
        System.out.printf(Locale.ROOT, "ready after %.1f s%n", seconds);
    }
}
