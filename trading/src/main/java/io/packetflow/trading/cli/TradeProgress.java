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
package io.packetflow.trading.cli;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;

import io.packetflow.engine.cli.Terminal;

/** Cold path. Shows how a run goes on: one line that is written over where somebody watches, else a line at times. */
final class TradeProgress
{
    private static final long WATCHED_PERIOD_NANOS = 200_000_000L;
    private static final long PLAIN_PERIOD_NANOS = 2_000_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean watched;
    private final LongSupplier messages;
    private final LongSupplier orders;
    private final long startNanos = System.nanoTime();
    private long lastNanos = startNanos;
    private long lastMessages;
    private boolean lineOpen;

    TradeProgress(final Terminal terminal, final LongSupplier messages, final LongSupplier orders)
    {
        this.err = terminal.err();
        this.watched = terminal.interactive();
        this.messages = messages;
        this.orders = orders;
    }

    /** Shows something if it is time to; called often. */
    void tick()
    {
        final long nowNanos = System.nanoTime();
        if (nowNanos - lastNanos < (watched ? WATCHED_PERIOD_NANOS : PLAIN_PERIOD_NANOS))
        {
            return;
        }
        final long sent = messages.getAsLong();
        final String line = String.format(Locale.ROOT, "%5.1f s  %,d messages  %,.0f/s  %,d orders",
            (nowNanos - startNanos) / NANOS_PER_SECOND, sent,
            (sent - lastMessages) * NANOS_PER_SECOND / (nowNanos - lastNanos), orders.getAsLong());
        lastNanos = nowNanos;
        lastMessages = sent;
        if (watched)
        {
            err.print(ERASE + line);
            lineOpen = true;
        }
        else
        {
            err.println(line);
        }
        err.flush();
    }

    /** Clears the line that is written over. */
    void end()
    {
        if (lineOpen)
        {
            err.print(ERASE);
            err.flush();
            lineOpen = false;
        }
    }
}
