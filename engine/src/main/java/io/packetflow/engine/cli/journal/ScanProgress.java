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
package io.packetflow.engine.cli.journal;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongConsumer;

import io.packetflow.engine.cli.Terminal;

/**
 * Cold path. Shows on standard error how far the reading of a journal is, where it takes long: a line that is written
 * over where somebody watches, else a line at times.
 */
public final class ScanProgress implements LongConsumer, AutoCloseable
{
    private static final long PATIENCE_NANOS = 1_000_000_000L;
    private static final long WATCHED_PERIOD_NANOS = 200_000_000L;
    private static final long PLAIN_PERIOD_NANOS = 5_000_000_000L;
    private static final double PERCENT = 100;
    private static final String ERASE = "\r\u001b[K";

    private final Terminal terminal;
    private final String what;
    private final OptionalLong last;
    private long lastNanos;
    private long periodNanos = PATIENCE_NANOS;
    private boolean isLineOpen;

    /**
     * Begins to count.
     *
     * @param terminal that shows it
     * @param what is done, such as {@code reading}
     * @param last sequence that will be reached, where that is known
     */
    public ScanProgress(final Terminal terminal, final String what, final OptionalLong last)
    {
        this.terminal = terminal;
        this.what = what;
        this.last = last;
        this.lastNanos = System.nanoTime();
    }

    @Override
    public void accept(final long sequence)
    {
        final long nowNanos = System.nanoTime();
        if (nowNanos - lastNanos < periodNanos)
        {
            return;
        }
        lastNanos = nowNanos;
        periodNanos = terminal.interactive() ? WATCHED_PERIOD_NANOS : PLAIN_PERIOD_NANOS;
        final String line = String.format(Locale.ROOT, "%s: instance %,d%s", what, sequence, percent(sequence));
        terminal.err().print(terminal.interactive() ? ERASE + line : line + System.lineSeparator());
        terminal.err().flush();
        isLineOpen = terminal.interactive();
    }

    private String percent(final long sequence)
    {
        return last.isEmpty() ? "" : String.format(
            Locale.ROOT, ", %.0f %%", Math.min(PERCENT, PERCENT * sequence / Math.max(1, last.getAsLong())));
    }

    /** Clears the line that is written over. */
    @Override
    public void close()
    {
        if (isLineOpen)
        {
            terminal.err().print(ERASE);
            terminal.err().flush();
            isLineOpen = false;
        }
    }
}
