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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole engines over a simulated host, under everything that can go wrong with it, keep what they promise. One seed is
 * one run; a seed that fails says how to run it again.
 *
 * <pre>
 *   -Dpacketflow.simulation.runs=N        how many runs
 *   -Dpacketflow.simulation.from=SEED     first seed
 *   -Dpacketflow.simulation.seed=SEED     this one alone, and what happened in it
 * </pre>
 */
class FaultSimulationTest
{
    private static final int RUNS = 200;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final double NANOS_PER_SECOND = 1e9;

    @TempDir
    private Path directory;

    @Test
    void shouldKeepItsPromisesWhateverGoesWrong()
    {
        final FaultPlans plans = FaultPlans.compile(directory);
        final Long only = Long.getLong("packetflow.simulation.seed");
        if (only != null)
        {
            runAgain(plans, only);
            return;
        }
        final Map<FaultEvent, Integer> events = FaultRun.noEvents();
        final long from = Long.getLong("packetflow.simulation.from", 0);
        final int runs = Integer.getInteger("packetflow.simulation.runs", RUNS);
        final long startNanos = System.nanoTime();
        for (long seed = from; seed < from + runs; seed++)
        {
            run(plans, seed, events);
        }
        final double seconds = (System.nanoTime() - startNanos) / NANOS_PER_SECOND;
        System.out.printf(Locale.ROOT, "%d runs, %.0f a minute: %s%n", runs, runs / seconds * SECONDS_PER_MINUTE,
            events);
        if (runs >= RUNS)
        {
            assertThat(events).as("what a simulation of so many runs must have met").containsKeys(FaultEvent.values());
        }
    }

    private static void run(final FaultPlans plans, final long seed, final Map<FaultEvent, Integer> events)
    {
        try (FaultRun run = new FaultRun(seed, plans, events, null))
        {
            run.run();
        }
        catch (final AssertionError | RuntimeException e)
        {
            throw new AssertionError("seed " + seed + " fails: " + e.getMessage() + "\nrun it again with\n  " +
                "./mvnw verify -pl engine -am -Dtest=FaultSimulationTest -Dsurefire.failIfNoSpecifiedTests=false " +
                "-Dpacketflow.simulation.seed=" + seed, e);
        }
    }

    private static void runAgain(final FaultPlans plans, final long seed)
    {
        final StringBuilder trace = new StringBuilder();
        try (FaultRun run = new FaultRun(seed, plans, FaultRun.noEvents(), trace))
        {
            run.run();
        }
        finally
        {
            System.out.println(trace);
        }
    }
}
