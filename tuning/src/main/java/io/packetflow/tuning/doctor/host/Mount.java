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
package io.packetflow.tuning.doctor.host;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Cold path. A mounted file system, from a line of {@code /proc/self/mountinfo}.
 *
 * @param device  major and minor number, such as {@code 259:1}
 * @param point   where it is mounted
 * @param type    such as {@code ext4}
 * @param options of the mount and of the file system
 */
public record Mount(String device, Path point, String type, List<String> options)
{
    private static final int DEVICE = 2;
    private static final int POINT = 4;
    private static final int OPTIONS = 5;

    /** Copies the list. */
    public Mount
    {
        options = List.copyOf(options);
    }

    /**
     * Finds the file system of a directory.
     *
     * @param mountinfo text of {@code /proc/self/mountinfo}
     * @param directory absolute
     * @return the mount that lies nearest above it; of several at one place the last, which hides the others
     */
    public static Optional<Mount> of(final String mountinfo, final Path directory)
    {
        final List<Mount> above = new ArrayList<>();
        mountinfo.lines().forEach(line -> parse(line).filter(mount -> directory.startsWith(mount.point()))
            .ifPresent(above::add));
        return above.stream().max(Comparator.comparingInt((Mount mount) -> mount.point().getNameCount())
            .thenComparingInt(above::lastIndexOf));
    }

    private static Optional<Mount> parse(final String line)
    {
        final String[] halves = line.split(" - ", 2);
        final String[] first = halves[0].split(" ", -1);
        if (halves.length < 2 || first.length <= OPTIONS || !first[POINT].startsWith("/"))
        {
            return Optional.empty();
        }
        final String[] second = halves[1].split(" ", -1);
        final List<String> options = new ArrayList<>(List.of(first[OPTIONS].split(",", -1)));
        options.addAll(List.of(second[second.length - 1].split(",", -1)));
        try
        {
            return Optional.of(new Mount(first[DEVICE], Path.of(unescaped(first[POINT])), second[0], options));
        }
        catch (final InvalidPathException e)
        {
            return Optional.empty();
        }
    }

    /** Blanks are written as octal numbers there. */
    private static String unescaped(final String text)
    {
        return text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
    }
}
