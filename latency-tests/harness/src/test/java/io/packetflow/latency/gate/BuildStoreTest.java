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
package io.packetflow.latency.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.packetflow.engine.cli.HostException;
import io.packetflow.engine.cli.UsageException;
import io.packetflow.latency.run.Progress;

/** With a small repository whose wrapper only writes a file, and the real git. */
class BuildStoreTest
{
    private final StringWriter said = new StringWriter();

    @TempDir
    private Path directory;

    private Path home;

    @BeforeEach
    void makeRepository() throws Exception
    {
        home = Files.createDirectories(directory.resolve("home"));
        git("init", "-q", "-b", "main");
        commit("README.md", "nothing to measure\n");
        git("tag", "before-the-bench");
        Files.createDirectories(home.resolve("tuning/bin"));
        commit("tuning/bin/jvm.args", "-Xmx1g\n");
        Files.createDirectories(home.resolve("latency-tests/benchmarks"));
        commit("latency-tests/benchmarks/pom.xml", "<project/>\n");
        wrapper("mkdir -p latency-tests/benchmarks/target/bench/lib && " +
            "echo jar > latency-tests/benchmarks/target/bench/lib/bench.jar");
        git("tag", "good");
        wrapper("echo 'no compiler here'; exit 1");
        git("tag", "broken");
    }

    @Test
    void shouldBuildACommitOnceAndKeepIt() throws IOException
    {
        final Build first = store().of("good");
        final Build second = store().of("good");

        assertThat(second).isEqualTo(first);
        assertThat(Path.of(first.classPath()).resolveSibling("bench.jar")).content().isEqualTo("jar\n");
        assertThat(first.arguments().resolve("jvm.args")).content().isEqualTo("-Xmx1g\n");
        assertThat(said.toString()).containsOnlyOnce("building good");
        assertThat(home.resolve(".git/worktrees")).doesNotExist();
    }

    @Test
    void shouldSayWhyABuildFailedAndLeaveNothingThatLooksLikeOne()
    {
        assertThatThrownBy(() -> store().of("broken")).isInstanceOf(HostException.class)
            .hasMessageContaining("no compiler here");
        assertThatThrownBy(() -> store().of("broken")).isInstanceOf(HostException.class);
    }

    @Test
    void shouldRefuseWhatIsNoCommitOrHasNoBench()
    {
        assertThatThrownBy(() -> store().of("no-such-branch")).isInstanceOf(UsageException.class)
            .hasMessageContaining("no commit 'no-such-branch'").hasMessageContaining("or 'baseline'");
        assertThatThrownBy(() -> store().of("--help")).isInstanceOf(UsageException.class);
        assertThatThrownBy(() -> store().of("before-the-bench")).isInstanceOf(UsageException.class)
            .hasMessageContaining("nothing of it can be measured");
    }

    @Test
    void shouldMarkSourcesThatWereChangedSinceTheirCommit() throws IOException
    {
        assertThat(store().current(home).commit()).hasSize(40);
        Files.writeString(home.resolve("README.md"), "changed\n");
        assertThat(store().current(home).shortCommit()).hasSize(13).endsWith("+");
    }

    private BuildStore store()
    {
        return new BuildStore(home, directory.resolve("builds"), new Progress(new PrintWriter(said, true)));
    }

    private void wrapper(final String script) throws Exception
    {
        commit("mvnw", "#!/bin/sh\n" + script + "\n");
        assertThat(home.resolve("mvnw").toFile().setExecutable(true)).isTrue();
        git("update-index", "--chmod=+x", "mvnw");
        git("commit", "-q", "--allow-empty", "-m", "mode");
    }

    private void commit(final String file, final String text) throws Exception
    {
        Files.writeString(home.resolve(file), text);
        git("add", file);
        git("commit", "-q", "-m", file);
    }

    private void git(final String... words) throws Exception
    {
        final List<String> command = new ArrayList<>(List.of("git", "-C", home.toString(), "-c", "user.name=t",
            "-c", "user.email=t@example.org", "-c", "commit.gpgsign=false"));
        command.addAll(List.of(words));
        final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        final String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
