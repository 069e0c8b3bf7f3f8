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
package io.packetflow.engine.telemetry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Cold path. Makes files and directories for this process's user alone, whatever the umask grants: what a run leaves
 * behind says what its house does. File systems without POSIX permissions (Windows) give what the directory gives.
 */
public final class PrivateFiles
{
    /** Permissions of a file: 0600. */
    public static final Set<PosixFilePermission> FILE = PosixFilePermissions.fromString("rw-------");
    /** Permissions of a directory: 0700. */
    public static final Set<PosixFilePermission> DIRECTORY = PosixFilePermissions.fromString("rwx------");

    private PrivateFiles()
    {
    }

    /**
     * Returns what makes a new file or directory private.
     *
     * @param path on its file system
     * @param permissions {@link #FILE} or {@link #DIRECTORY}
     * @return the attributes, none where the file system knows no permissions
     */
    public static FileAttribute<?>[] attributes(final Path path, final Set<PosixFilePermission> permissions)
    {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix") ?
            new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(permissions)} : new FileAttribute<?>[0];
    }

    /**
     * Makes a directory and those above it, as far as they are missing; one that is there stays as it is.
     *
     * @param directory to make
     * @throws IOException if it cannot be made
     */
    public static void createDirectories(final Path directory) throws IOException
    {
        Files.createDirectories(directory, attributes(directory, DIRECTORY));
    }

    /**
     * Makes an empty file.
     *
     * @param file that is not there
     * @throws IOException if it cannot be made, or is there
     */
    public static void createFile(final Path file) throws IOException
    {
        Files.createFile(file, attributes(file, FILE));
    }

    /**
     * Opens a new file in place of one that is there: who may read that one, or has it open, sees nothing of this one.
     *
     * @param file to write
     * @return takes its bytes
     * @throws IOException if it cannot be made
     */
    public static OutputStream replace(final Path file) throws IOException
    {
        // An empty directory would be removed too.
        if (!Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS))
        {
            Files.deleteIfExists(file);
        }
        return Channels.newOutputStream(Files.newByteChannel(file,
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes(file, FILE)));
    }
}
