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
package io.packetflow.engine.codegen;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import io.packetflow.engine.telemetry.Ownership;
import io.packetflow.engine.telemetry.PrivateFiles;

/**
 * Cold path. Keeps what was compiled from generated sources between runs, so that a start with a known plan needs no
 * compiler, which takes most of a second in a fresh JVM. An entry is found by the class's name, which carries the hash
 * of its source, and by a fingerprint of the code around it. One file an entry:
 *
 * <pre>
 *   int magic, int count, count x (UTF binary name, int length, bytes), long CRC-32C of all before it
 * </pre>
 *
 * <p>Whoever can write there makes the engine run his code, so a directory that is not this user's alone is not used.
 * Nothing here stops a start: what goes wrong is told, and the source is compiled. Files are written beside and
 * renamed, so several processes may use one directory. Entries that were not used for longest go when there are more
 * than {@value #MAX_ENTRIES}.
 */
public final class ClassCache
{
    /** Entries that are kept. */
    public static final int MAX_ENTRIES = 256;

    private static final int MAGIC = 0x5046_4331;
    private static final String EXTENSION = ".classes";

    private final Path directory;
    private final String fingerprint;
    private final Consumer<String> notes;
    private boolean objected;

    /**
     * Makes a cache.
     *
     * @param directory that holds the entries; made when the first one is kept
     * @param fingerprint of the code that generated classes call and the JVM that runs them
     * @param notes told, a line each, what kept an entry from being read or written
     */
    public ClassCache(final Path directory, final String fingerprint, final Consumer<String> notes)
    {
        this.directory = directory;
        this.fingerprint = fingerprint;
        this.notes = notes;
    }

    /**
     * Finds the classes of a source.
     *
     * @param className of the source
     * @return class files by binary name, empty if there is no sound entry
     */
    Map<String, byte[]> find(final String className)
    {
        final Path file = file(className);
        try
        {
            if (!Files.isDirectory(directory) || !isOwn())
            {
                return Map.of();
            }
            final Map<String, byte[]> classes = read(Files.readAllBytes(file));
            if (classes.isEmpty())
            {
                notes.accept("compiled code in " + file + " is damaged; it is compiled anew");
                return classes;
            }
            Files.setLastModifiedTime(file, FileTime.fromMillis(System.currentTimeMillis()));
            return classes;
        }
        catch (final NoSuchFileException notYet)
        {
            return Map.of();
        }
        catch (final IOException e)
        {
            notes.accept("compiled code in " + file + " cannot be read, so it is compiled anew: " + e);
            return Map.of();
        }
    }

    /**
     * Keeps the classes of a source.
     *
     * @param className of the source
     * @param classes class files by binary name
     */
    void keep(final String className, final Map<String, byte[]> classes)
    {
        try
        {
            PrivateFiles.createDirectories(directory);
            if (isOwn())
            {
                final Path beside = directory.resolve(className + "." + ProcessHandle.current().pid() + ".tmp");
                try (OutputStream out = PrivateFiles.replace(beside))
                {
                    out.write(bytes(classes));
                }
                Files.move(beside, file(className), StandardCopyOption.ATOMIC_MOVE);
                removeOldest();
            }
        }
        catch (final IOException e)
        {
            notes.accept("compiled code cannot be kept in " + directory + ", so each start compiles: " + e +
                "; set packetflow.code.cache.dir, or packetflow.code.cache=off");
        }
    }

    private boolean isOwn() throws IOException
    {
        final Optional<Ownership.Objection> objection = Ownership.objection(directory, PrivateFiles.DIRECTORY);
        if (objection.isPresent() && !objected)
        {
            objected = true;
            notes.accept("compiled code is not kept: " + objection.get().text() +
                "; name a directory of your own in packetflow.code.cache.dir, or set packetflow.code.cache=off");
        }
        return objection.isEmpty();
    }

    private Path file(final String className)
    {
        return directory.resolve(className + "-" + fingerprint + EXTENSION);
    }

    private static byte[] bytes(final Map<String, byte[]> classes) throws IOException
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes))
        {
            out.writeInt(MAGIC);
            out.writeInt(classes.size());
            for (final Map.Entry<String, byte[]> entry : classes.entrySet())
            {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
            out.writeLong(checksum(bytes.toByteArray(), bytes.size()));
        }
        return bytes.toByteArray();
    }

    /** Returns no classes where the bytes are not what {@link #bytes} wrote. */
    private static Map<String, byte[]> read(final byte[] bytes) throws IOException
    {
        final int end = bytes.length - Long.BYTES;
        if (end < Long.BYTES || ByteBuffer.wrap(bytes).getLong(end) != checksum(bytes, end) ||
            ByteBuffer.wrap(bytes).getInt() != MAGIC)
        {
            return Map.of();
        }
        final Map<String, byte[]> classes = new LinkedHashMap<>();
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, Integer.BYTES, end)))
        {
            for (int left = in.readInt(); left > 0; left--)
            {
                final String name = in.readUTF();
                classes.put(name, in.readNBytes(in.readInt()));
            }
        }
        return classes;
    }

    private static long checksum(final byte[] bytes, final int length)
    {
        final CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return crc.getValue();
    }

    private void removeOldest() throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            final List<Path> entries = files.filter(file -> file.toString().endsWith(EXTENSION))
                .sorted(Comparator.comparing(ClassCache::lastUse).reversed()).toList();
            for (final Path old : entries.subList(Math.min(MAX_ENTRIES, entries.size()), entries.size()))
            {
                Files.deleteIfExists(old);
            }
        }
    }

    /** An entry that another process has just removed is the oldest of all. */
    private static FileTime lastUse(final Path file)
    {
        try
        {
            return Files.getLastModifiedTime(file);
        }
        catch (final IOException removedMeanwhile)
        {
            return FileTime.fromMillis(0);
        }
    }
}
