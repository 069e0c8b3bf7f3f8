package io.packetflow.latency.load;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;

/**
 * Cold path. Framed ITCH messages in memory, with room behind the last one for reading whole words.
 *
 * @param name for reports
 * @param arena that owns the memory; closed by whoever made the recording
 * @param slab that holds the frames: a big-endian 16-bit length, then the message
 * @param length of all frames in bytes
 * @param messages in the recording
 * @param measuredFrom index of the first message that counts; those before it build the books up
 * @param spanNanos by which the logical time of a second pass lies later
 * @param symbols highest stock locate + 1
 * @param expectedOrders live at the same time
 */
public record Recording(
    String name,
    Arena arena,
    Slab slab,
    long length,
    long messages,
    long measuredFrom,
    long spanNanos,
    int symbols,
    int expectedOrders) implements AutoCloseable
{
    @Override
    public void close()
    {
        arena.close();
    }
}
