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
package io.packetflow.engine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import io.packetflow.engine.config.SettingKey;
import io.packetflow.engine.config.SettingTypes;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

class PacketFlowMainTest
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldListCommandsUnderTheirSections()
    {
        assertThat(run("--help")).isEqualTo(ExitCode.OK);

        assertThat(out.toString())
            .startsWith("Usage: packetflow")
            .containsSubsequence("Testing:", "  fail ", "Reference:", "  config ", "  table ", "Help:", "  help ",
                "Exit codes: 0 ok, 1 verdict against, 2 usage, 3 bad data, 4 host or environment, 5 inconclusive.");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldExplainItselfWithoutACommand()
    {
        assertThat(run()).isEqualTo(ExitCode.USAGE);

        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith("Usage: packetflow");
    }

    @Test
    void shouldHelpWithOneCommandInBothWays()
    {
        assertThat(run("help", "table")).isEqualTo(ExitCode.OK);
        final String first = out.toString();
        out.getBuffer().setLength(0);
        assertThat(run("table", "--help")).isEqualTo(ExitCode.OK);

        assertThat(first).startsWith("Usage: packetflow table").isEqualTo(out.toString());
    }

    @Test
    void shouldSayItsVersion()
    {
        assertThat(run("--version")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).startsWith("packetflow development\n").contains(System.getProperty("os.arch"));
    }

    @Test
    void shouldSuggestACommandAndAnOption()
    {
        assertThat(run("tabel")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).isEqualTo(
            "packetflow: no command 'tabel': did you mean 'table'?\nTry 'packetflow --help'.\n");

        err.getBuffer().setLength(0);
        assertThat(run("table", "--formt=x")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).startsWith("packetflow table: no option '--formt=x': did you mean '--format'?");

        err.getBuffer().setLength(0);
        assertThat(run("table", "--format", "html")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("'html'").contains("terminal");
    }

    @Test
    void shouldPrintThePeriodicTable()
    {
        assertThat(run("table")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("│ ED reactivity 6 │ DF reactivity 5 │", "CF:seq", "Threshold")
            .contains("rule: reactive: every packet has a trigger");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldPrintThePeriodicTableInAsciiWhereTheTerminalHasNoMore()
    {
        assertThat(PacketFlowMain.run(terminal(false), "table")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().chars().allMatch(character -> character < 128)).isTrue();
        assertThat(out.toString()).contains("| ED reactivity 6 | DF reactivity 5 |");
    }

    @Test
    void shouldPrintThePeriodicTableAsMarkdown()
    {
        assertThat(run("table", "--format", "markdown")).isEqualTo(ExitCode.OK);

        assertThat(out.toString().lines().filter(line -> line.startsWith("| `"))).hasSize(24);
    }

    @Test
    void shouldPrintSettingsWithTheirOrigin() throws IOException
    {
        final Path file = Files.writeString(directory.resolve("my.properties"), "packetflow.stall.limit=20ms\n");

        assertThat(run("config", "--config", file.toString(), "-c", "packetflow.plan=one-node",
            "-c", "packetflow.group.df.ring.size=4096")).isEqualTo(ExitCode.OK);

        assertThat(line("packetflow.plan")).matches("packetflow.plan +one-node +-c +choice +which plan.*");
        assertThat(line("packetflow.stall.limit")).contains(" 20ms ").contains(file + ":1").contains(" duration ");
        assertThat(line("packetflow.grouping")).contains(" fused ").contains(" default ");
        assertThat(line("packetflow.group.df.ring.size")).contains(" 4096 ");
        assertThat(out.toString()).contains("23 group settings stand at their defaults; --all shows them.");
    }

    @Test
    void shouldPrintEverySettingForDocumentation()
    {
        assertThat(run("config", "--all")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("packetflow.group.mc.backpressure").doesNotContain("--all shows them");

        out.getBuffer().setLength(0);
        assertThat(run("config", "--markdown")).isEqualTo(ExitCode.OK);
        assertThat(out.toString().lines().filter(line -> line.startsWith("| `packetflow."))).hasSize(44);
    }

    @Test
    void shouldTakeSharedOptionsBeforeAndAfterTheCommand()
    {
        assertThat(run("-c", "packetflow.plan=one-node", "config")).isEqualTo(ExitCode.OK);
        assertThat(line("packetflow.plan")).contains("one-node");
    }

    @Test
    void shouldListEveryConfigurationError()
    {
        assertThat(run("config", "-c", "packetflow.pln=x", "-c", "packetflow.failure=x")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).startsWith("packetflow: the configuration has 2 errors")
            .contains("did you mean 'packetflow.plan'?", "must be one of halt, quarantine");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldRefuseAnAssignmentWithoutAValue()
    {
        assertThat(run("config", "-c", "packetflow.plan")).isEqualTo(ExitCode.USAGE);

        assertThat(err.toString()).startsWith("packetflow: -c needs KEY=VALUE, but has 'packetflow.plan'");
    }

    @Test
    void shouldGiveEveryKindOfFailureItsExitCodeAndOneParagraph()
    {
        assertThat(run("fail", "--with", "usage")).isEqualTo(2);
        assertThat(run("fail", "--with", "data")).isEqualTo(3);
        assertThat(run("fail", "--with", "host")).isEqualTo(4);
        assertThat(run("fail", "--with", "io")).isEqualTo(4);
        assertThat(run("fail", "--with", "verdict")).isEqualTo(1);

        assertThat(err.toString()).isEqualTo("""
            packetflow: usage message
            packetflow: data message
            packetflow: host message
            packetflow: the host refused to read or write: disk; \
            check the path, its permissions and the space left
            """);
    }

    @Test
    void shouldShowWhereAnErrorCameFromOnlyOnDemand()
    {
        assertThat(run("fail", "--with", "data", "--stacktrace")).isEqualTo(3);

        assertThat(err.toString()).contains("packetflow: data message", "at io.packetflow.engine.cli.");
    }

    @Test
    void shouldCallAnUnforeseenErrorADefect()
    {
        assertThat(run("fail", "--with", "bug")).isEqualTo(ExitCode.HOST);
        assertThat(err.toString()).startsWith("packetflow: internal error in version development. " +
            "This is a defect of PacketFlow").contains("java.lang.IllegalStateException: bug", "\tat ");

        err.getBuffer().setLength(0);
        assertThat(run("fail", "--with", "error")).isEqualTo(ExitCode.HOST);
        assertThat(err.toString()).contains("internal error", "java.lang.StackOverflowError");
    }

    @Test
    void shouldSayThatResultsCouldNotBePrinted()
    {
        assertThat(printTo("No space left on device", "table")).isEqualTo(ExitCode.HOST);
        assertThat(err.toString()).isEqualTo("packetflow: not all results could be printed: " +
            "No space left on device; check where standard output leads\n");

        assertThat(printTo("No space left on device", "fail", "--with", "data")).isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void shouldNotMindAReaderWhoLeaves()
    {
        assertThat(printTo("Broken pipe", "table")).isEqualTo(ExitCode.OK);
        assertThat(err.toString()).isEmpty();
    }

    private int printTo(final String failure, final String... args)
    {
        final ResultStream results = new ResultStream(new OutputStream()
        {
            @Override
            public void write(final int oneByte) throws IOException
            {
                throw new IOException(failure);
            }
        });
        final Terminal terminal = new Terminal(
            new PrintWriter(results, true, StandardCharsets.UTF_8), new PrintWriter(err, true), true);
        return PacketFlowMain.withResults(
            PacketFlowMain.run(terminal, List.of(new EngineCommands(), new Testing()), args), results, terminal);
    }

    @Test
    void shouldGiveCommandsTheSettingsOfTheirModule()
    {
        assertThat(run("fail", "--with", "setting", "-c", "packetflow.testing.wish=50")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).isEqualTo("50\n");
    }

    private int run(final String... args)
    {
        return PacketFlowMain.run(terminal(true), List.of(new EngineCommands(), new Testing()), args);
    }

    private Terminal terminal(final boolean unicode)
    {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), unicode);
    }

    private String line(final String key)
    {
        return out.toString().lines().filter(line -> line.startsWith(key + " ")).findFirst().orElse("");
    }

    private static final class Testing implements CommandContributor
    {
        private static final SettingKey<Long> WISH = SettingKey.of(
            "packetflow.testing.wish", SettingTypes.wholeNumber("wishes", 1, 99), "3", "how many wishes");

        @Override
        public String section()
        {
            return "Testing";
        }

        @Override
        public Collection<Object> commands()
        {
            return List.of(new FailCommand());
        }

        @Override
        public Collection<SettingKey<?>> settings()
        {
            return List.of(WISH);
        }
    }

    @Command(name = "fail", description = "fails in a chosen way")
    private static final class FailCommand implements Callable<Integer>
    {
        @ParentCommand
        private PacketFlowCommand root;

        @Option(names = "--with")
        private String kind;

        @Override
        public Integer call() throws IOException
        {
            switch (kind)
            {
                case "usage" -> throw new UsageException("usage message");
                case "data" -> throw new BadDataException("data message");
                case "host" -> throw new HostException("host message");
                case "io" -> throw new IOException("disk");
                case "bug" -> throw new IllegalStateException("bug");
                case "error" -> throw new StackOverflowError();
                case "setting" -> root.terminal().out().println(root.settings().value(Testing.WISH));
                default -> assertThat(kind).isEqualTo("verdict");
            }
            return "verdict".equals(kind) ? ExitCode.VERDICT_AGAINST : ExitCode.OK;
        }
    }
}
