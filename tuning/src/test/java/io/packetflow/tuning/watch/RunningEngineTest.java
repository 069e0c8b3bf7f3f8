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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.engine.ItchFeedSource;
import io.packetflow.trading.engine.OrderOutput;
import io.packetflow.trading.engine.Pacing;
import io.packetflow.trading.engine.TradingConfig;
import io.packetflow.trading.engine.TradingEngine;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A TradingEngine that runs, as {@code stat} and {@code export} see it. */
class RunningEngineTest
{
    private static final int MESSAGES = 40_000;
    private static final long POLL_NANOS = 5_000_000;

    @TempDir
    private Path directory;
    private GeneratedFeed market;
    private Reactor reactor;

    @BeforeEach
    void start()
    {
        final TradingConfig config = TradingConfig.simulation(51, 10_000).withDrainedOutput();
        market = GeneratedFeed.inMemory(GeneratorConfig.of(MESSAGES, 1, 50, 2_000));
        reactor = Reactor.launch(TradingEngine.context(TradingEngine.molecule(config, HugePages.OFF), config)
            .settings(ReactorSettings.builder()
                .set("packetflow.threading", "invoker")
                .set("packetflow.plan", "one-node")
                .set("packetflow.warmup", "off")
                .set("packetflow.cores.reserve", "off")
                .set("packetflow.cores.share", "on")
                .set("packetflow.counters.file", counters().toString())
                .set("packetflow.control.dir", directory.resolve("control").toString()).conclude())
            .source("feed", ItchFeedSource.class,
                warmUp -> new ItchFeedSource(market.file("market"), Pacing.MAX)));
    }

    @AfterEach
    void stop()
    {
        reactor.close();
        market.close();
    }

    private Path counters()
    {
        return directory.resolve("run/counters.dat");
    }

    private String run(final String... arguments)
    {
        final StringWriter out = new StringWriter();
        final StringWriter err = new StringWriter();
        assertThat(PacketFlowMain.run(new Terminal(new PrintWriter(out), new PrintWriter(err), false), arguments))
            .as(err.toString()).isEqualTo(ExitCode.OK);
        return out.toString();
    }

    private String setting()
    {
        return "packetflow.counters.file=" + counters();
    }

    private String exported()
    {
        return run("export", "--once", "-c", setting());
    }

    private void runFeed()
    {
        final OrderOutput orders = reactor.resource(TradingEngine.OUTPUT, OrderOutput.class);
        boolean complete = false;
        while (!complete)
        {
            complete = reactor.awaitCompletion(1_000_000);
            orders.drain((message, length) ->
            {
                // The test counts what the engine says that it sent.
            });
        }
    }

    @Test
    @Timeout(120)
    void shouldBeSeenWhileItRunsAndWhenItHasEnded()
    {
        assertThat(run("stat", "--once", "-c", setting())).contains("engine   TradingEngine, process " +
            ProcessHandle.current().pid());
        runFeed();
        final long sent = reactor.resource(TradingEngine.OUTPUT, OrderOutput.class).count();
        final String wanted = "packet=\"OrderRouter\",count=\"orders sent\"} " + sent + "\n";
        // The conductor writes a hundred times a second, and latencies once.
        while (!exported().contains(wanted) || !exported().matches("(?s).*packetflow_latency_seconds_count\\{[^}]*" +
            "series=\"tick to trade\"} [1-9].*"))
        {
            LockSupport.parkNanos(POLL_NANOS);
        }

        assertThat(sent).isGreaterThan(1_000);
        assertThat(exported()).contains("packetflow_up{engine=\"counters\"} 1",
            "packetflow_instances_admitted_total{engine=\"counters\",molecule=\"TradingEngine\"} " +
            reactor.counters().get("TradingEngine: instances admitted"),
            "packetflow_ring_depth_slots{engine=\"counters\",molecule=\"TradingEngine\",ring=\"TradingEngine\"} 0");
        assertThat(run("stat", "--once", "-c", setting(), "--label", "orders sent").replace(",", ""))
            .contains("state    RUNNING last sign of life ").containsPattern("OrderRouter: orders sent +" + sent);

        reactor.close();

        assertThat(exported()).endsWith("packetflow_up{engine=\"\"} 0\n");
        assertThat(run("stat", "--once", counters().toString(), "--type", "latency")).contains("state    ENDED at ",
            "tick to trade");
    }
}
