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
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.journal.RecoveryRefusedException;
import io.packetflow.engine.journal.StandbyEndedException;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import io.packetflow.ringbuffers.journal.write.SimulatedLock;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/**
 * One run of a simulated world, from one seed: a host with a disk, processes that write a journal on it or follow it,
 * an outside that brings inputs and takes outputs, and everything that goes wrong. One thread steps all of it.
 */
final class FaultWorld implements AutoCloseable
{
    private static final int TURNS = 300;
    private static final int LAST_TURNS = 50_000;
    private static final int PAUSES = 4_000;

    private final Random random;
    private final FaultPlans all;
    private final List<FaultPlans.Entry> plans;
    private final List<Script> scripts = new ArrayList<>();
    private final int commands;
    private final Outside outside = new Outside();
    private final FaultOracle oracle;
    private final Map<FaultEvent, Integer> events;
    private final StringBuilder trace;
    private final List<SimulatedProcess> zombies = new ArrayList<>();
    private SimulatedStorage disk = new SimulatedStorage();
    private SimulatedLock lock = new SimulatedLock();
    private SimulatedProcess primary;
    private StandbyScript standby;
    private long nowNanos = 1_000_000_000_000L;
    private long boot = 1;
    private long pid = 1;
    private boolean isFaulty;
    private boolean isCommitWithheld;

    FaultWorld(
        final long seed, final FaultPlans all, final Map<FaultEvent, Integer> events, final StringBuilder trace)
    {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
        this.events = events;
        this.trace = trace;
        this.all = all;
        this.plans = all.any(random);
        this.commands = random.nextInt(3);
        final boolean bulk = random.nextInt(12) == 0;
        for (int feed = 0; feed < FaultPlans.FEEDS; feed++)
        {
            final InstanceKind kind = bulk ? Kinds.BULK : feed == 0 ? Kinds.FEED : Kinds.NEWS;
            scripts.add(Script.random(random, kind, bulk ? 200 : random.nextInt(70)));
        }
        this.oracle = new FaultOracle(plans.get(0).molecule(), scripts, commands, outside);
    }

    static Map<FaultEvent, Integer> noEvents()
    {
        return new EnumMap<>(FaultEvent.class);
    }

    /** Lives some lives, each of which ends badly, and a last one that ends well. */
    void run()
    {
        final int lives = random.nextInt(4);
        for (int life = 0; life < lives; life++)
        {
            live();
        }
        complete();
    }

    private void live()
    {
        if (random.nextInt(3) == 0)
        {
            disk.faults().cutPowerAfter(random.nextInt(160));
        }
        if (begin(plans.get(random.nextInt(plans.size()))))
        {
            armFault();
            isCommitWithheld = random.nextInt(6) == 0;
            final int turns = random.nextInt(TURNS);
            for (int i = 0; i < turns && isRunning(); i++)
            {
                turn();
            }
            if (isRunning() && random.nextInt(5) == 0)
            {
                closeInOrder(primary);
            }
        }
        endLife();
    }

    /** Whether a process has not died, whether it writes or was fenced off. */
    boolean isRunning(final long id)
    {
        return (primary != null && primary.pid() == id) || zombies.stream().anyMatch(zombie -> zombie.pid() == id);
    }

    private boolean isRunning()
    {
        return primary != null && !disk.faults().isPowerCut();
    }

    /** Starts a process that recovers and writes; answers false where that ended in a death. */
    private boolean begin(final FaultPlans.Entry plan)
    {
        oracle.beforeStart(disk);
        isCommitWithheld = false;
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
        oracle.afterStart(disk, process);
    }

    private SimulatedProcess newProcess(final FaultPlans.Entry plan)
    {
        pid++;
        final SimulatedProcess process = new SimulatedProcess(
            this, plan, disk, lock.ofAnotherProcess(), new WriterIdentity(pid, pid, 7, boot));
        note("a new " + process + " of boot " + boot);
        return process;
    }

    private void armFault()
    {
        final String[] paths = {"s0000000", "s0000001", "durable.mark", "snap", ".pfs", ""};
        switch (random.nextInt(10))
        {
            case 0 -> disk.faults().failWrites(paths[random.nextInt(paths.length)], random.nextInt(20));
            case 1 -> disk.faults().failSync(paths[random.nextInt(paths.length)], random.nextInt(20));
            case 2 -> disk.faults().capacityBytes(random.nextInt(4) << 20);
            default ->
            {
                return;
            }
        }
        isFaulty = true;
        happened(FaultEvent.DISK_FAULT);
    }

    /** Somebody does something. */
    private void turn()
    {
        nowNanos += random.nextInt(50) == 0 ? 300_000_000L : random.nextInt(3_000_000);
        stepZombies();
        final int choice = random.nextInt(100);
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
            step(zombie, random.nextInt(100));
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
        stepUpkeep(primary);
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

    private static void stepUpkeep(final SimulatedProcess process)
    {
        process.reactor().journal().stepUpkeep();
    }

    private void step(final SimulatedProcess process, final int choice)
    {
        if (process == null)
        {
            return;
        }
        if (choice < 62)
        {
            stepNodes(process);
        }
        else if (choice < 77)
        {
            if (!isCommitWithheld)
            {
                process.writer().stepCommit();
            }
        }
        else if (choice < 84)
        {
            process.writer().stepPrepare();
        }
        else if (choice < 91)
        {
            process.writer().stepMark();
        }
        else if (choice < 97)
        {
            stepUpkeep(process);
        }
        else
        {
            process.reactor().requestSnapshot();
        }
        oracle.afterStep(process, zombies.contains(process));
    }

    private void stepNodes(final SimulatedProcess process)
    {
        final int steps = 1 + random.nextInt(6);
        for (int i = 0; i < steps; i++)
        {
            process.reactor().step(random.nextInt(process.nodes()));
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
        oracle.afterStart(disk, follower);
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
            nowNanos += random.nextInt(2_000_000);
        }
        if (disk.faults().isPowerCut() || standby.pauses() > PAUSES)
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
            closeInOrder(primary);
            standby.closed(primary == null);
        }
    }

    private void closeInOrder(final SimulatedProcess process)
    {
        process.reactor().control().moveTo(ReactorState.DRAINING);
        process.reactor().control().quiescent(false);
        for (int i = 0; i < TURNS && isRunning() && !process.reactor().control().isQuiescent(); i++)
        {
            step(process, random.nextInt(97));
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

    /** All processes of the host end, or the host itself does. */
    private void endLife()
    {
        final boolean isPowerCut = random.nextBoolean();
        final long seed = random.nextLong();
        note(isPowerCut ? "the power is cut" : "all processes die");
        final SimulatedStorage next = isPowerCut ? disk.crash(seed) : disk.processDeath();
        happened(isPowerCut ? FaultEvent.POWER_CUT : FaultEvent.DEATH);
        killAll();
        disk.close();
        disk = next;
        lock = new SimulatedLock();
        boot += isPowerCut ? 1 : 0;
        isFaulty = false;
        oracle.afterEnd(isPowerCut);
    }

    private void killAll()
    {
        if (primary != null)
        {
            primary.die();
            primary = null;
        }
        zombies.forEach(SimulatedProcess::die);
        zombies.clear();
    }

    /** Nothing goes wrong any more: every input is processed, every output leaves. */
    private void complete()
    {
        FaultPlans.Entry plan = plans.get(random.nextInt(plans.size()));
        while (plan.durability() == Durability.REPLICA)
        {
            plan = plans.get(random.nextInt(plans.size()));
        }
        if (!begin(plan))
        {
            throw new AssertionError("a sound host does not start");
        }
        standby = StandbyScript.NONE;
        int turns = 0;
        while (!primary.reactor().control().isQuiescent())
        {
            turn();
            if (++turns > LAST_TURNS)
            {
                throw new AssertionError("the run does not end: " + primary.reactor().counters());
            }
        }
        oracle.atEnd(disk, primary);
        primary.reactor().close();
        primary.die();
        primary = null;
    }

    private void requireReason(final Throwable failure)
    {
        note("failed: " + failure);
        if (!isFaulty && !disk.faults().isPowerCut() && !(failure instanceof HostDiedException))
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
        return nowNanos;
    }

    void note(final String line)
    {
        if (trace != null)
        {
            trace.append(line).append('\n');
        }
    }

    private void happened(final FaultEvent event)
    {
        events.merge(event, 1, Integer::sum);
    }

    @Override
    public void close()
    {
        killAll();
        disk.close();
    }

    /** Unwinds a standby whose host died while it waited. */
    private static final class HostDiedException extends RuntimeException
    {
        private static final long serialVersionUID = 1L;
    }
}
