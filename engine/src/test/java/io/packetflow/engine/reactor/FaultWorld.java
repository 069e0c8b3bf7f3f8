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

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.StandbyEndedException;
import io.packetflow.engine.journal.StandbyOptions;

/**
 * A simulated world: processes of one host that write a journal or follow it, an outside that brings inputs and takes
 * outputs, and whoever ends a process or starts one beside it. One thread steps all of it, and holds it against what
 * was promised.
 */
final class FaultWorld
{
    private static final int TURNS = 300;
    private static final int PAUSES = 4_000;

    private final Random random;
    private final FaultPlans all;
    private final List<FaultPlans.Entry> plans;
    private final List<Script> scripts;
    private final int commands;
    private final Outside outside = new Outside();
    private final FaultOracle oracle;
    private final SimulatedHost host;
    private final FaultLog log;
    private final ProcessSteps steps;
    private final List<SimulatedProcess> zombies = new ArrayList<>();
    private SimulatedProcess primary;
    private StandbyScript standby;

    /**
     * Makes a world in which no process runs yet.
     *
     * @param random that decides what happens
     * @param all plans there are
     * @param plans that processes of this world may have
     * @param scripts of the feeds
     * @param commands that the outside sends
     * @param host of the processes
     * @param log of what happens
     */
    FaultWorld(
        final Random random,
        final FaultPlans all,
        final List<FaultPlans.Entry> plans,
        final List<Script> scripts,
        final int commands,
        final SimulatedHost host,
        final FaultLog log)
    {
        this.random = random;
        this.all = all;
        this.plans = plans;
        this.scripts = scripts;
        this.commands = commands;
        this.host = host;
        this.log = log;
        this.steps = new ProcessSteps(random);
        this.oracle = new FaultOracle(plans.get(0).molecule(), scripts, commands, outside);
    }

    /** Whether a process has not died, whether it writes or was fenced off. */
    boolean isRunning(final long id)
    {
        return (primary != null && primary.pid() == id) || zombies.stream().anyMatch(zombie -> zombie.pid() == id);
    }

    /** Whether a process writes, and the host has not ended. */
    boolean isRunning()
    {
        return primary != null && !host.isPowerCut();
    }

    /** Starts a process that recovers and writes; answers false where that ended in a death. */
    boolean begin(final FaultPlans.Entry plan)
    {
        oracle.beforeStart(host.disk());
        withholdCommit(false);
        final SimulatedProcess process = newProcess(plan);
        try
        {
            process.start(scripts, commands, false, null);
        }
        catch (final RecoveryRefusedException e)
        {
            return beginWithLoss(plan, e);
        }
        catch (final RuntimeException e)
        {
            requireReason(e);
            happened(FaultEvent.DEATH_IN_RECOVERY);
            return false;
        }
        begun(process);
        return true;
    }

    private boolean beginWithLoss(final FaultPlans.Entry plan, final RecoveryRefusedException refusal)
    {
        note("refused: " + refusal.getMessage());
        oracle.requireMayBeRefused(refusal);
        happened(FaultEvent.LOSS_ACCEPTED);
        final SimulatedProcess process = newProcess(plan);
        try
        {
            process.start(scripts, commands, true, null);
        }
        catch (final RuntimeException e)
        {
            requireReason(e);
            return false;
        }
        begun(process);
        return true;
    }

    private void begun(final SimulatedProcess process)
    {
        primary = process;
        final var report = process.reactor().recovery().orElseThrow();
        note(process + " runs: " + report);
        happened(report.snapshotSequence() > 0 ? FaultEvent.RECOVERY_FROM_SNAPSHOT : FaultEvent.RECOVERY);
        oracle.afterStart(host.disk(), process);
    }

    private SimulatedProcess newProcess(final FaultPlans.Entry plan)
    {
        final SimulatedProcess process = host.newProcess(this, plan);
        note("a new " + process + " of boot " + host.boot());
        return process;
    }

    /** Sets whether nothing becomes durable for now; until the next process begins. */
    void withholdCommit(final boolean value)
    {
        steps.withholdCommit(value);
    }

    /** Somebody does something. */
    void turn()
    {
        host.pass(random.nextInt(50) == 0 ? 300_000_000L : random.nextInt(3_000_000));
        stepZombies();
        final int choice = random.nextInt(ProcessSteps.CHOICES);
        if (choice == 0 && random.nextInt(3) == 0 && standby == null && isRunning())
        {
            follow();
            return;
        }
        step(primary, choice);
        if (primary != null && primary.hasFailed())
        {
            requireReason(primary.reactor().control().firstFailure().cause());
            happened(FaultEvent.FAIL_STOP);
            note(primary + " stopped for good");
            primary.die();
            primary = null;
        }
    }

    private void stepZombies()
    {
        if (!zombies.isEmpty())
        {
            final SimulatedProcess zombie = zombies.get(random.nextInt(zombies.size()));
            final long before = outside.count();
            step(zombie, random.nextInt(ProcessSteps.CHOICES));
            if (outside.count() != before)
            {
                throw new AssertionError("a fenced process releases: " + zombie);
            }
            if (random.nextInt(20) == 0)
            {
                note("the fenced " + zombie + " ends");
                zombie.die();
                zombies.remove(zombie);
                restartBeside();
            }
        }
    }

    /** Whoever restarts what has ended must not get in the way of who has taken over. */
    private void restartBeside()
    {
        if (primary == null || random.nextBoolean())
        {
            return;
        }
        steps.stepUpkeep(primary);
        final SimulatedProcess second = newProcess(plans.get(random.nextInt(plans.size())));
        try
        {
            second.start(scripts, commands, false, null);
        }
        catch (final RuntimeException e)
        {
            happened(FaultEvent.SECOND_WRITER_REFUSED);
            return;
        }
        second.die();
        throw new AssertionError("I5: " + second + " writes beside " + primary);
    }

    private void step(final SimulatedProcess process, final int choice)
    {
        if (process != null)
        {
            steps.step(process, choice);
            oracle.afterStep(process, zombies.contains(process));
        }
    }

    /** A standby follows the primary in the same thread: while it has nothing to do the world goes on. */
    private void follow()
    {
        final SimulatedProcess follower = newProcess(plans.get(random.nextInt(plans.size())));
        standby = new StandbyScript(random);
        happened(FaultEvent.STANDBY);
        try
        {
            follower.start(scripts, commands, false, new StandbyOptions(
                StandbyOptions.DEFAULT_STALL_LIMIT_NANOS, false, standby::isStopped));
        }
        catch (final StandbyEndedException e)
        {
            note("the standby has ended: " + e.getMessage());
            if (!standby.isStopped() && !standby.isClosed())
            {
                throw e;
            }
            standby = null;
            return;
        }
        catch (final RuntimeException e)
        {
            requireReason(e);
            standby = null;
            return;
        }
        tookOver(follower);
    }

    private void tookOver(final SimulatedProcess follower)
    {
        standby = null;
        if (primary != null)
        {
            zombies.add(primary);
            happened(FaultEvent.FENCED);
        }
        happened(FaultEvent.TAKEOVER);
        primary = follower;
        note(follower + " has taken over");
        oracle.afterStart(host.disk(), follower);
    }

    /** The standby has nothing to do. */
    void onStandbyPause()
    {
        standby.pause();
        if (primary != null && !standby.isStalled())
        {
            final int turns = random.nextInt(3);
            for (int i = 0; i < turns && isRunning(); i++)
            {
                turn();
            }
        }
        else
        {
            host.pass(random.nextInt(2_000_000));
        }
        if (host.isPowerCut() || standby.pauses() > PAUSES)
        {
            throw new HostDiedException();
        }
        if (primary != null && standby.isKilling())
        {
            note(primary + " is killed");
            happened(FaultEvent.PRIMARY_KILLED);
            primary.die();
            primary = null;
        }
        else if (primary != null && standby.isClosing())
        {
            closeInOrder();
            standby.closed(primary == null);
        }
    }

    /** Stops the process that writes, as its user would; it may die of that. */
    void closeInOrder()
    {
        final SimulatedProcess process = primary;
        process.reactor().control().moveTo(ReactorState.DRAINING);
        process.reactor().control().quiescent(false);
        for (int i = 0; i < TURNS && isRunning() && !process.reactor().control().isQuiescent(); i++)
        {
            step(process, random.nextInt(ProcessSteps.UNASKED_CHOICES));
        }
        if (!isRunning() || process.hasFailed() || !process.reactor().control().isQuiescent())
        {
            return;
        }
        try
        {
            process.reactor().close();
            happened(FaultEvent.CLOSED_IN_ORDER);
            note(process + " closed in order");
        }
        catch (final RuntimeException e)
        {
            requireReason(e);
        }
        process.die();
        primary = null;
    }

    /** All processes end. */
    void killAll()
    {
        if (primary != null)
        {
            primary.die();
            primary = null;
        }
        zombies.forEach(SimulatedProcess::die);
        zombies.clear();
    }

    private void requireReason(final Throwable failure)
    {
        note("failed: " + failure);
        if (!host.isUnsound() && !(failure instanceof HostDiedException))
        {
            throw new AssertionError("nothing went wrong, and yet it failed", failure);
        }
    }

    void released(final SimulatedProcess process, final String packet, final long sequence, final long value)
    {
        if (sequence > process.writer().gate().sequence())
        {
            throw new AssertionError("instance " + sequence + " is released before the gate, which stands at " +
                process.writer().gate().sequence());
        }
        outside.release(packet, sequence, value);
    }

    /** No standby is started from now on. */
    void goWithoutStandby()
    {
        standby = StandbyScript.NONE;
    }

    /** Returns the process that writes, null if there is none. */
    SimulatedProcess primary()
    {
        return primary;
    }

    FaultOracle oracle()
    {
        return oracle;
    }

    Outside outside()
    {
        return outside;
    }

    Path countersFile(final long process)
    {
        return all.countersFile(process);
    }

    long nowNanos()
    {
        return host.nowNanos();
    }

    void note(final String line)
    {
        log.note(line);
    }

    private void happened(final FaultEvent event)
    {
        log.happened(event);
    }

    /** Unwinds a standby whose host died while it waited. */
    private static final class HostDiedException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;
    }
}
