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
package io.packetflow.engine.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/**
 * Cold path. Says why the host refused to read or write. The message of Java's exceptions about files is often no more
 * than the path, and what happened stands in the name of their class.
 */
public final class IoFailure
{
    private IoFailure()
    {
    }

    /**
     * Returns why, without the place, which the caller names.
     *
     * @param failure of a file or stream
     * @return a few words, such as {@code permission denied}
     */
    public static String reason(final IOException failure)
    {
        if (failure instanceof NoSuchFileException)
        {
            return "no such file or directory";
        }
        if (failure instanceof AccessDeniedException)
        {
            return "permission denied";
        }
        if (failure instanceof FileAlreadyExistsException)
        {
            return "something of that name exists already";
        }
        if (failure instanceof NotDirectoryException)
        {
            return "not a directory";
        }
        if (failure instanceof FileSystemException named && named.getReason() != null)
        {
            return named.getReason();
        }
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }

    /**
     * Returns where and why.
     *
     * @param failure of a file or stream
     * @return {@code place: reason} where the place is known, else the reason
     */
    public static String describe(final IOException failure)
    {
        return failure instanceof FileSystemException named && named.getFile() != null ?
            named.getFile() + ": " + reason(failure) : reason(failure);
    }
}
