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

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.affinity.pin.ThreadPinning;
import io.packetflow.affinity.topology.CpuSet;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.trading.engine.OrderOutput;

/**
 * Cold path. Carries all order messages into a file on a helper thread off the hot cores. While it is behind, the feed
 * waits, so nothing is lost.
 *
 * <p>Where the file cannot be written any more it goes on reading, so that the engine does not hang, and reports the
 * failure when it is closed.
 */
final class OrderFile implements AutoCloseable
{
    private static final long PAUSE_NANOS = 20_000;

    private final OrderFileWriter writer;
    private final OrderOutput output;
    private final Thread thread;
    private volatile boolean ending;
    private IOException failure;

    /**
     * Begins to carry.
     *
     * @param writer of the file, where recovery has left it; closed with this
     * @param output that is drained
     * @param nodeCpus on which it does not run, unless the process has no others
     */
    OrderFile(final OrderFileWriter writer, final OrderOutput output, final CpuSet nodeCpus)
    {
        this.writer = writer;
        this.output = output;
        this.thread = ThreadPinning.helperThread("order-file", nodeCpus, this::run);
        thread.start();
    }

    private void run()
    {
        while (!ending)
        {
            if (drain() == 0)
            {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        // What was let go before the end was asked for.
        drain();
        output.endReading();
    }

    private int drain()
    {
        final int count = output.drain(this::write);
        if (count > 0)
        {
            attempt(writer::flush);
        }
        return count;
    }

    private void write(final byte[] message, final int length)
    {
        attempt(() -> writer.accept(message, length));
    }

    /** An action on the file. */
    @FunctionalInterface
    private interface FileAction
    {
        void run() throws IOException;
    }

    private void attempt(final FileAction action)
    {
        if (failure != null)
        {
            return;
        }
        try
        {
            action.run();
        }
        catch (final IOException e)
        {
            failure = e;
        }
    }

    /** Returns where it lies. */
    Path path()
    {
        return writer.path();
    }

    /** Returns how many messages are in the file; exact after it is closed. */
    long written()
    {
        return writer.count();
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
            throw new IOException("interrupted before all orders were in " + path(), e);
        }
        try
        {
            writer.close();
        }
        catch (final IOException e)
        {
            failure = failure == null ? e : failure;
        }
        if (failure != null)
        {
            throw new IOException("only " + written() + " order messages could be written to " + path() + ": " +
                IoFailure.reason(failure), failure);
        }
    }
}
