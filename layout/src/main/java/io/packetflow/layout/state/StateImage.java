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
package io.packetflow.layout.state;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. The state of one component in memory of its own, which grows with it: saved here, restored into others.
 * One thread at a time.
 */
public final class StateImage implements AutoCloseable
{
    private static final int ALIGNMENT = 128;
    private static final int ROTATION = 29;
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private final String name;
    private final HugePages hugePages;
    private Arena arena;
    private Slab slab;
    private long bytes;

    /**
     * Makes an image without memory.
     *
     * @param name of the component, with which messages begin
     * @param hugePages whether to ask for them
     */
    public StateImage(final String name, final HugePages hugePages)
    {
        this.name = name;
        this.hugePages = hugePages;
        this.arena = new Arena(hugePages);
    }

    /**
     * Makes room beforehand, so that the next {@link #save} only copies.
     *
     * @param part whose state will be saved
     */
    public void prepare(final Stateful part)
    {
        reserve(StateSizer.bytesOf(name, part));
    }

    /**
     * Saves a component over what was saved before.
     *
     * @param part whose state is saved
     */
    public void save(final Stateful part)
    {
        if (slab == null || !write(part))
        {
            prepare(part);
            write(part);
        }
    }

    /**
     * Restores what was saved.
     *
     * @param part that shall have the state
     * @throws StateException if the state does not fit it; it is to be thrown away then
     * @throws IllegalStateException if nothing was saved
     */
    public void restore(final Stateful part)
    {
        if (bytes == 0)
        {
            throw new IllegalStateException("nothing was saved yet: name=" + name);
        }
        final StateReader reader = new StateReader(slab, 0, bytes);
        reader.part(name, part);
        reader.finish();
    }

    /** Returns how many bytes are saved, 0 if none. */
    public long bytes()
    {
        return bytes;
    }

    /** Returns a hash of the saved bytes; components of equal fields have equal ones, 0 if nothing is saved. */
    public long hash()
    {
        long hash = 0;
        for (long at = 0; at < bytes; at += Long.BYTES)
        {
            hash = Long.rotateLeft(hash ^ slab.getLong(at), ROTATION) * MULTIPLIER;
        }
        return hash;
    }

    @Override
    public void close()
    {
        arena.close();
    }

    private boolean write(final Stateful part)
    {
        final StateWriter writer = new StateWriter(slab);
        writer.part(name, part);
        bytes = writer.fits() ? writer.bytes() : 0;
        return writer.fits();
    }

    private void reserve(final long neededBytes)
    {
        if (slab != null && slab.capacity() >= neededBytes)
        {
            return;
        }
        bytes = 0;
        arena.close();
        arena = new Arena(hugePages);
        slab = arena.allocate(neededBytes, ALIGNMENT);
    }
}
