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
package io.packetflow.engine.routing;

import java.util.Locale;

import io.packetflow.engine.periodic.PeriodicGroup;

/** Cold path. What a node is good at: a row of the affinity matrix (thesis section 3.4.1). */
public enum AffinityClass
{
    /** Computes. */
    CPU("CPU-Intensive", 0.9, 0.8, 0.3, 0.4, 0.6, 0.5),
    /** Reads and writes much memory. */
    MEMORY("Memory-Bound", 0.4, 0.9, 0.2, 0.6, 0.7, 0.9),
    /** Waits for devices. */
    IO("I/O-Intensive", 0.3, 0.7, 0.9, 0.8, 0.5, 0.4),
    /** Speaks to other hosts. */
    NETWORK("Network-Heavy", 0.2, 0.6, 0.8, 0.9, 0.6, 0.3);

    private final String title;
    private final double cf;
    private final double df;
    private final double ed;
    private final double co;
    private final double mc;
    private final double rm;

    AffinityClass(final String title, final double cf, final double df, final double ed, final double co,
        final double mc, final double rm)
    {
        this.title = title;
        this.cf = cf;
        this.df = df;
        this.ed = ed;
        this.co = co;
        this.mc = mc;
        this.rm = rm;
    }

    /**
     * Returns an entry of the matrix.
     *
     * @param group of a packet
     * @return 0.2 to 0.9
     */
    public double affinity(final PeriodicGroup group)
    {
        return switch (group)
        {
            case CF -> cf;
            case DF -> df;
            case ED -> ed;
            case CO -> co;
            case MC -> mc;
            case RM -> rm;
        };
    }

    /** Returns its name in programs, such as {@code cpu}. */
    public String key()
    {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns its name in the thesis. */
    @Override
    public String toString()
    {
        return title;
    }
}
