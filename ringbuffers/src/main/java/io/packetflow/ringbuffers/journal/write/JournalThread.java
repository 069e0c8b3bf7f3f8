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
package io.packetflow.ringbuffers.journal.write;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.ringbuffers.waiting.BackOff;
import io.packetflow.ringbuffers.waiting.WaitStrategy;
import io.packetflow.ringbuffers.waiting.Waiter;

/**
 * Cold path. A helper thread that does steps until it is told to end or the journal stops. It is never interrupted: an
 * interrupt closes the files that a thread works on.
 */
final class JournalThread
{
    /** Outputs wait for a commit: a while of yielding, so that others may run, then short parks. */
    static final BackOff PROMPT = new BackOff(0, 200, TimeUnit.MICROSECONDS.toNanos(20));
    /** Nobody waits for the next segment or the mark. */
    static final BackOff LAZY = new BackOff(0, 1, TimeUnit.MILLISECONDS.toNanos(2));

    /** Longer than a disk that still works takes for one step. */
    private static final long END_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final JournalStop stop;
    private final Step[] steps;
    private final Waiter waiter;
    private final Thread thread;
    private volatile boolean isEnding;

    JournalThread(
        final String name,
        final ThreadFactory threads,
        final BackOff backOff,
        final JournalStop stop,
        final Step... steps)
    {
        this.stop = stop;
        this.steps = steps;
        this.waiter = WaitStrategy.BACK_OFF.newWaiter(backOff);
        this.thread = threads.newThread(this::run);
        if (thread == null)
        {
            throw new IllegalStateException("the factory of helper threads made none: thread=" + name);
        }
        thread.setName(name);
        thread.setDaemon(true);
    }

    void start()
    {
        thread.start();
    }

    private void run()
    {
        while (!isEnding && !stop.isStopped())
        {
            int workCount = 0;
            for (final Step step : steps)
            {
                workCount += stop.run(step) ? 1 : 0;
            }
            waiter.idle(workCount);
        }
    }

    void tellToEnd()
    {
        isEnding = true;
        LockSupport.unpark(thread);
    }

    /** Waits until the thread has ended; false if the disk, or an interrupt of this thread, does not let it. */
    boolean awaitEnd()
    {
        if (thread == Thread.currentThread())
        {
            throw new IllegalStateException(
                "the listener of a failure must leave closing to another thread: thread=" + thread.getName());
        }
        try
        {
            thread.join(END_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }
}
