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
package io.packetflow.ringbuffers.journal.storage;

import java.io.IOException;
import java.util.List;

/**
 * Cold path. What the journal does to files: the real file system and a simulated disk implement it, and the code
 * above is the same for both. Paths are relative to the journal's directory, with {@code /} between their parts.
 *
 * <p>Nothing is durable before its file is synced, and no name before its directory is.
 */
public interface Storage
{
    /**
     * Tells whether there is a file or directory.
     *
     * @param path relative to the root
     * @return whether it exists
     * @throws IOException if the file system cannot tell
     */
    boolean exists(String path) throws IOException;

    /**
     * Lists the names in a directory, sorted.
     *
     * @param directory relative to the root, empty for the root itself
     * @return names without their directory
     * @throws IOException if it cannot be read
     */
    List<String> list(String directory) throws IOException;

    /**
     * Makes a directory for its owner alone, mode 0700.
     *
     * @param directory relative to the root
     * @throws IOException if it exists or cannot be made
     */
    void createDirectory(String directory) throws IOException;

    /**
     * Makes a file for its owner alone, mode 0600, of which every byte is written as zero, so that later writes need no
     * new room.
     *
     * @param path relative to the root
     * @param bytes length; 0 if its owner makes it longer step by step
     * @return the open file
     * @throws IOException if it exists or there is no room for it; then it is not left behind
     */
    StorageFile create(String path, long bytes) throws IOException;

    /**
     * Opens a file; never follows a symbolic link.
     *
     * @param path relative to the root
     * @param writable whether it will be written
     * @return the open file
     * @throws IOException if there is none or it may not be opened
     */
    StorageFile open(String path, boolean writable) throws IOException;

    /**
     * Renames a file in one step, replacing one of that name.
     *
     * @param from path relative to the root
     * @param to path relative to the root
     * @throws IOException if it cannot be renamed
     */
    void rename(String from, String to) throws IOException;

    /**
     * Removes a file or an empty directory.
     *
     * @param path relative to the root
     * @throws IOException if it cannot be removed
     */
    void delete(String path) throws IOException;

    /**
     * Makes the names in a directory durable.
     *
     * @param directory relative to the root, empty for the root itself
     * @throws IOException if it cannot be synced
     */
    void syncDirectory(String directory) throws IOException;

    /** Returns the bytes that are free for new files. */
    long usableBytes() throws IOException;
}
