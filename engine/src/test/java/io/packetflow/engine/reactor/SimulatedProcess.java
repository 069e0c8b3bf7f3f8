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

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import io.packetflow.engine.fixture.Outlet;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.journal.RecoveryListener;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.Storage;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.SimulatedLock;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/** One process of a simulated host: a reactor, its view of the disk, its lock, and what it sends to the outside. */
final class SimulatedProcess implements Outlet, RecoveryListener, JournalHost
{
    private final FaultPlans.Entry plan;
    private final FaultWorld world;
    private final ProcessStorage storage;
    private final SimulatedLock lock;
    private final WriterIdentity identity;
    private final List<Replayed> replayed = new ArrayList<>();
    private Reactor reactor;
    private boolean isDead;

    /** An output that was computed again. */
    private record Replayed(String packet, long sequence, long value)
    {
    }

    SimulatedProcess(
        final FaultWorld world,
        final FaultPlans.Entry plan,
        final Storage disk,
        final SimulatedLock lock,
        final WriterIdentity identity)
    {
        this.world = world;
        this.plan = plan;
        this.storage = new ProcessStorage(disk);
        this.lock = lock;
        this.identity = identity;
    }

    /** Recovers, or follows until it has taken over; then it is ready to run. */
    void start(final List<Script> scripts, final int commands, final boolean acceptLoss, final StandbyOptions standby)
    {
        final ReactorContext context = FaultPlans
            .context(plan, scripts, commands, this, world.countersFile(identity.pid())).journalHost(this)
            .onRecovery(this).onProgress(world::note);
        context.journal(context.journal().orElseThrow().withAcceptLoss(acceptLoss));
        if (standby != null)
        {
            context.standby(standby);
        }
        context.conclude();
        try
        {
            reactor = Reactor.prepare(context, plan.code(), plan.classes());
        }
        finally
        {
            if (reactor == null)
            {
                die();
            }
        }
        reactor.open();
    }

    Reactor reactor()
    {
        return reactor;
    }

    EpochWriter writer()
    {
        return reactor.journal().writer();
    }

    Durability durability()
    {
        return plan.durability();
    }

    int nodes()
    {
        return plan.code().plan().nodes().size();
    }

    int epoch()
    {
        return reactor.recovery().orElseThrow().epoch();
    }

    boolean isDead()
    {
        return isDead;
    }

    boolean hasFailed()
    {
        return reactor.state() == ReactorState.FAILED;
    }

    /** Ends between two steps, and leaves the disk as it is. */
    void die()
    {
        if (isDead)
        {
            return;
        }
        isDead = true;
        storage.die();
        if (reactor != null)
        {
            // Its memory is given back; that it failed keeps it from closing anything in order.
            reactor.control().fail("the simulation", "the process died", null);
            reactor.close();
        }
        lock.release();
    }

    @Override
    public void release(final String packet, final long sequence, final long value)
    {
        if (isDead)
        {
            throw new AssertionError("a dead process releases instance " + sequence);
        }
        world.released(this, packet, sequence, value);
    }

    @Override
    public void replay(final String packet, final long sequence, final long value)
    {
        replayed.add(new Replayed(packet, sequence, value));
    }

    @Override
    public void begin(final BiFunction<String, Class<?>, Object> resources)
    {
        // What the outside has is known without asking.
    }

    @Override
    public void afterBurst()
    {
        replayed.forEach(output -> world.outside().resend(output.packet(), output.sequence(), output.value()));
        replayed.clear();
    }

    @Override
    public JournalDirectory open(final Path directory) throws IOException
    {
        return JournalDirectory.open(storage, identity, lock);
    }

    @Override
    public LockWait await(final JournalDirectory directory)
    {
        return new LockWait()
        {
            private boolean isLocked;

            @Override
            public boolean isLocked() throws IOException
            {
                isLocked = isLocked || directory.tryLock();
                return isLocked;
            }

            @Override
            public void close()
            {
                // Nobody waits.
            }
        };
    }

    @Override
    public boolean isRunning(final long pid, final long startTimeMillis)
    {
        return world.isRunning(pid);
    }

    @Override
    public boolean isDying(final long pid)
    {
        return false;
    }

    long pid()
    {
        return identity.pid();
    }

    @Override
    public long nanoTime()
    {
        return world.nowNanos();
    }

    @Override
    public long wallNanos()
    {
        return world.nowNanos();
    }

    @Override
    public boolean hasThreads()
    {
        return false;
    }

    @Override
    public void pause(final long idleCount)
    {
        world.onStandbyPause();
    }

    @Override
    public String toString()
    {
        return "process " + identity.pid() + " (" + plan.durability() + ", " + nodes() + " nodes)";
    }
}
