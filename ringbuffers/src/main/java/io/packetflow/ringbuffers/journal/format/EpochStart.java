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
package io.packetflow.ringbuffers.journal.format;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Cold path. Body of the record with which an epoch begins: what came before, and who writes from here on. It cuts off
 * what the epoch before may hold behind {@code lastSequence}; nothing of that is ever removed.
 *
 * <pre>
 *   0  u32 previousEpoch      0 in the first epoch
 *   4  u32 previousChecksum   of the last record that counts
 *   8  i64 lastSequence       of the last instance that counts
 *  16  i64 wallNanos          UTC, when the epoch began
 *  24  u64 bootIdHigh, u64 bootIdLow
 *  40  i64 pid
 *  48  u64 schemaHash         of the molecule's packets, bonds and kinds, as far as replay depends on them
 *  56  u32 durability         code of the mode
 *  60  u32 sourceCount
 *  64  for each source: u16 length, name in UTF-8; the index is a record's source
 *      u16 length, configuration in UTF-8; not there at all in records that have none
 * </pre>
 *
 * @param previousEpoch that this one follows
 * @param previousChecksum of its last record that counts
 * @param lastSequence of its last instance that counts
 * @param wallNanos when the epoch began, UTC
 * @param bootIdHigh upper half of the host's boot id
 * @param bootIdLow lower half
 * @param pid of the writer
 * @param schemaHash of the molecule
 * @param durability code of the mode
 * @param sources names, in order of their indexes
 * @param configuration with which the writer ran, as text, so that a replay can be set up by the journal alone
 */
public record EpochStart(
    int previousEpoch,
    int previousChecksum,
    long lastSequence,
    long wallNanos,
    long bootIdHigh,
    long bootIdLow,
    long pid,
    long schemaHash,
    int durability,
    List<String> sources,
    String configuration)
{
    /** The longest configuration in UTF-8. */
    public static final int MAX_CONFIGURATION_BYTES = 8 * 1024;

    private static final int FIXED_BYTES = 64;
    private static final int MAX_NAME_BYTES = 255;

    /** Checks what has to fit. */
    public EpochStart
    {
        sources = List.copyOf(sources);
        if (sources.size() > RecordFormat.MAX_SOURCES)
        {
            throw new IllegalArgumentException("a journal tells apart at most " + RecordFormat.MAX_SOURCES +
                " sources: " + sources.size());
        }
        for (final String source : sources)
        {
            if (source.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES)
            {
                throw new IllegalArgumentException("a source's name has at most " + MAX_NAME_BYTES + " bytes: " +
                    source);
            }
        }
        if (configuration.getBytes(StandardCharsets.UTF_8).length > MAX_CONFIGURATION_BYTES)
        {
            throw new IllegalArgumentException("a configuration has at most " + MAX_CONFIGURATION_BYTES +
                " bytes: " + configuration);
        }
        if (length(sources, configuration) > RecordFormat.MAX_BODY_BYTES)
        {
            throw new IllegalArgumentException(
                "the names of the sources and the configuration do not fit one record: " + sources);
        }
    }

    private static int length(final List<String> names, final String configuration)
    {
        int length = FIXED_BYTES + Short.BYTES + configuration.getBytes(StandardCharsets.UTF_8).length;
        for (final String name : names)
        {
            length += Short.BYTES + name.getBytes(StandardCharsets.UTF_8).length;
        }
        return length;
    }

    /** Returns the body. */
    public byte[] encode()
    {
        final ByteBuffer body = ByteBuffer.allocate(length(sources, configuration)).order(ByteOrder.LITTLE_ENDIAN);
        body.putInt(previousEpoch).putInt(previousChecksum).putLong(lastSequence).putLong(wallNanos)
            .putLong(bootIdHigh).putLong(bootIdLow).putLong(pid).putLong(schemaHash).putInt(durability)
            .putInt(sources.size());
        for (final String source : sources)
        {
            final byte[] name = source.getBytes(StandardCharsets.UTF_8);
            body.putShort((short)name.length).put(name);
        }
        final byte[] text = configuration.getBytes(StandardCharsets.UTF_8);
        body.putShort((short)text.length).put(text);
        return body.array();
    }

    /**
     * Decodes a body whose checksum is right.
     *
     * @param bytes of the body
     * @return what it says
     * @throws IllegalArgumentException if it is no such body
     */
    public static EpochStart decode(final byte[] bytes)
    {
        final ByteBuffer body = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        require(bytes.length >= FIXED_BYTES, bytes.length);
        final int previousEpoch = body.getInt();
        final int previousChecksum = body.getInt();
        final long lastSequence = body.getLong();
        final long wallNanos = body.getLong();
        final long bootIdHigh = body.getLong();
        final long bootIdLow = body.getLong();
        final long pid = body.getLong();
        final long schemaHash = body.getLong();
        final int durability = body.getInt();
        final int count = body.getInt();
        require(count >= 0 && count <= RecordFormat.MAX_SOURCES, bytes.length);
        final List<String> sources = new ArrayList<>();
        for (int i = 0; i < count; i++)
        {
            sources.add(text(body));
        }
        final String configuration = body.hasRemaining() ? text(body) : "";
        return new EpochStart(previousEpoch, previousChecksum, lastSequence, wallNanos, bootIdHigh, bootIdLow, pid,
            schemaHash, durability, sources, configuration);
    }

    private static String text(final ByteBuffer body)
    {
        require(body.remaining() >= Short.BYTES, body.capacity());
        final byte[] text = new byte[Short.toUnsignedInt(body.getShort())];
        require(body.remaining() >= text.length, body.capacity());
        body.get(text);
        return new String(text, StandardCharsets.UTF_8);
    }

    private static void require(final boolean sound, final int length)
    {
        if (!sound)
        {
            throw new IllegalArgumentException("the body of an epoch's first record is cut: bytes=" + length);
        }
    }
}
