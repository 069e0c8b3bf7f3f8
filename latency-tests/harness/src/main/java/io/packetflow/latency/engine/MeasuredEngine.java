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
package io.packetflow.latency.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.config.RuntimeDirectory;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.reactor.NodeStatus;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.engine.telemetry.LatencySampler;
import io.packetflow.engine.telemetry.LatencySeries;
import io.packetflow.latency.load.FeedLoad;
import io.packetflow.latency.load.RecordingSource;
import io.packetflow.latency.load.Window;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.RiskBook;
import io.packetflow.trading.engine.TickToTrade;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;

/** Cold path. The TradingEngine as it is measured: prepared, warmed up, its source a recording, run once. */
public final class MeasuredEngine implements AutoCloseable
{
    private static final long TIMER_PERIOD_NANOS = 60_000_000_000L;
    private static final String WARM_UP_MESSAGES = "2000000";

    private final Path counters =
        RuntimeDirectory.path().resolve("bench-" + ProcessHandle.current().pid() + ".counters.dat");
    private final MeasuredJournal journal;
    private final Reactor reactor;
    private RecordingSource source;

    /**
     * Prepares the engine: everything but the open gate.
     *
     * @param spec of its plan
     * @param load to send
     * @param progress told what happens
     */
    public MeasuredEngine(final EngineSpec spec, final FeedLoad load, final Consumer<String> progress)
    {
        this(spec, load, progress, spec.mode().map(MeasuredJournal::new).orElse(null));
    }

    private MeasuredEngine(
        final EngineSpec spec, final FeedLoad load, final Consumer<String> progress, final MeasuredJournal journal)
    {
        final ReactorSettings settings = settings(spec, load.hugePages())
            .set("packetflow.warmup.messages", WARM_UP_MESSAGES)
            .conclude();
        this.journal = journal;
        reactor = Reactor.prepare(context(settings, load, load.config()).onProgress(progress));
    }

    private MeasuredEngine(final FeedLoad load, final TradingConfig config)
    {
        final ReactorSettings settings = settings(EngineSpec.ONE_NODE, load.hugePages())
            .set("packetflow.threading", "invoker")
            .set("packetflow.warmup", "off")
            .conclude();
        journal = null;
        reactor = Reactor.prepare(context(settings, load, config));
    }

    /**
     * Prepares the engine to be stepped by its caller, without warm-up: for looking at what it does, not at how long.
     *
     * @param load to send
     * @return the engine, whose output has to be read
     */
    public static MeasuredEngine stepped(final FeedLoad load)
    {
        return new MeasuredEngine(load, load.config().withDrainedOutput());
    }

    /**
     * Prepares the engine on one node with a process-safe journal that is kept: where there is one, it is recovered.
     *
     * @param load to send
     * @param directory of the journal
     * @param progress told what happens
     * @return the engine
     */
    public static MeasuredEngine journaledIn(
        final FeedLoad load, final Path directory, final Consumer<String> progress)
    {
        return new MeasuredEngine(EngineSpec.ONE_NODE, load, progress,
            MeasuredJournal.kept(directory, Durability.PROCESS_SAFE));
    }

    private ReactorSettings.Builder settings(final EngineSpec spec, final HugePages hugePages)
    {
        return ReactorSettings.builder()
            .set("packetflow.grouping", spec.grouping()).set("packetflow.plan", spec.plan())
            .set("packetflow.publication", spec.publication())
            .set("packetflow.huge.pages", hugePages == HugePages.OFF ? "off" : "where-granted")
            .set("packetflow.counters.file", counters.toString())
            .set("packetflow.cores.reserve", "off");
    }

    private ReactorContext context(
        final ReactorSettings settings, final FeedLoad load, final TradingConfig config)
    {
        final Molecule molecule = TradingEngine.molecule(config, load.hugePages());
        return TradingEngine.context(journal == null ? molecule : TradingEngine.journaled(molecule), config)
            .settings(settings).journal(journal == null ? null : journal.options()).timerPeriodNanos(TIMER_PERIOD_NANOS)
            .source("recording", RecordingSource.class,
                warmUp -> warmUp ? load.forWarmUp().source() : made(load.source()));
    }

    private RecordingSource made(final RecordingSource recording)
    {
        source = recording;
        return recording;
    }

    /**
     * Opens the gate and waits until everything is sent and answered.
     *
     * @return the stretch that counts
     */
    public Window run()
    {
        if (journal != null)
        {
            journal.awaitSegmentAhead();
        }
        reactor.open();
        reactor.awaitCompletion();
        return source.window();
    }

    /** Returns the reactor. */
    public Reactor reactor()
    {
        return reactor;
    }

    /**
     * Returns the durations from the first byte seen, those of the first thousand orders included.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries service(final String name)
    {
        final LatencySeries later = new LatencySampler(name, latency().service()).series();
        final LatencySeries first = first(name);
        later.histogram().add(first.histogram());
        return new LatencySeries(name, later.histogram(), later.negativeCount() + first.negativeCount(),
            later.tooLongCount() + first.tooLongCount());
    }

    /**
     * Returns the durations of the first thousand orders.
     *
     * @param name of the series
     * @return a copy
     */
    public LatencySeries first(final String name)
    {
        return LatencySeries.of(name, latency().first());
    }

    /**
     * Returns the durations from the planned send times; empty in a closed loop.
     *
     * @param name of the series
     * @return a copy; once
     */
    public LatencySeries response(final String name)
    {
        return new LatencySampler(name, latency().response()).series();
    }

    private TickToTrade latency()
    {
        return reactor.resource(TradingEngine.LATENCY, TickToTrade.class);
    }

    /** Returns where the orders leave. */
    public OrderOutput output()
    {
        return reactor.resource(TradingEngine.OUTPUT, OrderOutput.class);
    }

    /** Returns a hash of exposures and positions. */
    public long riskStateHash()
    {
        final RiskBook risk = reactor.resource(TradingEngine.RISK, RiskBook.class);
        return risk.risk().stateHash() + risk.positions().stateHash();
    }

    /** Returns where its threads run. */
    public List<NodeStatus> nodes()
    {
        return reactor.nodes();
    }

    @Override
    public void close()
    {
        reactor.close();
        try
        {
            if (journal != null)
            {
                journal.close();
            }
            Files.deleteIfExists(counters);
        }
        catch (final IOException e)
        {
            throw new UncheckedIOException(e);
        }
    }
}
