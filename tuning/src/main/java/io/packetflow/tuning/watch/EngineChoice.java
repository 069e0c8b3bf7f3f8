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
package io.packetflow.tuning.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import io.packetflow.engine.cli.BadDataException;
import io.packetflow.engine.cli.CommandException;
import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.IoFailure;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.engine.telemetry.CountersFileException;
import io.packetflow.engine.watch.EngineSearch;

/** Cold path. Which engine is meant, and what is said where that is not clear. */
public final class EngineChoice
{
    private EngineChoice()
    {
    }

    /**
     * Returns the directory in which engines are looked for.
     *
     * @param configured counters file of the settings
     * @return the directory of that file
     */
    public static Path directoryOf(final Path configured)
    {
        return configured.toAbsolutePath().getParent();
    }

    /**
     * Finds the one engine that is meant.
     *
     * @param named file or directory, null: that of the configuration
     * @param configured counters file of the settings
     * @return a counters file, which need not be sound
     * @throws UsageException if several engines run there
     * @throws HostException if none runs there
     */
    static Path one(final Path named, final Path configured)
    {
        if (named != null && !Files.isDirectory(named))
        {
            return named;
        }
        final Path directory = named == null ? directoryOf(configured) : named;
        final EngineSearch found = search(directory);
        return switch (found.alive().size())
        {
            case 1 -> found.alive().get(0).file();
            case 0 -> throw new HostException(none(directory, found));
            default -> throw new UsageException("several engines run; name the file of one of them:" +
                lines(found.alive()));
        };
    }

    /**
     * Looks for engines.
     *
     * @param directory to search
     * @return what is there
     * @throws HostException if it cannot be listed
     */
    public static EngineSearch search(final Path directory)
    {
        try
        {
            return EngineSearch.in(directory);
        }
        catch (final IOException e)
        {
            throw new HostException("cannot look for engines in " + directory + ": " + IoFailure.reason(e) +
                "; name a counters file that you may read", e);
        }
    }

    /**
     * Says why a counters file cannot be shown.
     *
     * @param failure of a reader
     * @return bad data where it is missing or is no sound counters file, else a matter of the host
     */
    public static CommandException refusal(final CountersFileException failure)
    {
        if (failure.getCause() instanceof NoSuchFileException missing)
        {
            return new BadDataException("there is no counters file " + missing.getFile() +
                "; without a name 'packetflow stat' looks for engines that run", failure);
        }
        if (failure.getCause() instanceof IOException io)
        {
            return new HostException("cannot read a counters file: " + IoFailure.describe(io) +
                "; only the engine's owner may read it", failure);
        }
        return new BadDataException(failure.getMessage(), failure);
    }

    private static String none(final Path directory, final EngineSearch found)
    {
        final StringBuilder text = new StringBuilder("no engine runs: ").append(Files.isDirectory(directory) ?
            "no counters file (*.dat) in " + directory + ", or directly below it, is that of one" :
            "the directory " + directory + ", in which its counters file would be, does not exist")
            .append("; start one with 'packetflow trade', or name the counters file of one that runs elsewhere");
        if (!found.ended().isEmpty())
        {
            text.append(". Engines that have ended left these, which can be named too:").append(lines(found.ended()));
        }
        found.unreadable().forEach(message -> text.append(System.lineSeparator()).append("  ").append(message));
        return text.toString();
    }

    private static String lines(final List<EngineSearch.Found> engines)
    {
        final StringBuilder text = new StringBuilder();
        for (final EngineSearch.Found engine : engines)
        {
            text.append(System.lineSeparator()).append("  ").append(engine.file()).append("  process ")
                .append(engine.pid()).append(", started ")
                .append(Instant.ofEpochMilli(engine.startMillis()).truncatedTo(ChronoUnit.SECONDS))
                .append(engine.molecule().isEmpty() ? "" : ", molecule " + engine.molecule());
        }
        return text.toString();
    }
}
