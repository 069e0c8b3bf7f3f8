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
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.TradingEngine;

/**
 * Cold path. Carries orders into their file while the journal is replayed: those that the file has are compared, the
 * others are written again, with the same user references.
 */
final class OrderRecovery implements RecoveryListener
{
    private final Path path;
    private final OrderFileScan scan;
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
        try
        {
            // A snapshot remembers the last messages; the reader may not have carried all of them out.
            writer = OrderFileWriter.resume(path, scan, output.readAgain());
            afterBurst();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void whileFollowing()
    {
        try
        {
            scan.advance();
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterBurst()
    {
        output.drain(this::write);
    }

    private void write(final byte[] message, final int length)
    {
        try
        {
            writer.accept(message, length);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the file where the replay has left it. */
    OrderFileWriter finish() throws IOException
    {
        writer.requireCaughtUp();
        writer.flush();
        return writer;
    }
}
