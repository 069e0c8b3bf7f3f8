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
package io.packetflow.trading.venue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.feed.RecordedData;
import io.packetflow.trading.gateway.AllocationMeter;
import io.packetflow.trading.gateway.ouch.OuchSymbol;
import io.packetflow.trading.strategy.MarketMakerConfig;
import io.packetflow.trading.venue.generator.GeneratedFeed;
import io.packetflow.trading.venue.generator.GeneratorConfig;
import io.packetflow.trading.venue.generator.ReferenceMarket;
import org.junit.jupiter.api.Test;

final class TradingLoopTest
{
    private static final int SYMBOLS = 20;
    private static final int MAX_POSITION = 1_000;

    @Test
    void shouldMovePositionsBothWaysInAGeneratedMarket()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final TradingLoop loop = run(arena, 1);
            final VenueCounters counters = loop.venue.counters();

            assertThat(loop.highestPosition).isGreaterThan(200).isLessThanOrEqualTo(MAX_POSITION);
            assertThat(loop.lowestPosition).isLessThan(-200).isGreaterThanOrEqualTo(-MAX_POSITION);
            assertThat(counters.fills()).isGreaterThan(100).isLessThan(loop.orders / 2);
            assertThat(counters.refusedInputs() + counters.suppressedFills() + counters.malformedInputs()).isZero();
            assertThat(counters.timeReversals()).isZero();
            assertThat(loop.maker.unknownRefs()).isZero();
            assertThat(loop.venue.restingOrders()).isBetween(1, 2 * SYMBOLS);
        }
    }

    @Test
    void shouldEndInTheSameStateForTheSameMarketOnly()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final long first = run(arena, 1).stateHash();

            assertThat(run(arena, 1).stateHash()).isEqualTo(first);
            assertThat(run(arena, 2).stateHash()).isNotEqualTo(first);
        }
    }

    @Test
    void shouldTradeTheRecordedMarketSensibly() throws IOException
    {
        final List<String> lines =
            Files.readAllLines(RecordedData.file("golden/aapl_20200130_locate13_10k.itch50.bbo.csv"));
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final TradingLoop loop = new TradingLoop(
                new MarketMakerConfig(14, 100, 0, 200, 5, MAX_POSITION, 1), SimulatedVenueConfig.defaults(14), arena);
            loop.list(13, OuchSymbol.pack("AAPL"));

            for (final String line : lines)
            {
                final String[] fields = line.split(",", -1);
                loop.onInside(
                    13, Long.parseLong(fields[2]), Integer.parseInt(fields[3]), Long.parseLong(fields[4]),
                    Integer.parseInt(fields[5]), true, Long.parseLong(fields[1]));
            }

            assertThat(loop.orders).isBetween(500L, 2L * lines.size());
            assertThat(loop.venue.counters().fills()).isBetween(20L, loop.orders / 4);
            assertThat(loop.highestPosition).isBetween(100, MAX_POSITION);
            assertThat(loop.lowestPosition).isBetween(-MAX_POSITION, -100);
            assertThat(loop.maker.unknownRefs()).isZero();
        }
    }

    @Test
    void shouldAllocateNothing()
    {
        try (Arena arena = new Arena(HugePages.OFF))
        {
            final TradingLoop loop = loop(arena);
            for (int locate = 1; locate <= SYMBOLS; locate++)
            {
                loop.list(locate, OuchSymbol.pack("SYM" + locate));
            }
            final long[] time = new long[1];

            final long bytes = AllocationMeter.bytesOf(() ->
            {
                for (int i = 0; i < 20_000; i++)
                {
                    time[0] += 15_000;
                    final long bid = 1_000_000 + 100L * (i % 17 > 8 ? 17 - i % 17 : i % 17);
                    loop.onInside(1 + (i & 7), bid, 400, bid + 200, 300, true, time[0]);
                }
            });

            assertThat(loop.venue.counters().fills()).isPositive();
            assertThat(bytes).isZero();
        }
    }

    private static TradingLoop run(final Arena arena, final long seed)
    {
        final TradingLoop loop = loop(arena);
        final GeneratedFeed feed =
            GeneratedFeed.inMemory(GeneratorConfig.of(60_000, seed, SYMBOLS, 1_000), arena);
        final Slab slab = feed.slab();
        final ReferenceMarket market = new ReferenceMarket();
        long at = 0;
        int length = slab.getShortBigEndian(at);
        while (length != 0)
        {
            market.apply(slab, at + 2);
            final int locate = slab.getShortBigEndian(at + 3);
            if (slab.getByte(at + 2) == 'R')
            {
                loop.list(locate, slab.getLong(at + 13));
            }
            else if (locate > 0)
            {
                loop.onInside(
                    locate, market.bestBid(locate), market.bidQuantity(locate), market.bestAsk(locate),
                    market.askQuantity(locate), market.isTradable(locate), market.timeNanos());
            }
            at += 2 + length;
            length = slab.getShortBigEndian(at);
        }
        return loop;
    }

    private static TradingLoop loop(final Arena arena)
    {
        return new TradingLoop(
            new MarketMakerConfig(SYMBOLS + 1, 100, 0, 200, 5, MAX_POSITION, 1),
            SimulatedVenueConfig.defaults(SYMBOLS + 1), arena);
    }
}
