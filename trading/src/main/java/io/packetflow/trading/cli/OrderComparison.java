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
package io.packetflow.trading.cli;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import io.packetflow.engine.journal.ReplayException;

/**
 * Cold path. Goes through the orders that a file has, one by one: what the engine computes again must be what was sent.
 * The file may grow meanwhile; nobody asks for an order that is not there as a whole.
 */
final class OrderComparison implements AutoCloseable
{
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path path;
    private final DataInputStream orders;
    private final byte[] known = new byte[1 << Short.SIZE];
    private long count;

    private OrderComparison(final Path path, final DataInputStream orders, final long count)
    {
        this.path = path;
        this.orders = orders;
        this.count = count;
    }

    /**
     * Begins behind so many orders, which need no comparison.
     *
     * @param path of the file
     * @param scan that has counted them
     * @param before how many orders are passed over
     */
    static OrderComparison behind(final Path path, final OrderFileScan scan, final long before) throws IOException
    {
        final InputStream bytes =
            Files.exists(path) ? Files.newInputStream(path) : InputStream.nullInputStream();
        bytes.skipNBytes(scan.offsetBefore(before));
        final OrderComparison comparison = new OrderComparison(path,
            new DataInputStream(new BufferedInputStream(bytes, BUFFER_BYTES)), OrderFileScan.markBefore(before));
        while (comparison.count < before)
        {
            comparison.read();
        }
        return comparison;
    }

    private int read() throws IOException
    {
        try
        {
            final int length = orders.readUnsignedShort();
            orders.readFully(known, 0, length);
            count++;
            return length;
        }
        catch (final EOFException e)
        {
            throw new IOException(path + " has become shorter while it was read", e);
        }
    }

    /** Compares the next order of the file. */
    void accept(final byte[] message, final int length) throws IOException
    {
        final int before = read();
        if (before != length || !Arrays.equals(known, 0, length, message, 0, length))
        {
            throw new ReplayException("order " + count + " in " + path + " is not the one that the journal leads to: " +
                "the file belongs to another journal, or code or configuration have changed");
        }
    }

    /** Returns how many orders were passed over or compared. */
    long count()
    {
        return count;
    }

    @Override
    public void close() throws IOException
    {
        orders.close();
    }
}
