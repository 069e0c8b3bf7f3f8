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

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/** Cold path. Waits for a journal's lock on a helper thread, as the operating system wakes up nobody else. */
final class LockThread implements LockWait
{
    private static final long JOIN_MILLIS = 1_000;

    private final JournalDirectory directory;
    private final Thread thread;
    private volatile boolean locked;
    private volatile IOException failure;
    private volatile boolean isClosing;

    LockThread(final JournalDirectory directory)
    {
        this.directory = directory;
        this.thread = ThreadPinning.helperThread("standby-lock", this::await);
    }

    LockThread start()
    {
        thread.start();
        return this;
    }

    private void await()
    {
        try
        {
            directory.lockBlocking();
            locked = true;
        }
        catch (final IOException e)
        {
            // An interrupted wait ends in one way or another, by the moment at which the interrupt comes.
            failure = isClosing ? null : e;
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isLocked() throws IOException
    {
        if (failure != null)
        {
            throw failure;
        }
        return locked;
    }

    @Override
    public void close()
    {
        isClosing = true;
        thread.interrupt();
        try
        {
            // Whoever goes on without the lock uses the directory alone.
            thread.join(JOIN_MILLIS);
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
        }
    }
}
