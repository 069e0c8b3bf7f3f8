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

import java.util.Random;

import io.packetflow.ringbuffers.journal.storage.simulated.SimulatedStorage;
import io.packetflow.ringbuffers.journal.write.SimulatedLock;
import io.packetflow.ringbuffers.journal.write.WriterIdentity;

/** A simulated host: its disk, the lock of the journal there, its clock, its processes' numbers, and its faults. */
final class SimulatedHost implements AutoCloseable
{
    private SimulatedStorage disk = new SimulatedStorage();
    private SimulatedLock lock = new SimulatedLock();
    private long nowNanos = 1_000_000_000_000L;
    private long boot = 1;
    private long pid = 1;
    private boolean isFaulty;

    SimulatedProcess newProcess(final FaultWorld world, final FaultPlans.Entry plan)
    {
        pid++;
        return new SimulatedProcess(
            world, plan, disk, lock.ofAnotherProcess(), new WriterIdentity(pid, pid, 7, boot));
    }

    /** Lets the disk fail at some later moment, now and then; answers whether it will. */
    boolean armFault(final Random random)
    {
        final String[] paths = {"s0000000", "s0000001", "durable.mark", "snap", ".pfs", ""};
        switch (random.nextInt(10))
        {
            case 0 -> disk.faults().failWrites(paths[random.nextInt(paths.length)], random.nextInt(20));
            case 1 -> disk.faults().failSync(paths[random.nextInt(paths.length)], random.nextInt(20));
            case 2 -> disk.faults().capacityBytes(random.nextInt(4) << 20);
            default ->
            {
                return false;
            }
        }
        isFaulty = true;
        return true;
    }

    boolean isPowerCut()
    {
        return disk.faults().isPowerCut();
    }

    /** Whether something has gone wrong, or may have, for which a process is not to blame. */
    boolean isUnsound()
    {
        return isFaulty || isPowerCut();
    }

    SimulatedStorage disk()
    {
        return disk;
    }

    /** What will be on the disk when the host, or all of its processes, end now. */
    SimulatedStorage diskAfter(final boolean powerCut, final long seed)
    {
        return powerCut ? disk.crash(seed) : disk.processDeath();
    }

    /** Goes on with a sound disk and no process. */
    void restart(final boolean powerCut, final SimulatedStorage left)
    {
        disk.close();
        disk = left;
        lock = new SimulatedLock();
        boot += powerCut ? 1 : 0;
        isFaulty = false;
    }

    long boot()
    {
        return boot;
    }

    long nowNanos()
    {
        return nowNanos;
    }

    void pass(final long nanos)
    {
        nowNanos += nanos;
    }

    @Override
    public void close()
    {
        disk.close();
    }
}
