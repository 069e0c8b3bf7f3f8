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
package io.packetflow.latency.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * Cold path. How much of the host others used while something was measured, as the kernel counts it. A figure that was
 * taken while others used the cores says more about them than about what was measured.
 */
public final class HostLoad
{
    private static final Path STAT = Path.of("/proc/stat");
    private static final Path OWN_STAT = Path.of("/proc/self/stat");
    private static final int OWN_TIMES = 11;
    private static final double TICKS_PER_SECOND = 100.0;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double LEAST_SECONDS = 0.5;
    private static final int STEAL = 7;
    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int GUESTS = 8;

    private final long[] startTicks = ticks();
    private final long startNanos = System.nanoTime();
    private final double startOwnSeconds = ownSeconds();

    /**
     * Returns how much others have used since this was made.
     *
     * @return CPUs used by other processes and the kernel on their behalf, 1 being a whole CPU; empty where the kernel
     *     does not say, or counts too coarsely for so short a time
     */
    public OptionalDouble foreignCpus()
    {
        final long[] now = ticks();
        if (now.length == 0 || startTicks.length == 0)
        {
            return OptionalDouble.empty();
        }
        return cpus((busy(now) - busy(startTicks)) / TICKS_PER_SECOND - (ownSeconds() - startOwnSeconds), seconds());
    }

    /**
     * Returns how much the hypervisor has taken away since this was made.
     *
     * @return CPUs; empty where the kernel does not say, or counts too coarsely for so short a time
     */
    public OptionalDouble stolenCpus()
    {
        final long[] now = ticks();
        if (now.length <= STEAL || startTicks.length <= STEAL)
        {
            return OptionalDouble.empty();
        }
        return cpus((now[STEAL] - startTicks[STEAL]) / TICKS_PER_SECOND, seconds());
    }

    private double seconds()
    {
        return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }

    /** The kernel counts in ticks of 10 ms, for each CPU: over a few of them the share would be anything. */
    static OptionalDouble cpus(final double usedSeconds, final double seconds)
    {
        return seconds < LEAST_SECONDS ?
            OptionalDouble.empty() : OptionalDouble.of(Math.max(0, usedSeconds) / seconds);
    }

    /** User, nice, system and interrupts: all but idle time, steal, and guests, which count as user time too. */
    private static long busy(final long[] ticks)
    {
        long sum = 0;
        for (int i = 0; i < Math.min(GUESTS, ticks.length); i++)
        {
            sum += i == IDLE || i == IO_WAIT || i == STEAL ? 0 : ticks[i];
        }
        return sum;
    }

    private static long[] ticks()
    {
        try
        {
            return parse(Files.readString(STAT));
        }
        catch (final IOException notLinux)
        {
            return new long[0];
        }
    }

    /** Reads the line over all CPUs. */
    static long[] parse(final String stat)
    {
        return stat.lines().filter(line -> line.startsWith("cpu ")).findFirst()
            .map(line -> Arrays.stream(line.substring("cpu".length()).strip().split("\\s+", -1))
            .mapToLong(Long::parseLong).toArray())
            .orElse(new long[0]);
    }

    /** What this process and those that it waited for have used. */
    private static double ownSeconds()
    {
        try
        {
            return ownTicks(Files.readString(OWN_STAT)) / TICKS_PER_SECOND;
        }
        catch (final IOException notLinux)
        {
            return 0;
        }
    }

    /** Adds up user and system time of a process and of its children; the command's name may hold anything. */
    static long ownTicks(final String stat)
    {
        final String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ", -1);
        long sum = 0;
        for (int field = OWN_TIMES; field < OWN_TIMES + 4; field++)
        {
            sum += Long.parseLong(fields[field]);
        }
        return sum;
    }
}
