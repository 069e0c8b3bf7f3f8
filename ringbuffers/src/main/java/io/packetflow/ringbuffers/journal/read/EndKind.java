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
package io.packetflow.ringbuffers.journal.read;

/** Cold path. Why a journal ends where it ends. */
public enum EndKind
{
    /** Its last epoch was closed in order. */
    CLEAN("clean", true, "nothing is to be done"),
    /** Zeros follow: its writer stopped without closing it. */
    END("end", true, "nothing is to be done: the next epoch goes on behind the last record"),
    /** The last record is broken, and nothing valid lies beyond: its writer was stopped in the middle of it. */
    TORN_TAIL("torn-tail", true, "nothing is to be done: the next epoch goes on behind the last whole record"),
    /** Pages are missing, and valid records lie beyond. */
    HOLE("hole", false, "restore the file from a copy, or accept the loss of what lies behind"),
    /** Bytes are not those that were written, and valid records lie beyond. */
    CORRUPT("corrupt", false,
        "restore the file from a copy and check the disk, or accept the loss of what lies behind"),
    /** A file or a record of another place or journal: swapped, copied or old. */
    FOREIGN("foreign", false, "put the right file back, or accept the loss of what lies behind"),
    /** A file is missing or shorter than it was made. */
    TRUNCATED_FILE("truncated-file", false, "restore the file from a copy, or accept the loss of what lies behind"),
    /** Written by a version that knows more. */
    NEWER_VERSION("newer-version", false, "read it with the version that wrote it");

    private final String text;
    private final boolean isOrderly;
    private final String remedy;

    EndKind(final String text, final boolean isOrderly, final String remedy)
    {
        this.text = text;
        this.isOrderly = isOrderly;
        this.remedy = remedy;
    }

    /** Returns the name in reports. */
    public String text()
    {
        return text;
    }

    /** Returns whether the death of a process can end a journal so; else files were damaged. */
    public boolean isOrderly()
    {
        return isOrderly;
    }

    /** Returns what to do about it. */
    public String remedy()
    {
        return remedy;
    }

    @Override
    public String toString()
    {
        return text;
    }
}
