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

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.packetflow.engine.control.ControlCommands;
import io.packetflow.engine.control.ControlFile;
import io.packetflow.engine.packet.InstanceHeader;
import io.packetflow.engine.packet.InstanceInput;
import io.packetflow.engine.packet.InstanceSource;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.engine.LimitTarget;
import io.packetflow.trading.engine.TradingCommand;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlCommandTest
{
    @TempDir
    private Path directory;

    @Test
    void shouldSayThatNoEngineRuns() throws IOException
    {
        final CommandRun nothing = CommandRun.in(directory, "control", "kill");
        assertThat(nothing.exitCode()).isEqualTo(4);
        assertThat(nothing.err()).contains("no engine runs here: there is no control directory");

        final Path wide = Files.createDirectory(directory.resolve("wide"));
        assertThat(CommandRun.in(directory, "control", "kill", "--dir", wide.toString()).exitCode()).isEqualTo(4);
        assertThat(CommandRun.in(directory, "control", "status", "--dir", wide.toString()).exitCode()).isEqualTo(4);
    }

    @Test
    void shouldNameTheProcessThatHasNoEngine()
    {
        try (ControlFile file = ControlFile.create(directory.resolve("control")))
        {
            final CommandRun run = CommandRun.in(directory, "control", "stop", "--pid", "1");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("process 1 has no control file here", file.path().toString()
                .replaceAll(".*control-([0-9]+).dat", "engines with one: $1"));
        }
    }

    @Test
    void shouldGiveUpWhereTheEngineTakesNothing()
    {
        try (ControlFile file = ControlFile.create(directory.resolve("control")))
        {
            final CommandRun run = CommandRun.in(directory, "control", "kill", "--timeout", "1");
            assertThat(run.exitCode()).isEqualTo(4);
            assertThat(run.err()).contains("the engine has not taken it");
            assertThat(file.source().takenCount()).isZero();
        }
    }

    @Test
    void shouldSendCommandsAndSaySo() throws Exception
    {
        try (ControlFile file = ControlFile.create(directory.resolve("control"));
            InstrumentList list = InstrumentList.write(file.path(), 41, Map.of("AAPL", 13, "MSFT", 40)))
        {
            assertThat(list).isNotNull();
            assertSent(file, new long[]{TradingCommand.KILL, 0, 0, 0}, "trading is stopped", "kill");
            assertSent(file, new long[]{TradingCommand.RESUME, 0, 0, 0}, "trading goes on", "resume");
            assertSent(file, new long[]{TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), 13, 500},
                "max-quantity of aapl is now 500", "limit", "max-quantity", "aapl", "500");
            assertSent(file, new long[]{TradingCommand.LIMIT, LimitTarget.MAX_POSITION.code(), 7, 0},
                "max-position of 7 is now 0", "limit", "max-position", "7", "0");
            assertSent(file, new long[]{TradingCommand.LIMIT, LimitTarget.MAX_OPEN_ORDERS.code(), 0, 9},
                "max-open-orders is now 9", "limit", "max-open-orders", "9");
            assertSent(file, new long[]{ControlCommands.SNAPSHOT, 0, 0, 0},
                "it takes a snapshot, if it runs with --journal", "snapshot");
            assertSent(file, new long[]{TradingCommand.STOP, 0, 0, 0}, "drains and ends", "stop");
            assertThat(file.source().isStopRequested()).isTrue();
            assertThat(CommandRun.in(directory, "control", "status").out()).contains("runs, 7 commands taken");
        }
    }

    @Test
    void shouldSendALimitToAnEngineThatNamesNoInstruments() throws Exception
    {
        try (ControlFile file = ControlFile.create(directory.resolve("control")))
        {
            assertSent(file, new long[]{TradingCommand.LIMIT, LimitTarget.MAX_QUANTITY.code(), 99, 5},
                "max-quantity of 99 is now 5", "limit", "max-quantity", "99", "5");
            assertUsage("its feed names none in advance; write the stock locate", "limit", "max-quantity", "AAPL", "5");
        }
    }

    @Test
    void shouldRefuseLimitsThatCannotBeMeant() throws IOException
    {
        try (ControlFile file = ControlFile.create(directory.resolve("control"));
            InstrumentList list = InstrumentList.write(file.path(), 14, Map.of("AAPL", 13)))
        {
            assertThat(list).isNotNull();
            assertUsage("did you mean 'max-quantity'?", "limit", "max-quantty", "AAPL", "5");
            assertUsage("there are max-quantity, max-order", "limit", "nonsense", "AAPL", "5");
            assertUsage("write max-quantity INSTRUMENT VALUE", "limit", "max-quantity", "5");
            assertUsage("write max-open-orders VALUE", "limit", "max-open-orders", "AAPL", "5");
            assertUsage("takes 1 to 2147483647: 0", "limit", "max-quantity", "AAPL", "0");
            assertUsage("takes a whole number, 1 to 100000: 'wide'", "limit", "collar-basis-points", "AAPL", "wide");
            assertUsage("no symbol 'AAPPL': did you mean 'AAPL'?", "limit", "max-quantity", "AAPPL", "5");
            assertUsage("knows no stock locate 14; its feed has those up to 13", "limit", "max-quantity", "14", "5");
            assertUsage("--timeout takes 1 millisecond or more: 0", "kill", "--timeout", "0");
            assertUsage("Missing required", "limit", "max-quantity");
            assertUsage("no command 'kil'", "kil");
            assertUsage("Usage: packetflow control");
            assertThat(file.source().nextTimeNanos()).isEqualTo(InstanceSource.NONE);
        }
    }

    @Test
    void shouldRemoveTheListsOfEnginesThatWereKilledAndNoOthers() throws IOException
    {
        final Path control = directory.resolve("control");
        try (ControlFile file = ControlFile.create(control))
        {
            final Path killed = Files.writeString(control.resolve("control-4000000000.dat.symbols"), "1\n");
            final Path running = Files.writeString(control.resolve("control-4000000001.dat.symbols"), "1\n");
            Files.createFile(control.resolve("control-4000000001.dat"));

            try (InstrumentList list = InstrumentList.write(file.path(), 2, Map.of("AAPL", 1)))
            {
                assertThat(list).isNotNull();
                assertThat(killed).doesNotExist();
                assertThat(running).exists();
                assertThat(InstrumentList.read(file.path()).locates()).containsExactly(Map.entry("AAPL", 1));
            }
            assertThat(control.resolve(file.path().getFileName() + ".symbols")).doesNotExist();
        }
    }

    private void assertUsage(final String complaint, final String... arguments)
    {
        final CommandRun run = CommandRun.in(directory, control(arguments));
        assertThat(run.err()).contains(complaint);
        assertThat(run.exitCode()).isEqualTo(2);
    }

    private void assertSent(
        final ControlFile file, final long[] expected, final String effect, final String... arguments)
        throws InterruptedException
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final Slab slot = arena.allocate(128, 64);
            final InstanceInput input = new InstanceInput(slot);
            input.wrap(64);
            final CommandRun[] run = new CommandRun[1];
            final Thread sender = new Thread(() -> run[0] = CommandRun.in(directory, control(arguments)));
            sender.start();
            while (file.source().nextTimeNanos() == InstanceSource.NONE && sender.isAlive())
            {
                Thread.onSpinWait();
            }
            if (file.source().nextTimeNanos() != InstanceSource.NONE)
            {
                file.source().take(new InstanceHeader(slot), input);
            }
            sender.join();
            assertThat(run[0].err()).isEmpty();
            assertThat(run[0].exitCode()).isZero();
            assertThat(run[0].out()).contains(effect);
            assertThat(new long[]{input.getLong(0), input.getLong(8), input.getLong(16), input.getLong(24)})
                .containsExactly(expected);
        }
    }

    private static String[] control(final String... arguments)
    {
        final String[] all = new String[arguments.length + 1];
        all[0] = "control";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return all;
    }
}
