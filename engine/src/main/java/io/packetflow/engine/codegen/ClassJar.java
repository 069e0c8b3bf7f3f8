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

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.packetflow.engine.telemetry.Ownership;
import io.packetflow.engine.telemetry.PrivateFiles;

/**
 * Cold path. Compiles generated sources once into a jar, which then is an entry of class paths: node programs that call
 * its classes are compiled against it, and find it again after a restart with the same place, size and time, so that
 * they need no compiler either.
 *
 * <p>The jar's name holds a hash of the sources and of the code around them. Where that code lies in directories it may
 * change under way, and the jar is made anew. Whoever can write there makes the engine run his code, so the directory
 * must be this user's alone. Jars are written beside and renamed, so several processes may use one directory.
 */
public final class ClassJar
{
    private final Path directory;

    /**
     * Keeps jars.
     *
     * @param directory that holds them; made when the first one is kept
     */
    public ClassJar(final Path directory)
    {
        this.directory = directory;
    }

    /**
     * Loads classes, compiled before or now.
     *
     * @param name of what they belong to, part of the jar's name
     * @param sources all of them
     * @param parent loader that sees the engine
     * @return a loader that has them
     * @throws CodegenException if they cannot be compiled or kept
     */
    public ClassLoader load(final String name, final List<GeneratedSource> sources, final ClassLoader parent)
    {
        final Path jar = directory.resolve(name + "-" + hash(sources) + ".jar");
        try
        {
            PrivateFiles.createDirectories(directory);
            final Optional<Ownership.Objection> objection =
                Ownership.objection(directory, PrivateFiles.DIRECTORY);
            if (objection.isPresent())
            {
                throw new CodegenException("compiled code cannot be kept: " + objection.get().text() +
                    "; name a directory of your own", null);
            }
            if (!Files.isRegularFile(jar) || fingerprint().isEmpty())
            {
                write(jar, MemoryCompiler.compile(sources, classPath(), MemoryCompiler.FOR_THIS_JVM));
            }
            return new URLClassLoader(new URL[]{jar.toUri().toURL()}, parent);
        }
        catch (final IOException e)
        {
            throw new CodegenException("compiled code cannot be kept in " + directory + ": " + e, e);
        }
    }

    private static String hash(final List<GeneratedSource> sources)
    {
        long hash = TextHash.add(TextHash.EMPTY, fingerprint().orElse(""));
        for (final GeneratedSource source : sources)
        {
            hash = TextHash.add(hash, source.className());
        }
        return TextHash.digits(hash);
    }

    private static Optional<String> fingerprint()
    {
        return CodeFingerprint.of(classPath());
    }

    private static Set<String> classPath()
    {
        final Set<String> classPath = new LinkedHashSet<>();
        final StringTokenizer entries =
            new StringTokenizer(System.getProperty("java.class.path", ""), File.pathSeparator);
        while (entries.hasMoreTokens())
        {
            classPath.add(entries.nextToken());
        }
        return classPath;
    }

    private static void write(final Path jar, final Map<String, byte[]> classes) throws IOException
    {
        final Path beside = jar.resolveSibling(jar.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try (OutputStream out = PrivateFiles.replace(beside))
        {
            out.write(bytes(classes));
        }
        Files.move(beside, jar, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Packs classes so that equal ones give equal bytes. They are stored as they are, which loads faster. */
    private static byte[] bytes(final Map<String, byte[]> classes) throws IOException
    {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes))
        {
            for (final Map.Entry<String, byte[]> file : new TreeMap<>(classes).entrySet())
            {
                final ZipEntry entry = new ZipEntry(file.getKey().replace('.', '/') + ".class");
                final CRC32 checksum = new CRC32();
                checksum.update(file.getValue());
                entry.setMethod(ZipEntry.STORED);
                entry.setSize(file.getValue().length);
                entry.setCrc(checksum.getValue());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
