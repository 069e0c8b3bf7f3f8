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

import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;

/** Cold path. A helper thread, off the nodes' CPUs, that does a step once a millisecond until it is closed. */
final class PeriodicThread implements AutoCloseable
{
    private static final long PERIOD_NANOS = 1_000_000;
    private static final long JOIN_MILLIS = 10_000;

    private final Runnable step;
    private final Runnable last;
    private final Thread thread;
    private volatile boolean running = true;

    /**
     * Prepares the thread.
     *
     * @param name of the thread
     * @param nodeCpus on which it does not run, unless the process has no others
     * @param step done again and again
     * @param last done once behind all steps, also where the thread was never started
     */
    PeriodicThread(final String name, final CpuSet nodeCpus, final Runnable step, final Runnable last)
    {
        this.step = step;
        this.last = last;
        this.thread = ThreadPinning.helperThread(name, nodeCpus, this::run);
    }

    void start()
    {
        thread.start();
    }

    private void run()
    {
        while (running)
        {
            step.run();
            LockSupport.parkNanos(PERIOD_NANOS);
        }
        last.run();
    }

    @Override
    public void close()
    {
        running = false;
        if (!thread.isAlive())
        {
            last.run();
            return;
        }
        LockSupport.unpark(thread);
        try
        {
            thread.join(JOIN_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
