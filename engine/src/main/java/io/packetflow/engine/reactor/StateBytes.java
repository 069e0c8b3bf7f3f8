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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateSizer;
import io.packetflow.layout.state.StateWriter;

/**
 * Cold path. A hash over saved state: equal state is equal bytes. Whoever restored a state saves it once more, and has
 * the same hash, or has not what was saved.
 */
final class StateBytes
{
    private static final long BASIS = 0xCBF29CE484222325L;
    private static final long STEP = 0x100000001B3L;
    private static final int ALIGNMENT = 4096;

    private StateBytes()
    {
    }

    /**
     * Hashes saved state.
     *
     * @param slab that holds it from its first byte on
     * @param bytes length, a multiple of 8
     * @return the hash
     */
    static long hashOf(final Slab slab, final long bytes)
    {
        long hash = BASIS ^ bytes;
        for (long at = 0; at < bytes; at += Long.BYTES)
        {
            hash = (hash ^ slab.getLong(at)) * STEP;
            hash ^= hash >>> Integer.SIZE;
        }
        return hash;
    }

    /** Saves a molecule's state and hashes it; while no instance is in progress. */
    static long hashOf(final MoleculeState state)
    {
        final long bytes = StateSizer.bytesOf("molecule", state);
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slab = arena.allocate(Math.max(ALIGNMENT, bytes), ALIGNMENT);
            final StateWriter writer = new StateWriter(slab);
            writer.part("molecule", state);
            return hashOf(slab, writer.bytes());
        }
    }
}
