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
package io.packetflow.affinity.topology;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cold path. The files of sysfs and procfs under one root; what is missing is an answer, not a failure. */
final class HostFiles
{
    private final Path root;

    HostFiles(final Path root)
    {
        this.root = root;
    }

    Path root()
    {
        return root;
    }

    boolean isLive()
    {
        return root.toAbsolutePath().normalize().equals(root.toAbsolutePath().getRoot());
    }

    boolean isDirectory(final String path)
    {
        return Files.isDirectory(root.resolve(path));
    }

    /** Reads one small file; the text is stripped of surrounding white space. */
    Reading read(final String path)
    {
        final Path file = root.resolve(path);
        if (!Files.exists(file))
        {
            return new Reading(file, Optional.empty(), "no " + file);
        }
        try
        {
            return new Reading(file, Optional.of(Files.readString(file).strip()), "");
        }
        catch (final IOException | UncheckedIOException unreadable)
        {
            // Kernel files may refuse to be read (permission, an offline CPU): as good as absent, and said so.
            return new Reading(file, Optional.empty(), "cannot read " + file + ": " + unreadable.getMessage());
        }
    }

    /** Returns the numbers of all entries of a directory that are named prefix + number, ascending. */
    CpuSet numbered(final String directory, final String prefix)
    {
        final Path folder = root.resolve(directory);
        if (!Files.isDirectory(folder))
        {
            return CpuSet.EMPTY;
        }
        try (Stream<Path> entries = Files.list(folder))
        {
            final IntStream numbers = entries
                .map((entry) -> entry.getFileName().toString())
                .filter((name) -> name.matches(prefix + "[0-9]{1,5}"))
                .mapToInt((name) -> Integer.parseInt(name.substring(prefix.length())));
            return CpuSet.of(numbers);
        }
        catch (final IOException | UncheckedIOException unreadable)
        {
            throw new TopologyException("cannot list " + folder + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** What a file said, or why it said nothing. */
    record Reading(Path file, Optional<String> text, String absence)
    {
        Optional<CpuSet> cpus()
        {
            try
            {
                return text.map(CpuSet::parse);
            }
            catch (final IllegalArgumentException malformed)
            {
                throw new TopologyException(file + " is " + malformed.getMessage(), malformed);
            }
        }

        Optional<Integer> number()
        {
            try
            {
                return text.map(Integer::valueOf);
            }
            catch (final NumberFormatException malformed)
            {
                throw new TopologyException(
                    file + " is not a number: '" + text.orElseThrow() + "'; capture the file again", malformed);
            }
        }
    }
}
