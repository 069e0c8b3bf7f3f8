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
import java.nio.file.Path;

import io.packetflow.ringbuffers.journal.write.JournalDirectory;

/**
 * Cold path. What a journaled reactor asks of the host besides cores: files and lock of the journal, time for the
 * journal's own work, and threads for it. The production code above is the same over this host and over a simulated
 * one, where one thread steps everything.
 */
interface JournalHost
{
    /**
     * Opens a journal's directory, or makes it where there is none.
     *
     * @param directory as the options name it
     * @return the directory, not locked
     * @throws IOException if it cannot be opened, or is no journal's
     */
    JournalDirectory open(Path directory) throws IOException;

    /**
     * Begins to wait for a journal's lock.
     *
     * @param directory of the journal, not locked
     * @return the wait; its owner closes it
     */
    LockWait await(JournalDirectory directory);

    /**
     * Tells whether a process that wrote a journal still runs, and may go on writing. One that is being taken apart by
     * the kernel does not: none of its threads comes back to its code.
     *
     * @param pid of the process
     * @param startTimeMillis of the process, so that another one of that pid is not taken for it
     * @return whether it runs
     */
    boolean isRunning(long pid, long startTimeMillis);

    /**
     * Tells whether a process was killed and none of its threads runs its code any more, though the kernel may need a
     * while to give its memory back, and its lock. What cannot be told counts as no.
     *
     * @param pid of the process
     * @return whether it is dying or dead
     */
    boolean isDying(long pid);

    /** Returns a time that never goes back, in nanoseconds since any moment. */
    long nanoTime();

    /** Returns the time by the wall clock, in nanoseconds since 1970 UTC. */
    long wallNanos();

    /** Returns whether helper threads do what is not a node's work; if not, who steps the nodes steps that too. */
    boolean hasThreads();

    /**
     * Lets others go on while a standby has nothing to apply.
     *
     * @param idleCount how often it had nothing to apply since it last had
     */
    void pause(long idleCount);
}
