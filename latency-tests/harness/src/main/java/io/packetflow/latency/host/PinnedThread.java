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
package io.packetflow.latency.host;

import io.packetflow.affinity.pin.PinOutcome;
import io.packetflow.affinity.pin.ThreadPinning;

/** Cold path. A thread that pins itself before it runs its task, and whose failure is not lost. */
public final class PinnedThread
{
    private final Thread thread;
    private final int cpu;
    private volatile PinOutcome outcome;
    private volatile Throwable failure;

    private PinnedThread(final String name, final int cpu, final Runnable task)
    {
        this.cpu = cpu;
        this.thread = ThreadPinning.helperThread(name, () -> run(task));
    }

    /**
     * Starts a thread.
     *
     * @param name of it
     * @param cpu on which it shall run
     * @param task to run
     * @return the thread
     */
    public static PinnedThread start(final String name, final int cpu, final Runnable task)
    {
        final PinnedThread pinned = new PinnedThread(name, cpu, task);
        pinned.thread.start();
        return pinned;
    }

    private void run(final Runnable task)
    {
        try
        {
            outcome = ThreadPinning.pin(cpu);
            task.run();
        }
        catch (final RuntimeException | Error e)
        {
            failure = e;
        }
    }

    /**
     * Waits for the end of the task.
     *
     * @return whether and where it was pinned
     * @throws IllegalStateException if the task failed, or the caller was interrupted
     */
    public PinOutcome join()
    {
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the thread " + thread.getName(), e);
        }
        if (failure != null)
        {
            throw new IllegalStateException("the thread " + thread.getName() + " failed: " + failure, failure);
        }
        return outcome;
    }
}
