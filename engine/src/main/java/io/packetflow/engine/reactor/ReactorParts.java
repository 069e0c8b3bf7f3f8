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

import java.util.ArrayDeque;
import java.util.Deque;

import io.packetflow.engine.config.Threading;
import io.packetflow.engine.plan.ReactorPlan;

/**
 * Cold path. What a reactor is made of: each part is made when those that it needs are there, all are opened together,
 * and each is closed when nobody uses it any more. What fails on the way leaves nothing behind. Used by the reactor's
 * thread.
 */
final class ReactorParts implements AutoCloseable
{
    private final ReactorContext context;
    private final ReactorPlan plan;
    private final FailureLocator locator;
    private final ReactorControl control;
    private final CoreClaim cores;
    private final ReactorJournal journal;
    private final WarmUpReport warmUp;
    private final RunningMolecule molecule;
    private final NodeThreads threads;
    private final Conductor conductor;

    /**
     * Makes all parts; a standby's are made when it has to take over.
     *
     * @param context concluded
     * @param code of its molecule
     * @param classes of the code, loaded
     */
    ReactorParts(final ReactorContext context, final PlannedCode code, final ProgramClasses classes)
    {
        this.context = context;
        this.plan = code.plan();
        this.locator = code.locator(context);
        this.control = newControl();
        this.cores = new CoreClaim(context, plan);
        cores.take();
        final Deque<AutoCloseable> opened = new ArrayDeque<>();
        opened.push(cores);
        try
        {
            journal = ReactorJournal.open(context, plan.nodeCpus());
            opened.push(journal);
            warmUp = warmUp(classes);
            molecule = MoleculeAllocation.near(plan, context.settings().threading() == Threading.DEDICATED,
                () -> new RunningMolecule(context.molecule(), plan, context, classes, false));
            opened.push(molecule);
            threads = new NodeThreads(plan, context, molecule, control);
            opened.push(threads);
            conductor = new Conductor(plan, context, molecule, control, threads, warmUp, System::nanoTime);
            opened.push(conductor);
            // Last, as everybody waits for a standby from the moment at which this returns.
            journal.succeed(molecule, newControl());
            threads.bind();
            journal.prepareQueue();
            journal.mirrorIn(conductor);
        }
        catch (final RuntimeException | Error e)
        {
            // Threads behind a gate that will never open, and memory, would outlive a reactor that nobody has.
            final Closing closing = new Closing();
            opened.forEach(closing::close);
            closing.suppressIn(e);
            throw e;
        }
    }

    private ReactorControl newControl()
    {
        return new ReactorControl(FailurePolicy.valueOf(context.settings().failure().name()),
            context.failureListener(), locator);
    }

    private WarmUpReport warmUp(final ProgramClasses classes)
    {
        if (!context.settings().warmup())
        {
            return WarmUpReport.NONE;
        }
        context.progress().accept("warming up: the real code on scratch resources, until compilation settles");
        final WarmUp warmUpRun = new WarmUp(plan, locator,
            () -> new RunningMolecule(context.warmUpMolecule(), plan, context, classes, true));
        final WarmUpReport report = warmUpRun.run(context.settings().warmupMessages());
        journal.forgotten(warmUpRun.forgotten());
        context.progress().accept(report.toString());
        return report;
    }

    /** Opens the gate. */
    void open()
    {
        if (control.state() != ReactorState.READY)
        {
            throw new IllegalStateException("the gate opens once: state=" + control.state());
        }
        control.moveTo(ReactorState.RUNNING);
        journal.start(control, threads.loops().get(0));
        threads.open();
        if (context.journalHost().hasThreads())
        {
            conductor.start();
        }
        if (context.standby().isPresent())
        {
            // What can wait until the nodes run.
            cores.takeInPlaceOfPrimary();
            journal.endSuccession();
        }
    }

    /** Stops the nodes at their next duty cycle and closes all parts; to be called once. */
    @Override
    public void close()
    {
        final boolean orderly = control.firstFailure() == null;
        if (orderly)
        {
            journal.closing();
        }
        control.moveTo(ReactorState.STOPPED);
        final Closing closing = new Closing();
        final boolean ended = closing.close(threads);
        journal.finishQueue();
        // In order only where nothing is left half done: the next start must not take it for whole.
        closing.close(orderly && ended && molecule.isDrained() ?
            () -> journal.closeCleanly(molecule.stateHashes()) : journal);
        closing.close(conductor);
        if (ended)
        {
            closing.close(molecule);
        }
        cores.close();
        closing.failure().ifPresent(failure ->
        {
            throw new ReactorException(
                "stopping molecule " + plan.molecule().name() + " failed: " + failure.getMessage(), failure);
        });
    }

    ReactorPlan plan()
    {
        return plan;
    }

    ReactorControl control()
    {
        return control;
    }

    ReactorJournal journal()
    {
        return journal;
    }

    WarmUpReport warmUp()
    {
        return warmUp;
    }

    RunningMolecule molecule()
    {
        return molecule;
    }

    NodeThreads threads()
    {
        return threads;
    }

    Conductor conductor()
    {
        return conductor;
    }
}
