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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32C;

import net.openhft.chronicle.hash.locks.InterProcessDeadLockException;
import net.openhft.chronicle.map.ChronicleMap;

/**
 * Cold path. The entries of a shared table, by their keys; little-endian. Used by one thread.
 *
 * <pre>
 *   key              value, 128 bytes
 *   -1               state: u64 name, version, generation (odd while rows change), number of rows, epoch, sequence,
 *                    sequence of the journal, logical time ns, published ms, ended, key of the journal, pid, start of
 *                    the process ms, bytes of the journal's path
 *   -2, -3 ...       the journal's path in UTF-8, 120 bytes each
 *   0, 1 ...         rows: 15 words
 * </pre>
 *
 * <p>The last word of each value is a CRC-32C over its key and the words before.
 */
final class TableRows implements AutoCloseable
{
    static final long STATE = -1;
    /** The longest path of a journal, which is Linux's longest. */
    static final int MAX_TEXT_BYTES = 4096;

    private static final int TEXT_BYTES = TableSchema.USER_WORDS * Long.BYTES;
    /** Entries that are no rows. */
    static final int EXTRA_ENTRIES = 2 + MAX_TEXT_BYTES / TEXT_BYTES;

    private final ChronicleMap<Long, byte[]> map;
    private final ByteBuffer words =
        ByteBuffer.allocate(MapBuilders.VALUE_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final ByteBuffer key = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final CRC32C crc = new CRC32C();

    TableRows(final ChronicleMap<Long, byte[]> map)
    {
        this.map = map;
    }

    /** Writes a value. */
    void put(final long index, final long[] values) throws SharedTableException
    {
        for (int i = 0; i < TableSchema.USER_WORDS; i++)
        {
            words.putLong(i * Long.BYTES, i < values.length ? values[i] : 0);
        }
        words.putLong(TEXT_BYTES, checksum(index));
        try
        {
            map.put(index, words.array());
        }
        catch (final InterProcessDeadLockException e)
        {
            throw locked(e);
        }
    }

    /** Reads a value; answers false if there is none. */
    boolean get(final long index, final long[] values) throws SharedTableException
    {
        try
        {
            if (map.getUsing(index, words.array()) == null)
            {
                return false;
            }
        }
        catch (final InterProcessDeadLockException e)
        {
            throw locked(e);
        }
        catch (final RuntimeException e)
        {
            // Chronicle Map believes its own indexes, and has no failure of its own where they are wrong.
            throw new SharedTableException(SharedTableException.Kind.DAMAGED, "the shared table " + map.file() +
                " is damaged: " + e.getMessage() + "; fill it anew", e);
        }
        if (words.getLong(TEXT_BYTES) != checksum(index))
        {
            throw new SharedTableException(SharedTableException.Kind.DAMAGED, "the shared table " + map.file() +
                " is damaged: the checksum of entry " + index + " is wrong; fill it anew");
        }
        for (int i = 0; i < values.length; i++)
        {
            values[i] = words.getLong(i * Long.BYTES);
        }
        return true;
    }

    private SharedTableException locked(final InterProcessDeadLockException cause)
    {
        return new SharedTableException(SharedTableException.Kind.LOCKED, "the shared table " + map.file() +
            " was locked all of " + MapBuilders.LOCK_TIMEOUT_SECONDS + " s: a process that had its lock was killed " +
            "or stands still; if it does not go on, fill the table anew", cause);
    }

    private long checksum(final long index)
    {
        crc.reset();
        crc.update(key.putLong(0, index).array(), 0, Long.BYTES);
        crc.update(words.array(), 0, TEXT_BYTES);
        return crc.getValue();
    }

    void putText(final byte[] text) throws SharedTableException
    {
        for (int at = 0; at < text.length; at += TEXT_BYTES)
        {
            final ByteBuffer part = ByteBuffer.wrap(Arrays.copyOfRange(text, at, at + TEXT_BYTES));
            final long[] values = new long[TableSchema.USER_WORDS];
            part.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(values);
            put(textKey(at), values);
        }
    }

    /** Reads a text of so many bytes; null if there is none. */
    String text(final int length) throws SharedTableException
    {
        final ByteBuffer text = ByteBuffer.allocate(length + TEXT_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        final long[] values = new long[TableSchema.USER_WORDS];
        for (int at = 0; at < length; at += TEXT_BYTES)
        {
            if (!get(textKey(at), values))
            {
                return null;
            }
            for (final long value : values)
            {
                text.putLong(value);
            }
        }
        return new String(text.array(), 0, length, StandardCharsets.UTF_8);
    }

    private static long textKey(final int at)
    {
        return STATE - 1 - at / TEXT_BYTES;
    }

    @Override
    public void close()
    {
        map.close();
    }
}
