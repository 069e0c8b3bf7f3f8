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

import io.packetflow.ringbuffers.journal.Durability;

/**
 * Cold path. An epoch that a standby makes ready while another process still writes: its directory and first segment,
 * zeroed and synced. It needs no lock, as nobody reads an epoch that {@code CURRENT} does not lead to; so a promotion
 * waits for a few syncs only. Closed without having begun it takes away what it made.
 */
public final class EpochReserve implements AutoCloseable
{
    private final EpochParts parts;
    private boolean isTaken;

    private EpochReserve(final EpochParts parts)
    {
        this.parts = parts;
    }

    /**
     * Reserves the next epoch.
     *
     * @param directory of the journal, whose lock need not be held
     * @param settings of the journal
     * @param mode of the epoch
     * @return the reserve
     * @throws IOException if it cannot be made
     */
    public static EpochReserve make(
        final JournalDirectory directory, final JournalSettings settings, final Durability mode) throws IOException
    {
        return Interrupts.heldBack(() -> make(directory, settings, directory.nextEpoch(), mode));
    }

    static EpochReserve make(
        final JournalDirectory directory, final JournalSettings settings, final int epoch, final Durability mode)
        throws IOException
    {
        final EpochParts parts = new EpochParts(directory, settings, epoch, mode);
        boolean isMade = false;
        try
        {
            parts.reserve();
            isMade = true;
            return new EpochReserve(parts);
        }
        finally
        {
            if (!isMade)
            {
                parts.close();
            }
        }
    }

    /** Returns the epoch that was reserved; a plan names it. */
    public int epoch()
    {
        return parts.epoch();
    }

    /** Returns the mode for which it was reserved. */
    public Durability mode()
    {
        return parts.mode();
    }

    JournalDirectory directory()
    {
        return parts.directory();
    }

    /** Gives away what was made, once. */
    EpochParts take()
    {
        if (isTaken)
        {
            throw new IllegalStateException("a reserved epoch is begun once, or closed: epoch=" + epoch());
        }
        isTaken = true;
        return parts;
    }

    /**
     * Takes away what was made, unless it was begun. May be called twice.
     *
     * @throws IOException if it cannot be removed; it does no harm but takes room
     */
    @Override
    public void close() throws IOException
    {
        if (!isTaken)
        {
            isTaken = true;
            parts.discard();
        }
    }
}
