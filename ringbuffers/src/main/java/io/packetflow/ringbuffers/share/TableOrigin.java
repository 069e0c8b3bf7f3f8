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
package io.packetflow.ringbuffers.share;

import java.util.Optional;

/**
 * Cold path. Where the rows of a table come from.
 *
 * @param journal absolute path of the journal's directory
 * @param journalKey tells this directory from another one that was later made in its place
 * @param pid of the process that fills the table
 * @param processStartMillis when that process started, by the host's clock, 0 if the host does not tell
 */
public record TableOrigin(String journal, long journalKey, long pid, long processStartMillis)
{
    /**
     * Returns the origin of a table that this process fills.
     *
     * @param journal absolute path of the journal's directory
     * @param journalKey of the directory
     * @return the origin
     */
    public static TableOrigin ofThisProcess(final String journal, final long journalKey)
    {
        final ProcessHandle self = ProcessHandle.current();
        return new TableOrigin(journal, journalKey, self.pid(), startMillis(self));
    }

    private static long startMillis(final ProcessHandle process)
    {
        return process.info().startInstant().map(java.time.Instant::toEpochMilli).orElse(0L);
    }

    /** Returns whether the process that fills the table still runs; a later one of the same number is not it. */
    public boolean isRunning()
    {
        final Optional<ProcessHandle> process = ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
        return process.isPresent() && (processStartMillis == 0 || startMillis(process.get()) == processStartMillis);
    }
}
