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

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.Probe;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.fixture.Reference;
import io.packetflow.engine.interpreter.Emission;
import io.packetflow.engine.interpreter.Interpreter;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compiled engine, under a random plan and in a random order of its nodes, comes to what the interpreter says of
 * the same handlers: 2,000 random programs. The reference of the fixtures, which knows no handlers, only says which
 * instance comes next.
 */
class InterpreterEquivalenceTest
{
    private static final int PROGRAMS_EACH = 100;
    private static final long FIRST_SEED = 1_000_000;

    private static IntStream batches()
    {
        return IntStream.range(0, 20);
    }

    /** A run to come, and what the interpreter came to. */
    private record Trial(Simulation simulation, Interpreted expected, long seed)
    {
    }

    /** States of packets and resources after so many instances. */
    private record Interpreted(long instances, Map<String, Long> states, Map<String, Long> ledgers)
    {
    }

    @ParameterizedTest(name = "programs of batch {0}")
    @MethodSource("batches")
    void shouldComeToWhatTheInterpreterSays(final int batch)
    {
        final List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < PROGRAMS_EACH; i++)
        {
            trials.add(trial(FIRST_SEED + (long)batch * PROGRAMS_EACH + i));
        }
        final List<GeneratedSource> sources =
            trials.stream().flatMap(trial -> trial.simulation().sources().stream()).distinct().toList();
        final List<Class<? extends NodeProgram>> classes = new NodeCompiler(List.of(Probe.class)).load(sources);

        for (final Trial trial : trials)
        {
            final List<Class<? extends NodeProgram>> own = new ArrayList<>();
            trial.simulation().sources().forEach(source -> own.add(classes.get(sources.indexOf(source))));
            final Outcome outcome = trial.simulation().run(own, new Random(trial.seed()));
            assertThat(new Interpreted(outcome.instances(), outcome.states(), outcome.ledgers()))
                .as("seed %d: %s", trial.seed(), trial.simulation()).isEqualTo(trial.expected());
        }
        assertThat(trials).anyMatch(trial -> trial.simulation().plan().nodes().size() > 2);
    }

    private static Trial trial(final long seed)
    {
        final RandomMolecule molecule = RandomMolecules.of(seed);
        final Random random = new Random(seed);
        final Simulation.Workload workload = Simulation.Workload.random(random, molecule);
        final Simulation simulation = new Simulation(molecule, workload, 1 + random.nextInt(64),
            options -> RandomPlans.options(random, molecule.molecule()));
        return new Trial(simulation, interpreted(molecule, workload), seed);
    }

    private static Interpreted interpreted(final RandomMolecule molecule, final Simulation.Workload workload)
    {
        try (Interpreter interpreter = new Interpreter(molecule.molecule()))
        {
            final List<Deque<Emission>> waiting = new ArrayList<>();
            molecule.emitters().forEach(emitter -> waiting.add(new ArrayDeque<>()));
            new Reference(molecule, workload.scripts(), workload.commands(), workload.timerPeriodNanos())
                .observedBy((kind, source, timeNanos, input) ->
                {
                    if (source < waiting.size())
                    {
                        final Emission emission = waiting.get(source).remove();
                        assertThat(emission).isEqualTo(new Emission(kind, emission.timeNanos(), bytes(input)));
                        assertThat(timeNanos).isGreaterThanOrEqualTo(emission.timeNanos());
                    }
                    interpreter.apply(kind, source, timeNanos, bytes(input));
                    for (int i = 0; i < waiting.size(); i++)
                    {
                        waiting.get(i).addAll(interpreter.takeEmissions(molecule.emitters().get(i).name()));
                    }
                }).run();
            assertThat(waiting).allMatch(Deque::isEmpty);
            final Map<String, Long> ledgers = new LinkedHashMap<>();
            interpreter.resources().forEach((name, ledger) -> ledgers.put(name, ((Ledger)ledger).hash()));
            return new Interpreted(interpreter.instances(), interpreter.stateHashes(), ledgers);
        }
    }

    private static ByteBuffer bytes(final List<Long> words)
    {
        final ByteBuffer bytes = ByteBuffer.allocate(words.size() * Long.BYTES).order(ByteOrder.nativeOrder());
        words.forEach(bytes::putLong);
        return bytes.flip();
    }
}
