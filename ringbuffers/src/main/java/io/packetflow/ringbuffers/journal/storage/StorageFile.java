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
package io.packetflow.ringbuffers.journal.storage;

import java.io.IOException;

import io.packetflow.layout.memory.Slab;

/** Cold path. An open file of a {@link Storage}. Used by one thread at a time. */
public interface StorageFile extends AutoCloseable
{
    /** Returns the length in bytes. */
    long size() throws IOException;

    /**
     * Reads all of a range.
     *
     * @param offset of the first byte in the file
     * @param target memory that takes the bytes
     * @param targetOffset of the first byte there
     * @param length bytes, below 2 GiB
     * @throws IOException if the range is not all there or cannot be read
     */
    void read(long offset, Slab target, long targetOffset, int length) throws IOException;

    /**
     * Writes all of a range, however many calls of the system it takes. Behind its end the file gets longer.
     *
     * @param offset of the first byte in the file
     * @param source memory that holds the bytes
     * @param sourceOffset of the first byte there
     * @param length bytes, below 2 GiB
     * @throws IOException if not all of it could be written
     */
    void write(long offset, Slab source, long sourceOffset, int length) throws IOException;

    /**
     * Makes what was written durable, by {@link #write} or through {@link #map}.
     *
     * @throws IOException if it is not; nothing may be assumed about any byte written since the last success
     */
    void sync() throws IOException;

    /**
     * Makes what was written to a range durable, and as much more as is no trouble.
     *
     * @param offset of the first byte
     * @param length bytes
     * @throws IOException if it is not; nothing may be assumed about any byte written since the last success
     */
    default void sync(final long offset, final int length) throws IOException
    {
        sync();
    }

    /**
     * Maps the whole file; the memory is gone when the file is closed.
     *
     * @return its bytes
     * @throws IOException if it cannot be mapped
     */
    Slab map() throws IOException;

    @Override
    void close() throws IOException;
}
