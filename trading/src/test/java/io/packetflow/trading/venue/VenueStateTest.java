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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.StateImage;
import io.packetflow.trading.StateText;
import io.packetflow.trading.strategy.MarketMaker;
import io.packetflow.trading.strategy.MarketMakerConfig;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A market maker and a venue that are restored into fresh ones go on as those that were saved. */
class VenueStateTest
{
    private static final int SYMBOLS = 8;
    private static final int STEPS = 4_000;

    private final Arena arena = new Arena(HugePages.OFF);
    private final StateImage image = new StateImage("market", HugePages.OFF);

    @AfterEach
    void free()
    {
        image.close();
        arena.close();
    }

    @Test
    void shouldGoOnFromRestoredOrdersQuotesAndAnswers()
    {
        for (long seed = 1; seed <= 10; seed++)
        {
            final TradingLoop saved = loop();
            final TradingLoop restored = loop();
            list(saved);
            drive(saved, new SplittableRandom(seed), 0);
            saved.maker.onAccepted(Integer.MAX_VALUE);
            assertThat(saved.maker.unknownRefs()).isPositive();
            for (final String rare : List.of("refusedInputs", "suppressedFills", "malformedInputs", "timeReversals"))
            {
                StateText.set(saved.venue.counters(), rare, seed + rare.length());
            }
            assertThat(saved.venue.answers().size()).as("answers wait").isPositive();

            image.save(state -> exchange(saved, state));
            image.restore(state -> exchange(restored, state));
            for (int locate = 0; locate < SYMBOLS; locate++)
            {
                restored.symbol(locate, locate + 1L);
            }

            assertSame(saved, restored, seed);
            drive(saved, new SplittableRandom(~seed), STEPS);
            drive(restored, new SplittableRandom(~seed), STEPS);
            assertSame(saved, restored, seed);
            assertThat(saved.venue.counters().fills()).isPositive();
        }
    }

    @Test
    void shouldNameThePartThatHasAnotherSize()
    {
        image.save(loop().venue);
        final SimulatedVenueConfig larger = new SimulatedVenueConfig(SYMBOLS, 200, 64, 1_000, 25, 6);
        assertThatThrownBy(() -> image.restore(new SimulatedVenue(larger, arena, arena.allocate(64, 64))))
            .isInstanceOf(StateException.class)
            .hasMessageStartingWith("saved state does not fit market.orders.orders: expected slab of 12800 bytes, " +
                "found " + (2 * SYMBOLS * 64));

        image.save(loop().maker);
        assertThatThrownBy(() -> image.restore(new MarketMaker(MarketMakerConfig.defaults(SYMBOLS + 1), arena)))
            .hasMessageStartingWith("saved state does not fit market.symbols: expected 9 as configured here, found 8");
    }

    private TradingLoop loop()
    {
        return new TradingLoop(MarketMakerConfig.defaults(SYMBOLS), SimulatedVenueConfig.defaults(SYMBOLS), arena);
    }

    private static void list(final TradingLoop loop)
    {
        for (int locate = 0; locate < SYMBOLS; locate++)
        {
            loop.list(locate, locate + 1L);
        }
    }

    private static void exchange(final TradingLoop loop, final StateExchange state)
    {
        state.part("maker", loop.maker);
        state.part("venue", loop.venue);
    }

    /** Moves the insides at random, ending right after a change, so that answers are under way. */
    private static void drive(final TradingLoop loop, final SplittableRandom random, final int firstStep)
    {
        for (int step = firstStep; step < firstStep + STEPS; step++)
        {
            final int bid = 1_000_000 + random.nextInt(-3, 4) * 100;
            final int ask = bid + random.nextInt(1, 4) * 100;
            loop.onInside(random.nextInt(SYMBOLS), random.nextInt(20) == 0 ? 0 : bid, 100 * random.nextInt(1, 9), ask,
                100 * random.nextInt(1, 9), random.nextInt(30) != 0, step * 5_000L);
        }
    }

    private static void assertSame(final TradingLoop expected, final TradingLoop actual, final long seed)
    {
        assertThat(actual.stateHash()).as("seed %d", seed).isEqualTo(expected.stateHash());
        assertThat(StateText.of("venue", actual.venue, VenueStateTest::isState)).as("seed %d", seed)
            .isEqualTo(StateText.of("venue", expected.venue, VenueStateTest::isState));
        assertThat(StateText.of("maker", actual.maker)).as("seed %d", seed)
            .isEqualTo(StateText.of("maker", expected.maker));
    }

    /** The messages of the client belong to him. */
    private static boolean isState(final String path)
    {
        return !path.equals("venue.inbound");
    }
}
