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
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * Cold path. Runs the real code on scratch molecules until the JIT has nothing left to compile, and throws all of it
 * away. A round runs one scratch molecule until its sources are exhausted; compilation has settled when two rounds in a
 * row spent next to no time in the compilers and the second was not clearly faster than the first.
 *
 * <p>A round runs the loops that the nodes' threads will run, and some idle duty cycles at its end: what the warm-up
 * never saw is compiled as if it could not happen, and the first pause of the feed would throw the code away.
 */
final class WarmUp
{
    private static final int MIN_ROUNDS = 3;
    private static final int MAX_ROUNDS = 40;
    private static final long QUIET_COMPILE_MILLIS = 20;
    private static final int BURST_CYCLES = 16;
    private static final int IDLE_BURSTS = 128;
    private static final double STILL_GETTING_FASTER = 0.9;

    private final ReactorPlan plan;
    private final FailureLocator locator;
    private final Supplier<RunningMolecule> scratch;
    private List<String> forgotten = List.of();
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
            final Round round = round(rounds == 0);
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

    /** Returns the packets whose state does not come back from a snapshot, although they say that they save it. */
    List<String> forgotten()
    {
        return forgotten;
    }

    private record Round(long messages, double nanosPerMessage)
    {
    }

    private Round round(final boolean isFirst)
    {
        try (RunningMolecule molecule = scratch.get();
            Rehearsal rehearsal = new Rehearsal(molecule))
        {
            final ReactorControl control = new ReactorControl(FailurePolicy.HALT, failure -> { }, locator);
            control.moveTo(ReactorState.RUNNING);
            final List<NodeLoop> loops = loops(molecule, control, WaitStrategy.BUSY_SPIN);
            final long startNanos = System.nanoTime();
            while (!control.isQuiescent() && control.isAlive())
            {
                // One cycle each, because a node that has nothing to do waits for one that this thread must run.
                run(loops, 1);
                rehearsal.commit();
            }
            final long elapsedNanos = System.nanoTime() - startNanos;
            idle(loops, control);
            // The other kind of wait, so that neither is compiled as one that never happens.
            idle(loops(molecule, control, WaitStrategy.YIELD), control);
            throwIfFailed(control.firstFailure());
            if (isFirst && rehearsal.takesSnapshots())
            {
                try (RunningMolecule fresh = scratch.get())
                {
                    forgotten = rehearsal.forgottenBy(fresh);
                }
            }
            final long messages = molecule.sequencing().sourceCount();
            return new Round(messages, elapsedNanos / (double)Math.max(1, messages));
        }
    }

    private List<NodeLoop> loops(
        final RunningMolecule molecule, final ReactorControl control, final WaitStrategy waiting)
    {
        return plan.nodes().stream().map(node -> new NodeLoop(List.of(molecule.programs().get(node.index())),
            List.of(node.name()), node.sequencing(), waiting.newWaiter(), control, molecule)).toList();
    }

    private static void idle(final List<NodeLoop> loops, final ReactorControl control)
    {
        for (int i = 0; i < IDLE_BURSTS && control.isAlive(); i++)
        {
            run(loops, BURST_CYCLES);
        }
    }

    private static void run(final List<NodeLoop> loops, final int cycles)
    {
        for (final NodeLoop loop : loops)
        {
            loop.runBurst(cycles);
        }
    }

    private void throwIfFailed(final NodeFailure failure)
    {
        if (failure != null)
        {
            throw new ReactorException("the warm-up of molecule " + plan.molecule().name() + " failed: " +
                failure.message(), failure.cause());
        }
    }

    private long compileMillis()
    {
        return compilers != null && compilers.isCompilationTimeMonitoringSupported() ?
            compilers.getTotalCompilationTime() : 0;
    }
}
