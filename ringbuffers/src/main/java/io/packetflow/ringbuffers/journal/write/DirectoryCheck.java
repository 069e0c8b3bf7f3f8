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
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;

/**
 * Cold path. Checks that a directory of the real file system is a journal's and nobody else's: what others can write,
 * or a link can lead away from, is no evidence of anything.
 */
final class DirectoryCheck
{
    private static final String DIRECTORY_MODE = "rwx------";
    private static final String FILE_MODE = "rw-------";

    private final Path root;
    private final int user;

    private DirectoryCheck(final Path root, final int user)
    {
        this.root = root;
        this.user = user;
    }

    /** Makes the directory if there is none. */
    static void makeIfAbsent(final Path root) throws IOException
    {
        if (!Files.exists(root, LinkOption.NOFOLLOW_LINKS))
        {
            make(root);
            new DirectoryStorage(root.getParent()).syncDirectory("");
        }
    }

    /** Checks the directory and all that is in it. */
    static void check(final Path root) throws IOException
    {
        new DirectoryCheck(root, ThisUser.id()).run();
    }

    private static void make(final Path root) throws IOException
    {
        try
        {
            Files.createDirectory(
                root, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(DIRECTORY_MODE)));
        }
        catch (final IOException e)
        {
            if (root.getParent() != null && !Files.exists(root.getParent()))
            {
                throw new JournalDirectoryException("the journal's directory cannot be made: " + root.getParent() +
                    " does not exist; make that directory first, or name another one", e);
            }
            throw new JournalDirectoryException("the journal's directory cannot be made: " + root + ": " +
                Remedies.cause(e) + "; " + Remedies.of(e), e);
        }
    }

    private void run() throws IOException
    {
        requireDirectory(root);
        requireWritable();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root))
        {
            for (final Path entry : entries)
            {
                unlessGone(entry, path -> checkEntry(path, path.getFileName().toString()));
            }
        }
    }

    /** While a standby looks, the writer renames what it wrote beside. */
    private static void unlessGone(final Path entry, final EntryCheck check) throws IOException
    {
        try
        {
            check.run(entry);
        }
        catch (final NoSuchFileException e)
        {
            if (Files.exists(entry, LinkOption.NOFOLLOW_LINKS))
            {
                throw e;
            }
        }
    }

    private void checkEntry(final Path entry, final String name) throws IOException
    {
        if (JournalNames.isDirectory(name))
        {
            requireDirectory(entry);
            if (JournalNames.EPOCH.matcher(name).matches())
            {
                checkEpoch(entry);
            }
        }
        else if (JournalNames.isFile(name))
        {
            requireFile(entry);
        }
        else
        {
            throw foreign(entry);
        }
    }

    private void checkEpoch(final Path epoch) throws IOException
    {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(epoch))
        {
            for (final Path entry : entries)
            {
                if (!JournalNames.isInEpoch(entry.getFileName().toString()))
                {
                    throw foreign(entry);
                }
                unlessGone(entry, this::requireFile);
            }
        }
    }

    private static JournalDirectoryException foreign(final Path entry)
    {
        return new JournalDirectoryException("the directory holds something that is no journal's: " + entry +
            "; name an empty directory, or move it away if it does not belong here");
    }

    private void requireDirectory(final Path path) throws IOException
    {
        final PosixFileAttributes attributes = attributes(path);
        if (!attributes.isDirectory())
        {
            throw new JournalDirectoryException("a journal is a directory, and this is " +
                (attributes.isSymbolicLink() ? "a symbolic link" : "a file") + ": " + path +
                "; name the directory itself");
        }
        requireOwnAndPrivate(path, attributes, DIRECTORY_MODE, "700");
    }

    private void requireFile(final Path path) throws IOException
    {
        final PosixFileAttributes attributes = attributes(path);
        if (!attributes.isRegularFile())
        {
            throw new JournalDirectoryException("this is a file in every journal, and here it is " +
                (attributes.isSymbolicLink() ? "a symbolic link" : attributes.isDirectory() ? "a directory" :
                "something else") + ": " + path + "; find out who put it there, and restore the journal from a copy");
        }
        requireOwnAndPrivate(path, attributes, FILE_MODE, "600");
    }

    private void requireOwnAndPrivate(
        final Path path, final PosixFileAttributes attributes, final String mode, final String octal)
        throws IOException
    {
        if (!Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS).equals(user))
        {
            throw new JournalDirectoryException("a journal belongs to the user who writes it, and this belongs to " +
                attributes.owner().getName() + ": " + path + "; run as that user, or name another directory");
        }
        final String found = PosixFilePermissions.toString(attributes.permissions());
        if (!found.equals(mode))
        {
            throw new JournalDirectoryException("a journal is open to its owner alone, and this is " + found + ": " +
                path + "; if nobody else wrote to it: chmod " + octal + " " + path);
        }
    }

    private void requireWritable() throws IOException
    {
        if (Files.isWritable(root))
        {
            return;
        }
        if (Files.getFileStore(root).isReadOnly())
        {
            throw new JournalDirectoryException("the journal's file system is read-only: " + root +
                "; find out why the host mounted it so (an error of the disk?), or name another directory");
        }
        throw new JournalDirectoryException("the journal's directory may not be written: " + root +
            "; the host's security policy forbids it, or a mount option does");
    }

    private static PosixFileAttributes attributes(final Path path) throws IOException
    {
        return Files.readAttributes(path, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** Checks one name. */
    @FunctionalInterface
    private interface EntryCheck
    {
        void run(Path entry) throws IOException;
    }
}
