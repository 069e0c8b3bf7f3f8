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

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.LongStream;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Kinds;
import io.packetflow.engine.fixture.RedeliveringSource;
import io.packetflow.engine.fixture.ScriptedOutput;
import io.packetflow.engine.fixture.Summing;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.InstanceKind;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a session delivers twice counts once, in one run and across a death. */
class DuplicateInputsTest
{
    private static final int INPUTS = 500;
    private static final String DROPPED = "M: duplicate inputs dropped";

    @TempDir
    private Path directory;

    @Test
    void shouldApplyOnceWhatComesTwiceInARun()
    {
        final long once = sumOf("once", numbers(1, INPUTS), 0);
        final long[] again = LongStream.concat(LongStream.of(numbers(1, 300)), LongStream.concat(
            LongStream.of(7, 300, 300), LongStream.of(numbers(290, INPUTS)))).toArray();

        assertThat(sumOf("again", again, 3 + 11)).isEqualTo(once);
    }

    private long sumOf(final String journal, final long[] deliveries, final long dropped)
    {
        try (Reactor reactor = Reactor.launch(context(directory.resolve(journal), true, deliveries)))
        {
            reactor.awaitCompletion();
            reactor.drain();
            assertThat(reactor.counters()).containsEntry(DROPPED, dropped);
            return reactor.stateHashes().get("sum");
        }
    }

    @Test
    void shouldApplyOnceWhatASessionDeliversAgainAfterADeath()
    {
        final long once = sumOf("once", numbers(1, INPUTS), 0);
        final Path copy = directory.resolve("copy");
        try (Reactor killed = Reactor.launch(context(directory.resolve("killed"), true, numbers(1, INPUTS))))
        {
            killed.step();
            JournalCopy.of(directory.resolve("killed"), copy);
        }

        // The session does not know what arrived, and begins anew.
        try (Reactor recovered = Reactor.launch(context(copy, true, numbers(1, INPUTS))))
        {
            final long journaled = recovered.recovery().orElseThrow().lastSequence();
            assertThat(journaled).isBetween(1L, INPUTS - 1L);
            recovered.awaitCompletion();
            recovered.drain();

            assertThat(recovered.stateHashes()).containsEntry("sum", once);
            assertThat(recovered.counters()).containsEntry(DROPPED, journaled);
            assertThat(recovered.completedInstances()).isEqualTo(INPUTS);
            assertThat(recovered.recovery().orElseThrow().remarks()).isEmpty();
        }
    }

    @Test
    void shouldSayAtRecoveryThatASourceLetDuplicatesIn()
    {
        final Path journal = directory.resolve("journal");
        final Map<String, Long> hashes;
        try (Reactor reactor = Reactor.launch(context(journal, false, 1, 2, 3, 2, 3, 4)))
        {
            reactor.awaitCompletion();
            reactor.drain();
            hashes = reactor.stateHashes();
        }

        try (Reactor recovered = Reactor.prepare(context(journal, true, 5)))
        {
            assertThat(recovered.stateHashes()).isEqualTo(hashes);
            assertThat(recovered.recovery().orElseThrow().remarks()).singleElement().asString()
                .contains("whose numbers their sources had used before", "applied twice: 2;");
        }
    }

    private static long[] numbers(final long first, final long last)
    {
        return LongStream.rangeClosed(first, last).toArray();
    }

    private ReactorContext context(final Path journal, final boolean guarded, final long... deliveries)
    {
        return new ReactorContext().molecule(JournalPacket.addTo(Molecule.named("M")
            .kind(Kinds.FEED).kind(InstanceKind.CONTROL)
            .packet(Summing.packet("sum", value -> value).build()).packet(ScriptedOutput.idle("out").build())
            .ionic("sum", "out")).ionicStrict(JournalPacket.NAME, "out").build())
            .settings(TestSettings.of("batch.limit=16", "counters.file=" + directory.resolve("counters.dat")))
            .topology(CpuTopology.ofProcessors(4, "a test"))
            .journal(JournalOptions.of(journal, Durability.PROCESS_SAFE)
            .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES)))
            .source("session", RedeliveringSource.class, warmUp -> new RedeliveringSource(guarded, deliveries));
    }
}
