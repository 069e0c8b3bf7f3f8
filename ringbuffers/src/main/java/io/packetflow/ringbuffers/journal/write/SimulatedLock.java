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

import java.io.IOException;

/**
 * Cold path. The lock of a simulated host, for the writers of one process of this JVM: only one of those that were made
 * from the same one has it.
 */
public final class SimulatedLock implements WriterLock
{
    private final Owner owner;

    /** Makes the lock of a new simulated directory. */
    public SimulatedLock()
    {
        this(new Owner());
    }

    private SimulatedLock(final Owner owner)
    {
        this.owner = owner;
    }

    /** Returns the same lock as another process has it. */
    public SimulatedLock ofAnotherProcess()
    {
        return new SimulatedLock(owner);
    }

    @Override
    public boolean tryAcquire()
    {
        synchronized (owner)
        {
            if (owner.holder == null)
            {
                owner.holder = this;
            }
            return owner.holder == this;
        }
    }

    @Override
    public void acquire() throws InterruptedException
    {
        synchronized (owner)
        {
            while (!tryAcquire())
            {
                owner.wait();
            }
        }
    }

    @Override
    public boolean isHeld()
    {
        synchronized (owner)
        {
            return owner.holder == this;
        }
    }

    @Override
    public void describe(final String text) throws IOException
    {
        synchronized (owner)
        {
            if (owner.holder != this)
            {
                throw new IllegalStateException("only the owner of a lock says who it is");
            }
            owner.text = text;
        }
    }

    @Override
    public String owner()
    {
        synchronized (owner)
        {
            return owner.text;
        }
    }

    @Override
    public void release()
    {
        synchronized (owner)
        {
            if (owner.holder == this)
            {
                owner.holder = null;
                owner.notifyAll();
            }
        }
    }

    /** Who has it. */
    private static final class Owner
    {
        private SimulatedLock holder;
        private String text = "";
    }
}
