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
import java.nio.file.Files;
import java.nio.file.Path;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.telemetry.PrivateFiles;

/**
 * Cold path. Where the results of a run go. They are tried before it, and not after a run whose results would be lost,
 * and made for their owner alone: they say what the house does.
 *
 * @param directory of the reports
 * @param orders file of the orders, null for none
 */
record ResultPlaces(Path directory, Path orders)
{
    /**
     * Makes what is missing.
     *
     * @param isJournaled whether the file of the orders goes on where it ended
     */
    void requireWritable(final boolean isJournaled)
    {
        if (orders != null && Files.isDirectory(orders))
        {
            throw new UsageException("--orders names a directory: " + orders + "; name a file");
        }
        try
        {
            PrivateFiles.createDirectories(directory);
            requireWritable(directory, "--out");
            if (orders != null)
            {
                createOrders(orders.toAbsolutePath());
                requireWritable(orders, "--orders");
                if (isJournaled && Files.isRegularFile(orders))
                {
                    OrderFileCheck.requireOrders(orders);
                }
            }
        }
        catch (final IOException e)
        {
            throw new HostException("cannot make the place for the results: " + IoFailure.describe(e) +
                "; choose another with --out and --orders", e);
        }
    }

    private static void createOrders(final Path file) throws IOException
    {
        if (!Files.exists(file))
        {
            PrivateFiles.createDirectories(file.getParent());
            PrivateFiles.createFile(file);
        }
    }

    private static void requireWritable(final Path place, final String option)
    {
        if (!Files.isWritable(place))
        {
            throw new HostException("the results cannot be written to " + place +
                ": permission denied; choose another place with " + option);
        }
    }
}
