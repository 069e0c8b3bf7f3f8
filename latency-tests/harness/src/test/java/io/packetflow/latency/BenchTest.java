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

import picocli.CommandLine;

class BenchTest
{
    private static final String ARGUMENTS = Path.of("..", "..", "tuning", "bin").toString();

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path directory;

    @Test
    void shouldListScenarios()
    {
        assertThat(run("--list")).isZero();
        assertThat(out.toString()).contains("t2t-recorded ", "ring-hop ", "epsilon ", "(--peers adds more");
    }

    @Test
    void shouldMeasureAndLeaveFiles() throws IOException
    {
        final Path results = directory.resolve("results");

        assertThat(run("slot-bytes", "--size", "smoke", "--out", results.toString(), "--args", ARGUMENTS)).isZero();

        assertThat(out.toString()).contains("bytes a packet, plan fused/auto", "< 128 B", "met",
            "latency-tests/bench slot-bytes --size smoke", "host's jitter floor before: P50 ");
        assertThat(results.resolve("results.md")).content()
            .contains("| what ", "| bytes a packet, plan fused/auto ");
        assertThat(results.resolve("results.json")).content()
            .contains("\"name\" : \"slot-bytes\"", "\"bytes_per_packet\"", "\"assertions\" : \"off\"");
        assertThat(err.toString()).contains("slot-bytes       fused/auto");
    }

    @Test
    void shouldStartFromAJournalWhoseWriterDied() throws IOException
    {
        final Path results = directory.resolve("results");

        assertThat(run("recovery", "--size", "smoke", "--out", results.toString(), "--args", ARGUMENTS)).isZero();

        assertThat(out.toString()).contains("restart, from the process to ready", "journal: recovered up to instance ",
            "behind sequence ", "warm-ups took ");
        assertThat(results.resolve("results.json")).content().contains("\"restart_nanos\"", "\"warm_up_steady\"");
    }

    @Test
    void shouldLetAStandbyTakeOverFromPrimariesThatAreKilledOrStopped() throws IOException
    {
        final Path results = directory.resolve("results");

        assertThat(run("failover", "--size", "smoke", "--out", results.toString(), "--args", ARGUMENTS))
            .as(out + "\n" + err).isZero();

        assertThat(out.toString()).contains("primary killed, new epoch, median", "primary stopped, next order, longest",
            "failover, acknowledged instances lost", "failover, orders wrong", "2 of 2 judged lines met",
            "packetflow chaos --standby --fault kill --mode process-safe --kills 1 ");
        assertThat(results.resolve("results.json")).content().contains("\"detection_nanos\"", "\"takeover_nanos\"");
        assertThat(results.resolve("failover-stall").resolve("failover.json")).content()
            .contains("\"held\": true", "\"stall\": {\"times\": 1,");
    }

    @Test
    void shouldGoOnWithTheRestWhereAScenarioFails() throws IOException
    {
        final Path results = directory.resolve("results");
        final Path noFeed = Files.writeString(directory.resolve("no.itch50"), "no feed at all, whatever it is called");

        assertThat(run("epsilon", "--size", "smoke", "--recorded", noFeed.toString(), "--out", results.toString(),
            "--args", ARGUMENTS)).isEqualTo(4);

        assertThat(out.toString()).contains("NOT MEASURED: the fork epsilon-engine-1 failed with exit code 3",
            "0 of 0 judged lines met; NOT EVERYTHING WAS MEASURED, see above");
        assertThat(results.resolve("results.json")).content().contains("\"failure\" : \"the fork epsilon-engine-1");
    }

    @Test
    void shouldTellAUserWhatIsWrong() throws IOException
    {
        assertThat(run("no-such-scenario")).isEqualTo(2);
        assertThat(run("risk", "--forks", "0")).isEqualTo(2);
        assertThat(run("risk", "--size", "huge")).isEqualTo(2);
        assertThat(run("risk", "--recorded", directory.resolve("none").toString())).isEqualTo(2);
        assertThat(run("risk", "--args", Files.createDirectory(directory.resolve("empty")).toString())).isEqualTo(2);

        assertThat(err.toString()).contains("bench: no scenario 'no-such-scenario'",
            "bench: each subject has 1 to 1000 forks: --forks=0", "Invalid value for option '--size'",
            "bench: no recorded feed at ", "bench: no argument file ");
    }

    private int run(final String... arguments)
    {
        final CommandLine command = Bench.commandLine();
        return command.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(arguments);
    }
}
