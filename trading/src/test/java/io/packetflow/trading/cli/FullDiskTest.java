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
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.packetflow.trading.ChildProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real program on a real file system that runs full: a small one of its own, in a namespace of this test's. */
class FullDiskTest
{
    private static final int NO_MOUNT = 77;
    private static final String MESSAGES = "120000";

    /** Runs a command on a disk that is too small, copies what it sent, and runs it again on a larger one. */
    private static final String SCRIPT = """
        disk=$1; copy=$2; shift 2
        mount -t tmpfs -o size=9m,mode=700 packetflow "$disk" || exit 77
        "$@"; echo "first run ended with $?"
        cp "$disk/orders" "$copy"
        mount -o remount,size=96m "$disk" || exit 77
        "$@"; echo "second run ended with $?"
        cp "$disk/orders" "$copy.all"
        """;

    @TempDir
    private Path directory;

    @Test
    void shouldAdmitLessThanNothingMoreAndGoOnOnceThereIsRoom() throws Exception
    {
        final Path disk = Files.createDirectory(directory.resolve("disk"));
        final Path sent = directory.resolve("sent");
        final List<String> command = new ArrayList<>(List.of(
            "unshare", "--user", "--map-root-user", "--mount", "sh", "-c", SCRIPT, "sh", disk.toString(),
            sent.toString()));
        command.addAll(ChildProgram.packetflow(directory, List.of("-XX:-AlwaysPreTouch"), "trade", "--messages",
            MESSAGES, "--symbols", "20", "--segment", "1MB", "--journal", disk.resolve("journal").toString(),
            "--orders", disk.resolve("orders").toString()).command());

        final String printed = run(command);

        assertThat(printed).contains("ALARM: the disk of the journal " + disk.resolve("journal") +
            " is nearly full: no order is added from now on, cancels pass");
        assertThat(printed).contains("first run ended with 4", "packetflow: molecule TradingEngine ended: ",
            "is full: nothing more is admitted, all that was is in the journal; free room on its file system");
        assertThat(printed).as("report and tables of what was run, then the error").containsSubsequence(
            "TradingEngine: tick to trade", "; ended before the end of the feed", "P99.9 ",
            "OUCH messages, hash", "trader and risk hold the same positions", "\ncounters\n", "\nwritten\n",
            directory.resolve("out/trade.txt").toString(), "packetflow: molecule TradingEngine ended: ",
            "first run ended with 4", "TradingEngine: tick to trade", "second run ended with 0");
        assertThat(printed).contains("has room again: orders are added as before", "second run ended with 0");
        assertThat(printed).doesNotContain("Exception", "internal error");
        final byte[] first = Files.readAllBytes(sent);
        final byte[] all = Files.readAllBytes(directory.resolve("sent.all"));
        assertThat(first).isNotEmpty();
        assertThat(all).hasSizeGreaterThan(first.length);
        assertThat(Arrays.copyOf(all, first.length)).as("what was sent before stays, and nothing is missing behind it")
            .isEqualTo(first);
    }

    private static String run(final List<String> command) throws InterruptedException
    {
        try
        {
            final Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            final String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            final int exitCode = process.waitFor();
            assumeTrue(exitCode != NO_MOUNT && exitCode != 1, "no file system of a test's own here: " + printed);
            assertThat(exitCode).as(printed).isZero();
            return printed;
        }
        catch (final IOException e)
        {
            assumeTrue(false, "there is no unshare to mount a file system with: " + e.getMessage());
            return "";
        }
    }
}
