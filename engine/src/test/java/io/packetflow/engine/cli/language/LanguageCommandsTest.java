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

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

import io.packetflow.engine.calibration.Calibration;
import io.packetflow.engine.calibration.CalibrationFile;
import io.packetflow.engine.calibration.CalibratedHost;
import io.packetflow.engine.cli.ExitCode;
import io.packetflow.engine.cli.PacketFlowMain;
import io.packetflow.engine.cli.Terminal;
import io.packetflow.engine.cost.HostCosts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LanguageCommandsTest
{
    private static final String PACKETS = "packet A { :df, :tr }\npacket B { :df, :tr }\n";
    private static final String MOLECULE = "molecule M {\n  composition: [A, B]\n}\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldCheckAProgramWithPacketsOfAnotherFile() throws IOException
    {
        final Path program = write("m.pf", MOLECULE);
        final Path packets = write("packets.pf", PACKETS);

        assertThat(run("check", program.toString(), "--packets", packets.toString())).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString(program + ": ok (1 molecule, 0 reactors, 2 packets)\n");

        assertThat(run("check", program.toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(out.toString()).contains("m.pf:2:17: error PF2001: packet A is not declared",
            "packet A { :df, :tr }", program + ": 2 errors");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldCheckDirectoriesAndShowWhatTheyHaveInCommonOnce() throws IOException
    {
        write("a.pf", "import \"packets.pf\"\n" + MOLECULE);
        write("b.pf", "import \"packets.pf\"\n" + MOLECULE);
        write("packets.pf", PACKETS + "packet C { :dff, :tr }\n");
        write("notes.txt", "no program");

        assertThat(run("check", directory.toString())).isEqualTo(ExitCode.BAD_DATA);

        assertThat(out.toString()).containsOnlyOnce("error PF2101")
            .contains("a.pf: 1 error\n", "b.pf: 1 error\n", "packets.pf: 1 error\n").doesNotContain("notes");
    }

    @Test
    void shouldPassWarnings() throws IOException
    {
        final Path program = write("w.pf", "def f(a) { a }\ndef f(1) { 2 }\n");

        assertThat(run("check", program.toString())).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("warning PF2403", "w.pf: ok, 1 warning (");
    }

    @Test
    void shouldExplainAMoleculeAndDrawIt() throws IOException
    {
        final Path program = write("e.pf", PACKETS + """
            molecule M {
              composition: [A, B],
              bonds: [{A, B, :ionic}],
              properties: %{rate: "1M/s"}
            }
            """);
        final Path picture = directory.resolve("m.svg");

        assertThat(run("explain", program.toString(), "--svg", picture.toString())).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Molecule M: 2 packets, 1 bonds", "Chemistry of M: 2 packets",
            "critical: ingress 12 + A 25 + A > B 1 + B 25 = 63");
        assertThat(picture).content().startsWith("<svg ").contains("DF:tr · 25 ns assumed", "bond ionic critical");
    }

    @Test
    void shouldListTheStepsOfTheOptimiserAndTheBudgetBehindThem()
    {
        assertThat(run("explain", "examples/optimise.pf", "--nodes", "4")).as(err.toString()).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Optimisation of Optimise: ", "relaxation ", "locality ", "parallelism ",
            "packing ", "Trend does not read what Spread writes", "first in the slot, behind the header: ",
            "Latency budget of optimised in ns: ingress 12, then", "host costs: assumed; not measured on this host");
    }

    @Test
    void shouldPredictFromWhatWasMeasuredAndSayWhere() throws IOException
    {
        final CalibratedHost elsewhere = new CalibratedHost("Elsewhere", 640, 8);
        CalibrationFile.write(hostCosts(), new Calibration(new HostCosts("measured", 20, 2, 7, 200, 500, 1e7),
            elsewhere, "2026-11-26", "17.0.15", "", 0.05));

        assertThat(run("explain", "examples/trading.pf")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Latency budget of optimised in ns: ingress 20, then",
            "host costs: measured 2026-11-26 on Elsewhere, 640 CPUs on 8 sockets, JDK 17.0.15");
        assertThat(err.toString()).contains("were measured on another host (Elsewhere, 640 CPUs on 8 sockets)");

        Files.writeString(hostCosts(), "format=none\n");
        assertThat(run("explain", "examples/trading.pf")).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains("the host's costs in " + hostCosts() + " are damaged",
            "measure them again with packetflow calibrate");
    }

    @Test
    void shouldMeasureWhatHasCodeAndSayOfOthersWhyNot()
    {
        assertThat(run("-c", "packetflow.code.cache.dir=" + directory.resolve("code"), "explain", "examples/chain.pf",
            "--measured", "--instances", "1000")).as(err.toString()).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Measured: Chain, 1,000 instances on one core", "  Add - Mix ",
            "an instance, from measured packets");

        assertThat(run("explain", "examples/optimise.pf", "--measured")).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).contains("Not measured: Optimise declares no inputs, so nothing can be sent to it");

        assertThat(run("explain", "examples/chain.pf", "--measured", "--instances", "0")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldFindTheExamplesSoundAndInTheirCanonicalForm()
    {
        assertThat(run("check", "examples")).as(out.toString()).isEqualTo(ExitCode.OK);
        assertThat(run("fmt", "--check", "examples")).as(out.toString()).isEqualTo(ExitCode.OK);
        assertThat(run("explain", "examples/trading.pf")).isEqualTo(ExitCode.OK);
    }

    @Test
    void shouldExplainOnlyWhatIsThereAndSound() throws IOException
    {
        final Path program = write("two.pf", PACKETS + MOLECULE + MOLECULE.replace("M {", "N {"));

        assertThat(run("explain", program.toString(), "--molecule", "O")).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("the program has no molecule 'O'", "(it has M, N)");
        assertThat(run("explain", program.toString(), "--svg", directory.resolve("x.svg").toString()))
            .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("--svg draws one molecule, and the program has 2; choose one");

        assertThat(run("explain", write("bad.pf", MOLECULE).toString())).isEqualTo(ExitCode.BAD_DATA);
        assertThat(err.toString()).contains("error PF2001");
    }

    @Test
    void shouldAnswerAgainstAMoleculeThatCannotKeepItsTarget() throws IOException
    {
        final Path program = write("slow.pf", PACKETS.replace(" }", ", base_time: 30ns }") + """
            molecule M {
              composition: [A, B],
              bonds: [{A, B, :ionic}],
              properties: %{tick_to_trade: "< 20ns"}
            }
            """);

        assertThat(run("explain", program.toString())).isEqualTo(ExitCode.VERDICT_AGAINST);

        assertThat(out.toString()).contains("tick_to_trade P99 < 20 ns");
    }

    @Test
    void shouldPrintAProgramWithItsMacrosExpanded() throws IOException
    {
        final Path program = write("x.pf", "import \"packets.pf\"\n" +
            "defmacro pair(a, b) { quote { {unquote(a), unquote(b), :ionic} } }\n" +
            MOLECULE.replace("[A, B]", "[A, B],\n  bonds: [pair(A, B)]"));
        write("packets.pf", PACKETS);

        assertThat(run("explain", program.toString(), "--expand")).isEqualTo(ExitCode.OK);

        assertThat(out).hasToString("# " + program + "\n\n" + MOLECULE.replace(
            "[A, B]", "[A, B],\n  bonds: [{A, B, :ionic}]") +
            "\n# " + directory.resolve("packets.pf") + "\n\n" + PACKETS);
        assertThat(runWith(out.toString(), "check", "-")).isEqualTo(ExitCode.OK);
        assertThat(run("explain", write("bad.pf", "def f() { quote { 1 } }\n").toString(), "--expand"))
            .isEqualTo(ExitCode.BAD_DATA);
    }

    @Test
    void shouldExplainTheRoutesOfAReactor() throws IOException
    {
        final Path program = write("r.pf", """
            reactor R {
              nodes: [node("a_*") { :df, cores: 3 }, node("b") { :ed }],
              routing_policies: [
                route(:df, :pr) |> when(size > 1) |> consistent_hash(:user_id) |> replicate(factor: 2),
                route(:ed, :sg) |> route_by_geography() |> batch(size: 10, timeout: 1ms)
              ]
            }
            """);

        assertThat(run("explain", program.toString(), "--nodes", "2")).isEqualTo(ExitCode.OK);

        assertThat(out.toString()).contains("Reactor R: 4 nodes on 2 cores, 2 policies",
            "a_0                          0     0      1024     6 ns  DF    0.27/0.30/0.23/0.20",
            "DF:pr when size > 1 -> by hash of user_id to a_*, 2 replicas",
            "ED:sg -> b, in the NUMA domain of the region (1), 10 at a time or after 1,000,000 ns",
            "RM -> a_0: score 0.55, affinity 0.56 (no node is for this group)");
    }

    @Test
    void shouldRefuseATargetThatNoPlanCanMeet() throws IOException
    {
        final Path program = write("t.pf", PACKETS.replace(" }", ", base_time: 30ns }") + """
            molecule M {
              composition: [A, B],
              bonds: [{A, B, :ionic}],
              properties: %{tick_to_trade: "< 20ns"}
            }
            """);

        assertThat(run("check", program.toString())).isEqualTo(ExitCode.BAD_DATA);

        assertThat(out.toString()).contains(
            "t.pf:6:32: error PF2218: tick_to_trade P99 < 20 ns is out of reach of every plan", "t.pf: 1 error\n");
    }

    @Test
    void shouldWriteJson() throws IOException
    {
        final Path program = write("j.pf", "packet A { :dff, :tr }\n");

        assertThat(run("check", program.toString(), "--format", "json")).isEqualTo(ExitCode.BAD_DATA);

        assertThat(out.toString()).startsWith("{\n  \"schema\" : 1,\n  \"errors\" : 1,").endsWith("}\n");
    }

    @Test
    void shouldRefuseWhatIsNotThere() throws IOException
    {
        assertThat(run("check", directory.resolve("no.pf").toString())).isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("there is no file or directory");

        assertThat(run("check", Files.createDirectory(directory.resolve("empty")).toString()))
            .isEqualTo(ExitCode.USAGE);
        assertThat(err.toString()).contains("holds no file whose name ends with .pf");
    }

    @Test
    void shouldRewriteOnlyWhatChangesAndKeepItsMode() throws IOException
    {
        final Path odd = write("odd.pf", "packet   A{:df,:tr}");
        final Path even = write("even.pf", "packet A { :df, :tr }\n");
        Files.setPosixFilePermissions(odd, PosixFilePermissions.fromString("rw-r-----"));
        final Path link = Files.createSymbolicLink(directory.resolve("link.pf"), odd);

        assertThat(run("fmt", "--check", link.toString(), even.toString())).isEqualTo(ExitCode.VERDICT_AGAINST);
        assertThat(out).hasToString(link + ": would change\n");
        assertThat(odd).hasContent("packet   A{:df,:tr}");

        assertThat(run("fmt", link.toString(), even.toString())).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString(link + ": formatted\n");
        assertThat(Files.readString(odd)).isEqualTo("packet A { :df, :tr }\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(odd))).isEqualTo("rw-r-----");
        assertThat(link).isSymbolicLink();
        assertThat(directory).isDirectoryNotContaining("glob:**.tmp");

        assertThat(run("fmt", "--check", directory.toString())).isEqualTo(ExitCode.OK);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void shouldLeaveAFileWithErrorsAsItIsAndFormatTheOthers() throws IOException
    {
        final Path bad = write("bad.pf", "packet A {:df :tr}");
        final Path good = write("good.pf", "packet A{:df,:tr}");

        assertThat(run("fmt", bad.toString(), good.toString())).isEqualTo(ExitCode.BAD_DATA);

        assertThat(bad).hasContent("packet A {:df :tr}");
        assertThat(Files.readString(good)).isEqualTo("packet A { :df, :tr }\n");
        assertThat(err.toString()).contains("bad.pf:1:14: error PF1102: ',' is missing");
    }

    @Test
    void shouldFormatStandardInput()
    {
        assertThat(runWith("packet A{:df,:tr} # \u03BC", "fmt", "--stdout", "-")).isEqualTo(ExitCode.OK);
        assertThat(out).hasToString("packet A { :df, :tr }  # \u03BC\n");

        assertThat(runWith("packet A{:df,:tr}", "fmt", "--check", "-")).isEqualTo(ExitCode.VERDICT_AGAINST);
        assertThat(out).hasToString("<standard input>: would change\n");

        assertThat(runWith("packet A { :dff, :tr }", "check", "-")).isEqualTo(ExitCode.BAD_DATA);
        assertThat(out.toString()).contains("<standard input>:1:12: error PF2101");
    }

    @Test
    void shouldRefuseOptionsThatSayDifferentThings() throws IOException
    {
        final String file = write("a.pf", PACKETS).toString();

        assertThat(run("fmt", "-")).isEqualTo(ExitCode.USAGE);
        assertThat(run("fmt", "--stdout", "--check", file)).isEqualTo(ExitCode.USAGE);
        assertThat(run("fmt", "--stdout", file, write("b.pf", PACKETS).toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run("fmt")).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void shouldNotSpoilCharactersThatStandardOutputHasNot() throws IOException
    {
        final Path program = write("mu.pf", "# \u03BC\n");

        assertThat(PacketFlowMain.run(terminal(false), List.of(new LanguageCommands()), "fmt", "--stdout",
            program.toString())).isEqualTo(ExitCode.HOST);

        assertThat(err.toString()).contains("LC_ALL=C.UTF-8");
    }

    @Test
    void shouldLoadNothingOfTheLanguageForOtherCommands() throws IOException, InterruptedException
    {
        final Path log = directory.resolve("classes.log");
        final Process process = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xlog:class+load:file=" + log,
            "-cp", System.getProperty("java.class.path"), PacketFlowMain.class.getName(), "table")
            .redirectErrorStream(true).redirectOutput(directory.resolve("out").toFile()).start();

        assertThat(process.waitFor()).isEqualTo(ExitCode.OK);
        assertThat(log).content().contains("io.packetflow.engine.cli.language.CheckCommand")
            .doesNotContain("io.packetflow.engine.language.", "org.antlr.", "com.fasterxml.");
    }

    private Path write(final String name, final String text) throws IOException
    {
        return Files.writeString(directory.resolve(name), text);
    }

    private Terminal terminal(final boolean unicode)
    {
        return new Terminal(new PrintWriter(out), new PrintWriter(err), unicode);
    }

    private int run(final String... arguments)
    {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        final List<String> all = new ArrayList<>(List.of("-c", "packetflow.host.costs=" + hostCosts()));
        all.addAll(List.of(arguments));
        return PacketFlowMain.run(terminal(true), List.of(new LanguageCommands()), all.toArray(new String[0]));
    }

    /** What somebody measured on the host of the tests has no part in them. */
    private Path hostCosts()
    {
        return directory.resolve("host-costs.properties");
    }

    private int runWith(final String input, final String... arguments)
    {
        final InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        try
        {
            return run(arguments);
        }
        finally
        {
            System.setIn(before);
        }
    }
}
