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
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.ringbuffers.snapshot.SnapshotStore;
import io.packetflow.trading.ChildProgram;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingProgram;

/** A journaled trading run as the command makes one, stepped by the thread of a test. */
final class JournaledRun implements AutoCloseable
{
    /** The command is admitted, and the molecule stands still for it. */
    private static final int BOUNDARY_STEPS = 2;

    private final TradeFeed feed;
    private final SnapshotStore snapshots;
    private final Reactor reactor;
    private final int symbols;

    JournaledRun(final Path directory)
    {
        this(directory, directory.resolve("orders"), null);
    }

    /** A run over another feed than the generated one, closed with it. */
    JournaledRun(final Path directory, final TradeFeed feed)
    {
        this(directory, feed, directory.resolve("orders"), null);
    }

    /** A run whose orders go to a file or nowhere, and go on there after a recovery. */
    JournaledRun(final Path directory, final Path orders, final OrderRecovery recovery)
    {
        this(directory, generated(), orders, recovery);
    }

    private JournaledRun(
        final Path directory, final TradeFeed feed, final Path orders, final OrderRecovery recovery)
    {
        this.feed = feed;
        final Path journal = directory.resolve("journal");
        final ReactorSettings.Builder builder = ReactorSettings.builder();
        for (final String setting : ChildProgram.settings(directory))
        {
            final int equals = setting.indexOf('=');
            builder.set(setting.substring(0, equals), setting.substring(equals + 1));
        }
        final Terminal terminal =
            new Terminal(new PrintWriter(new StringWriter()), new PrintWriter(new StringWriter()), true);
        final TradeSetup setup = new TradeSetup(builder.conclude(), TradingProgram.shipped(), feed, Pacing.MAX,
            orders, null, JournalOptions.of(journal, Durability.PROCESS_SAFE), null, null, LiveOrders.ADOPTED,
            terminal);
        symbols = setup.config().symbols();
        snapshots = new SnapshotStore(new DirectoryStorage(journal));
        final ReactorContext context = setup.context(setup.config(), ControlSource.idle(), null, source -> { });
        if (recovery != null)
        {
            context.onRecovery(recovery);
        }
        reactor = Reactor.prepare(context);
        reactor.open();
    }

    /** Returns a feed of a few thousand messages, enough for fills in each instrument. */
    static TradeFeed generated()
    {
        return TradeFeed.generated(5_000, 3, 20, HugePages.OFF);
    }

    /** Returns a resource of the molecule, which may be read between two steps. */
    <R> R resource(final String name, final Class<R> type)
    {
        return reactor.resource(name, type);
    }

    /** Returns the number of locates. */
    int symbols()
    {
        return symbols;
    }

    long completedInstances()
    {
        return reactor.completedInstances();
    }

    /** Returns the instance of the snapshot that was restored, 0 if none was. */
    long restored()
    {
        return reactor.recovery().orElseThrow().snapshotSequence();
    }

    /** Goes on up to an instance, or to the end of the feed. */
    JournaledRun until(final long instance)
    {
        while (reactor.completedInstances() < instance && reactor.step() > 0)
        {
            Thread.onSpinWait();
        }
        return this;
    }

    /** Takes a snapshot here; once a run, as one that is asked for while another one is being written is left out. */
    JournaledRun snapshot() throws IOException
    {
        final List<Long> before = snapshots.sequences();
        reactor.requestSnapshot();
        for (int i = 0; i < BOUNDARY_STEPS; i++)
        {
            reactor.step();
        }
        while (snapshots.sequences().equals(before))
        {
            Thread.onSpinWait();
        }
        return this;
    }

    @Override
    public void close()
    {
        try (feed)
        {
            reactor.drain();
            reactor.close();
        }
    }
}
