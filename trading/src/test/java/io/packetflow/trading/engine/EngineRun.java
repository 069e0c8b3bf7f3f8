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

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.packetflow.engine.config.ConfigurationException;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.venue.VenueCounters;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

/** A TradingEngine over a feed in memory, for tests: prepared without warm-up, its orders read back. */
public final class EngineRun implements AutoCloseable
{
    static final int SYMBOLS = 51;

    private final Reactor reactor;
    private final ByteArrayOutputStream stream = new ByteArrayOutputStream();
    private final List<byte[]> messages = new ArrayList<>();

    private EngineRun(final Reactor reactor)
    {
        this.reactor = reactor;
    }

    static GeneratedFeed generated(final Arena memory, final int messages)
    {
        return GeneratedFeed.inMemory(GeneratorConfig.of(messages, 7, SYMBOLS - 1, 2_000), memory);
    }

    static ItchFile view(final GeneratedFeed feed)
    {
        return feed.file("generated");
    }

    static TradingConfig config()
    {
        return TradingConfig.simulation(SYMBOLS, 4_000).withDrainedOutput(1 << 13);
    }

    static TradingConfig config(final RiskLimits limits)
    {
        return config().withLimits(limits);
    }

    /** Prepares a run; settings are pairs such as {@code plan=one-node}. */
    static EngineRun prepare(
        final ItchFile file, final TradingConfig config, final ControlSource control, final Path directory,
        final String... settings) throws Exception
    {
        return of(TradingEngine.context(TradingEngine.molecule(config, HugePages.OFF), config)
            .settings(settings(directory, settings))
            .source("control", ControlSource.class, warmUp -> control)
            .source("feed", ItchFeedSource.class, warmUp -> new ItchFeedSource(file, Pacing.MAX)));
    }

    /** Prepares a run of a context that has all but its timer. */
    static EngineRun of(final ReactorContext context)
    {
        return new EngineRun(Reactor.prepare(context.timerPeriodNanos(60_000_000_000L)));
    }

    static ReactorSettings settings(final Path directory, final String... settings) throws ConfigurationException
    {
        final ReactorSettings.Builder builder = ReactorSettings.builder()
            .set("packetflow.warmup", "off").set("packetflow.threading", "invoker")
            .set("packetflow.cores.reserve", "off").set("packetflow.stall.limit", "1h")
            .set("packetflow.counters.file", directory.resolve("counters.dat").toString());
        for (final String setting : settings)
        {
            final int equals = setting.indexOf('=');
            builder.set("packetflow." + setting.substring(0, equals), setting.substring(equals + 1));
        }
        return builder.conclude();
    }

    EngineRun complete()
    {
        reactor.open();
        reactor.awaitCompletion();
        read();
        return this;
    }

    void read()
    {
        output().drain((message, length) ->
        {
            stream.write(length);
            stream.write(message, 0, length);
            messages.add(Arrays.copyOf(message, length));
        });
    }

    Reactor reactor()
    {
        return reactor;
    }

    byte[] orderBytes()
    {
        return stream.toByteArray();
    }

    List<byte[]> messages()
    {
        return messages;
    }

    OrderOutput output()
    {
        return reactor.resource(TradingEngine.OUTPUT, OrderOutput.class);
    }

    RiskBook risk()
    {
        return reactor.resource(TradingEngine.RISK, RiskBook.class);
    }

    MarketMaker maker()
    {
        return reactor.resource(TradingEngine.STRATEGY, MarketMaker.class);
    }

    VenueCounters venue()
    {
        return reactor.resource(TradingEngine.VENUE, VenueModel.class).venue().counters();
    }

    long counter(final String label)
    {
        return reactor.counters().get(label);
    }

    @Override
    public void close()
    {
        reactor.close();
    }
}
