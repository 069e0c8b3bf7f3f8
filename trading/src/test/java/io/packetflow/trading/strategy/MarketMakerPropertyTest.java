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
package io.packetflow.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a market maker keeps to whatever the market and the venue do. */
final class MarketMakerPropertyTest
{
    private static final long SEED = 987_654_321;
    private static final int ROUNDS = 50_000;
    private static final int SYMBOLS = 3;
    private static final int LOT = 100;
    private static final int MAX_POSITION = 700;

    private final SplittableRandom random = new SplittableRandom(SEED);
    private final Arena arena = new Arena(HugePages.OFF);
    private final MarketMaker maker =
        new MarketMaker(new MarketMakerConfig(SYMBOLS, LOT, 1, 150, 4, MAX_POSITION, 1), arena);
    /** Shares open by the reference of their order. */
    private final Map<Integer, Integer> live = new HashMap<>();
    private int round;
    private int lastRef;

    /** An intent, kept while the maker decides again. */
    private record Want(int action, int ref, int original)
    {
        static Want of(final OrderIntents intents, final int index)
        {
            return new Want(intents.action(index), intents.userRef(index), intents.originalUserRef(index));
        }
    }

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldKeepItsPromisesAgainstARandomVenue()
    {
        for (round = 0; round < ROUNDS; round++)
        {
            moveMarket();
            while (maker.intents().count() > 0)
            {
                requirePromises();
                answerAll();
            }
            if (!live.isEmpty() && random.nextInt(3) == 0)
            {
                trade();
            }
        }
        assertThat(live.size()).isLessThanOrEqualTo(2 * SYMBOLS);
    }

    private void moveMarket()
    {
        final int locate = random.nextInt(SYMBOLS);
        final int bid = 10_000 * random.nextInt(1, 4) + 100 * random.nextInt(20);
        final int ask = bid + 100 * random.nextInt(-1, 8);
        maker.decide(maker.onInside(
            locate, bid, random.nextInt(3), ask, random.nextInt(3), random.nextInt(20) > 0));
    }

    /** References grow, positions stay within the limit, and prices on the grid. */
    private void requirePromises()
    {
        final OrderIntents wants = maker.intents();
        for (int i = 0; i < wants.count(); i++)
        {
            if (wants.action(i) != OrderIntents.CANCEL)
            {
                assertThat(wants.userRef(i)).as("seed %d round %d", SEED, round).isGreaterThan(lastRef);
                lastRef = wants.userRef(i);
                final int sign = wants.side(i) == 'B' ? 1 : -1;
                assertThat(Math.abs(maker.position(wants.locate()) + sign * LOT))
                    .as("seed %d round %d", SEED, round).isLessThanOrEqualTo(MAX_POSITION);
                assertThat(wants.priceE4(i) % 100).as("seed %d round %d", SEED, round).isZero();
            }
        }
    }

    private void trade()
    {
        final int ref = live.keySet().stream().skip(random.nextInt(live.size())).findFirst().orElseThrow();
        final int quantity = random.nextInt(1, live.get(ref) + 1);
        live.computeIfPresent(ref, (key, open) -> open == quantity ? null : (Integer)(open - quantity));
        maker.decide(maker.onExecuted(ref, quantity, 10_000));
        assertThat(maker.unknownRefs()).as("seed %d round %d", SEED, round).isZero();
        while (maker.intents().count() > 0)
        {
            answerAll();
        }
    }

    private void answerAll()
    {
        final Want[] wants = new Want[maker.intents().count()];
        for (int i = 0; i < wants.length; i++)
        {
            wants[i] = Want.of(maker.intents(), i);
        }
        for (final Want want : wants)
        {
            answer(want);
        }
    }

    /** A venue that rejects one request in ten. Intents that its answers cause are dropped as house refusals. */
    private void answer(final Want want)
    {
        final boolean rejected = random.nextInt(10) == 0;
        if (want.action() == OrderIntents.CANCEL && !rejected)
        {
            maker.decide(maker.onCanceled(want.ref(), live.remove(want.ref())));
        }
        else if (rejected)
        {
            maker.decide(maker.onRejected(want.ref()));
        }
        else if (want.action() == OrderIntents.ENTER)
        {
            live.put(want.ref(), LOT);
            maker.decide(maker.onAccepted(want.ref()));
        }
        else
        {
            live.remove(want.original());
            live.put(want.ref(), LOT);
            maker.decide(maker.onReplaced(want.ref(), want.original(), LOT));
        }
        refuseWhatIsWantedNow();
    }

    private void refuseWhatIsWantedNow()
    {
        final int[] refs = new int[maker.intents().count()];
        for (int i = 0; i < refs.length; i++)
        {
            refs[i] = maker.intents().userRef(i);
        }
        for (final int refused : refs)
        {
            maker.decide(maker.onRejected(refused));
        }
    }
}
