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

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;

import io.packetflow.engine.control.ControlSource;
import io.packetflow.engine.language.build.BlueprintFile;
import io.packetflow.engine.molecule.Area;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.plan.PlanHash;
import io.packetflow.engine.reactor.PlannedCode;
import io.packetflow.engine.reactor.ReactorContext;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TradingProgramTest
{
    private static final int MESSAGES = 30_000;

    @TempDir
    private Path directory;

    private static void assertEqual(final Molecule program, final Molecule java)
    {
        assertThat(program.structure()).isEqualTo(java.structure());
        assertThat(program.kinds()).isEqualTo(java.kinds());
        assertThat(program.liveOrders()).isEqualTo(java.liveOrders());
        assertThat(program.resources()).extracting(resource -> resource.name() + resource.type())
            .isEqualTo(java.resources().stream().map(resource -> resource.name() + resource.type()).toList());
        assertThat(program.packets()).extracting(TradingProgramTest::text)
            .isEqualTo(java.packets().stream().map(TradingProgramTest::text).toList());
    }

    private static List<Object> text(final Packet packet)
    {
        return List.of(packet.name(), packet.element(), packet.trigger(), packet.handlerClass(), packet.resources(),
            packet.area().map(Area::layout), packet.area().map(Area::view), packet.properties());
    }

    @Test
    void shouldBuildTheMoleculeThatIsBuiltByHand()
    {
        final TradingConfig config = EngineRun.config();

        assertEqual(TradingEngine.molecule(config, HugePages.OFF), TwinEngine.molecule(config));
        assertEqual(TradingEngine.molecule(config.withoutVenue(), HugePages.OFF),
            TwinEngine.molecule(config.withoutVenue()));
        assertEqual(TradingProgram.shipped().molecule(config, HugePages.OFF, true),
            TradingEngine.journaled(TwinEngine.molecule(config)));
    }

    @Test
    void shouldStartFromABlueprintThatEqualsItsSource() throws IOException
    {
        try (InputStream kept = ShippedProgram.class.getResourceAsStream(ShippedProgram.BLUEPRINT))
        {
            assertThat(kept).as("the build puts the blueprint beside TradingEngine.pf").isNotNull();
            final byte[] bytes = kept.readAllBytes();

            assertThat(bytes).isEqualTo(ShippedProgram.compile().bytes());
        }
        assertThat(ShippedProgram.compile()).extracting(BlueprintFile::sourceHash).asString().hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"one-node", "two-nodes"})
    void shouldPlanLikeTheMoleculeThatIsBuiltByHand(final String plan) throws Exception
    {
        final TradingConfig config = EngineRun.config();

        final PlannedCode planned = PlannedCode.of(
            context(TradingEngine.molecule(config, HugePages.OFF), config, null, plan));
        final PlannedCode twin = PlannedCode.of(context(TwinEngine.molecule(config), config, null, plan));

        assertThat(PlanHash.of(planned.plan())).isEqualTo(PlanHash.of(twin.plan()));
        assertThat(planned.sources()).isEqualTo(twin.sources());
    }

    @Test
    void shouldSendTheOrdersOfTheMoleculeThatIsBuiltByHandOverAGeneratedMarket() throws Exception
    {
        try (Arena memory = new Arena(HugePages.OFF))
        {
            final GeneratedFeed feed = EngineRun.generated(memory, MESSAGES);

            assertSameOrders(EngineRun.view(feed), EngineRun.view(feed));
        }
    }

    @Test
    void shouldSendTheOrdersOfTheMoleculeThatIsBuiltByHandOverTheRecordedMarket() throws Exception
    {
        final Path recorded = RecordedData.aapl();

        assertSameOrders(ItchFile.open(recorded, HugePages.OFF), ItchFile.open(recorded, HugePages.OFF));
    }

    private void assertSameOrders(final ItchFile feed, final ItchFile again) throws Exception
    {
        final TradingConfig config = EngineRun.config();
        final byte[] orders = orders(context(TradingEngine.molecule(config, HugePages.OFF), config, feed, "one-node"));

        assertThat(orders).hasSizeGreaterThan(10_000)
            .isEqualTo(orders(context(TwinEngine.molecule(config), config, again, "one-node")));
    }

    private static byte[] orders(final ReactorContext context)
    {
        try (EngineRun run = EngineRun.of(context).complete())
        {
            return run.orderBytes();
        }
    }

    private ReactorContext context(
        final Molecule molecule, final TradingConfig config, final ItchFile feed, final String plan) throws Exception
    {
        return TradingEngine.context(molecule, config)
            .settings(EngineRun.settings(directory, "plan=" + plan))
            .source("control", ControlSource.class, warmUp -> ControlSource.idle())
            .source("feed", ItchFeedSource.class, warmUp -> new ItchFeedSource(feed, Pacing.MAX));
    }
}
