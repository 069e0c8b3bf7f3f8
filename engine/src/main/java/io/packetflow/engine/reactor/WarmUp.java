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

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.Supplier;

import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. Runs the real code on scratch molecules until the JIT has nothing left to compile, and throws all of it
 * away. A round runs one scratch molecule until its sources are exhausted; compilation has settled when two rounds in a
 * row spent next to no time in the compilers and the second was not clearly faster than the first.
 */
final class WarmUp
{
    private static final int MIN_ROUNDS = 3;
    private static final int MAX_ROUNDS = 40;
    private static final long QUIET_COMPILE_MILLIS = 20;
    private static final double STILL_GETTING_FASTER = 0.9;

    private final ReactorPlan plan;
    private final FailureLocator locator;
    private final Supplier<RunningMolecule> scratch;
    private final CompilationMXBean compilers = ManagementFactory.getCompilationMXBean();

    WarmUp(final ReactorPlan plan, final FailureLocator locator, final Supplier<RunningMolecule> scratch)
    {
        this.plan = plan;
        this.locator = locator;
        this.scratch = scratch;
    }

    WarmUpReport run(final long minimumMessages)
    {
        final long startNanos = System.nanoTime();
        long messages = 0;
        int rounds = 0;
        int quietRounds = 0;
        double previousNanos = Double.MAX_VALUE;
        while (rounds < MAX_ROUNDS && (rounds < MIN_ROUNDS || quietRounds < 2 || messages < minimumMessages))
        {
            final long compiledMillis = compileMillis();
            final Round round = round();
            if (round.messages() == 0)
            {
                return new WarmUpReport(0, rounds, System.nanoTime() - startNanos, false, 0);
            }
            final boolean quiet = compileMillis() - compiledMillis <= QUIET_COMPILE_MILLIS &&
                round.nanosPerMessage() > previousNanos * STILL_GETTING_FASTER;
            quietRounds = quiet ? quietRounds + 1 : 0;
            previousNanos = round.nanosPerMessage();
            messages += round.messages();
            rounds++;
        }
        return new WarmUpReport(messages, rounds, System.nanoTime() - startNanos, quietRounds >= 2, previousNanos);
    }

    private record Round(long messages, double nanosPerMessage)
    {
    }

    private Round round()
    {
        try (RunningMolecule molecule = scratch.get())
        {
            final long startNanos = System.nanoTime();
            final List<NodeProgram> programs = molecule.programs();
            boolean busy = true;
            while (busy)
            {
                int work = 0;
                for (int i = 0; i < programs.size(); i++)
                {
                    work += work(i, programs.get(i));
                }
                busy = work > 0 || !molecule.sequencing().sourcesExhausted() || !molecule.isDrained();
            }
            final long messages = molecule.sequencing().sourceCount();
            return new Round(messages, (System.nanoTime() - startNanos) / (double)Math.max(1, messages));
        }
    }

    private int work(final int node, final NodeProgram program)
    {
        try
        {
            return program.doWork();
        }
        catch (final RuntimeException | Error e)
        {
            throw new ReactorException("the warm-up of molecule " + plan.molecule().name() + " failed: " +
                locator.locate(plan.nodes().get(node).name(), program, e).message(), e);
        }
    }

    private long compileMillis()
    {
        return compilers != null && compilers.isCompilationTimeMonitoringSupported() ?
            compilers.getTotalCompilationTime() : 0;
    }
}
