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
package io.packetflow.latency.report;

import java.util.Locale;

/** Cold path. What a figure counts, and how people read it. */
public enum Unit
{
    /** Durations; less is better. */
    NANOS("ns", 1, false),
    /** Millions a second; more is better. */
    MILLIONS_PER_SECOND("M/s", 1e6, true),
    /** Bytes; less is better. */
    BYTES("B", 1, false),
    /** Things that shall not happen; less is better. */
    COUNT("in all", 1, false);

    private static final double DIGITS_BELOW = 100;

    private final String text;
    private final double scale;
    private final boolean moreIsBetter;

    Unit(final String text, final double scale, final boolean moreIsBetter)
    {
        this.text = text;
        this.scale = scale;
        this.moreIsBetter = moreIsBetter;
    }

    /** Returns whether more is better. */
    public boolean isMoreBetter()
    {
        return moreIsBetter;
    }

    /**
     * Writes a number without its unit: three significant digits where it is small, whole where it is large.
     *
     * @param value to write
     * @return the text
     */
    public String number(final double value)
    {
        final double scaled = value / scale;
        if (scaled == Math.rint(scaled) || Math.abs(scaled) >= DIGITS_BELOW)
        {
            return String.format(Locale.ROOT, "%,.0f", scaled);
        }
        return String.format(Locale.ROOT, Math.abs(scaled) < 1 ? "%.2f" : "%.1f", scaled);
    }

    /** Returns the unit as it stands behind numbers. */
    @Override
    public String toString()
    {
        return text;
    }
}
