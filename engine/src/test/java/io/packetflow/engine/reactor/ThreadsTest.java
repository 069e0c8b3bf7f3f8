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
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

import io.packetflow.engine.fixture.Ledger;
import io.packetflow.engine.fixture.Outcome;
import io.packetflow.engine.fixture.RandomMolecule;
import io.packetflow.engine.fixture.RandomMolecules;
import io.packetflow.engine.fixture.RandomPlans;
import io.packetflow.engine.fixture.TestContext;
import io.packetflow.engine.molecule.Resource;
import io.packetflow.engine.plan.Grouping;
import io.packetflow.engine.plan.NodePolicy;
import io.packetflow.engine.plan.PlanOptions;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random molecules on one thread and on two come to what the reference says. */
class ThreadsTest
{
    private static final long FIRST_SEED = 10_000;
    private static final int MOLECULES = 16;

    @TempDir
    private Path directory;

    private static LongStream seeds()
    {
        return LongStream.range(FIRST_SEED, FIRST_SEED + MOLECULES);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldComeToTheSameOnOneThread(final long seed)
    {
        final RandomMolecule molecule = RandomMolecules.of(seed);
        final Random random = new Random(seed);

        assertOutcome(molecule, random, "shared", options -> RandomPlans.options(random, molecule.molecule()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void shouldComeToTheSameOnTwoThreads(final long seed)
    {
        final RandomMolecule molecule = RandomMolecules.of(seed);
        final Random random = new Random(seed);

        assertOutcome(molecule, random, "dedicated", options ->
        {
            final PlanOptions any = RandomPlans.options(random, molecule.molecule());
            return options.withPublication(any.publication()).withNodes(NodePolicy.TWO_NODES)
                .withGrouping(random.nextBoolean() ? Grouping.FUSED : Grouping.UNFUSED);
        });
    }

    private void assertOutcome(
        final RandomMolecule molecule, final Random random, final String threading,
        final UnaryOperator<PlanOptions> options)
    {
        final Simulation.Workload workload = Simulation.Workload.random(random, molecule);
        final ReactorContext context = TestContext.of(directory, molecule.molecule(), "threading=" + threading,
            "group.cf.wait=yield", "group.df.wait=yield", "group.ed.wait=yield", "group.co.wait=yield",
            "group.mc.wait=yield", "group.rm.wait=yield", "batch.limit=" + (1 + random.nextInt(64)))
            .planOptions(options);
        Simulation.fill(context, molecule, workload);
        try (Reactor reactor = Reactor.launch(context))
        {
            assertThat(reactor.plan().nodes().size()).isLessThanOrEqualTo("dedicated".equals(threading) ? 2 : 6);

            reactor.awaitCompletion();

            assertThat(outcome(reactor)).as("%s %s", molecule, reactor.plan()).isEqualTo(workload.expected(molecule));
        }
    }

    private static Outcome outcome(final Reactor reactor)
    {
        final Map<String, Long> counters = reactor.counters();
        final String name = reactor.plan().molecule().name();
        final Map<String, Long> ledgers = new LinkedHashMap<>();
        for (final Resource resource : reactor.plan().molecule().resources())
        {
            ledgers.put(resource.name(), reactor.resource(resource.name(), Ledger.class).hash());
        }
        final long instances = reactor.completedInstances();
        final long backEdges = counters.get(name + ": instances admitted from back edges");
        return new Outcome(instances, backEdges, instances - counters.get(name + ": instances admitted") - backEdges,
            counters.get(name + ": instances with time running backwards"), reactor.stateHashes(), ledgers);
    }
}
