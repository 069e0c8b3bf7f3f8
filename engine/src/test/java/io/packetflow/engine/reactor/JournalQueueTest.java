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
package io.packetflow.engine.reactor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.Script;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.ScriptedSource;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalException;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.journal.QueueOptions;
import io.packetflow.engine.journal.QueueReport;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.packet.PacketHandler;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.queue.QueueReader;
import io.packetflow.ringbuffers.journal.queue.QueueSettings;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A queue behind the journal of a reactor: it holds what that holds, and whatever happens to it, nobody waits. */
class JournalQueueTest
{
    private static final int INSTANCES = 5_000;

    @TempDir
    private Path directory;

    private final List<String> progress = Collections.synchronizedList(new ArrayList<>());

    @ParameterizedTest
    @EnumSource(names = {"PROCESS_SAFE", "GROUP"})
    void shouldHoldEveryInstanceOfTheRunWhenTheReportIsRead(final Durability durability) throws IOException
    {
        try (Reactor reactor = Reactor.launch(context(durability, QueueOptions.of(queues()), INSTANCES)))
        {
            reactor.awaitCompletion();
            reactor.finishQueue();
            final QueueReport report = reactor.queue().orElseThrow();

            assertThat(report.copied()).isEqualTo(INSTANCES);
            assertThat(report.lag()).isZero();
            assertThat(report.failure()).isEmpty();
            assertThat(report.directory()).isEqualTo(queues().resolve("e0000001-001"));
            assertThat(report.toString()).startsWith("5,000 instances copied to ").endsWith(" by 0 at the end");
            assertThat(sequences(report.directory())).hasSize(INSTANCES).startsWith(1L).endsWith((long)INSTANCES);
        }
        assertThat(progress).noneMatch(line -> line.contains("ALARM") || line.contains("lacks"));
    }

    @Test
    void shouldShowInTheCountersHowFarItIs()
    {
        final Reactor reactor =
            Reactor.launch(context(Durability.PROCESS_SAFE, QueueOptions.of(queues()), INSTANCES));
        try (reactor)
        {
            reactor.awaitCompletion();
        }
        assertThat(reactor.counters()).containsEntry("queue behind the journal: instances copied", (long)INSTANCES)
            .containsEntry("queue behind the journal: instances behind", 0L)
            .containsEntry("queue behind the journal: failures", 0L)
            .containsKey("queue behind the journal: instances behind at most");
    }

    @Test
    void shouldFillAQueueOfItsOwnInTheNextRun() throws IOException
    {
        run(INSTANCES, QueueOptions.of(queues()));
        run(INSTANCES + 10, QueueOptions.of(queues()));

        assertThat(sequences(queues().resolve("e0000001-001"))).hasSize(INSTANCES);
        assertThat(sequences(queues().resolve("e0000002-001"))).startsWith(INSTANCES + 1L).hasSize(10);
    }

    @Test
    void shouldRaiseAnAlarmWhereItFailsAndGoOn()
    {
        final QueueSettings noRoom = new QueueSettings(QueueSettings.MIN_BLOCK_BYTES, 64, Long.MAX_VALUE);

        final Reactor reactor = run(INSTANCES, new QueueOptions(queues(), noRoom, Long.MAX_VALUE));

        assertThat(progress).filteredOn(line -> line.startsWith("ALARM: the queue of epoch 1 ends: ")).hasSize(1);
        assertThat(progress).anyMatch(line -> line.startsWith("the queue lacks the last 5,000 instances, which the " +
            "journal has: " + queues() + "; 'packetflow journal fill' makes"));
        final QueueReport report = reactor.queue().orElseThrow();
        assertThat(report.lag()).isEqualTo(INSTANCES);
        assertThat(report.mostLag()).isEqualTo(INSTANCES);
        assertThat(report.toString()).contains("; FAILED: the queue of epoch 1 ends: ");
        assertThat(reactor.counters()).containsEntry("queue behind the journal: failures", 1L)
            .containsEntry("queue behind the journal: instances behind", (long)INSTANCES);
        // In order, so the run itself has not suffered.
        try (Reactor next = Reactor.prepare(context(Durability.PROCESS_SAFE, null, INSTANCES)))
        {
            assertThat(next.recovery().orElseThrow().end()).startsWith("clean");
            assertThat(next.queue()).isEmpty();
        }
    }

    @Test
    void shouldRefuseAWrongPlaceBeforeAnythingRuns() throws IOException
    {
        final Path file = Files.createFile(directory.resolve("file"));

        assertThatThrownBy(() -> Reactor.prepare(context(Durability.PROCESS_SAFE, QueueOptions.of(file), INSTANCES)))
            .isInstanceOf(JournalException.class)
            .hasMessageStartingWith("the queue behind the journal: " + file + ": is no directory");
        assertThatThrownBy(() -> Reactor.prepare(context(null, QueueOptions.of(queues()), INSTANCES)))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessageContaining("a queue is filled behind a journal, and none is given");
        assertThatThrownBy(() -> new QueueOptions(queues(), QueueSettings.defaults(), -1))
            .hasMessage("the end waits 0 ns or more for a queue: drainNanos=-1");
    }

    @Test
    void shouldNotBeFinishedWhileInstancesMayCome()
    {
        try (Reactor reactor =
            Reactor.launch(context(Durability.PROCESS_SAFE, QueueOptions.of(queues()), INSTANCES)))
        {
            assertThatThrownBy(reactor::finishQueue).isInstanceOf(IllegalStateException.class)
                .hasMessage("a queue is finished when nothing is left to do: state=RUNNING");
        }
    }

    private Reactor run(final int instances, final QueueOptions queue)
    {
        final Reactor reactor = Reactor.launch(context(Durability.PROCESS_SAFE, queue, instances));
        try (reactor)
        {
            reactor.awaitCompletion();
        }
        return reactor;
    }

    private Path queues()
    {
        return directory.resolve("queues");
    }

    private static List<Long> sequences(final Path queue) throws IOException
    {
        final List<Long> sequences = new ArrayList<>();
        try (QueueReader reader = QueueReader.open(queue))
        {
            while (reader.poll())
            {
                sequences.add(reader.record().sequence());
            }
            assertThat(reader.damage()).isEmpty();
        }
        return sequences;
    }

    private ReactorContext context(final Durability durability, final QueueOptions queue, final int instances)
    {
        final Molecule.Builder molecule = Molecule.named("M").kind(Kinds.FEED)
            .packet(ScriptedOutput.packet("out", context -> PacketHandler.CONTINUE, context -> { }).build());
        final JournalOptions journal = durability == null ? null :
            JournalOptions.of(directory.resolve("journal"), durability)
                .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES));
        return new ReactorContext()
            .molecule(journal == null ? molecule.build() :
                JournalPacket.addTo(molecule).ionicStrict(JournalPacket.NAME, "out").build())
            .settings(TestSettings.of("batch.limit=16")).topology(CpuTopology.ofProcessors(4, "a test"))
            .onProgress(progress::add).journal(journal).queue(queue)
            .source("feed", ScriptedSource.class, warmUp -> new ScriptedSource(new Script().steady(1, instances)));
    }
}
