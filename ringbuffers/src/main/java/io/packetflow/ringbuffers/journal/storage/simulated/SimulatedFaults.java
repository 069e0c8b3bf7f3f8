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
package io.packetflow.ringbuffers.journal.storage.simulated;

import java.io.IOException;

/**
 * Cold path. What goes wrong on a simulated disk, and when: each fault is armed with a count of the operations that
 * still succeed, so that the same arming gives the same run. What the disk says is what Linux says.
 */
public final class SimulatedFaults
{
    /** No limit. */
    public static final long UNLIMITED = Long.MAX_VALUE;

    private static final long NEVER = -1;

    private long capacityBytes = UNLIMITED;
    private String writePath = "";
    private long writesLeft = NEVER;
    private String syncPath = "";
    private long syncsLeft = NEVER;
    private long operationsLeft = NEVER;
    private long operations;
    private boolean isPowerCut;

    SimulatedFaults()
    {
    }

    /**
     * Limits the room: what would take more fails with "No space left on device".
     *
     * @param bytes of all files together, {@link #UNLIMITED} for no limit
     */
    public synchronized void capacityBytes(final long bytes)
    {
        capacityBytes = bytes;
    }

    /**
     * Lets one write fail with "Input/output error", and all after it.
     *
     * @param path part of the names whose writes count
     * @param after writes that still succeed
     */
    public synchronized void failWrites(final String path, final long after)
    {
        writePath = path;
        writesLeft = after;
    }

    /**
     * Lets one sync fail with "Input/output error". The next one succeeds and syncs nothing of what this one should
     * have: Linux counts those pages as clean, and they are not on the disk.
     *
     * @param path part of the names whose syncs count
     * @param after syncs that still succeed
     */
    public synchronized void failSync(final String path, final long after)
    {
        syncPath = path;
        syncsLeft = after;
    }

    /**
     * Cuts the power: from then on every operation fails, and {@link SimulatedStorage#crash} shows what is left.
     *
     * @param operations that still succeed; each call of a storage or a file that changes or syncs something is one
     */
    public synchronized void cutPowerAfter(final long operations)
    {
        operationsLeft = operations;
    }

    /** Returns whether the power was cut. */
    public synchronized boolean isPowerCut()
    {
        return isPowerCut;
    }

    /** Returns how many operations there were that changed or synced something. */
    public synchronized long operations()
    {
        return operations;
    }

    synchronized void onOperation() throws IOException
    {
        requirePower();
        if (operationsLeft == 0)
        {
            isPowerCut = true;
            requirePower();
        }
        operationsLeft -= operationsLeft > 0 ? 1 : 0;
        operations++;
    }

    synchronized void requirePower() throws IOException
    {
        if (isPowerCut)
        {
            throw new IOException("the simulated host has no power");
        }
    }

    synchronized void cutPower()
    {
        isPowerCut = true;
    }

    synchronized void onWrite(final String path) throws IOException
    {
        if (writesLeft == NEVER || !path.contains(writePath))
        {
            return;
        }
        if (writesLeft == 0)
        {
            throw new IOException("cannot write " + path + ": Input/output error");
        }
        writesLeft--;
    }

    /** Returns whether this sync fails. */
    synchronized boolean onSync(final String path)
    {
        if (syncsLeft == NEVER || !path.contains(syncPath))
        {
            return false;
        }
        syncsLeft--;
        return syncsLeft == NEVER;
    }

    synchronized void requireRoom(final String path, final long usedBytes) throws IOException
    {
        if (usedBytes > capacityBytes)
        {
            throw new IOException("cannot write " + path + ": No space left on device");
        }
    }

    synchronized long usableBytes(final long usedBytes)
    {
        return capacityBytes == UNLIMITED ? UNLIMITED : Math.max(0, capacityBytes - usedBytes);
    }
}
