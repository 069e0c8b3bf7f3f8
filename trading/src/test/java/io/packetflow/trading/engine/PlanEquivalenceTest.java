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
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.feed.file.ItchFile;
import io.packetflow.trading.venue.generator.GeneratedFeed;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every plan of the molecule sends the same orders, byte for byte, and ends in the same state. */
class PlanEquivalenceTest
{
    private static final int MESSAGES = 20_000;

    private static final Arena MEMORY = new Arena(HugePages.OFF);

    @TempDir
    private static Path directory;

    private static GeneratedFeed feed;
    private static EngineRun fused;

    @BeforeAll
    static void runFusedOnOneNode() throws Exception
    {
        feed = EngineRun.generated(MEMORY, MESSAGES);
        fused = run(EngineRun.view(feed), "grouping=fused", "plan=one-node");
    }

    @AfterAll
    static void close()
    {
        fused.close();
        MEMORY.close();
    }

    @ParameterizedTest
    @CsvSource({"fused, two-nodes", "strict, one-node", "strict, two-nodes", "strict, node-per-group",
        "unfused, one-node", "unfused, two-nodes", "unfused, node-per-group"})
    void shouldSendTheSameOrdersOverAGeneratedMarket(final String grouping, final String plan) throws Exception
    {
        try (EngineRun other = run(EngineRun.view(feed), "grouping=" + grouping, "plan=" + plan))
        {
            assertSame(fused, other);
        }
    }

    @ParameterizedTest
    @CsvSource({"fused, two-nodes", "strict, one-node", "unfused, node-per-group"})
    void shouldSendTheSameOrdersOverTheRecordedMarket(final String grouping, final String plan) throws Exception
    {
        final Path recorded = RecordedData.aapl();
        try (EngineRun expected = run(ItchFile.open(recorded, HugePages.OFF), "grouping=fused", "plan=one-node");
            EngineRun other =
                run(ItchFile.open(recorded, HugePages.OFF), "grouping=" + grouping, "plan=" + plan))
        {
            assertSame(expected, other);
        }
    }

    @Test
    void shouldSendTheSameOrdersOnThreadsOfTheirOwn() throws Exception
    {
        try (EngineRun threaded = run(EngineRun.view(feed), "grouping=unfused", "plan=two-nodes",
            "threading=dedicated", "group.df.wait=yield", "group.cf.wait=yield", "group.ed.wait=yield"))
        {
            assertSame(fused, threaded);
        }
    }

    @Test
    void shouldReplayToTheSameState() throws Exception
    {
        try (EngineRun again = run(EngineRun.view(feed), "grouping=fused", "plan=one-node"))
        {
            assertSame(fused, again);
        }
    }

    private static EngineRun run(final ItchFile feed, final String... settings) throws Exception
    {
        final Path own = Files.createTempDirectory(directory, "run");
        return EngineRun.prepare(feed, EngineRun.config(), ControlSource.idle(), own, settings).complete();
    }

    private static void assertSame(final EngineRun expected, final EngineRun actual)
    {
        final Map<String, Long> hashes = expected.reactor().stateHashes();
        assertThat(expected.messages().size()).isGreaterThan(500);
        assertThat(actual.orderBytes()).isEqualTo(expected.orderBytes());
        assertThat(actual.output().streamHash()).isEqualTo(expected.output().streamHash());
        assertThat(actual.reactor().stateHashes()).isEqualTo(hashes);
    }
}
