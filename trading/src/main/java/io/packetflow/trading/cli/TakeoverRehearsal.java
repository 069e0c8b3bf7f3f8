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
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.Origin;
import io.packetflow.engine.config.ReactorKeys;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.telemetry.HostFingerprint;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import io.packetflow.trading.engine.Pacing;

/**
 * Cold path. A whole takeover of a scratch journal, from its first record to the orders behind it, before a standby
 * follows its primary. The JVM loads a class and links a call when it comes to them first; in a real takeover everybody
 * would wait for that.
 *
 * <p>The scratch primary is stopped in the middle of a small market, and its journal is copied as a death would leave
 * it: without a close. Its process is this very one, which lives, so what the scratch standby notices is its silence.
 */
final class TakeoverRehearsal
{
    private static final int MESSAGES = 4_000;
    private static final int SYMBOLS = 4;
    private static final long SEED = 314_159;
    /** So slow that the primary is stopped long before its market ends. */
    private static final double RATE = 10_000;

    private final TradeSetup setup;
    private final ReactorSettings.Builder settings;
    private final Path root;
    private final Terminal silent;

    private TakeoverRehearsal(final TradeSetup setup, final ReactorSettings.Builder settings, final Path root)
    {
        this.setup = setup;
        this.settings = settings;
        this.root = root;
        this.silent = new Terminal(
            new PrintWriter(Writer.nullWriter()), new PrintWriter(Writer.nullWriter()), setup.terminal().unicode());
    }

    /**
     * Rehearses; where that is not possible a takeover only takes longer, so it is said and no more.
     *
     * @param setup of the standby
     * @param settings of the standby, which are changed here
     */
    static void run(final TradeSetup setup, final ReactorSettings.Builder settings)
    {
        setup.terminal().err().println("rehearsing a takeover, on a scratch journal");
        try
        {
            final Path root = Files.createTempDirectory("packetflow-takeover-");
            try
            {
                new TakeoverRehearsal(setup, settings, root).run();
            }
            finally
            {
                remove(root);
            }
        }
        catch (final IOException | RuntimeException e)
        {
            setup.terminal().err().println(
                "a takeover could not be rehearsed, and will take longer: " + e.getMessage());
        }
    }

    private void run() throws IOException
    {
        final HostFingerprint host = HostFingerprint.read();
        final Path journal = root.resolve("journal");
        final Path left = root.resolve("left");
        try (TradeFeed feed = feed())
        {
            try (TradeRun primary = new TradeRun(scratch(feed, Pacing.rate(RATE), journal, null), host))
            {
                primary.run(() -> true, () -> { });
                copy(journal, left);
            }
            final StandbyOptions standby = new StandbyOptions(StandbyOptions.MIN_STALL_LIMIT_NANOS, false, () -> false);
            try (TradeRun promoted = new TradeRun(scratch(feed, Pacing.MAX, left, standby), host))
            {
                promoted.run(() -> false, () -> { });
            }
        }
    }

    private static TradeFeed feed()
    {
        return TradeFeed.generated(MESSAGES, SEED, SYMBOLS, HugePages.OFF);
    }

    private TradeSetup scratch(
        final TradeFeed feed, final Pacing pacing, final Path directory, final StandbyOptions standby)
    {
        // A replica waits for a standby of its own, which a scratch primary never gets.
        final Durability durability = setup.journal().durability() == Durability.REPLICA ?
            Durability.GROUP : setup.journal().durability();
        final JournalOptions journal = JournalOptions.of(directory, durability)
            .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES));
        return new TradeSetup(scratchSettings(), setup.program(), feed, pacing, root.resolve("orders.ouch"), null,
            journal, null, standby, setup.liveOrders(), silent);
    }

    /** Not pinned: the primary works on the cores of the plan. */
    private ReactorSettings scratchSettings()
    {
        final Origin origin = Origin.option("the rehearsal of a takeover");
        settings.set(ReactorKeys.THREADING.name(), "shared", origin);
        settings.set(ReactorKeys.WARMUP.name(), "off", origin);
        settings.set(ReactorKeys.HUGE_PAGES.name(), "off", origin);
        settings.set(ReactorKeys.CORES_RESERVE.name(), "off", origin);
        settings.set(ReactorKeys.CONTROL_DIR.name(), root.resolve("control").toString(), origin);
        settings.set(ReactorKeys.COUNTERS_FILE.name(), root.resolve("counters.dat").toString(), origin);
        return settings.conclude();
    }

    private static void copy(final Path from, final Path to) throws IOException
    {
        for (final Path path : tree(from))
        {
            Files.copy(path, to.resolve(from.relativize(path)));
        }
    }

    private static void remove(final Path root) throws IOException
    {
        final List<Path> tree = tree(root);
        for (int i = tree.size() - 1; i >= 0; i--)
        {
            Files.delete(tree.get(i));
        }
    }

    /** Returns all paths, a directory before what is in it. */
    private static List<Path> tree(final Path root) throws IOException
    {
        try (Stream<Path> tree = Files.walk(root))
        {
            return tree.sorted().toList();
        }
    }
}
