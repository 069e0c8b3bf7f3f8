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

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;

import io.packetflow.ringbuffers.waiting.Waiter;

/**
 * Hot path. The loop of one thread: one node in {@code DEDICATED} threading, all of them in {@code SHARED}. It ends
 * when the reactor is stopped or a handler failed for good.
 */
final class NodeLoop implements Runnable
{
    private static final int BURST_CYCLES = 1_024;
    private static final VarHandle HEARTBEAT;

    static
    {
        try
        {
            HEARTBEAT = MethodHandles.lookup().findVarHandle(NodeLoop.class, "heartbeat", long.class);
        }
        catch (final ReflectiveOperationException e)
        {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final NodeProgram[] programs;
    private final List<String> names;
    private final boolean sequencing;
    private final Waiter waiter;
    private final ReactorControl control;
    private final RunningMolecule molecule;
    private long heartbeat;

    NodeLoop(
        final List<NodeProgram> programs,
        final List<String> names,
        final boolean sequencing,
        final Waiter waiter,
        final ReactorControl control,
        final RunningMolecule molecule)
    {
        this.programs = programs.toArray(NodeProgram[]::new);
        this.names = List.copyOf(names);
        this.sequencing = sequencing;
        this.waiter = waiter;
        this.control = control;
        this.molecule = molecule;
    }

    String name()
    {
        return String.join("+", names);
    }

    /** Returns the number of duty cycles so far; any thread may ask. */
    long heartbeat()
    {
        return (long)HEARTBEAT.getAcquire(this);
    }

    @Override
    public void run()
    {
        boolean alive = true;
        while (alive)
        {
            alive = runBurst(BURST_CYCLES);
        }
    }

    /**
     * Runs duty cycles, each with its wait. A method of its own because the warm-up calls it: the real thread enters it
     * compiled, while a loop that is entered once would be interpreted until it is replaced as it runs.
     *
     * @param cycles at most
     * @return whether the reactor still runs
     */
    boolean runBurst(final int cycles)
    {
        ReactorState state = control.state();
        for (int i = 0; i < cycles && state.isAlive(); i++)
        {
            waiter.idle(step(state));
            state = control.state();
        }
        return state.isAlive();
    }

    /** Runs one duty cycle of each program; called by this loop's thread, or by the caller in invoker threading. */
    int step(final ReactorState state)
    {
        int work = 0;
        for (int i = 0; i < programs.length; i++)
        {
            work += step(i, state);
        }
        HEARTBEAT.setRelease(this, heartbeat + 1);
        if (sequencing)
        {
            if (programs[0].isBoundary())
            {
                return work + standStill(state);
            }
            if (state == ReactorState.CANCELING)
            {
                work += admitInside();
            }
            noteQuiescence(work, state);
        }
        return work;
    }

    /** Nothing is admitted until every stage has finished what was, and the snapshot is taken. */
    private int standStill(final ReactorState state)
    {
        if (!state.isAlive() || !molecule.isDrained())
        {
            return 1;
        }
        try
        {
            molecule.atBoundary();
        }
        catch (final RuntimeException | Error failure)
        {
            control.onFailure(names.get(0), programs[0], failure);
        }
        programs[0].endBoundary();
        return 1;
    }

    private int step(final int index, final ReactorState state)
    {
        final NodeProgram program = programs[index];
        program.admitting(state == ReactorState.RUNNING && !program.isBoundary());
        try
        {
            return program.doWork();
        }
        catch (final Throwable failure)
        {
            control.onFailure(names.get(index), program, failure);
            return 1;
        }
    }

    private int admitInside()
    {
        try
        {
            return programs[0].admitInside();
        }
        catch (final Throwable failure)
        {
            control.onFailure(names.get(0), programs[0], failure);
            return 1;
        }
    }

    private void noteQuiescence(final int work, final ReactorState state)
    {
        final boolean nothingLeft = work == 0 && isExhausted(state) && molecule.isDrained() && isExhausted(state);
        // Compared with what all see and not with a memory of its own: a drain takes the word back to ask again.
        if (nothingLeft != control.isQuiescent())
        {
            control.quiescent(nothingLeft);
        }
    }

    private boolean isExhausted(final ReactorState state)
    {
        return switch (state)
        {
            case DRAINING -> true;
            case CANCELING -> molecule.isExhaustedInside();
            default -> programs[0].sourcesExhausted();
        };
    }
}
