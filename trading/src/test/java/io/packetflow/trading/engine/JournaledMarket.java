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
package io.packetflow.trading.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.packetflow.engine.config.ConfigurationException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.trading.feed.file.ItchFile;

/** A journaled TradingEngine over a market, for tests: run, stopped dead, replayed. */
final class JournaledMarket
{
    private static final long TIMER_PERIOD_NANOS = 60_000_000_000L;

    private final Path directory;
    private final TradingConfig config = EngineRun.config();
    private final UnaryOperator<Molecule> change;

    JournaledMarket(final Path directory, final UnaryOperator<Molecule> change)
    {
        this.directory = directory;
        this.change = change;
    }

    Path journal()
    {
        return directory.resolve("journal");
    }

    /** Returns a context without a feed, for a replay; another name of counters each time. */
    ReactorContext context(final Path journal, final String... settings) throws IOException
    {
        return TradingEngine.context(
            change.apply(TradingEngine.journaled(TradingEngine.molecule(config, HugePages.OFF))), config)
            .settings(settings(Files.createTempDirectory(directory, "run"), settings))
            .journal(JournalOptions.of(journal, Durability.PROCESS_SAFE)
                .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES))
                .withConfiguration(config.replayText()).withSizes(config.sizeText()))
            .timerPeriodNanos(TIMER_PERIOD_NANOS)
            .source("control", ControlSource.class, warmUp -> ControlSource.idle());
    }

    ReactorContext replaying(final Path journal, final String... settings) throws IOException
    {
        return context(journal, settings).source("feed", ControlSource.class, warmUp -> ControlSource.idle());
    }

    ReactorContext running(final Path journal, final ItchFile feed, final String... settings) throws IOException
    {
        return context(journal, settings)
            .source("feed", ItchFeedSource.class, warmUp -> new ItchFeedSource(feed, Pacing.MAX));
    }

    private static ReactorSettings settings(final Path own, final String... settings)
    {
        final ReactorSettings.Builder builder = ReactorSettings.builder()
            .set("packetflow.warmup", "off").set("packetflow.threading", "invoker")
            .set("packetflow.cores.reserve", "off").set("packetflow.stall.limit", "1h")
            .set("packetflow.counters.file", own.resolve("counters").toString());
        for (final String setting : settings)
        {
            final List<String> parts = List.of(setting.split("=", 2));
            builder.set("packetflow." + parts.get(0), parts.get(1));
        }
        try
        {
            return builder.conclude();
        }
        catch (final ConfigurationException e)
        {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    /** Runs a market to its end; with a snapshot of its first instances on the way. */
    Reactor run(final ItchFile feed, final String... settings) throws IOException
    {
        final Reactor reactor = Reactor.launch(running(journal(), feed, settings));
        reactor.requestSnapshot();
        reactor.awaitCompletion();
        // A helper thread writes it.
        final SnapshotStore snapshots = new SnapshotStore(new DirectoryStorage(journal()));
        while (snapshots.sequences().isEmpty())
        {
            Thread.onSpinWait();
        }
        return reactor;
    }

    /** Returns the journal as a process leaves it that dies now. */
    Path copy() throws IOException
    {
        final Path copy = Files.createTempDirectory(directory, "copy");
        try (Stream<Path> files = Files.walk(journal()))
        {
            files.filter(file -> !file.equals(journal())).forEach(file -> copy(file, copy));
        }
        return copy;
    }

    private void copy(final Path file, final Path to)
    {
        try
        {
            Files.copy(file, to.resolve(journal().relativize(file).toString()), StandardCopyOption.COPY_ATTRIBUTES);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
