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
package io.packetflow.engine.cli.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest
{
    private static final String PROGRAM = """
        packet Copy {
          :df, :tr,
          trigger: on(:order),
          payload: %{count: :int32, price: :price_e4},
          payload_order: :declared,
          area: "io.packetflow.engine.language.build.PriceArea",
          handler: "io.packetflow.engine.language.build.Handlers$Copying"
        }
        packet Choose {
          :cf, :br,
          trigger: on(:order),
          handler: "io.packetflow.engine.language.build.Handlers$StoppingOdd"
        }
        packet Price { :df, :tr, resources: [:tariff], payload: %{notional: :price_e4}, process: notional(input) }
        packet Journal { :rm, :al, resources: [:journal] }
        def notional(order) { %{notional: order.price * order.quantity} }
        molecule Orders {
          inputs: %{order: %{price: :price_e4, quantity: :quantity}, flush: %{}},
          composition: [Copy, Choose, Price, Journal],
          bonds: [{Copy, Choose, :ionic}, {Choose, Price, :ionic}, {Journal, Choose, :metallic}]
        }
        """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;
    private String program;

    @BeforeEach
    void writeProgram() throws IOException
    {
        program = Files.writeString(directory.resolve("orders.pf"), PROGRAM).toString();
    }

    @Test
    void shouldSendLinesAndPrintWhatAPacketWrote() throws IOException
    {
        final String input = Files.writeString(directory.resolve("in.txt"), """
            order price=12.50 quantity=100
            order price=0.01 quantity=3
            flush
            order price=-1 quantity=2
            """).toString();

        assertThat(run("run", program, "--input", input, "--print", "Copy")).as(err.toString()).isEqualTo(ExitCode.OK);

        assertThat(out).hasToString("1 Copy count=100 price=12.5000\n4 Copy count=2 price=-1.0000\n");
        final String reported = err.toString();
        assertThat(run("run", program, "--input", input, "--print", "Price")).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString("1 Price notional=1250.0000\n4 Price notional=-2.0000\n");
        assertThat(reported).contains("Orders: from the source to the end", "4 in ", "in.txt, 4 instances",
            "3; 1 were stopped or dropped, 0 set aside", "none (no journal)");
    }

    @Test
    void shouldSendGeneratedInstancesAndReport()
    {
        assertThat(run("run", program, "--generate", "2000", "--seed", "3", "--count", "5000"))
            .as(err.toString()).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("generated, 2,000 different instances, seed 3", "5,000 in ",
            "closed loop", "counters.dat (packetflow stat)", "No percentiles: this JVM runs with assertions")
            .containsPattern("plan +[0-9a-f]{16}: 1 node");
    }

    @Test
    void shouldGoOnBehindWhatItsJournalHolds()
    {
        final String journal = directory.resolve("journal").toString();

        assertThat(run("run", program, "--generate", "500", "--journal", journal)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("500 in ", "process-safe");
        assertThat(run("run", program, "--generate", "800", "--journal", journal)).as(err.toString()).isZero();
        assertThat(out.toString()).contains("journal", "800 in ");
    }

    @Test
    void shouldRefuseWhatCannotBeMeant() throws IOException
    {
        assertThat(run("run", program, "--input", "a", "--generate", "1")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", program, "--count", "0")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", program, "--rate", "fast")).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", program, "--input", directory.resolve("none").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("run", program, "--molecule", "Order")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("the program has no molecule 'Order': did you mean 'Orders'?");
        assertThat(run("run", program, "--print", "Coppy")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("the molecule has no packet 'Coppy': did you mean 'Copy'?");
        assertThat(run("run", program, "--print", "Choose")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("packet Choose has no payload that could be printed");
        assertThat(run("run", program, "--compiled", directory.resolve("no").toString())).isEqualTo(ExitCode.USAGE);
        final Path silent = Files.writeString(directory.resolve("silent.pf"),
            PROGRAM.replaceAll("(?m)^ *inputs:.*$", "").replace("trigger: on(:order),", "")
            .replace(", Price, Journal]", "]").replace(", {Choose, Price, :ionic}", "")
            .replace(", {Journal, Choose, :metallic}", ""));
        assertThat(run("run", silent.toString(), "--journal", "j")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("the molecule Orders has no Journal packet");
        assertThat(run("run", silent.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("declares no inputs");
    }

    @Test
    void shouldCallBadProgramsAndBadInputsBadData() throws IOException
    {
        final String input = Files.writeString(directory.resolve("in.txt"), "order price=x quantity=1\n").toString();

        assertThat(run("run", program, "--input", input)).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains("in.txt:1:7: 'x' is no price");

        final Path wrong = Files.writeString(
            directory.resolve("wrong.pf"), PROGRAM.replace("order.quantity", "order.q"));
        assertThat(run("run", wrong.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains("wrong.pf:16:", "error PF3004");

        final Path missing = Files.writeString(
            directory.resolve("missing.pf"), PROGRAM.replace("StoppingOdd", "StoppingEven"));
        assertThat(run("run", missing.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains("missing.pf:12:12: error PF3254",
            "cannot be built; the reasons stand above");
    }

    @Test
    void shouldCompileWhatRunsWhereThereIsNoCompiler() throws IOException, InterruptedException
    {
        final Path classes = directory.resolve("classes");
        assertThat(run("compile", program, "--out", classes.toString())).as(err.toString()).isEqualTo(ExitCode.OK);
        final Matcher plan = Pattern.compile("plan ([0-9a-f]{16}): 1 node").matcher(out.toString());
        assertThat(plan.find()).as(out.toString()).isTrue();
        assertThat(out.toString()).contains(", journaled: 1 node", "inlined", "run it with: packetflow run " + program);
        assertThat(files(classes)).isNotEmpty().allMatch(file -> file.endsWith(".class"));

        final Path printed = directory.resolve("printed");
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(argument -> argument.startsWith("--") || argument.startsWith("-XX:+Ignore")).forEach(command::add);
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "--limit-modules",
            "java.base,java.management,java.logging,jdk.unsupported,jdk.jfr", "-cp",
            System.getProperty("java.class.path"), PacketFlowMain.class.getName()));
        command.addAll(arguments("run", program, "--generate", "100", "--compiled", classes.toString()));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true)
            .redirectOutput(printed.toFile()).start();

        assertThat(process.waitFor()).as(Files.readString(printed)).isEqualTo(ExitCode.OK);
        assertThat(printed).content().contains("plan", plan.group(1) + ": 1 node", "100 in ");
    }

    @Test
    void shouldKeepSourcesWhereItIsAskedTo() throws IOException
    {
        final Path classes = directory.resolve("classes");

        assertThat(run("compile", program, "--out", classes.toString(), "--keep-sources")).isEqualTo(ExitCode.OK);

        assertThat(files(classes)).anyMatch(file -> file.endsWith(".java"));
    }

    private static List<String> files(final Path root) throws IOException
    {
        try (Stream<Path> found = Files.walk(root))
        {
            return found.filter(Files::isRegularFile).map(Path::toString).toList();
        }
    }

    private List<String> arguments(final String... arguments)
    {
        final List<String> all = new ArrayList<>(List.of(arguments[0]));
        for (final String setting : List.of("threading=invoker", "warmup=off", "plan=one-node", "cores.reserve=off",
            "stall.limit=1h", "counters.file=" + directory.resolve("counters.dat"),
            "code.cache.dir=" + directory.resolve("code")))
        {
            all.addAll(List.of("-c", "packetflow." + setting));
        }
        all.addAll(List.of(arguments).subList(1, arguments.length));
        return all;
    }

    private int run(final String... arguments)
    {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return PacketFlowMain.run(new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true),
            List.of(new LanguageCommands()), arguments(arguments).toArray(String[]::new));
    }
}
