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

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.format.EpochStart;
import io.packetflow.ringbuffers.journal.read.JournalFiles;
import io.packetflow.ringbuffers.journal.read.JournalReader;
import io.packetflow.ringbuffers.journal.write.EpochPlan;
import io.packetflow.ringbuffers.journal.write.EpochWriter;
import io.packetflow.ringbuffers.journal.write.JournalDirectory;
import io.packetflow.ringbuffers.journal.write.JournalSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The host's clock is set back between two runs: time in a journal is logical, and its epochs go by their numbers. */
class ClockStepTest
{
    private static final long STEP_NANOS = TimeUnit.HOURS.toNanos(2);

    @TempDir
    private Path directory;
    private String orderHash;

    @BeforeEach
    void writeAnEpochThatBeginsBeforeTheOneThatItFollows() throws IOException
    {
        final CommandRun first = trade();
        assertThat(first.exitCode()).as(first.err()).isZero();
        orderHash = orderHash(first);
        try (JournalDirectory journal = JournalDirectory.open(directory.resolve("journal")))
        {
            journal.lock();
            final EpochPlan plan = planOfAnEarlierTime(journal);
            EpochWriter.begin(journal, JournalSettings.ofSegments(1 << 20), plan).close();
        }
    }

    /** All as the run before, but for the time of the clock. */
    private static EpochPlan planOfAnEarlierTime(final JournalDirectory journal) throws IOException
    {
        try (JournalReader reader = JournalReader.ofAll(new JournalFiles(journal.storage())))
        {
            boolean isMore = true;
            while (isMore)
            {
                isMore = reader.next();
            }
            final EpochStart before = reader.epochStart();
            final EpochStart start = new EpochStart(1, reader.end().last().checksum(),
                reader.end().last().sequence(), before.wallNanos() - STEP_NANOS, before.bootIdHigh(),
                before.bootIdLow(), before.pid(), before.schemaHash(), before.durability(), before.sources(),
                before.configuration());
            return new EpochPlan(2, Durability.PROCESS_SAFE, start, reader.end().last().timeNanos(), 1_024);
        }
    }

    private CommandRun trade()
    {
        return CommandRun.in(directory, "trade", "--messages", "3000", "--symbols", "20", "--seed", "3", "--segment",
            "1MB", "--journal", directory.resolve("journal").toString(), "--orders",
            directory.resolve("orders").toString());
    }

    private static String orderHash(final CommandRun run)
    {
        return run.out().replaceFirst("(?s).*OUCH messages, hash ([0-9a-f]{16}).*", "$1");
    }

    private CommandRun run(final String... command)
    {
        return CommandRun.in(directory, command);
    }

    @Test
    void shouldRecoverVerifyAndGoOnWithoutComplaintAndListTheStep()
    {
        final String journal = directory.resolve("journal").toString();

        final CommandRun recover = run("recover", journal);
        assertThat(recover.exitCode()).as(recover.err()).isZero();
        assertThat(recover.out()).doesNotContain("remark").contains("trader and risk hold the same positions");
        final CommandRun verify = run("journal", "verify", journal);
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).startsWith("sound: instances 1 to ").doesNotContain("remark");
        assertThat(run("journal", "replay", journal, "--diff").exitCode()).isZero();
        final CommandRun goneOn = trade();
        assertThat(goneOn.exitCode()).as(goneOn.err()).isZero();
        assertThat(orderHash(goneOn)).isEqualTo(orderHash);

        final CommandRun ls = run("journal", "ls", journal);
        assertThat(ls.exitCode()).isZero();
        assertThat(ls.out()).contains("remark    the host's clock was set back: epoch 2 begins 2h before epoch 1, " +
            "which it follows all the same\n", "\nsound: ").doesNotContain("epoch 3 begins");
    }
}
