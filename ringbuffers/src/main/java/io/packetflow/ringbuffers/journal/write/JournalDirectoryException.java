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

/** A directory cannot be, or is not, that of a journal. Nothing in it was changed. */
public final class JournalDirectoryException extends IOException
{
    @Serial
    private static final long serialVersionUID = 2L;

    /** Whether a part of a journal is missing or damaged; else the place is wrong, or not private. */
    private final boolean isDamage;

    private JournalDirectoryException(final String message, final Throwable cause, final boolean isDamage)
    {
        super(message, cause);
        this.isDamage = isDamage;
    }

    /**
     * Makes one.
     *
     * @param message cause, place and remedy
     */
    public JournalDirectoryException(final String message)
    {
        this(message, null);
    }

    /**
     * Makes one.
     *
     * @param message cause, place and remedy
     * @param cause what the file system said
     */
    public JournalDirectoryException(final String message, final Throwable cause)
    {
        this(message, cause, false);
    }

    static JournalDirectoryException damage(final String message)
    {
        return new JournalDirectoryException(message, null, true);
    }

    /** Returns whether it is a journal's directory, of which a part is missing or damaged. */
    public boolean isDamage()
    {
        return isDamage;
    }
}
