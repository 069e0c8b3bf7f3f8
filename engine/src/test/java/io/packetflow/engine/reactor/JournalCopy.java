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
package io.packetflow.engine.reactor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Copies a journal while it is written: what the death of its process at this moment would leave behind. */
final class JournalCopy
{
    private JournalCopy()
    {
    }

    static Path of(final Path journal, final Path target)
    {
        try
        {
            copy(journal, target);
            return target;
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** By name, and nothing that is only in the making: that goes away under whoever looks at it. */
    private static void copy(final Path from, final Path to) throws IOException
    {
        Files.copy(from, to, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
        if (Files.isDirectory(from, LinkOption.NOFOLLOW_LINKS))
        {
            final List<Path> names = new ArrayList<>();
            try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(from, entry -> !entry.toString().endsWith(".tmp")))
            {
                entries.forEach(entry -> names.add(entry.getFileName()));
            }
            // What promises comes before what was promised: the writer goes on meanwhile.
            Collections.sort(names);
            for (final Path name : names)
            {
                copy(from.resolve(name), to.resolve(name));
            }
        }
    }
}
