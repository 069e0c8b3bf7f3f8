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
package io.packetflow.tuning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher script of the source tree as a user would, with an installation and a JVM that only tells. */
class LauncherTest
{
    private static final Path SOURCE_TREE = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;
    private Path installation;

    private record Outcome(int exitCode, String text)
    {
    }

    @BeforeEach
    void install() throws IOException
    {
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "the launcher is a bash script");
        installation = Files.createDirectories(directory.resolve("a b"));
        Files.createDirectories(installation.resolve("lib"));
        Files.createDirectories(installation.resolve("bin"));
        Files.copy(SOURCE_TREE.resolve("packetflow"), installation.resolve("packetflow"));
        for (final String args : List.of("jvm.args", "production.args"))
        {
            Files.copy(SOURCE_TREE.resolve("tuning/bin").resolve(args), installation.resolve("bin").resolve(args));
        }
    }

    @Test
    void shouldRunFromAnywhereThroughSymbolicLinksInPathsWithBlanks() throws Exception
    {
        fakeJava("17.0.2");
        final Path links = Files.createDirectories(directory.resolve("links"));
        Files.createSymbolicLink(links.resolve("absolute"), installation.resolve("packetflow"));
        Files.createSymbolicLink(links.resolve("relative"), Path.of("absolute"));

        final Outcome outcome = launch(links.resolve("relative"), Map.of("PACKETFLOW_JAVA_OPTS", "-Xmx1g -Da=b"),
            "trade", "--feed", "my file");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.text().lines()).containsExactly("@" + installation + "/bin/jvm.args",
            "@" + installation + "/bin/production.args", "-Xmx1g", "-Da=b", "-cp", installation + "/lib/*",
            "io.packetflow.engine.cli.PacketFlowMain", "trade", "--feed", "my file");
    }

    @Test
    void shouldRefuseAnOldJava() throws Exception
    {
        fakeJava("1.8.0_292");

        final Outcome outcome = launch(installation.resolve("packetflow"), Map.of());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("is Java 8, but Java 17 or later is needed; set JAVA_HOME");
    }

    @Test
    void shouldRefuseAJavaHomeWithoutJava() throws Exception
    {
        final Outcome outcome =
            launch(installation.resolve("packetflow"), Map.of("JAVA_HOME", directory.resolve("none").toString()));

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("there is no bin/java in it; correct or unset it");
    }

    @Test
    void shouldSayWhatAnInstallationNeeds() throws Exception
    {
        fakeJava("25");
        Files.delete(installation.resolve("bin/jvm.args"));

        final Outcome outcome = launch(installation.resolve("packetflow"), Map.of());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("holds neither the sources nor an installation");
    }

    @Test
    void shouldPassTheExitCodeOn() throws Exception
    {
        final Path java = fakeJava("17");
        Files.writeString(java, "#!/bin/bash\nexit 3\n");

        assertThat(launch(installation.resolve("packetflow"), Map.of()).exitCode()).isEqualTo(3);
    }

    @Test
    void shouldHandTheBenchOverToTheSourceTreeWithItsWordsAndExitCode() throws Exception
    {
        fakeJava("17");
        final Path tree = sourceTree("exit 9");
        final Path bench = Files.createDirectories(tree.resolve("latency-tests")).resolve("bench");
        Files.writeString(bench, "#!/bin/bash\nprintf '%s\\n' \"$@\"\nexit 5\n");
        assertThat(bench.toFile().setExecutable(true)).isTrue();

        final Outcome outcome = launch(tree.resolve("packetflow"), Map.of(), "bench", "compare", "my branch");

        assertThat(outcome.exitCode()).isEqualTo(5);
        assertThat(outcome.text().lines()).containsExactly("compare", "my branch");
    }

    @Test
    void shouldBuildASourceTreeWhenItIsMissingOrStaleAndOnlyThen() throws Exception
    {
        fakeJava("17");
        final Path tree = sourceTree(
            "mkdir -p tuning/target/app/lib && touch tuning/target/app/lib/packetflow-tuning-1.jar");
        final Path source = tree.resolve("engine/src/main/A.java");

        final Outcome first = launch(tree.resolve("packetflow"), Map.of(), "table");
        final Outcome second = launch(tree.resolve("packetflow"), Map.of(), "table");
        Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
        final Outcome third = launch(tree.resolve("packetflow"), Map.of(), "table");

        assertThat(first.exitCode()).isZero();
        assertThat(first.text()).startsWith("packetflow: not built yet, building")
            .contains(tree + "/tuning/target/app/lib/*");
        assertThat(second.text()).startsWith("@" + tree + "/tuning/bin/jvm.args");
        assertThat(third.text()).startsWith("packetflow: engine/src/main/A.java has changed, building");
    }

    @Test
    void shouldBuildOnceWhereTwoStartAtOnce() throws Exception
    {
        assumeTrue(run(new ProcessBuilder("/bin/bash", "-c", "command -v flock")).exitCode() == 0, "no flock here");
        fakeJava("17");
        final Path tree = sourceTree("echo built >> builds; mkdir -p tuning/target/app/lib && sleep 0.2 && " +
            "touch tuning/target/app/lib/packetflow-tuning-1.jar");
        final String both = "\"$0\" table & \"$0\" table; first=$?; wait $! && exit $first";

        final Outcome outcome = run(environment(
            new ProcessBuilder("/bin/bash", "-c", both, tree.resolve("packetflow").toString()), Map.of()));

        assertThat(outcome.exitCode()).as(outcome.text()).isZero();
        assertThat(tree.resolve("builds")).hasContent("built");
        assertThat(outcome.text().lines().filter("table"::equals)).hasSize(2);
    }

    @Test
    void shouldRunWhereItsOutputsAreClosed() throws Exception
    {
        fakeJava("17");

        final Outcome outcome = run(environment(new ProcessBuilder("/bin/bash", "-c",
            "\"$0\" table >&-; one=$?; \"$0\" table >&- 2>&-; echo $one $?",
            installation.resolve("packetflow").toString()), Map.of()));

        assertThat(outcome.text()).isEqualTo("0 0\n");
    }

    @Test
    void shouldBuildWithACompilerOnly() throws Exception
    {
        fakeJava("17");
        Files.delete(directory.resolve("jdk/bin/javac"));

        final Outcome build = launch(sourceTree("echo must not run").resolve("packetflow"), Map.of());
        final Outcome run = launch(installation.resolve("packetflow"), Map.of(), "table");

        assertThat(build.exitCode()).isEqualTo(4);
        assertThat(build.text()).contains("is a JRE, which has no compiler; set JAVA_HOME to a JDK")
            .doesNotContain("must not run");
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void shouldSayThatTheBuildFailed() throws Exception
    {
        fakeJava("17");

        final Outcome outcome = launch(sourceTree("echo no space left >&2; exit 1").resolve("packetflow"), Map.of());

        assertThat(outcome.exitCode()).isEqualTo(4);
        assertThat(outcome.text()).contains("no space left", "packetflow: the build failed");
    }

    @Test
    void shouldGiveTheJvmOnlyOptionsThatItKnows() throws Exception
    {
        final Path tuning = SOURCE_TREE.resolve("tuning/bin");
        final Outcome outcome = run(new ProcessBuilder(System.getProperty("java.home") + "/bin/java",
            "@" + tuning.resolve("jvm.args"), "@" + tuning.resolve("production.args"), "-version"));

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.text().toLowerCase(java.util.Locale.ROOT)).contains("version").doesNotContain("warning");
    }

    @Test
    void shouldUseAnArchiveOfClassesUntilSomethingOfItChanges() throws Exception
    {
        fakeJava("17.0.2");
        final Path jar = Files.writeString(installation.resolve("lib/some.jar"), "classes");
        final Path archive = installation.resolve("cds/packetflow-17.jsa");
        final Path launcher = installation.resolve("packetflow");

        final Outcome made = launch(launcher, Map.of("PACKETFLOW_CDS", "make"), "trade");
        final Outcome used = launch(launcher, Map.of(), "trade");
        final Outcome off = launch(launcher, Map.of("PACKETFLOW_CDS", "off"), "trade");
        Files.writeString(jar, "other classes");
        final Outcome stale = launch(launcher, Map.of(), "trade");

        assertThat(made.exitCode()).as(made.text()).isZero();
        assertThat(made.text()).contains("-XX:ArchiveClassesAtExit=" + archive + ".new", archive + " is used from now");
        assertThat(used.text().lines()).startsWith("@" + installation + "/bin/jvm.args",
            "@" + installation + "/bin/production.args", "-XX:SharedArchiveFile=" + archive, "-Xshare:auto");
        assertThat(off.text()).doesNotContain("-XX:SharedArchiveFile", "note");
        assertThat(stale.exitCode()).isZero();
        assertThat(stale.text()).contains("packetflow: note: " + archive + " is ignored: it was made for another " +
            "JVM, other options or other jars; make it anew with " + installation + "/bin/make-cds")
            .doesNotContain("-XX:SharedArchiveFile").contains("\ntrade\n");
    }

    @Test
    void shouldIgnoreAnArchiveOfAnotherJvmOrWithoutStamp() throws Exception
    {
        fakeJava("25.0.1");
        final Path launcher = installation.resolve("packetflow");
        Files.writeString(installation.resolve("lib/some.jar"), "classes");
        assertThat(launch(launcher, Map.of("PACKETFLOW_CDS", "make"), "trade").text())
            .contains("-XX:AOTCacheOutput=" + installation + "/cds/packetflow-25.aot.new");
        assertThat(launch(launcher, Map.of(), "trade").text())
            .contains("-XX:AOTCache=" + installation + "/cds/packetflow-25.aot\n");

        fakeJava("25.0.2");
        final Outcome foreign = launch(launcher, Map.of(), "trade");
        Files.delete(installation.resolve("cds/packetflow-25.aot.stamp"));
        final Outcome stampless = launch(launcher, Map.of(), "trade");

        assertThat(foreign.text()).contains("is ignored: it was made for another JVM").doesNotContain("-XX:AOTCache=");
        assertThat(stampless.text()).contains("is ignored: it or its stamp cannot be read").contains("\ntrade\n")
            .doesNotContain("-XX:AOTCache=");
    }

    @Test
    void shouldKeepTheArchiveThatIsThereWhereMakingAnotherFails() throws Exception
    {
        final Path java = fakeJava("17");
        final Path launcher = installation.resolve("packetflow");
        Files.writeString(installation.resolve("lib/some.jar"), "classes");
        assertThat(launch(launcher, Map.of("PACKETFLOW_CDS", "make"), "trade").exitCode()).isZero();
        final String working = Files.readString(java);
        Files.writeString(java, "#!/bin/bash\nexit 3\n");

        final Outcome failed = launch(launcher, Map.of("PACKETFLOW_CDS", "make"), "trade");
        Files.writeString(java, working);

        assertThat(failed.exitCode()).isEqualTo(4);
        assertThat(failed.text()).contains("no archive was made: the run ended with exit code 3");
        assertThat(launch(launcher, Map.of(), "trade").text()).contains("-XX:SharedArchiveFile=");
        assertThat(launch(launcher, Map.of("PACKETFLOW_CDS", "yes"), "trade").exitCode()).isEqualTo(2);
    }

    private Path sourceTree(final String build) throws IOException
    {
        final Path tree = Files.createDirectories(directory.resolve("source tree"));
        Files.createDirectories(tree.resolve("tuning/bin"));
        Files.createDirectories(tree.resolve("engine/src/main"));
        Files.writeString(tree.resolve("tuning/pom.xml"), "");
        Files.writeString(tree.resolve("engine/src/main/A.java"), "");
        Files.copy(SOURCE_TREE.resolve("packetflow"), tree.resolve("packetflow"));
        final Path mvnw = Files.writeString(tree.resolve("mvnw"), "#!/bin/bash\n" + build + "\n");
        Files.setPosixFilePermissions(mvnw, PosixFilePermissions.fromString("rwxr-xr-x"));
        return tree;
    }

    private Path fakeJava(final String version) throws IOException
    {
        final Path home = Files.createDirectories(directory.resolve("jdk/bin")).getParent();
        Files.writeString(home.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n");
        final Path java = Files.writeString(home.resolve("bin/java"), """
            #!/bin/bash
            printf '%s\\n' "$@"
            # What a JVM leaves behind that is told to.
            for option; do
                case $option in
                    -XX:ArchiveClassesAtExit=* | -XX:AOTCacheOutput=*) echo archive > "${option#*=}" ;;
                esac
            done
            """);
        for (final Path tool : List.of(java, Files.writeString(home.resolve("bin/javac"), "#!/bin/bash\n")))
        {
            Files.setPosixFilePermissions(tool, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return java;
    }

    private Outcome launch(final Path script, final Map<String, String> environment, final String... args)
        throws Exception
    {
        final List<String> command = new ArrayList<>(List.of("/bin/bash", script.toString()));
        command.addAll(List.of(args));
        return run(environment(new ProcessBuilder(command), environment));
    }

    private ProcessBuilder environment(final ProcessBuilder builder, final Map<String, String> environment)
    {
        builder.directory(directory.toFile());
        builder.environment().remove("PACKETFLOW_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", directory.resolve("jdk").toString());
        builder.environment().putAll(environment);
        return builder;
    }

    private static Outcome run(final ProcessBuilder builder) throws Exception
    {
        final Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        final String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), text);
    }
}
