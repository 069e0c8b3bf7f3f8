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
package io.packetflow.trading.venue;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.concurrent.Callable;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * Cold path. {@code packetflow simulate}: writes a generated market to a file.
 */
@Command(
    name = "simulate",
    description = "Writes a generated market as ITCH 5.0 in a BinaryFILE: the same seed, the same bytes.",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {"0:written", "2:wrong usage", "4:the host could not do it, as when the disk is full"})
public final class SimulateCommand implements Callable<Integer>
{
    private static final long MESSAGES_PER_LINE = 10_000_000L;
    private static final double NANOS_PER_SECOND = 1e9;

    @Spec
    private CommandSpec spec;

    @Option(names = "--messages", required = true, paramLabel = "N", description = "Messages of the whole day.")
    private long messages;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "Seed (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write.")
    private Path out;

    @Option(names = "--symbols", paramLabel = "N", defaultValue = "200",
        description = "Stocks (default: ${DEFAULT-VALUE}).")
    private int symbols;

    @Option(names = "--live-orders", paramLabel = "N",
        description = "Orders that rest in all books together (default: a tenth of the messages, at most 85000).")
    private Integer liveOrders;

    @Option(names = "--mean-gap", paramLabel = "NANOS",
        description = "Mean time between messages in ns (default: 10000, less where the day would not suffice).")
    private Long meanGapNanos;

    @Option(names = "--bursts", paramLabel = "PERCENT", defaultValue = "60",
        description = "Share of the messages that come in bursts, 0 to 95 (default: ${DEFAULT-VALUE}).")
    private int burstPercent;

    @Option(names = "--start", paramLabel = "HH:MM:SS", defaultValue = "09:30:00",
        description = "Time of the first message (default: ${DEFAULT-VALUE}).")
    private String start;

    @Option(names = "--force", description = "Replace the file if it exists.")
    private boolean force;

    @Override
    public Integer call()
    {
        if (Files.isDirectory(out))
        {
            throw new UsageException(out + " is a directory; name a file");
        }
        return write(config(), spec.commandLine().getErr());
    }

    private int write(final GeneratorConfig config, final PrintWriter err)
    {
        final long startedNanos = System.nanoTime();
        final long[] nextLine = {MESSAGES_PER_LINE};
        try
        {
            final long bytes = GeneratedFeed.toFile(config, out, force, written ->
            {
                if (written >= nextLine[0])
                {
                    nextLine[0] += MESSAGES_PER_LINE;
                    err.printf("%,d of %,d messages%n", written, messages);
                    err.flush();
                }
            });
            final double seconds = (System.nanoTime() - startedNanos) / NANOS_PER_SECOND;
            final PrintWriter report = spec.commandLine().getOut();
            report.printf("%s: %,d messages, %,d bytes, %.1f s%n", out, messages, bytes, seconds);
            report.flush();
            return ExitCode.OK;
        }
        catch (final FileAlreadyExistsException e)
        {
            throw new UsageException(out + " exists; --force replaces it", e);
        }
        catch (final IOException e)
        {
            throw new HostException("cannot write " + out + ": " + IoFailure.reason(e) +
                "; check the directory, its permissions and the space left", e);
        }
        catch (final OutOfMemoryError e)
        {
            throw new HostException(
                "not enough memory for the books; take fewer --live-orders or --symbols: " + e, e);
        }
    }

    private GeneratorConfig config()
    {
        try
        {
            return parsedConfig();
        }
        catch (final DateTimeParseException e)
        {
            throw new UsageException("--start takes a time of day such as 09:30:00: '" + start + "'", e);
        }
        catch (final IllegalArgumentException e)
        {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private GeneratorConfig parsedConfig()
    {
        final long startNanos = LocalTime.parse(start).toNanoOfDay();
        final long left = (GeneratorConfig.DAY_NANOS - startNanos) / Math.max(1, messages);
        return new GeneratorConfig(
            messages,
            seed,
            symbols,
            liveOrders != null ? liveOrders : GeneratorConfig.defaultLiveOrders(messages, symbols),
            meanGapNanos != null ? meanGapNanos : Math.max(1, Math.min(GeneratorConfig.DEFAULT_GAP_NANOS, left)),
            burstPercent,
            startNanos,
            true);
    }
}
