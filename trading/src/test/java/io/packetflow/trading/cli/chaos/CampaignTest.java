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
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.packetflow.engine.cli.Terminal;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.storage.DirectoryStorage;
import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, really killed. */
class CampaignTest
{
    private static final int MESSAGES = 20_000;
    /** The first kill that it deals to each mode hits a process at work. */
    private static final long SEED = 30;

    @TempDir
    private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldHoldAllInvariantsInEachModeAndLeaveOnlyTheSummary() throws IOException
    {
        final int exitCode = run(
            List.of(Durability.PROCESS_SAFE, Durability.GROUP, Durability.SYNC), 2, DeathHook.NONE);

        assertThat(exitCode).as(out + "\n" + err).isZero();
        assertThat(out.toString()).contains("kill campaign, seed 30", "process-safe  2", "group         2",
            "sync          2", "all invariants held");
        assertThat(directory.resolve("chaos.json")).content()
            .contains("\"held\": true", "{\"mode\": \"sync\", \"kills\": 2,");
        assertThat(names(directory)).containsExactly("chaos.json", "chaos.txt");
    }

    @Test
    void shouldNameTheInvariantWhereWhatWasAcknowledgedIsGone() throws IOException
    {
        final int exitCode = run(List.of(Durability.GROUP), 5, (journal, kill) -> cutLastSegment(journal));

        assertThat(exitCode).as(out + "\n" + err).isEqualTo(1);
        assertThat(out.toString()).contains("BROKEN: I1 is broken (what was acknowledged is there after the death");
        assertThat(err.toString()).contains("where: mode group, kill 1 of 5 (running); all files are kept in ",
            "again: packetflow chaos --mode group --kills 1 --messages 20000 --symbols 20 --seed 30");
        assertThat(names(directory)).hasSize(3);
    }

    private int run(final List<Durability> modes, final int kills, final DeathHook hook) throws IOException
    {
        final List<String> settings = new ArrayList<>(ChildProgram.settings(directory));
        final CampaignOptions options = new CampaignOptions(
            modes, kills, MESSAGES, 20, SEED, settings, directory, false, 600);
        return new Campaign(
            options, new Terminal(new PrintWriter(out, true), new PrintWriter(err, true), true), hook).run();
    }

    private static void cutLastSegment(final Path journal) throws IOException
    {
        final JournalFiles files = new JournalFiles(new DirectoryStorage(journal));
        final int epoch = files.current().orElseThrow();
        try (FileChannel segment =
            FileChannel.open(journal.resolve(JournalFiles.segmentPath(epoch, 0)), StandardOpenOption.WRITE))
        {
            segment.truncate(4096);
        }
    }

    private static List<String> names(final Path directory) throws IOException
    {
        try (Stream<Path> files = Files.list(directory))
        {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
