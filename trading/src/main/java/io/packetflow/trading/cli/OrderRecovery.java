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
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.BiFunction;

import io.packetflow.engine.journal.RecoveryListener;
import io.packetflow.engine.journal.ReplayException;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.TradingEngine;

/**
 * Cold path. Carries orders into their file while the journal is replayed: those that the file has are compared, the
 * others are written again, with the same user references. A standby compares while it follows, as the file grows, and
 * writes nothing before it takes over.
 */
final class OrderRecovery implements RecoveryListener
{
    private final Path path;
    private final OrderFileScan scan;
    private OrderComparison comparison;
    private OrderFileWriter writer;
    private OrderOutput output;

    OrderRecovery(final Path path)
    {
        this.path = path;
        this.scan = new OrderFileScan(path);
    }

    @Override
    public void begin(final BiFunction<String, Class<?>, Object> resources)
    {
        output = (OrderOutput)resources.apply(TradingEngine.OUTPUT, OrderOutput.class);
    }

    @Override
    public void whileFollowing()
    {
        attempt(() ->
        {
            scan.advance();
            if (isReady())
            {
                output.drain(this::compare, scan.count() - comparison.count());
            }
        });
    }

    /** Where more was computed than the output remembers, the comparison begins again with the oldest that it has. */
    private boolean isReady() throws IOException
    {
        if (comparison != null && !output.isOverrun())
        {
            return true;
        }
        closeComparison();
        // A snapshot remembers the last messages; the reader may not have carried all of them out.
        final long sentBefore = output.readAgain();
        if (scan.count() < sentBefore)
        {
            return false;
        }
        comparison = OrderComparison.behind(path, scan, sentBefore);
        return true;
    }

    private void closeComparison() throws IOException
    {
        if (comparison != null)
        {
            comparison.close();
            comparison = null;
        }
    }

    private void compare(final byte[] message, final int length)
    {
        attempt(() -> comparison.accept(message, length));
    }

    @Override
    public void afterBurst()
    {
        if (writer == null)
        {
            attempt(this::takeOver);
        }
        output.drain(this::write);
    }

    private void takeOver() throws IOException
    {
        scan.advance();
        if (!isReady())
        {
            throw new ReplayException(path + " holds " + scan.count() + " orders, but at least " +
                output.readAgain() + " were sent before the snapshot from which the engine goes on, so some cannot " +
                "be sent again; put the file back that belongs to this journal, or move its snapshots (snap/) away, " +
                "and all are computed again");
        }
        writer = OrderFileWriter.resume(path, scan, comparison);
    }

    private void write(final byte[] message, final int length)
    {
        attempt(() -> writer.accept(message, length));
    }

    /** Something that is done with the file. */
    @FunctionalInterface
    private interface FileAction
    {
        void run() throws IOException;
    }

    private static void attempt(final FileAction action)
    {
        try
        {
            action.run();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file where the replay has left it. */
    OrderFileWriter finish() throws IOException
    {
        afterBurst();
        scan.close();
        writer.requireCaughtUp();
        writer.flush();
        return writer;
    }
}
