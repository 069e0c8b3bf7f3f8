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
 * Cold path. What keeps a journal to one writer: a lock of the operating system, or in a simulation one of the
 * simulated host. It ends with the process that holds it, however that ends. Used by one thread at a time.
 */
public interface WriterLock
{
    /**
     * Takes the lock if nobody has it.
     *
     * @return whether this object has it now
     * @throws IOException if the lock cannot be tried
     */
    boolean tryAcquire() throws IOException;

    /**
     * Takes the lock as soon as its owner gives it up or dies.
     *
     * @throws IOException if the lock cannot be had
     * @throws InterruptedException if the thread was interrupted; the lock is not taken
     */
    void acquire() throws IOException, InterruptedException;

    /** Returns whether this object has the lock. */
    boolean isHeld();

    /**
     * Says who has the lock, for whoever wants it.
     *
     * @param text lines of {@code key=value}
     * @throws IOException if it cannot be written
     * @throws IllegalStateException if this object does not have the lock
     */
    void describe(String text) throws IOException;

    /** Returns what the owner said, or the last one if there is none now; empty if it cannot be read. */
    String owner();

    /** Gives the lock up. May be called twice. */
    void release();
}
