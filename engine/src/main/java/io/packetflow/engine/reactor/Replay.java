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

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.plan.NodePlan;
import io.packetflow.ringbuffers.waiting.WaitStrategy;

/**
 * Cold path. Runs a molecule over a journal, on the caller's thread, node by node: the same stages as in the run, with
 * the order of instances given and no output let go. A handler that failed in the run fails here too, and is treated
 * as the molecule's failure policy says.
 */
final class Replay
{
    private static final long PROGRESS_INSTANCES = 1 << 16;

    private final String name;
    private final RunningMolecule molecule;
    private final ReplaySource source;
    private final ReactorControl control;
    private final List<NodeLoop> loops = new ArrayList<>();
    private final Runnable afterBurst;
    private final ClosedEpochListener closedEpochs;

    /**
     * Prepares a replay that fails where it comes to another state than an epoch said of itself when it was closed.
     *
     * @param name of the molecule
     * @param molecule whose programs are those of a replay
     * @param source over the journal
     * @param control with the run's failure policy
     * @param afterBurst called between duty cycles: takes away what was sent before, so that no output runs full
     */
    Replay(
        final String name,
        final RunningMolecule molecule,
        final ReplaySource source,
        final ReactorControl control,
        final Runnable afterBurst)
    {
        this(name, molecule, source, control, afterBurst, Replay::requireClosed);
    }

    /** What an epoch that was closed said of itself must be what its replay has come to. */
    static void requireClosed(final long sequence, final byte[] said, final Map<String, Long> hashes)
    {
        StateHashes.requireEqual(said, hashes, "the end of an epoch, after instance " + sequence);
    }

    /**
     * Prepares a replay.
     *
     * @param name of the molecule
     * @param molecule whose programs are those of a replay
     * @param source over the journal
     * @param control with the run's failure policy
     * @param afterBurst called between duty cycles: takes away what was sent before, so that no output runs full
     * @param closedEpochs told where an epoch was closed in order, and what it said of itself
     */
    Replay(
        final String name,
        final RunningMolecule molecule,
        final ReplaySource source,
        final ReactorControl control,
        final Runnable afterBurst,
        final ClosedEpochListener closedEpochs)
    {
        this.closedEpochs = closedEpochs;
        this.name = name;
        this.molecule = molecule;
        this.source = source;
        this.control = control;
        this.afterBurst = afterBurst;
        control.moveTo(ReactorState.RUNNING);
        for (final NodePlan node : molecule.plan().nodes())
        {
            loops.add(new NodeLoop(List.of(molecule.programs().get(node.index())), List.of(node.name()),
                node.sequencing(), WaitStrategy.YIELD.newWaiter(), control, molecule));
        }
    }

    /**
     * Replays all that the journal holds now.
     *
     * @param progress told the sequence now and then
     * @return sequence of the instance replayed last
     * @throws ReplayException if the molecule does not follow the journal
     * @throws ReactorException if a handler failed and the policy is to halt
     */
    long run(final LongConsumer progress)
    {
        long nextProgress = molecule.sequencing().lastAdmittedInstance() + PROGRESS_INSTANCES;
        boolean more = true;
        while (more)
        {
            more = step();
            final long sequence = molecule.sequencing().lastAdmittedInstance();
            if (sequence >= nextProgress)
            {
                progress.accept(sequence);
                nextProgress = sequence + PROGRESS_INSTANCES;
            }
        }
        return molecule.sequencing().lastAdmittedInstance();
    }

    /**
     * Runs one duty cycle of every node.
     *
     * @return whether there was anything to do; if not, all that the journal holds now is replayed
     */
    boolean step()
    {
        int work = 0;
        for (final NodeLoop loop : loops)
        {
            work += loop.step(control.state());
        }
        throwIfFailed();
        afterBurst.run();
        return work > 0 || !isAtEnd();
    }

    private boolean isAtEnd()
    {
        if (!molecule.isDrained())
        {
            return false;
        }
        if (source.close() != null)
        {
            closedEpochs.onClosed(
                molecule.sequencing().lastAdmittedInstance(), source.close(), molecule.stateHashes());
            source.passClose();
            return false;
        }
        if (source.isWaiting())
        {
            throw new ReplayException("the replay does not follow the journal: at " + source.place() +
                " the journal has an instance that a packet emitted, and no packet has emitted one; a handler is " +
                "not deterministic, or the code is not that which wrote the journal");
        }
        return true;
    }

    private void throwIfFailed()
    {
        final NodeFailure failure = control.firstFailure();
        if (control.state() != ReactorState.FAILED)
        {
            return;
        }
        if (failure.cause() instanceof ReplayException divergence)
        {
            throw divergence;
        }
        throw new ReactorException("replaying the journal of molecule " + name + " halted: " +
            failure.message() + "; it failed in the run too, or the code has changed. Put the handler right, or " +
            "set the instance aside with packetflow.failure=quarantine", failure.cause());
    }
}
