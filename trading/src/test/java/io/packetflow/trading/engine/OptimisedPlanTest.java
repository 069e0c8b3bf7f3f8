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
package io.packetflow.trading.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.cost.CostModel;
import io.packetflow.engine.cost.HostCosts;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.molecule.Trigger;
import io.packetflow.engine.optimizer.Goal;
import io.packetflow.engine.optimizer.Optimisation;
import io.packetflow.engine.optimizer.OptimisationStep;
import io.packetflow.engine.optimizer.Optimiser;
import io.packetflow.engine.optimizer.OptimiserOptions;
import io.packetflow.engine.optimizer.StepKind;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.EmbeddingExample;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An optimised TradingEngine sends the same orders as one that was not, byte for byte. */
class OptimisedPlanTest
{
    private static final int MESSAGES = 20_000;
    private static final String METER = "SpreadMeter";

    private static final Arena MEMORY = new Arena(HugePages.OFF);

    @TempDir
    private static Path directory;

    private static GeneratedFeed feed;
    private static EngineRun expected;

    @BeforeAll
    static void runWithoutOptimisation() throws Exception
    {
        feed = EngineRun.generated(MEMORY, MESSAGES);
        expected = run(molecule(), null, "plan=one-node");
    }

    @AfterAll
    static void close()
    {
        expected.close();
        MEMORY.close();
    }

    private static Molecule molecule()
    {
        final Molecule plain = TradingEngine.molecule(EngineRun.config(), HugePages.OFF);
        final Molecule.Builder builder = Molecule.named(plain.name());
        plain.kinds().forEach(builder::kind);
        plain.resources().forEach(builder::resource);
        for (final Packet packet : plain.packets())
        {
            builder.packet(packet.name().equals(AlgorithmicTrader.NAME) ? packet.toBuilder()
                .property("reads", "[" + MarketDataProcessor.NAME + "]").build() : packet);
        }
        builder.packet(Packet.named(METER, Element.THRESHOLD).trigger(Trigger.on(TradingKinds.FEED))
            .property("reads", "[" + MarketDataProcessor.NAME + "]").property("effects", "none")
            .property("base_time", "900ns")
            .handler(EmbeddingExample.SpreadMeter.class, EmbeddingExample.SpreadMeter::new).build());
        plain.bonds().forEach(builder::bond);
        plain.properties().forEach(builder::property);
        return builder.ionic(MarketDataProcessor.NAME, METER, AlgorithmicTrader.NAME).build();
    }

    private static Optimisation optimise(final int nodes, final Goal goal)
    {
        final Molecule molecule = molecule();
        return Optimiser.optimise(molecule, CostModel.declared(molecule.structure(), HostCosts.ASSUMED),
            OptimiserOptions.onNodes(nodes).withGoal(goal));
    }

    @Test
    void shouldSendTheSameOrdersWithABondRelaxed() throws Exception
    {
        final Optimisation optimisation = optimise(3, Goal.LATENCY);
        assertThat(optimisation.steps()).extracting(OptimisationStep::kind).contains(StepKind.RELAXATION);
        assertThat(optimisation.structure()).isNotEqualTo(optimisation.original());

        assertSameOrders(optimisation);
    }

    @Test
    void shouldSendTheSameOrdersSpreadOverNodes() throws Exception
    {
        final Optimisation optimisation = optimise(4, Goal.THROUGHPUT);
        assertThat(optimisation.after().nodes()).isGreaterThan(2);

        assertSameOrders(optimisation);
    }

    private static void assertSameOrders(final Optimisation optimisation) throws Exception
    {
        try (EngineRun optimised = run(optimisation.apply(molecule()), optimisation))
        {
            final Map<String, Long> hashes = expected.reactor().stateHashes();
            assertThat(expected.messages().size()).isGreaterThan(500);
            assertThat(optimised.orderBytes()).isEqualTo(expected.orderBytes());
            assertThat(optimised.output().streamHash()).isEqualTo(expected.output().streamHash());
            assertThat(optimised.reactor().stateHashes()).isEqualTo(hashes);
            assertThat(optimised.reactor().plan().nodes()).hasSize(optimisation.after().nodes());
        }
    }

    private static EngineRun run(final Molecule molecule, final Optimisation optimisation, final String... settings)
        throws Exception
    {
        final ReactorContext context = TradingEngine.context(molecule, EngineRun.config())
            .settings(EngineRun.settings(Files.createTempDirectory(directory, "run"), settings))
            .source("control", ControlSource.class, warmUp -> ControlSource.idle())
            .source("feed", ItchFeedSource.class, warmUp -> new ItchFeedSource(EngineRun.view(feed), Pacing.MAX));
        return EngineRun.of(optimisation == null ? context : context.planOptions(optimisation::planOptions)).complete();
    }
}
