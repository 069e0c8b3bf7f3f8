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

/**
 * Cold path. Repeats a round until the JIT has nothing left to compile, as the engine's own warm-up does: at least
 * three rounds, and until two in a row were quiet.
 */
final class WarmUpRounds
{
    private static final int MIN_ROUNDS = 3;
    private static final int MAX_ROUNDS = 20;
    private static final int QUIET_ROUNDS = 2;
    private static final long QUIET_COMPILE_MILLIS = 20;

    private WarmUpRounds()
    {
    }

    /**
     * Runs the rounds.
     *
     * @param round to repeat
     * @return how many it took
     */
    static int run(final Runnable round)
    {
        final CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();
        int rounds = 0;
        int quiet = 0;
        while (rounds < MAX_ROUNDS && (rounds < MIN_ROUNDS || quiet < QUIET_ROUNDS))
        {
            final long beforeMillis = compilers.getTotalCompilationTime();
            round.run();
            quiet = compilers.getTotalCompilationTime() - beforeMillis <= QUIET_COMPILE_MILLIS ? quiet + 1 : 0;
            rounds++;
        }
        return rounds;
    }
}
