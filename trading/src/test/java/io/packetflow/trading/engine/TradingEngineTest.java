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

import java.nio.file.Path;

import io.packetflow.engine.control.ControlClient;
import io.packetflow.engine.control.ControlClient.Command;
import io.packetflow.engine.control.ControlDirectory;
import io.packetflow.engine.control.ControlFile;
import io.packetflow.engine.control.ControlSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.risk.limit.AccountLimits;
import io.packetflow.risk.limit.InstrumentLimits;
import io.packetflow.risk.limit.PairLimits;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.pretrade.Violation;
import io.packetflow.trading.compliance.ComplianceRecord;
import io.packetflow.trading.compliance.ComplianceTrailReader;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.feed.itch.ItchEncoder;
import io.packetflow.trading.feed.itch.ItchLayout;
import io.packetflow.trading.feed.itch.ItchSymbol;
import io.packetflow.trading.feed.itch.TradingAction;
import io.packetflow.trading.gateway.ouch.OuchInboundLayout;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TradingEngineTest
{
    private static final long TIMEOUT_NANOS = 20_000_000_000L;
    private static final long OPEN_NANOS = 34_200_000_000_000L;
    private static final int STEPS_BEFORE_COMMAND = 30;

    @TempDir
    private Path directory;

    private final Arena memory = new Arena(HugePages.OFF);
    private GeneratedFeed feed;

    @BeforeEach
    void generate()
    {
        feed = EngineRun.generated(memory, 20_000);
    }

    @AfterEach
    void free()
    {
        memory.close();
    }

    @Test
    void shouldAgreeOnPositionsFromTheVenuesFills() throws Exception
    {
        try (EngineRun run = run(EngineRun.config(), ControlSource.idle()).complete())
        {
            long fills = 0;
            for (int locate = 0; locate < EngineRun.SYMBOLS; locate++)
            {
                final long position = run.risk().positions().position(0, locate);
                assertThat(position).as("locate %s", locate).isEqualTo(run.maker().position(locate))
                    .isEqualTo(run.risk().risk().ledger().position(0, locate));
                fills += run.risk().positions().fillCount(0, locate);
            }
            assertThat(fills).isPositive().isEqualTo(run.venue().fills());
            assertThat(run.counter("VenueOrders: fills: count")).isEqualTo(fills);
        }
    }

    @Test
    void shouldUnderstandEveryAnswer() throws Exception
    {
        try (EngineRun run = run(EngineRun.config(), ControlSource.idle()).complete())
        {
            assertThat(run.venue().accepted()).isPositive();
            assertThat(run.maker().unknownRefs()).isZero();
            assertThat(run.risk().unknownCount()).isZero();
            assertThat(run.venue().malformedInputs()).isZero();
            assertThat(run.counter("RiskManager: reports that did not fit: count")).isZero();
        }
    }

    @Test
    void shouldWithdrawItsQuotesWhereAStockIsHalted() throws Exception
    {
        final Slab wire = memory.allocate(1_024, 64);
        final long stock = ItchSymbol.pack("ABCD");
        ItchEncoder.header(wire, 2, ItchLayout.STOCK_DIRECTORY, 1, 0, OPEN_NANOS);
        wire.putLongBigEndian(2 + ItchLayout.HEADER_LENGTH, stock);
        long end = framed(wire, 0, ItchLayout.expectedLength(ItchLayout.STOCK_DIRECTORY));
        end = action(wire, end, 1, new TradingAction(stock, 'T', ' ', 0));
        end = order(wire, end, 2, 1, 'B', stock, 1_000_000);
        end = order(wire, end, 3, 2, 'S', stock, 1_010_000);
        // The venue's answers to the two quotes come before the halt.
        final long quoted = end;
        end = action(wire, end, 4, new TradingAction(stock, 'H', ' ', 0));

        assertThat(typesOf(ItchFile.inMemory("trading", wire, quoted))).isEqualTo("OO");
        assertThat(typesOf(ItchFile.inMemory("halted", wire, end))).isEqualTo("OOXX");
    }

    private String typesOf(final ItchFile market) throws Exception
    {
        try (EngineRun run =
            EngineRun.prepare(market, EngineRun.config(), ControlSource.idle(), directory).complete())
        {
            final StringBuilder types = new StringBuilder();
            run.messages().forEach(message -> types.append((char)message[0]));
            assertThat(run.risk().unknownCount()).isZero();
            return types.toString();
        }
    }

    private static long action(final Slab wire, final long offset, final long millis, final TradingAction action)
    {
        ItchEncoder.header(wire, offset + 2, ItchLayout.TRADING_ACTION, 1, 0, OPEN_NANOS + millis * 1_000_000L);
        action.encodeBody(wire, offset + 2);
        return framed(wire, offset, ItchLayout.expectedLength(ItchLayout.TRADING_ACTION));
    }

    private static long order(final Slab wire, final long offset, final long millis, final long reference,
        final char side, final long stock, final long priceE4)
    {
        ItchEncoder.header(wire, offset + 2, ItchLayout.ADD_ORDER, 1, 0, OPEN_NANOS + millis * 1_000_000L);
        return framed(wire, offset, ItchEncoder.addOrder(wire, offset + 2, reference, side, 500, stock, priceE4));
    }

    private static long framed(final Slab wire, final long offset, final int length)
    {
        wire.putShortBigEndian(offset, length);
        return offset + Short.BYTES + length;
    }

    @Test
    void shouldRefuseWhatRiskForbidsAndTellTheTrader() throws Exception
    {
        final int symbols = EngineRun.SYMBOLS;
        final RiskLimits tight = RiskLimits.builder(1, symbols)
            .everyInstrument(new InstrumentLimits(1, 2_000_000_000L, 1_000, 1, 1, 1_000_000_000_000L))
            .everyAccount(new AccountLimits(1_000_000_000_000L, 1_000_000_000_000L, 1_000, 1_000_000, 1_000))
            .everyPair(new PairLimits(1_000, 1_000))
            .breaches(1_000_000, 1_000_000_000L).conclude();

        try (EngineRun run = run(EngineRun.config(tight), ControlSource.idle()).complete())
        {
            assertThat(run.messages()).isEmpty();
            final long refused = run.counter("RiskManager: orders refused: count");
            assertThat(refused).isPositive();
            assertThat(run.risk().risk().refusals().count(Violation.QUANTITY_ABOVE_MAXIMUM)).isEqualTo(refused);
            assertThat(run.counter("OrderRouter: refusals lost: count")).isZero();
            assertThat(run.counter("TradingEngine: instances admitted from back edges")).isEqualTo(refused);
            assertNothingOpen(run);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {TradingCommand.KILL, TradingCommand.SPACE_LOW})
    void shouldSendNothingButCancelsOnceItIsStoppedAndEndWithNothingOpen(final int command) throws Exception
    {
        try (ControlFile control = ControlFile.create(directory.resolve("control"));
            EngineRun run = run(EngineRun.config(), control.source()))
        {
            run.reactor().open();
            commandAfterSomeSteps(run, control, Command.of(command));
            final long before = run.output().count();
            run.read();
            run.reactor().awaitCompletion();
            run.read();

            assertThat(before).isPositive();
            assertThat(run.messages().subList((int)before, run.messages().size()))
                .isNotEmpty().allMatch(message -> message[0] == OuchInboundLayout.CANCEL);
            assertThat(run.counter("AlgorithmicTrader: control commands: count")).isEqualTo(1);
            assertThat(run.risk().unknownCount()).isZero();
            assertNothingOpen(run);
        }
    }

    @ParameterizedTest
    @CsvSource({TradingCommand.KILL + "," + TradingCommand.RESUME,
        TradingCommand.SPACE_LOW + "," + TradingCommand.SPACE_ENOUGH})
    void shouldTradeAgainOnceItMay(final int stop, final int goOn) throws Exception
    {
        try (ControlFile control = ControlFile.create(directory.resolve("control"));
            EngineRun run = run(EngineRun.config(), control.source()))
        {
            run.reactor().open();
            commandAfterSomeSteps(run, control, Command.of(stop));
            assertThat(run.risk().risk().killSwitch().globalReasons()).isNotZero();
            commandAfterSomeSteps(run, control, Command.of(goOn));
            assertThat(run.risk().risk().killSwitch().globalReasons()).isZero();
            final long before = run.output().count();
            run.reactor().awaitCompletion();
            run.read();

            assertThat(run.messages().subList((int)before, run.messages().size()))
                .anyMatch(message -> message[0] == OuchInboundLayout.ENTER);
        }
    }

    @Test
    void shouldJudgeByTheNewLimitAndSaySoInTheTrail() throws Exception
    {
        try (ControlFile control = ControlFile.create(directory.resolve("control"));
            EngineRun run = run(EngineRun.config(), control.source()))
        {
            run.reactor().open();
            final long version = run.risk().risk().limitsVersion();
            for (int locate = 1; locate < EngineRun.SYMBOLS; locate++)
            {
                commandAfterSomeSteps(run, control,
                    new Command(TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), locate, 1));
            }
            run.reactor().awaitCompletion();

            final ComplianceTrailReader reader = new ComplianceTrailReader(
                run.reactor().resource(TradingEngine.COMPLIANCE, ComplianceDesk.class).trail());
            ComplianceRecord last = reader.poll();
            for (ComplianceRecord next = last; next != null; next = reader.poll())
            {
                last = next;
            }
            assertThat(run.risk().risk().limitsVersion()).isGreaterThan(version);
            assertThat(last.limitsVersion()).isEqualTo(run.risk().risk().limitsVersion());
            assertThat(run.risk().risk().refusals().count(Violation.QUANTITY_ABOVE_MAXIMUM)).isPositive();
            assertThat(run.risk().refusedLimitChanges()).isZero();
        }
    }

    @Test
    void shouldRefuseChangesOfLimitsThatCannotBeMeant() throws Exception
    {
        try (ControlFile control = ControlFile.create(directory.resolve("control"));
            EngineRun run = run(EngineRun.config(), control.source()))
        {
            run.reactor().open();
            commandAfterSomeSteps(run, control, new Command(TradingCommand.LIMIT, 99, 1, 1));
            commandAfterSomeSteps(run, control,
                new Command(TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), 60_000, 1));
            commandAfterSomeSteps(run, control,
                new Command(TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), 1, -5));
            run.reactor().awaitCompletion();

            assertThat(run.risk().refusedLimitChanges()).isEqualTo(3);
        }
    }

    @Test
    void shouldDrainWhenItIsTold() throws Exception
    {
        try (ControlFile control = ControlFile.create(directory.resolve("control"));
            EngineRun run = run(EngineRun.config(), control.source()))
        {
            run.reactor().open();
            commandAfterSomeSteps(run, control, Command.of(TradingCommand.STOP));
            assertThat(control.source().isStopRequested()).isTrue();
            run.reactor().drain();

            assertThat(run.counter("TradingEngine: instances admitted")).isLessThan(20_000);
        }
    }

    @Test
    void shouldDrainAlsoWhereNothingIsLeftToDo() throws Exception
    {
        try (EngineRun run = run(EngineRun.config(), ControlSource.idle()).complete())
        {
            run.reactor().drain();

            assertThat(run.counter("TradingEngine: instances admitted")).isEqualTo(20_000);
        }
    }

    private void commandAfterSomeSteps(final EngineRun run, final ControlFile control, final Command command)
        throws InterruptedException
    {
        for (int i = 0; i < STEPS_BEFORE_COMMAND && control.source().takenCount() == 0; i++)
        {
            run.reactor().step();
        }
        final long taken = control.source().takenCount();
        final Thread sender = new Thread(() -> send(command));
        sender.start();
        while (control.source().takenCount() == taken)
        {
            if (control.source().nextTimeNanos() == ControlSource.NOW)
            {
                run.reactor().step();
            }
            Thread.onSpinWait();
        }
        sender.join();
    }

    private void send(final Command command)
    {
        try (ControlClient client = ControlClient.open(
            ControlDirectory.open(directory.resolve("control")), ProcessHandle.current().pid()))
        {
            client.send(command, TIMEOUT_NANOS);
        }
    }

    private static void assertNothingOpen(final EngineRun run)
    {
        assertThat(run.risk().risk().ledger().openOrders(0)).isZero();
        assertThat(run.risk().risk().ledger().openNotionalE4(0)).isZero();
        assertThat(run.reactor().resource(TradingEngine.VENUE, VenueModel.class).venue().restingOrders()).isZero();
    }

    private EngineRun run(final TradingConfig config, final ControlSource control) throws Exception
    {
        return EngineRun.prepare(EngineRun.view(feed), config, control, directory, "batch.limit=32");
    }
}
