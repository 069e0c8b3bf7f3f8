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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

import io.packetflow.engine.codegen.GeneratedSource;
import io.packetflow.engine.codegen.NodeCompiler;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.fixture.AnalysisStructures;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.Probe;
import io.packetflow.engine.fixture.ProbeSpec;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.molecule.MolecularStructure;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.optimizer.Goal;
import io.packetflow.engine.optimizer.Optimisation;
import io.packetflow.engine.optimizer.Optimiser;
import io.packetflow.engine.optimizer.OptimiserOptions;
import io.packetflow.engine.optimizer.RelaxedStructures;
import io.packetflow.engine.plan.PlanOptions;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random programs that declare what their packets read: optimised, or relaxed as far as it goes, they come to what the
 * reference says of the program as it was.
 */
class OptimisedProgramsTest
{
    private static final int PROGRAMS_EACH = 40;

    /** A run to come, and what it must come to. */
    private record Trial(Simulation simulation, Outcome expected, long seed)
    {
    }

    @ParameterizedTest(name = "programs of batch {0}")
    @ValueSource(ints = {0, 1})
    void shouldComeToTheSameWhenOptimised(final int batch)
    {
        final List<Trial> trials = new ArrayList<>();
        int relaxed = 0;
        for (long seed = 9_000_000L + (long)batch * PROGRAMS_EACH; trials.size() < 2 * PROGRAMS_EACH; seed++)
        {
            relaxed += addTrials(seed, trials) ? 1 : 0;
        }
        final List<GeneratedSource> sources =
            trials.stream().flatMap(trial -> trial.simulation().sources().stream()).distinct().toList();
        final List<Class<? extends NodeProgram>> classes = new NodeCompiler(List.of(Probe.class)).load(sources);

        for (final Trial trial : trials)
        {
            final List<Class<? extends NodeProgram>> own = new ArrayList<>();
            trial.simulation().sources().forEach(source -> own.add(classes.get(sources.indexOf(source))));
            assertThat(trial.simulation().run(own, new Random(trial.seed())))
                .as("seed %d: %s", trial.seed(), trial.simulation()).isEqualTo(trial.expected());
        }
        assertThat(relaxed).isGreaterThan(PROGRAMS_EACH / 20);
        assertThat(trials).anyMatch(trial -> trial.simulation().plan().nodes().size() > 2)
            .anyMatch(trial -> !trial.simulation().plan().options().packing().isEmpty());
    }

    private static boolean addTrials(final long seed, final List<Trial> trials)
    {
        final Random random = new Random(seed);
        final RandomMolecule original = RandomMolecules.of(seed);
        final Simulation.Workload workload = Simulation.Workload.random(random, original);
        final Outcome expected = workload.expected(original);
        final Molecule declaring = declaring(original);
        final CostModel costs = AnalysisStructures.costs(declaring.structure(), random);
        final Goal goal = random.nextBoolean() ? Goal.LATENCY : Goal.THROUGHPUT;
        final Optimisation optimisation = Optimiser.optimise(
            declaring, costs, OptimiserOptions.onNodes(2 + random.nextInt(3)).withGoal(goal).withThreshold(0));
        final RandomMolecule optimised =
            new RandomMolecule(seed, optimisation.apply(declaring), original.probes());
        trials.add(new Trial(new Simulation(optimised, workload, 1 + random.nextInt(64),
            options -> optimisation.planOptions(options.withSharing(true))), expected, seed));

        final MolecularStructure loose = RelaxedStructures.relaxed(declaring.structure());
        final RandomMolecule relaxed = new RandomMolecule(seed, withBonds(declaring, loose), original.probes());
        trials.add(new Trial(new Simulation(relaxed, workload, 1 + random.nextInt(64),
            options -> cutAndPacked(random, relaxed.molecule())), expected, seed));
        return !loose.equals(declaring.structure());
    }

    /** A plan of any kind, with cuts and a packing that no optimiser would choose. */
    private static PlanOptions cutAndPacked(final Random random, final Molecule molecule)
    {
        final Set<String> cuts = new HashSet<>();
        final List<String> packing = new ArrayList<>();
        molecule.packets().forEach(packet ->
        {
            if (random.nextInt(4) == 0)
            {
                cuts.add(packet.name());
            }
            if (random.nextInt(4) == 0)
            {
                packing.add(0, packet.name());
            }
        });
        return RandomPlans.options(random, molecule).withCuts(cuts).withPacking(packing);
    }

    /** The same molecule, whose packets say of themselves what the probes do. */
    private static Molecule declaring(final RandomMolecule random)
    {
        final Map<String, ProbeSpec> probes =
            random.probes().stream().collect(Collectors.toMap(ProbeSpec::name, probe -> probe));
        final Molecule molecule = random.molecule();
        final Molecule.Builder declaring = Molecule.named(molecule.name());
        molecule.kinds().forEach(declaring::kind);
        molecule.resources().forEach(declaring::resource);
        for (final Packet packet : molecule.packets())
        {
            final ProbeSpec probe = probes.get(packet.name());
            final boolean quiet = probe.stopPercent() == 0 && probe.emission() == null && !packet.isReleasing();
            declaring.packet(packet.toBuilder().property("reads", probe.reads().keySet().toString())
                .property("effects", quiet ? "none" : "some").build());
        }
        molecule.bonds().forEach(declaring::bond);
        molecule.properties().forEach(declaring::property);
        return declaring.build();
    }

    private static Molecule withBonds(final Molecule molecule, final MolecularStructure structure)
    {
        final Molecule.Builder product = Molecule.named(molecule.name());
        molecule.kinds().forEach(product::kind);
        molecule.resources().forEach(product::resource);
        molecule.packets().forEach(product::packet);
        structure.bonds().forEach(product::bond);
        molecule.properties().forEach(product::property);
        return product.build();
    }
}
