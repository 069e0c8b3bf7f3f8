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

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.trading.engine.OrderOutput;

/**
 * Cold path. Writes all order messages into a file, each behind its length (two bytes, big-endian), on a helper thread
 * off the hot cores. While it is behind, the feed waits, so nothing is lost.
 *
 * <p>Where the file cannot be written any more it goes on reading, so that the engine does not hang, and reports the
 * failure when it is closed.
 */
final class OrderFile implements AutoCloseable
{
    private static final int BUFFER_BYTES = 1 << 20;
    private static final long PAUSE_NANOS = 20_000;

    private final Path path;
    private final OrderOutput output;
    private final OutputStream stream;
    private final Thread thread;
    private volatile boolean ending;
    private IOException failure;
    private long written;

    OrderFile(final Path path, final OrderOutput output) throws IOException
    {
        this.path = path;
        this.output = output;
        this.stream = new BufferedOutputStream(Files.newOutputStream(path), BUFFER_BYTES);
        this.thread = ThreadPinning.helperThread("order-file", this::run);
        thread.start();
    }

    private void run()
    {
        while (!ending)
        {
            if (output.drain(this::write) == 0)
            {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        // What was let go before the end was asked for.
        output.drain(this::write);
        output.endReading();
    }

    private void write(final byte[] message, final int length)
    {
        if (failure != null)
        {
            return;
        }
        try
        {
            stream.write(length >>> Byte.SIZE);
            stream.write(length);
            stream.write(message, 0, length);
            written++;
        }
        catch (final IOException e)
        {
            failure = e;
        }
    }

    /** Returns where it lies. */
    Path path()
    {
        return path;
    }

    /** Returns how many messages are in the file; exact after it is closed. */
    long written()
    {
        return written;
    }

    /**
     * Writes what is left and closes the file.
     *
     * @throws IOException if not all could be written
     */
    @Override
    public void close() throws IOException
    {
        ending = true;
        try
        {
            thread.join();
        }
        catch (final InterruptedException e)
        {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted before all orders were in " + path, e);
        }
        try
        {
            stream.close();
        }
        catch (final IOException e)
        {
            failure = failure == null ? e : failure;
        }
        if (failure != null)
        {
            throw new IOException("only " + written + " order messages could be written to " + path + ": " +
                IoFailure.reason(failure), failure);
        }
    }
}
