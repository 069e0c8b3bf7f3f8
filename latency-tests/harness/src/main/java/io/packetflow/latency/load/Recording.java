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
 * @param addedMessages at its end that were not recorded: the deletes that make it loopable
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
    long addedMessages,
    long measuredFrom,
    long spanNanos,
    int symbols,
    int expectedOrders) implements AutoCloseable
{
    /** Bytes of the length before each message. */
    public static final int PREFIX_BYTES = 2;

    /** Bytes behind the last message that may be read. */
    static final int READ_AHEAD_BYTES = 64;

    /** Alignment of the frames in memory. */
    static final int ALIGNMENT = 64;

    @Override
    public void close()
    {
        arena.close();
    }
}
