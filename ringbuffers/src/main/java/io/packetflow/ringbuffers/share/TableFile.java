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
package io.packetflow.ringbuffers.share;

import static io.packetflow.ringbuffers.share.SharedTableException.Kind.MISSING;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.NOT_A_TABLE;
import static io.packetflow.ringbuffers.share.SharedTableException.Kind.REFUSED;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import net.openhft.chronicle.map.ChronicleMap;

/**
 * Cold path. Opens the file of a shared table, once it is certain that it is one: Chronicle Map itself makes a map of
 * an empty file, and waits a minute for a header that is not finished.
 *
 * <pre>
 *   0    u64 checksum of the header
 *   8    u32 bytes of the header's text, upper bits 0 once it is finished
 *   12   the text, which names keys and values
 * </pre>
 */
final class TableFile
{
    private static final int SIZE_WORD = 8;
    private static final int TEXT = 12;
    private static final int MAX_TEXT_BYTES = 1 << 16;
    private static final String MAP = "!net.openhft.chronicle.map.VanillaChronicleMap {";

    private TableFile()
    {
    }

    /** Opens a file that was found to be a table; its rows may be anything. */
    static TableRows open(final Path path) throws IOException
    {
        try
        {
            return new TableRows(map(path));
        }
        catch (final IOException e)
        {
            throw new SharedTableException(NOT_A_TABLE, notATable(path, e.getMessage()), e);
        }
        catch (final RuntimeException e)
        {
            // Chronicle Map's reader of the header has no failures of its own.
            throw new SharedTableException(NOT_A_TABLE, notATable(path, e.toString()), e);
        }
    }

    private static ChronicleMap<Long, byte[]> map(final Path path) throws IOException
    {
        return MapBuilders.of(1).createPersistedTo(path.toFile());
    }

    /** Refuses what cannot be opened, or is no table. */
    static void requireTable(final Path path) throws IOException
    {
        if (Files.isSymbolicLink(path))
        {
            throw new SharedTableException(NOT_A_TABLE, path + " is a symbolic link, which is not followed; name the " +
                "shared table itself");
        }
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS))
        {
            throw new SharedTableException(MISSING, "there is no shared table " + path + "; fill one first");
        }
        if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        {
            throw new SharedTableException(NOT_A_TABLE, notATable(path, "it is no file"));
        }
        if (!Files.isReadable(path) || !Files.isWritable(path))
        {
            // The lock of its readers lies in the file.
            throw new SharedTableException(REFUSED, "the shared table " + path + " cannot be read: permission denied " +
                "(readers write their lock into it); run as the user who fills it");
        }
        requireHeader(path);
    }

    private static void requireHeader(final Path path) throws IOException
    {
        final ByteBuffer header = ByteBuffer.allocate(MAX_TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        final long fileBytes;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))
        {
            fileBytes = channel.size();
            int read = 0;
            while (read >= 0 && header.hasRemaining())
            {
                read = channel.read(header);
            }
        }
        final int length = header.position();
        final long textBytes = length < TEXT ? 0 : header.getInt(SIZE_WORD) & 0xFFFF_FFFFL;
        if (textBytes < MAP.length() || textBytes > MAX_TEXT_BYTES - TEXT || textBytes + TEXT > fileBytes)
        {
            throw new SharedTableException(NOT_A_TABLE, notATable(path, "it has no finished header"));
        }
        final String text = new String(header.array(), TEXT, (int)textBytes, StandardCharsets.UTF_8);
        if (!text.startsWith(MAP) || !text.contains("keyClass: !type long") ||
            !text.contains("valueClass: !type byte[]") || !text.contains("constantSize: " + MapBuilders.VALUE_BYTES))
        {
            throw new SharedTableException(NOT_A_TABLE, notATable(path, "it is no map of this kind"));
        }
    }

    private static String notATable(final Path path, final String why)
    {
        return path + " is no shared table: " + why + "; name a table that was filled, or another place for a new one";
    }
}
