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
package io.packetflow.ringbuffers.journal.queue;

import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.ringbuffers.waiting.BackOff;
import io.packetflow.ringbuffers.waiting.WaitStrategy;
import io.packetflow.ringbuffers.waiting.Waiter;

/** Cold path. The thread of a follower: does steps until it is told to end, or there are none left. */
final class FollowerThread
{
    private static final String NAME = "queue-journal";
    /** Nobody waits for a queue: a while of yielding, so that others may run, then short parks. */
    private static final BackOff PATIENT = new BackOff(0, 200, TimeUnit.MICROSECONDS.toNanos(50));
    /** Longer than a disk that still works takes for one step. */
    private static final long END_MILLIS = TimeUnit.SECONDS.toMillis(30);

    private final FollowerWork work;
    private final Waiter waiter = WaitStrategy.BACK_OFF.newWaiter(PATIENT);
    private final Thread thread;
    private volatile boolean isEnding;

    FollowerThread(final FollowerWork work, final ThreadFactory threads)
    {
        this.work = work;
        this.thread = threads.newThread(this::run);
        if (thread == null)
        {
            throw new IllegalStateException("the factory of helper threads made none: thread=" + NAME);
        }
        thread.setName(NAME);
        thread.setDaemon(true);
    }

    void start()
    {
        thread.start();
    }

    private void run()
    {
        try (work)
        {
            while (!isEnding && !work.isEnded())
            {
                waiter.idle(work.step() ? 1 : 0);
            }
        }
    }

    /** Ends the thread and waits for that; the listener of a failure, which is on the thread, need not. */
    void end()
    {
        isEnding = true;
        LockSupport.unpark(thread);
        if (thread != Thread.currentThread())
        {
            join();
        }
    }

    private void join()
    {
        try
        {
            // A thread that hangs in the kernel is left to the end of the process.
            thread.join(END_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
