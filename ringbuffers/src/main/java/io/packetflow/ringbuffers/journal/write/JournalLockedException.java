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
import java.io.Serial;

/** Another process, or another part of this one, writes the journal. */
public final class JournalLockedException extends IOException
{
    @Serial
    private static final long serialVersionUID = 1L;

    private final String owner;

    /**
     * Makes one.
     *
     * @param directory of the journal
     * @param owner what the lock says about it, in lines of {@code key=value}; may be empty
     */
    public JournalLockedException(final String directory, final String owner)
    {
        super("the journal is written by another process: " + directory + " is locked by " +
            (owner.isBlank() ? "one that has not said who it is" : owner.strip().replace('\n', ' ')) +
            "; stop that process, or start this one as its standby");
        this.owner = owner;
    }

    /** Returns what the lock says about its owner, in lines of {@code key=value}; may be empty. */
    public String owner()
    {
        return owner;
    }
}
