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
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.packetflow.affinity.topology.CpuTopology;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.fixture.TestSettings;
import io.packetflow.engine.journal.JournalOptions;
import io.packetflow.engine.molecule.JournalPacket;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.ringbuffers.journal.Durability;
import io.packetflow.ringbuffers.journal.write.JournalSettings;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random molecules under random plans are journaled, stopped dead at a random moment, recovered under another random
 * plan, and run to their end: they come to what the reference says, as if nothing had happened.
 */
class JournaledPlansTest
{
    private static final int MAX_STEPS = 100_000;

    @TempDir
    private Path directory;

    private static IntStream seeds()
    {
        return IntStream.range(0, 24);
    }

    @ParameterizedTest(name = "molecule of seed {0}")
    @MethodSource("seeds")
    void shouldComeToTheSameAfterADeathAtAnyMoment(final int seed)
    {
        final RandomMolecule molecule = RandomMolecules.of(seed);
        final Random random = new Random(seed);
        final Simulation.Workload any = Simulation.Workload.random(random, molecule);
        // A journal's logical time begins with 0, and that of the reference with the first instance that has one.
        final Simulation.Workload workload =
            new Simulation.Workload(any.scripts(), 0, any.timerPeriodNanos(), any.lending());
        final Outcome expected = workload.expected(molecule);
        final Path copy = directory.resolve("copy");

        try (Reactor killed = reactor(molecule, workload, random, directory.resolve("journal")))
        {
            killed.open();
            step(killed, random.nextInt(60));
            JournalCopy.of(directory.resolve("journal"), copy);
            finish(killed);
            assertThat(killed.stateHashes()).as("journaled, %s", molecule).isEqualTo(inOrder(killed, expected));
        }
        try (Reactor recovered = reactor(molecule, workload, random, copy))
        {
            recovered.open();
            finish(recovered);
            assertThat(recovered.stateHashes()).as("recovered, %s %s", recovered.recovery(), molecule)
                .isEqualTo(inOrder(recovered, expected));
        }
        try (Reactor again = reactor(molecule, workload, random, copy))
        {
            assertThat(again.recovery().orElseThrow().lastSequence()).isEqualTo(expected.instances());
            assertThat(again.stateHashes()).as("replayed, %s", molecule).isEqualTo(inOrder(again, expected));
        }
    }

    private static Map<String, Long> inOrder(final Reactor reactor, final Outcome expected)
    {
        final Map<String, Long> ordered = new LinkedHashMap<>();
        reactor.stateHashes().keySet().forEach(name -> ordered.put(name, expected.states().get(name)));
        return ordered;
    }

    private static Reactor reactor(
        final RandomMolecule molecule, final Simulation.Workload workload, final Random random, final Path journal)
    {
        final ReactorContext context = new ReactorContext().molecule(journaled(molecule.molecule()))
            .settings(TestSettings.of("batch.limit=" + (1 + random.nextInt(64)),
                "counters.file=" + journal.resolveSibling("counters.dat")))
            .topology(CpuTopology.ofProcessors(16, "a test"))
            .planOptions(options -> RandomPlans.options(random, molecule.molecule()))
            .journal(JournalOptions.of(journal, random.nextBoolean() ? Durability.PROCESS_SAFE : Durability.GROUP)
                .withSettings(JournalSettings.ofSegments(JournalSettings.MIN_SEGMENT_BYTES)));
        return Reactor.prepare(Simulation.fill(context, molecule, workload));
    }

    /** The outputs of a random molecule are those that it has; all of them wait for the journal. */
    private static Molecule journaled(final Molecule molecule)
    {
        final Molecule.Builder builder = JournalPacket.addTo(molecule.toBuilder());
        molecule.packets().stream().filter(Packet::isOutput)
            .forEach(output -> builder.ionicStrict(JournalPacket.NAME, output.name()));
        return builder.build();
    }

    private static void step(final Reactor reactor, final int steps)
    {
        for (int i = 0; i < steps; i++)
        {
            reactor.step();
        }
    }

    private static void finish(final Reactor reactor)
    {
        for (int i = 0; i < MAX_STEPS && !reactor.awaitCompletion(1_000_000); i++)
        {
            step(reactor, 1);
        }
        reactor.drain();
    }
}
