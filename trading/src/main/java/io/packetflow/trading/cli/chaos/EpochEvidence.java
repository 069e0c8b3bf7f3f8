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
package io.packetflow.trading.cli.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

import io.packetflow.ringbuffers.journal.format.HeadLayout;

/**
 * Cold path. The bytes that dead processes left in the directories of their epochs, as a checksum a file: nobody has
 * business there any more.
 */
final class EpochEvidence
{
    private static final String EPOCHS = "e[0-9]{7}";

    private Map<String, Long> known = new TreeMap<>();

    /**
     * Holds what is there against what was there, and remembers all of it.
     *
     * @param journal directory, whose writer is dead
     * @throws BrokenInvariantException if a file of an earlier death is gone or another one
     */
    void check(final Path journal) throws IOException
    {
        final Map<String, Long> found = checksums(journal);
        known.forEach((file, checksum) ->
        {
            if (!checksum.equals(found.get(file)))
            {
                throw new BrokenInvariantException(Invariant.I9, file + " in " + journal + (found.containsKey(file) ?
                    " was changed" : " was removed") + " after the process that wrote it had died");
            }
        });
        known = found;
    }

    private static Map<String, Long> checksums(final Path journal) throws IOException
    {
        final Map<String, Long> checksums = new TreeMap<>();
        if (!Files.exists(journal))
        {
            return checksums;
        }
        try (Stream<Path> files = Files.walk(journal, 2))
        {
            for (final Path file : files.filter(EpochEvidence::isOfEpoch).toList())
            {
                final CRC32C checksum = new CRC32C();
                checksum.update(withoutFence(file));
                checksums.put(journal.relativize(file).toString(), checksum.getValue());
            }
        }
        return checksums;
    }

    /** Whoever goes on fences the epoch before, whether its writer can still read it or not. */
    private static byte[] withoutFence(final Path file) throws IOException
    {
        final byte[] bytes = Files.readAllBytes(file);
        if (file.getFileName().toString().equals("head") && bytes.length == HeadLayout.BYTES)
        {
            Arrays.fill(bytes, HeadLayout.FENCE, HeadLayout.FENCE + Long.BYTES, (byte)0);
        }
        return bytes;
    }

    private static boolean isOfEpoch(final Path file)
    {
        return file.getParent().getFileName().toString().matches(EPOCHS) && Files.isRegularFile(file);
    }
}
