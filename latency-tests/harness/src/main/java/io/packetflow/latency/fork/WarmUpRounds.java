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

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Cold path. Repeats a round until it is steady: the JIT had nothing to compile in the last two rounds, and the median
 * duration of the last three differs by no more than a tenth from that of the three before. There are so many rounds
 * and so much time at most; what never gets steady is measured all the same, and its result says so.
 *
 * <p>The medians are there because "nothing to compile" alone also holds between two tiers of the compiler, and because
 * steady state is not to be taken for granted (Barrett and others, "Virtual machine warmup blows hot and cold", 2017).
 */
final class WarmUpRounds
{
    private static final int WINDOW = 3;
    private static final int MAX_ROUNDS = 24;
    /** On a host whose cores others use, two threads that wait for each other take forever. */
    private static final double MAX_SECONDS = 30;
    private static final int QUIET_ROUNDS = 2;
    private static final long QUIET_COMPILE_MILLIS = 20;
    private static final double TOLERANCE = 0.1;
    private static final double NANOS_PER_SECOND = 1e9;

    private WarmUpRounds()
    {
    }

    /**
     * How a warm-up went.
     *
     * @param rounds that were run
     * @param seconds that they took
     * @param steady whether it ended because it was steady, and not at its limit
     */
    record Report(int rounds, double seconds, boolean steady)
    {
        /** Puts it into a fork's result. */
        void into(final ForkResult.Builder result)
        {
            result.number(Measure.WARM_UP_ROUNDS, rounds).number(Measure.WARM_UP_SECONDS, seconds)
                .number(Measure.WARM_UP_STEADY, steady ? 1L : 0L).text("warm-up", toString());
        }

        @Override
        public String toString()
        {
            return String.format(Locale.ROOT, "warm-up: %d rounds, %.1f s, %s", rounds, seconds,
                steady ? "steady" : "not steady at the limit");
        }
    }

    /**
     * Runs the rounds.
     *
     * @param round to repeat
     * @return how it went
     */
    static Report run(final Runnable round)
    {
        final CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        final List<Long> durationsNanos = new ArrayList<>();
        final long startNanos = System.nanoTime();
        int quiet = 0;
        boolean steady = false;
        while (!steady && durationsNanos.size() < MAX_ROUNDS && secondsSince(startNanos) < MAX_SECONDS)
        {
            final long beforeMillis = compilers.getTotalCompilationTime();
            final long roundNanos = System.nanoTime();
            round.run();
            durationsNanos.add(System.nanoTime() - roundNanos);
            quiet = compilers.getTotalCompilationTime() - beforeMillis <= QUIET_COMPILE_MILLIS ? quiet + 1 : 0;
            steady = quiet >= QUIET_ROUNDS && isSettled(durationsNanos);
        }
        return new Report(durationsNanos.size(), secondsSince(startNanos), steady);
    }

    private static double secondsSince(final long startNanos)
    {
        return (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
    }

    /** Compares the last rounds with those before them. */
    static boolean isSettled(final List<Long> durationsNanos)
    {
        final int rounds = durationsNanos.size();
        if (rounds < 2 * WINDOW)
        {
            return false;
        }
        final double last = median(durationsNanos.subList(rounds - WINDOW, rounds));
        final double before = median(durationsNanos.subList(rounds - 2 * WINDOW, rounds - WINDOW));
        return Math.abs(last - before) <= TOLERANCE * before;
    }

    private static double median(final List<Long> odd)
    {
        final long[] sorted = odd.stream().mapToLong(Long::longValue).toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
