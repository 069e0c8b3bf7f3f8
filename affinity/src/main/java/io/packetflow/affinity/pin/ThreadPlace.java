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
package io.packetflow.affinity.pin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import io.packetflow.affinity.topology.CpuSet;

/** Cold path. What the kernel says about the calling thread, read from {@code /proc/thread-self}. */
final class ThreadPlace
{
    private static final String ALLOWED_KEY = "Cpus_allowed_list:";
    /** Field 39 of proc(5)'s stat is the CPU; the fields after the command's parenthesis begin with number 3. */
    private static final int CPU_FIELD = 39 - 3;

    private ThreadPlace()
    {
    }

    /** Returns the CPUs on which a thread may run; nothing where the kernel does not say. */
    static Optional<CpuSet> mask(final Path status)
    {
        return read(status).stream().flatMap(String::lines)
            .filter((line) -> line.startsWith(ALLOWED_KEY))
            .findFirst()
            .map((line) -> CpuSet.parse(line.substring(ALLOWED_KEY.length())));
    }

    /** Returns the CPU on which a thread ran last; nothing where the kernel does not say. */
    static Optional<Integer> cpu(final Path stat)
    {
        return read(stat)
            // The command's name may hold blanks and parentheses; it ends with the last one.
            .map((text) -> text.substring(text.lastIndexOf(')') + 1).strip().split(" ", -1))
            .filter((fields) -> fields.length > CPU_FIELD)
            .map((fields) -> Integer.valueOf(fields[CPU_FIELD]));
    }

    private static Optional<String> read(final Path file)
    {
        try
        {
            return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        }
        catch (final IOException | UncheckedIOException hidden)
        {
            // A sandbox may hide it; the caller then reports that the place could not be verified.
            return Optional.empty();
        }
    }
}
