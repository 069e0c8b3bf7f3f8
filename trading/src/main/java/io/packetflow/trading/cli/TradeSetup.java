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

import java.nio.file.Path;
import java.util.function.Consumer;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.LiveOrders;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.plan.ClockMode;
import io.packetflow.engine.reactor.PlanSettings;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.ItchFeedSource;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.engine.TradingProgram;

/**
 * Cold path. What a run is made of before it is one.
 *
 * @param settings of the reactor
 * @param program that declares the molecule
 * @param feed that is sent
 * @param pacing when its messages are sent
 * @param orders file for all order messages, null for none
 * @param keepSources where the generated code is kept, null not to keep it
 * @param journal how the run is journaled, null for not at all
 * @param queue where a queue is filled behind the journal, null for nowhere
 * @param standby when the run takes over from another one that writes the journal, null for at once
 * @param liveOrders what becomes of live orders when the run ends or goes on elsewhere
 * @param terminal that shows progress
 */
record TradeSetup(
    ReactorSettings settings,
    TradingProgram program,
    TradeFeed feed,
    Pacing pacing,
    Path orders,
    Path keepSources,
    JournalOptions journal,
    QueueOptions queue,
    StandbyOptions standby,
    LiveOrders liveOrders,
    Terminal terminal)
{
    /** A replay has to be set up with it too. */
    static final long TIMER_PERIOD_NANOS = 60_000_000_000L;
    private static final int WARM_UP_ORDERS = 1 << 15;
    private static final int WARM_UP_SYMBOLS = 256;
    /** Faster than any molecule: the paced code is warmed up, and the warm-up never waits. */
    private static final double WARM_UP_RATE = 1e9;

    /** Returns the engine's configuration: tables as the feed needs them. */
    TradingConfig config()
    {
        final TradingConfig config =
            TradingConfig.simulation(feed.profile().symbols(), feed.profile().liveOrders());
        return orders == null && journal == null ? config : config.withOutput(largestRing(), orders != null);
    }

    private int largestRing()
    {
        return PlanSettings.of(settings, ClockMode.SOURCE).groups().values().stream()
            .mapToInt(group -> journal == null ? group.ringSize() : group.committedRingSize()).max().orElseThrow();
    }

    /**
     * Returns a context; each makes one reactor.
     *
     * @param config of the engine
     * @param control brings commands
     * @param warmUpFeed traffic for the warm-up, null if the settings want none
     * @param source told of the source of the run proper
     */
    ReactorContext context(
        final TradingConfig config,
        final ControlSource control,
        final TradeFeed warmUpFeed,
        final Consumer<ItchFeedSource> source)
    {
        final TradingConfig warmUp = config.withBooks(Math.min(WARM_UP_ORDERS, config.expectedOrders()),
            Math.min(WARM_UP_SYMBOLS, config.symbols()));
        return TradingEngine.context(molecule(config, settings.hugePages()), config)
            .warmUpMolecule(molecule(warmUp, HugePages.OFF))
            .settings(settings)
            .journal(journal == null ? null :
                journal.withConfiguration(config.replayText()).withSizes(config.sizeText() + feed.identity().text()))
            .queue(queue)
            .standby(standby)
            .timerPeriodNanos(TIMER_PERIOD_NANOS)
            .keepSources(keepSources)
            .onProgress(terminal.err()::println)
            .source("control", ControlSource.class, warming -> warming ? ControlSource.idle() : control)
            .source("feed", ItchFeedSource.class, warming ->
            {
                if (warming)
                {
                    return new ItchFeedSource(warmUpFeed.view(), warmUpPacing());
                }
                final ItchFeedSource made = new ItchFeedSource(feed.file(), pacing);
                source.accept(made);
                return made;
            });
    }

    private Molecule molecule(final TradingConfig config, final HugePages hugePages)
    {
        return program.molecule(config, hugePages, journal != null).toBuilder().liveOrders(liveOrders).build();
    }

    private Pacing warmUpPacing()
    {
        return pacing.mode() == Pacing.Mode.MAX ? pacing : Pacing.rate(WARM_UP_RATE);
    }
}
