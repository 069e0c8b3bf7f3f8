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

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

import io.packetflow.engine.config.ReactorSettings;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.StateImage;
import io.packetflow.layout.state.Stateful;
import io.packetflow.trading.StateText;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The state of a whole molecule, restored into a fresh one in the middle of the day, goes on bit for bit. */
class TradingEngineStateTest
{
    private static final int MESSAGES = 20_000;
    private static final long SECOND_NANOS = 1_000_000_000L;

    @TempDir
    private Path directory;

    private final Arena memory = new Arena(HugePages.OFF);
    private final StateImage image = new StateImage("engine", HugePages.OFF);
    private GeneratedFeed feed;

    @BeforeEach
    void generate()
    {
        feed = EngineRun.generated(memory, MESSAGES);
    }

    @AfterEach
    void free()
    {
        image.close();
        memory.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = { false, true })
    void shouldGoOnInAFreshMolecule(final boolean killed)
    {
        try (Run saved = new Run("saved", 0, EngineRun.config());
            Run restored = new Run("restored", MESSAGES / 2, EngineRun.config()))
        {
            saved.tradeUntil(MESSAGES / 4);
            saved.changeLimits(3, 1);
            if (killed)
            {
                saved.commands.command(TradingCommand.KILL, 0, 0, 0);
                saved.commands.command(TradingCommand.SPACE_LOW, 0, 0, 0);
            }
            saved.tradeUntil(MESSAGES / 2);
            saved.countWhatIsRare();

            image.save(saved);
            image.restore(restored);

            assertSame(saved, restored, TradingEngineStateTest::isState);
            goOn(saved);
            goOn(restored);
            // The timer is the sequencer's: it is not restored here, and runs anew.
            assertSame(saved, restored, path -> isState(path) && !path.endsWith(".timerCount"));
            assertThat(restored.orders()).isEqualTo(saved.orders()).hasSizeGreaterThan(10_000);
        }
    }

    @Test
    void shouldCoverEveryResourceThatIsNoMeasurement()
    {
        try (Run run = new Run("saved", 0, EngineRun.config()))
        {
            final List<String> others = new ArrayList<>();
            for (final Resource resource : run.reactor.plan().molecule().resources())
            {
                if (!(run.reactor.resource(resource.name(), Object.class) instanceof Stateful))
                {
                    others.add(resource.name());
                }
            }
            assertThat(others).containsExactly(TradingEngine.LATENCY);
        }
    }

    @Test
    void shouldNameTheResourceThatHasAnotherSize()
    {
        try (Run saved = new Run("saved", 0, EngineRun.config());
            Run other = new Run("other", 0, TradingConfig.simulation(EngineRun.SYMBOLS + 1, 4_000)))
        {
            image.save(saved);

            assertThatThrownBy(() -> image.restore(other)).isInstanceOf(StateException.class)
                .hasMessageStartingWith("saved state does not fit engine.resource books.processor.books.levels." +
                    "initialPoolBytes: expected ");
        }
    }

    private static void goOn(final Run run)
    {
        run.tradeUntil(MESSAGES * 3 / 4);
        run.changeLimits(5, 2);
        run.commands.command(TradingCommand.SPACE_ENOUGH, 0, 0, 0);
        run.commands.command(TradingCommand.RESUME, 0, 0, 0);
        run.tradeUntil(MESSAGES);
    }

    private static void assertSame(final Run expected, final Run actual, final Predicate<String> isState)
    {
        assertThat(actual.text(isState)).isEqualTo(expected.text(isState)).hasSizeGreaterThan(100);
        assertThat(actual.reactor.stateHashes()).isEqualTo(expected.reactor.stateHashes());
    }

    /** What is bound to the memory of a ring, what is written anew before it is read, and what is configured. */
    private static boolean isState(final String path)
    {
        return !path.endsWith(".inbound") && !path.endsWith(".filledLocate") && !path.endsWith("output.message") &&
            !path.endsWith(".config");
    }

    /** A molecule that is run step by step. */
    private final class Run implements AutoCloseable, Stateful
    {
        private final CommandQueue commands = new CommandQueue();
        private final PausedFeed source;
        private final Reactor reactor;

        private Run(final String name, final long firstMessage, final TradingConfig config)
        {
            source = new PausedFeed(new ItchFeedSource(EngineRun.view(feed), Pacing.MAX)).beginAt(firstMessage);
            final ReactorSettings settings = ReactorSettings.builder()
                .set("packetflow.warmup", "off").set("packetflow.threading", "invoker")
                .set("packetflow.cores.reserve", "off").set("packetflow.stall.limit", "1h")
                .set("packetflow.counters.file", directory.resolve(name).toString()).conclude();
            reactor = Reactor.prepare(TradingEngine
                .context(TradingEngine.molecule(config, HugePages.OFF), config).settings(settings)
                .timerPeriodNanos(60 * SECOND_NANOS)
                .source("commands", CommandQueue.class, warmUp -> commands)
                .source("feed", PausedFeed.class, warmUp -> source));
            reactor.open();
        }

        private void tradeUntil(final long message)
        {
            source.sendUpTo(message);
            while (reactor.step() > 0 || !source.isExhausted())
            {
                Thread.onSpinWait();
            }
        }

        private void changeLimits(final int locate, final int quantity)
        {
            commands.command(TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), locate, quantity);
            commands.command(TradingCommand.LIMIT, LimitTarget.COLLAR_BASIS_POINTS.code(), 3, 900);
            commands.command(TradingCommand.LIMIT, LimitTarget.MAX_OPEN_ORDERS.code(), 0, 90 + quantity);
            commands.command(TradingCommand.LIMIT, LimitTarget.MAX_POSITION.code(), locate, 300);
            commands.command(TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), 60_000, 1);
        }

        private void countWhatIsRare()
        {
            StateText.set(reactor.resource(TradingEngine.RISK, RiskBook.class), "unknownCount", 3);
            StateText.set(reactor.resource(TradingEngine.VENUE, VenueModel.class), "lostAnswers", 4);
            StateText.set(reactor.handler(OrderRouter.NAME, OrderRouter.class), "lostRefusals", 5);
            StateText.set(reactor.handler(PerformanceTracker.NAME, PerformanceTracker.class), "timerCount", 6);
        }

        @Override
        public void exchange(final StateExchange state)
        {
            for (final Resource resource : reactor.plan().molecule().resources())
            {
                if (reactor.resource(resource.name(), Object.class) instanceof Stateful part)
                {
                    state.part("resource " + resource.name(), part);
                }
            }
            for (final Packet packet : reactor.plan().molecule().packets())
            {
                if (reactor.handler(packet.name(), PacketHandler.class) instanceof Stateful part)
                {
                    state.part("packet " + packet.name(), part);
                }
            }
        }

        private List<String> text(final Predicate<String> isState)
        {
            final List<String> lines = new ArrayList<>();
            for (final Resource resource : reactor.plan().molecule().resources())
            {
                if (!resource.name().equals(TradingEngine.LATENCY))
                {
                    lines.addAll(StateText.of(
                        resource.name(), reactor.resource(resource.name(), Object.class), isState));
                }
            }
            for (final Packet packet : reactor.plan().molecule().packets())
            {
                lines.addAll(StateText.of(
                    packet.name(), reactor.handler(packet.name(), PacketHandler.class), isState.and(
                        path -> !path.contains(".input"))));
            }
            return lines;
        }

        private byte[] orders()
        {
            final ByteArrayOutputStream stream = new ByteArrayOutputStream();
            reactor.resource(TradingEngine.OUTPUT, OrderOutput.class).drain((message, length) ->
            {
                stream.write(length);
                stream.write(message, 0, length);
            });
            return stream.toByteArray();
        }

        @Override
        public void close()
        {
            reactor.close();
        }
    }
}
