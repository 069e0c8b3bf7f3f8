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
package io.packetflow.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the subcommands answer to words that make no sense, before anything is measured. */
class SubcommandsTest
{
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldRefuseAComparisonThatCouldProveNothing()
    {
        assertThat(run("compare", "baseline", "chain", "--forks", "3")).isEqualTo(2);
        assertThat(run("compare", "baseline", "slot-bytes")).isEqualTo(2);
        assertThat(run("compare", "baseline", "rsik")).isEqualTo(2);
        assertThat(run("compare")).isEqualTo(2);

        assertThat(err.toString()).contains("3 forks of each build cannot prove anything over 2 metrics",
            "the gate judges nothing of the scenario 'slot-bytes'", "no scenario 'rsik': did you mean 'risk'?",
            "Missing required parameter: 'REF'");
    }

    @Test
    void shouldRefuseToCompareWithWhatIsNoRepositoryOrNoCommit()
    {
        assertThat(run("compare", "no-such-branch", "chain", "--home", directory.toString(), "--out",
            directory.resolve("out").toString())).isEqualTo(2);

        assertThat(err.toString()).contains("bench: no commit 'no-such-branch' in " + directory);
    }

    @Test
    void shouldAcceptOnlyWhatWasComparedAndOnlyWithAReason() throws IOException
    {
        assertThat(run("accept", "--out", directory.toString())).isEqualTo(2);
        assertThat(run("accept", "--reason", " ", "--out", directory.toString())).isEqualTo(2);
        assertThat(run("accept", "--reason", "why", "--out", directory.toString())).isEqualTo(2);
        Files.writeString(directory.resolve("gate.json"), "{ not JSON");
        assertThat(run("accept", "--reason", "why", "--out", directory.toString())).isEqualTo(3);

        assertThat(err.toString()).contains("Missing required option: '--reason=TEXT'", "--reason is empty",
            "nothing was compared in " + directory, "gate.json is no JSON");
    }

    @Test
    void shouldAcceptTheFiguresOfTheScenariosThatAreNamed() throws IOException
    {
        Files.writeString(directory.resolve("gate.json"), """
            {"format": 1, "started": "2026-01-01T00:00:00Z", "after": "this build abc", "size": "quick",
             "host": {"class": "a-host"}, "scenarios": [
              {"name": "risk", "jitter": {}, "metrics": [{"name": "m", "after": {"by_fork": [1, 2]}}]},
              {"name": "chain", "jitter": {}, "metrics": [{"name": "n", "after": {"by_fork": [3, 4]}}]}]}
            """);
        final Path kept = directory.resolve("kept");

        assertThat(run("accept", "book", "--reason", "why", "--out", directory.toString())).isEqualTo(2);
        assertThat(run("accept", "risk", "--reason", "a new compiler", "--out", directory.toString(), "--baselines",
            kept.toString())).isZero();

        assertThat(err.toString()).contains("did not measure 'book', only risk, chain");
        assertThat(kept.resolve("a-host/risk.json")).content().contains("a new compiler", "this build abc");
        assertThat(kept.resolve("a-host/chain.json")).doesNotExist();
    }

    @Test
    void shouldReportOnlyWhatIsThere() throws IOException
    {
        assertThat(run("report", directory.toString())).isEqualTo(2);
        assertThat(run("report", directory.toString(), "--into", directory.resolve("none.md").toString())).isEqualTo(2);
        Files.writeString(directory.resolve("results.json"), "{\"format\": 1, \"scenarios\": [");
        assertThat(run("report", directory.toString())).isEqualTo(3);
        Files.writeString(directory.resolve("results.json"), "{\"format\": 1, \"scenarios\": []}");
        assertThat(run("report", directory.toString())).isZero();

        assertThat(err.toString()).contains("nothing was measured in " + directory, "no document at --into=",
            "results.json is no JSON");
        assertThat(directory.resolve("report.html")).content().startsWith("<!DOCTYPE html>");
    }

    @Test
    void shouldRefuseACalibrationOfNothing()
    {
        assertThat(run("calibrate", "--pairs", "0", "--planted", "0")).isEqualTo(2);
        assertThat(run("calibrate", "--forks", "2")).isEqualTo(2);

        assertThat(err.toString()).contains("not both 0", "2 forks of each build cannot prove anything");
    }

    private int run(final String... arguments)
    {
        return Bench.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
