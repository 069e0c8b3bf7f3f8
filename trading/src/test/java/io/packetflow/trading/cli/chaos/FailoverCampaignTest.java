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
package io.packetflow.trading.cli.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real pairs of processes: whoever dies or stands still, the orders are those of a run to which nothing happened. */
class FailoverCampaignTest
{
    private static final int MESSAGES = 100_000;
    /** The feed outlives the slow start of a standby; its rest is sent as fast as it goes. */
    private static final int RATE = 1_000;
    /** A busy machine that lets a primary stand still for less is not what this is about. */
    private static final int STALL_LIMIT_MILLIS = 3_000;

    @TempDir
    private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldLoseNothingWhenPrimariesAreKilledOrFenced() throws IOException
    {
        final int exitCode = run(List.of(Durability.PROCESS_SAFE, Durability.GROUP), List.of(Fault.KILL, Fault.FENCE));

        assertThat(exitCode).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("failover campaign, seed 7", "all invariants held")
            .containsPattern("process-safe +kill +1 ").containsPattern("process-safe +fence +1 ")
            .containsPattern("group +kill +1 ").containsPattern("group +fence +1 ");
        assertThat(directory.resolve("failover.json")).content().contains("\"held\": true")
            .containsPattern("\"kill\": \\{\"times\": 1, .*\"epoch_median_ns\": [1-9]")
            .containsPattern("\"stall\": \\{\"times\": 0, .*\"epoch_median_ns\": -1");
        assertThat(names(directory)).containsExactly("failover.json", "failover.txt");
    }

    @Test
    void shouldHoldOrdersBackWhereTheStandbyDiesAndGoOnWithTheNext() throws IOException
    {
        final int exitCode = run(List.of(Durability.REPLICA), List.of(Fault.STANDBY, Fault.KILL));

        assertThat(exitCode).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("all invariants held").containsPattern("replica +kill +1 ")
            .containsPattern("replica +standby +1 ");
    }

    private int run(final List<Durability> modes, final List<Fault> faults) throws IOException
    {
        final List<String> settings = new ArrayList<>(ChildProgram.settings(directory));
        final CampaignOptions common =
            new CampaignOptions(modes, faults.size(), MESSAGES, 20, 7, settings, directory, false, 600);
        return new FailoverCampaign(new FailoverOptions(common, faults, RATE, STALL_LIMIT_MILLIS, false),
            new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true)).run();
    }

    private static List<String> names(final Path directory) throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
