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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.packetflow.engine.journal.ReplayException;
import io.packetflow.engine.journal.StandbyOptions;
import io.packetflow.engine.molecule.Molecule;
import io.packetflow.engine.molecule.Packet;
import io.packetflow.engine.periodic.Element;
import io.packetflow.engine.reactor.OfflineReplay;
import io.packetflow.engine.reactor.Reactor;
import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Invariant 4: however a market is gone through, live under any plan, again from its journal, from a snapshot, by a
 * restart or by a standby, state and orders are the same. The golden hashes make it so across JDKs and hosts too.
 */
class DeterminismTest
{
    private static final int MESSAGES = 5_000;
    private static final String GOLDEN = "state 4318ef4f81c3e396 orders b50dbbe7719d3123";
    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;
    private static final long FIRST_DRIFT = 1_234;

    @TempDir
    private Path directory;
    private final Arena memory = new Arena(HugePages.OFF);
    private final GeneratedFeed feed = EngineRun.generated(memory, MESSAGES);

    @AfterEach
    void free()
    {
        memory.close();
    }

    @Test
    void shouldComeToTheSameHoweverItIsGoneThrough() throws IOException
    {
        final Map<String, String> ways = new LinkedHashMap<>();
        for (final String plan : List.of("fused, one-node", "unfused, one-node", "unfused, two-nodes"))
        {
            final JournaledMarket market = new JournaledMarket(directory.resolve(plan), UnaryOperator.identity());
            assertThat(directory.resolve(plan).toFile().mkdir()).isTrue();
            final String[] parts = plan.split(", ", 2);
            try (Reactor live = market.run(EngineRun.view(feed), "grouping=" + parts[0], "plan=" + parts[1]))
            {
                ways.put("live, " + plan, text(live));
                again(market, plan, ways);
            }
        }

        ways.put("golden", GOLDEN);
        assertThat(ways.values()).as("%s", ways).containsOnly(GOLDEN);
    }

    private void again(final JournaledMarket market, final String plan, final Map<String, String> ways)
        throws IOException
    {
        final Path dead = market.copy();
        try (OfflineReplay replay = OfflineReplay.notBehind(market.replaying(dead), 0))
        {
            replay.run(Long.MAX_VALUE, sequence -> { });
            assertThat(replay.startSequence()).isZero();
            ways.put("replayed, " + plan, text(replay));
        }
        try (OfflineReplay replay = OfflineReplay.ofNewest(market.replaying(dead, "plan=two-nodes")))
        {
            replay.run(Long.MAX_VALUE, sequence -> { });
            assertThat(replay.startSequence()).isPositive();
            ways.put("from a snapshot, " + plan, text(replay));
        }
        try (Reactor standby = Reactor.prepare(market.running(market.copy(), EngineRun.view(feed))
            .standby(new StandbyOptions(StandbyOptions.DEFAULT_STALL_LIMIT_NANOS, false, () -> false))))
        {
            ways.put("standby, " + plan, text(standby));
        }
        try (Reactor restarted = Reactor.prepare(market.running(dead, EngineRun.view(feed))))
        {
            ways.put("restarted, " + plan, text(restarted));
        }
    }

    private static String text(final Reactor reactor)
    {
        return text(reactor.stateHashes(), reactor.resource(TradingEngine.OUTPUT, OrderOutput.class));
    }

    private static String text(final OfflineReplay replay)
    {
        return text(replay.stateHashes(), replay.resource(TradingEngine.OUTPUT, OrderOutput.class));
    }

    private static String text(final Map<String, Long> hashes, final OrderOutput output)
    {
        long state = 0;
        for (final long hash : hashes.values())
        {
            state = (state ^ hash) * GOLDEN_GAMMA;
            state ^= state >>> Integer.SIZE;
        }
        return String.format(Locale.ROOT, "state %016x orders %016x", state, output.streamHash());
    }

    @ParameterizedTest
    @EnumSource
    void shouldCatchAPacketThatIsNotDeterministic(final Drifting.From from) throws IOException
    {
        final JournaledMarket market = new JournaledMarket(directory, molecule -> drifting(molecule, from));
        try (Reactor live = market.run(EngineRun.view(feed)))
        {
            live.drain();
        }

        // A start does not go on with it, and names the packet.
        assertThatThrownBy(() -> Reactor.prepare(market.running(market.journal(), EngineRun.view(feed))))
            .isInstanceOf(ReplayException.class).hasMessageContaining("{" + Drifting.NAME + "=")
            .hasMessageContaining("is not deterministic");
        // Two replays find the instance at which it begins.
        assertThat(firstDifference(market)).isEqualTo(Drifting.NAME + " differs first at instance " + FIRST_DRIFT);
    }

    private static Molecule drifting(final Molecule molecule, final Drifting.From from)
    {
        return molecule.toBuilder().packet(Packet.named(Drifting.NAME, Element.AGGREGATE)
            .handler(Drifting.class, context -> new Drifting(context, from, FIRST_DRIFT)).build()).build();
    }

    private static String firstDifference(final JournaledMarket market) throws IOException
    {
        final List<String> found = new ArrayList<>();
        try (OfflineReplay one = OfflineReplay.notBehind(market.replaying(market.journal()), 0);
            OfflineReplay other = OfflineReplay.notBehind(market.replaying(market.journal()), 0))
        {
            one.walk(FIRST_DRIFT + 1, instance ->
            {
                final long sequence = one.lastSequence();
                other.run(sequence, passed -> { });
                final Map<String, Long> hashes = other.stateHashes();
                one.stateHashes().forEach((packet, hash) ->
                {
                    if (!hash.equals(hashes.get(packet)))
                    {
                        found.add(packet + " differs first at instance " + sequence);
                    }
                });
                return found.isEmpty();
            });
        }
        return String.join(", ", found);
    }
}
