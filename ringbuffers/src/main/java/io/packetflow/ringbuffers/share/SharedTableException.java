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

import java.io.IOException;

/** Cold path. A shared table cannot be used; the message names cause, place and remedy. */
public final class SharedTableException extends IOException
{
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What is the matter. */
    public enum Kind
    {
        /** There is no such file. */
        MISSING,
        /** The file, or what is in its place, is no shared table. */
        NOT_A_TABLE,
        /** It holds rows of another kind, or of another version. */
        OTHER_SCHEMA,
        /** It holds the rows of another journal. */
        OTHER_JOURNAL,
        /** Its bytes are not those that were written. */
        DAMAGED,
        /** Its filler ended in the middle of an update. */
        HALF_WRITTEN,
        /** Somebody holds its lock and does not let go. */
        LOCKED,
        /** Another process fills it. */
        IN_USE,
        /** The host does not let this user read or write it. */
        REFUSED,
    }

    SharedTableException(final Kind kind, final String message)
    {
        super(message);
        this.kind = kind;
    }

    SharedTableException(final Kind kind, final String message, final Throwable cause)
    {
        super(message, cause);
        this.kind = kind;
    }

    /** Returns what is the matter. */
    public Kind kind()
    {
        return kind;
    }
}
