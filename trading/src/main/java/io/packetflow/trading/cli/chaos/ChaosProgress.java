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
package io.packetflow.trading.cli.chaos;

import java.io.PrintWriter;

import io.packetflow.engine.cli.Terminal;

/** Cold path. Shows how a campaign goes on: one line that is written over where somebody watches, else one at times. */
final class ChaosProgress
{
    private static final long PLAIN_PERIOD_NANOS = 10_000_000_000L;
    private static final String ERASE = "\r\u001b[K";

    private final PrintWriter err;
    private final boolean watched;
    private long lastNanos = System.nanoTime() - PLAIN_PERIOD_NANOS;
    private boolean lineOpen;

    ChaosProgress(final Terminal terminal)
    {
        this.err = terminal.err();
        this.watched = terminal.interactive();
    }

    void show(final String line)
    {
        final long nowNanos = System.nanoTime();
        if (watched)
        {
            err.print(ERASE + line);
            lineOpen = true;
        }
        else if (nowNanos - lastNanos >= PLAIN_PERIOD_NANOS)
        {
            lastNanos = nowNanos;
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
