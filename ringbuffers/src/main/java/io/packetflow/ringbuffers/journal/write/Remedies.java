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

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.util.LinkedHashMap;
import java.util.Map;

/** Cold path. What to do about an error of the file system. */
final class Remedies
{
    private static final String UNKNOWN = "see the host's kernel log";
    private static final String REMOVED =
        "nobody may remove files of a journal; restore it from a copy, or start with an empty one";
    /** By what the system says, in the words of strerror. */
    private static final Map<String, String> BY_TEXT = new LinkedHashMap<>();

    static
    {
        BY_TEXT.put("No space left on device", "free room on its file system, then start again");
        BY_TEXT.put("Disk quota exceeded", "raise the user's quota, then start again");
        BY_TEXT.put("Read-only file system",
            "find out why the host mounted it so (an error of the disk?), or name another directory");
        BY_TEXT.put("Input/output error",
            "the disk is failing: see the kernel log, replace it before the next start, and restore from a copy");
        BY_TEXT.put("Permission denied", "let this user write there, or name another directory");
        BY_TEXT.put("Operation not permitted", "let this user write there, or name another directory");
        BY_TEXT.put("Too many open files", "raise the limit of open files (ulimit -n)");
        BY_TEXT.put("directory was removed", REMOVED);
        BY_TEXT.put("Stale file handle", "a journal needs a local file system");
        BY_TEXT.put("unsafe memory access", "a mapped page could not be read or written: the disk is full, or fails");
    }

    private Remedies()
    {
    }

    static String of(final Throwable error)
    {
        for (Throwable cause = error; cause != null; cause = cause.getCause())
        {
            if (cause instanceof AccessDeniedException)
            {
                return BY_TEXT.get("Permission denied");
            }
            if (cause instanceof NoSuchFileException)
            {
                return REMOVED;
            }
            final String message = String.valueOf(cause.getMessage());
            for (final Map.Entry<String, String> remedy : BY_TEXT.entrySet())
            {
                if (message.contains(remedy.getKey()))
                {
                    return remedy.getValue();
                }
            }
        }
        return UNKNOWN;
    }

    /** Returns what happened; the JDK says of some errors nothing but the file's name. */
    static String cause(final Throwable error)
    {
        if (error instanceof AccessDeniedException denied)
        {
            return "permission denied for " + denied.getFile();
        }
        if (error instanceof NoSuchFileException missing)
        {
            return "there is no " + missing.getFile();
        }
        if (error instanceof FileSystemException failed && failed.getReason() != null)
        {
            return failed.getReason();
        }
        return error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
    }
}
