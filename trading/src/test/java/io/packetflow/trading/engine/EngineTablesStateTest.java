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

import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.StateImage;
import io.packetflow.risk.limit.RiskLimits;
import io.packetflow.risk.pretrade.PreTradeRisk;
import io.packetflow.risk.pretrade.Side;
import io.packetflow.trading.StateText;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Open orders, changed limits and the output, restored into fresh ones, go on as those that were saved. */
class EngineTablesStateTest
{
    private static final int RUNS = 20;
    private static final int STEPS = 2_000;
    private static final int CAPACITY = 64;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab source = arena.allocate(64, 64);
    private final StateImage image = new StateImage("table", HugePages.OFF);

    @AfterEach
    void free()
    {
        image.close();
        arena.close();
    }

    @Test
    void shouldGoOnFromRestoredOpenOrders()
    {
        for (long seed = 1; seed <= RUNS; seed++)
        {
            final OpenOrders saved = new OpenOrders(arena, CAPACITY);
            final OpenOrders restored = new OpenOrders(arena, CAPACITY);
            drive(saved, new SplittableRandom(seed), 1);

            image.save(saved);
            image.restore(restored);

            assertThat(StateText.of("orders", restored)).as("seed %d", seed)
                .isEqualTo(StateText.of("orders", saved));
            final long answers = drive(saved, new SplittableRandom(~seed), STEPS);
            assertThat(drive(restored, new SplittableRandom(~seed), STEPS)).as("seed %d", seed).isEqualTo(answers);
            assertThat(StateText.of("orders", restored)).as("seed %d", seed)
                .isEqualTo(StateText.of("orders", saved));
        }
    }

    @Test
    void shouldGoOnFromChangedLimits()
    {
        final RiskLimits limits = TradingConfig.simulation(8, 100).limits();
        for (long seed = 1; seed <= RUNS; seed++)
        {
            final PreTradeRisk savedRisk = new PreTradeRisk(arena, limits);
            final LimitChanges saved = new LimitChanges(limits, savedRisk.limits());
            final PreTradeRisk restoredRisk = new PreTradeRisk(arena, limits);
            final LimitChanges restored = new LimitChanges(limits, restoredRisk.limits());
            drive(saved, new SplittableRandom(seed));
            // A component may have other changes by then: they are forgotten.
            drive(restored, new SplittableRandom(seed + RUNS));

            image.save(state -> exchange(state, savedRisk, saved));
            image.restore(state -> exchange(state, restoredRisk, restored));
            drive(saved, new SplittableRandom(~seed));
            drive(restored, new SplittableRandom(~seed));

            assertThat(StateText.of("changes", restored)).as("seed %d", seed)
                .isEqualTo(StateText.of("changes", saved));
            assertThat(StateText.of("risk", restoredRisk)).as("seed %d", seed)
                .isEqualTo(StateText.of("risk", savedRisk));
            assertThat(restored.refusedCount()).isEqualTo(saved.refusedCount()).isPositive();
        }
    }

    @Test
    void shouldHandOutAfterwardsWhatWasNotReadBefore()
    {
        final OrderOutput saved = new OrderOutput(arena, 16, true);
        final OrderOutput restored = new OrderOutput(arena, 16, true);
        send(saved, 10);
        saved.drain((message, length) -> assertThat(length).isPositive());
        send(saved, 5);

        image.save(saved);
        image.restore(restored);

        assertThat(restored.count()).isEqualTo(15);
        assertThat(restored.hasRoomFor(11)).isTrue();
        assertThat(restored.hasRoomFor(12)).isFalse();
        send(saved, 3);
        send(restored, 3);
        assertThat(restored.streamHash()).isEqualTo(saved.streamHash());
        assertThat(drained(restored)).isEqualTo(drained(saved)).isEqualTo(8);
    }

    @Test
    void shouldOweNothingToAReaderThatHadGone()
    {
        final OrderOutput saved = new OrderOutput(arena, 16, true);
        final OrderOutput restored = new OrderOutput(arena, 16, true);
        send(saved, 10);
        assertThat(drained(saved)).isEqualTo(10);
        saved.endReading();
        // From here on the router only counts.
        count(saved, 90);

        image.save(saved);
        image.restore(restored);

        assertThat(restored.hasRoomFor(16)).isTrue();
        assertThat(restored.readAgain()).isEqualTo(100);
        assertThat(drained(restored)).isZero();
        assertThat(restored.count()).isEqualTo(100);
        send(restored, 4);
        assertThat(restored.readAgain()).as("what lies before was never in a slot").isEqualTo(100);
        assertThat(drained(restored)).isEqualTo(4);
    }

    @Test
    void shouldBeTheSameStateWithAReaderAndWithout()
    {
        final OrderOutput saved = new OrderOutput(arena, 16, false);
        final OrderOutput restored = new OrderOutput(arena, 16, true);
        count(saved, 5);

        image.save(saved);
        image.restore(restored);

        try (StateImage again = new StateImage("table", HugePages.OFF))
        {
            again.save(restored);
            assertThat(StateText.of("image", again)).isEqualTo(StateText.of("image", image));
        }
    }

    @Test
    void shouldLeaveTheReadersPlaceAloneWhileItIsSaved()
    {
        final OrderOutput output = new OrderOutput(arena, 16, true);
        send(output, 3);

        // The reader reads between the moment at which its place is saved and the end of the save.
        output.exchange(new ReadingMeanwhile(output));

        assertThat(output.hasRoomFor(16)).isTrue();
    }

    @Test
    void shouldNameTheTableThatHasAnotherSize()
    {
        image.save(new OpenOrders(arena, CAPACITY));
        assertThatThrownBy(() -> image.restore(new OpenOrders(arena, CAPACITY + 1)))
            .isInstanceOf(StateException.class)
            .hasMessageStartingWith(
                "saved state does not fit table.capacity: expected 65 as configured here, found 64");

        image.save(new OrderOutput(arena, 16, true));
        assertThatThrownBy(() -> image.restore(new OrderOutput(arena, 32, true)))
            .hasMessageStartingWith("saved state does not fit table.slots: expected slab of 2048 bytes, found 1024");
    }

    /** Adds, replaces, reduces and forgets orders; answers a hash of where they were found. */
    private static long drive(final OpenOrders orders, final SplittableRandom random, final int firstRef)
    {
        long answers = 0;
        for (int ref = firstRef; ref < firstRef + STEPS; ref++)
        {
            final int record = orders.find(Math.max(1, ref - random.nextInt(200)));
            answers = answers * 31 + record;
            if (record == OpenOrders.NONE)
            {
                answers += orders.add(ref, random.nextInt(5), Side.BUY, 100 + random.nextInt(50),
                    1 + random.nextInt(100));
            }
            else
            {
                change(orders, random, record, ref);
            }
        }
        return answers;
    }

    private static void change(
        final OpenOrders orders, final SplittableRandom random, final int record, final int ref)
    {
        final int quantity = 1 + random.nextInt(100);
        if (!orders.isReplaceUnderWay(record))
        {
            if (random.nextBoolean())
            {
                orders.replaceUnderWay(record, ref, 90 + random.nextInt(90), quantity);
            }
            else
            {
                orders.remove(record);
            }
        }
        else if (orders.isEnded(record) || random.nextInt(4) == 0)
        {
            orders.remove(record);
        }
        else
        {
            switch (random.nextInt(4))
            {
                case 0 -> orders.replaced(record, quantity);
                case 1 -> orders.replaceRefused(record);
                case 2 -> orders.endBeforeReplace(record);
                default -> orders.reduce(record, quantity);
            }
        }
    }

    private static void drive(final LimitChanges changes, final SplittableRandom random)
    {
        for (int i = 0; i < 20; i++)
        {
            changes.change(1 + random.nextInt(LimitTarget.values().length + 1), random.nextInt(9),
                random.nextInt(10_000) - 500);
        }
    }

    private static void exchange(final StateExchange state, final PreTradeRisk risk, final LimitChanges changes)
    {
        state.part("risk", risk);
        state.part("changes", changes);
    }

    private void count(final OrderOutput output, final int messages)
    {
        for (int i = 0; i < messages; i++)
        {
            source.putLong(0, output.count());
            output.count(source, 0, 40);
        }
    }

    private void send(final OrderOutput output, final int messages)
    {
        for (int i = 0; i < messages; i++)
        {
            source.putLong(0, output.count());
            output.write(source, 0, 40);
            output.count(source, 0, 40);
        }
    }

    private static int drained(final OrderOutput output)
    {
        final AtomicInteger count = new AtomicInteger();
        output.drain((message, length) -> count.incrementAndGet());
        return count.get();
    }
}
