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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.packetflow.trading.ChildProgram;
import io.packetflow.trading.engine.TradingProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Another program for the host of the TradingEngine, and programs of their own. */
class ProgramOptionTest
{
    private static final String WATCHER = """
        packet Marker { :df, :cs, trigger: on(:feed), payload: %{mark: :int64}, process: mark() }
        def mark() { %{mark: 1} }

        packet Watcher {
          :df, :cs,
          trigger: on(:feed),
          handler: "io.packetflow.trading.cli.Watcher"
        }

        molecule TradingEngine {""";

    @TempDir
    private Path directory;

    private static String shipped() throws IOException
    {
        try (InputStream source = TradingProgram.class.getResourceAsStream("TradingEngine.pf"))
        {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String write(final String text) throws IOException
    {
        return Files.writeString(directory.resolve("other.pf"), text).toString();
    }

    private static String found(final String pattern, final String text)
    {
        final Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private CommandRun trade(final String... options)
    {
        final String[] all = {"trade", "--messages", "5000", "--symbols", "20", "--seed", "3", "--plan", "one-node"};
        final String[] arguments = new String[all.length + options.length];
        System.arraycopy(all, 0, arguments, 0, all.length);
        System.arraycopy(options, 0, arguments, all.length, options.length);
        return CommandRun.in(directory, arguments);
    }

    @Test
    void shouldTradeTheSameOrdersWithAPacketOfTheUsers() throws IOException
    {
        final String program = write(shipped().replace("molecule TradingEngine {", WATCHER)
            .replace("    VenueOrders,\n", "    VenueOrders,\n    Watcher,\n    Marker,\n")
            .replace("{MarketDataProcessor, VenueMarket, :ionic},",
            "{MarketDataProcessor, VenueMarket, :ionic},\n    {MarketDataProcessor, Watcher, :ionic},\n" +
            "    {Watcher, Marker, :ionic},"));

        final CommandRun run = trade("--program", program, "-c", "packetflow.warmup=on", "-c",
            "packetflow.warmup.messages=1000", "-c", "packetflow.code.cache.dir=" + directory.resolve("code"));

        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("VenueOrders, Watcher, Marker]: instances completed");
        assertThat(found("hash ([0-9a-f]{16})", run.out())).isEqualTo(found("hash ([0-9a-f]{16})", trade().out()));
    }

    @Test
    void shouldRefuseAProgramThatDoesNotFit() throws IOException
    {
        final CommandRun other = trade("--program",
            write(shipped().replace("venue: {:bytes, 72}", "venue: {:bytes, 80}")));
        assertThat(other.exitCode()).isEqualTo(3);
        assertThat(other.err()).contains("error PF3252: the input :venue has code 9 and 80 bytes here");

        final CommandRun lacking = trade("--program", write(shipped()
            .replaceAll("(?m)^    ComplianceChecker,\n", "").replaceAll("(?m)^ .*ComplianceChecker, :ionic},\n", "")));
        assertThat(lacking.exitCode()).as(lacking.err()).isEqualTo(3);
        assertThat(lacking.err()).contains("the molecule TradingEngine has no packet with :compliance, which a run " +
            "reads; begin with a copy of TradingEngine.pf");

        final CommandRun silent = trade("--journal", directory.resolve("journal").toString(), "--program",
            write(shipped().replace("    VenueOrders,\n    Journal\n", "    VenueOrders\n")
            .replaceAll("(?m),?\n    \\{Journal, .*$", "")));
        assertThat(silent.exitCode()).as(silent.err()).isEqualTo(3);
        assertThat(silent.err()).contains("has no Journal packet, which says what waits for the journal");

        assertThat(trade("--program", write("packet A { :dff, :tr }")).exitCode()).isEqualTo(3);
    }

    @Test
    void shouldPlanTheSameWithTheShippedProgramInAFile() throws IOException
    {
        final String[] plan = {"plan", "--grouping", "fused", "--plan", "one-node"};
        final CommandRun named = CommandRun.in(directory, "plan", "--grouping", "fused", "--plan", "one-node",
            "--program", write(shipped()));

        assertThat(named.exitCode()).as(named.err()).isZero();
        assertThat(named.out()).isEqualTo(CommandRun.in(directory, plan).out());
    }

    @Test
    void shouldPlanAProgramOfItsOwnWithTheSameHashInEveryProcess() throws IOException, InterruptedException
    {
        final String program = write("""
            packet Watch {
              :df, :cs,
              trigger: on(:feed),
              handler: "io.packetflow.trading.cli.Watcher"
            }
            molecule Watching {
              inputs: %{feed: {:bytes, 56}},
              composition: [Watch],
              properties: %{tick_to_trade: "< 500ns", b: "2", c: "3", d: "4", e: "5"}
            }
            """);

        final CommandRun run =
            CommandRun.in(directory, "plan", program, "--grouping", "fused", "--plan", "one-node", "--show-code");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.out()).contains("Molecule Watching: 2 packets", "RunProbe", "package io.packetflow.generated;");

        final Path printed = directory.resolve("printed");
        assertThat(ChildProgram.packetflow(directory, List.of(), "plan", program, "--grouping", "fused",
            "--plan", "one-node").redirectErrorStream(true).redirectOutput(printed.toFile()).start().waitFor())
            .as(Files.readString(printed)).isZero();
        assertThat(found("Hash: ([0-9a-f]{16})", Files.readString(printed)))
            .isEqualTo(found("Hash: ([0-9a-f]{16})", run.out()));
    }

    @Test
    void shouldRefuseOptionsThatSayDifferentThings() throws IOException
    {
        final String program = write(shipped());

        assertThat(CommandRun.in(directory, "plan", program, "--program", program).exitCode()).isEqualTo(2);
        assertThat(CommandRun.in(directory, "plan", program, "--emit", "env").exitCode()).isEqualTo(2);
        assertThat(CommandRun.in(directory, "plan", "--molecule", "M").exitCode()).isEqualTo(2);
        assertThat(CommandRun.in(directory, "plan", program).err())
            .contains("error PF3260: nobody supplies the resource books");
    }
}
