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

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.Probe;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.plan.NodePolicy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every plan of a random molecule, over random inputs and in a random order of the nodes' duty cycles, comes to what
 * the reference says: the same instances in the same order, the same state of every packet and resource.
 */
class PlanEquivalenceTest
{
    private static final int MOLECULES_EACH = 20;
    private static final int PLANS_EACH = 3;

    private static IntStream batches()
    {
        return IntStream.range(0, 16);
    }

    /** A run to come, and what it must come to. */
    private record Trial(Simulation simulation, Outcome expected, long schedule)
    {
    }

    @ParameterizedTest(name = "molecules of batch {0}")
    @MethodSource("batches")
    void shouldComeToTheSameInEveryPlan(final int batch)
    {
        final List<Trial> trials = new ArrayList<>();
        for (int i = 0; i < MOLECULES_EACH; i++)
        {
            addTrials(trials, (long)batch * MOLECULES_EACH + i);
        }
        // One compilation for all: the compiler's start costs more than its work.
        final List<GeneratedSource> sources =
            trials.stream().flatMap(trial -> trial.simulation().sources().stream()).distinct().toList();
        final List<Class<? extends NodeProgram>> classes = new NodeCompiler(List.of(Probe.class)).load(sources);

        for (final Trial trial : trials)
        {
            final List<Class<? extends NodeProgram>> own = new ArrayList<>();
            trial.simulation().sources().forEach(source -> own.add(classes.get(sources.indexOf(source))));
            assertThat(trial.simulation().run(own, new Random(trial.schedule())))
                .as("%s", trial.simulation()).isEqualTo(trial.expected());
        }
        assertEverythingHappened(trials);
    }

    /** A generator that stops making what is to be tested must not go unnoticed. */
    private static void assertEverythingHappened(final List<Trial> trials)
    {
        assertThat(trials).anyMatch(trial -> trial.expected().backEdges() > 20)
            .anyMatch(trial -> trial.expected().timers() > 5)
            .anyMatch(trial -> trial.expected().backwards() > 0)
            .anyMatch(trial -> trial.simulation().plan().nodes().size() > 2);
        final List<String> code =
            trials.stream().flatMap(trial -> trial.simulation().sources().stream()).map(GeneratedSource::text).toList();
        assertThat(code).anyMatch(text -> text.contains("long horizonNanos()"))
            .anyMatch(text -> text.contains("boolean admitOther(") && text.contains("backEdgeCount++"))
            .anyMatch(text -> text.contains("private long region"))
            .anyMatch(text -> text.contains(".lend(header, input);"))
            .anyMatch(text -> text.contains("break behind"));
    }

    private static void addTrials(final List<Trial> trials, final long seed)
    {
        final RandomMolecule molecule = RandomMolecules.of(seed);
        final Random random = new Random(seed);
        final Simulation.Workload workload = Simulation.Workload.random(random, molecule);
        final Outcome expected = workload.expected(molecule);
        trials.add(new Trial(new Simulation(molecule, workload, 256,
            options -> options.withNodes(NodePolicy.ONE_NODE)), expected, seed));
        for (int i = 1; i < PLANS_EACH; i++)
        {
            trials.add(new Trial(new Simulation(molecule, workload, 1 + random.nextInt(64),
                options -> RandomPlans.options(random, molecule.molecule())), expected, random.nextLong()));
        }
    }
}
