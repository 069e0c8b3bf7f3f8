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

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.trading.ChildProgram;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only a process shows: signals, exit codes, an output that does not take what is printed. */
class ProgramTest
{
    private static final int ENDED_BY_TERM = 128 + 15;

    @TempDir
    private Path directory;
    private Path printed;

    @BeforeEach
    void requireSignals()
    {
        assumeTrue(Files.isDirectory(Path.of("/dev")), "needs a host with signals and devices");
        printed = directory.resolve("printed");
    }

    @Test
    void shouldDrainAndReportAndEndWithZeroWhereItIsTerminated() throws Exception
    {
        final String errors = terminateAfter("plan: ",
            ChildProgram.packetflow(directory, List.of(), "trade", "--messages", "200000", "--rate", "1k"), 0);

        assertThat(printed).content().contains("stopped before the end of the feed", "live orders    0 at the end",
            "written");
        assertThat(errors).contains("stopped").doesNotContain("Exception");
        assertThat(directory.resolve("control")).isEmptyDirectory();
    }

    @Test
    void shouldEndAtOnceWhereThereIsNothingToReportYet() throws Exception
    {
        terminateAfter("generating ", ChildProgram.packetflow(
            directory, List.of(), "trade", "--messages", "50000000"), ENDED_BY_TERM);

        assertThat(printed).isEmptyFile();
    }

    @Test
    void shouldFailWhereItsResultsDoNotFit() throws Exception
    {
        final Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "the host has no device that is always full");
        final Process process = ChildProgram.packetflow(directory, List.of(), "config")
            .redirectOutput(full.toFile()).start();

        final String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isEqualTo(4);
        assertThat(errors).contains("packetflow: not all results could be printed: ");
    }

    private String terminateAfter(final String line, final ProcessBuilder program, final int exitCode)
        throws IOException, InterruptedException
    {
        final Process process = program.redirectOutput(printed.toFile()).start();
        final StringBuilder errors = new StringBuilder();
        try (BufferedReader reader = process.errorReader(StandardCharsets.UTF_8))
        {
            String next = reader.readLine();
            while (next != null)
            {
                errors.append(next).append('\n');
                if (next.startsWith(line))
                {
                    process.toHandle().destroy(); // unlike destroy() of the process, leaves its streams open
                }
                next = reader.readLine();
            }
        }
        assertThat(process.waitFor()).as(errors.toString()).isEqualTo(exitCode);
        return errors.toString();
    }
}
