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

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.memory.Slab;
import io.packetflow.trading.gateway.ouch.OuchDecoder;
import io.packetflow.trading.gateway.ouch.OuchEncoder;
import io.packetflow.trading.gateway.ouch.OuchLengths;
import io.packetflow.trading.gateway.ouch.OuchOrderTerms;
import io.packetflow.trading.gateway.ouch.OuchSymbol;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SimulatedVenueTest
{
    private static final int LOCATE = 2;
    private static final long SYMBOL = OuchSymbol.pack("AAPL");
    private static final long LATENCY_NANOS = 1_000;

    private final Arena arena = new Arena(HugePages.OFF);
    private final Slab wire = arena.allocate(64, 64);
    private final SimulatedVenue venue = venue(64, 64);
    private final OuchEncoder client = new OuchEncoder(wire, OuchOrderTerms.day("PFLOW1"));

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldAcknowledgeAfterTheLatency()
    {
        assertThat(enter(1, 'B', 100, 1_000_000, 50)).isEqualTo(1);

        assertThat(venue.answers().isDue(1_049)).isFalse();
        assertThat(venue.answers().isDue(1_050)).isTrue();
        assertThat(venue.answers().headTimeNanos()).isEqualTo(1_050);
        assertThat(venue.answers().headLocate()).isEqualTo(LOCATE);
        assertThat(drain()).containsExactly("A 1 100@1000000");
        assertThat(venue.restingOrders()).isEqualTo(1);
    }

    @Test
    void shouldFillAShareWhenTheOtherSideReachesTheOrder()
    {
        inside(1_000_000, 1_000_300, 400);
        enter(1, 'B', 150, 1_000_000, 1);
        drain();

        // A quarter of the four hundred displayed, twice, and the order has only 150.
        assertThat(inside(999_900, 1_000_000, 400)).isEqualTo(1);
        assertThat(inside(999_900, 999_900, 400)).isEqualTo(1);
        assertThat(inside(999_900, 999_900, 500)).isZero();
        assertThat(drain()).containsExactly("E 1 100@1000000", "E 1 50@1000000");
        assertThat(venue.restingOrders()).isZero();
    }

    @Test
    void shouldFillOneInSixWhenLevelsVanishBehindTheOrder()
    {
        enter(1, 'S', 1_000, 1_000_300, 1);
        drain();

        final List<Integer> answers = new ArrayList<>();
        for (int i = 0; i < 12; i++)
        {
            answers.add(venue.onInside(LOCATE, 1_000_000, 80, 1_000_300, 80, true, i));
            answers.add(venue.onInside(LOCATE, 1_000_000, 80, 1_000_400, 80, true, i));
        }

        assertThat(answers.stream().mapToInt(Integer::intValue).sum()).isEqualTo(2);
        assertThat(answers.get(11)).isEqualTo(1);
        assertThat(drain()).containsExactly("E 1 20@1000300", "E 1 20@1000300");
    }

    @Test
    void shouldNotFillBehindTheLevelThatVanishedNorFromAnEmptiedSideNorInAHalt()
    {
        final SimulatedVenue eager = new SimulatedVenue(
            new SimulatedVenueConfig(4, 8, 64, LATENCY_NANOS, 25, 1), arena, wire);
        eager.list(LOCATE, SYMBOL);
        eager.onInside(LOCATE, 1_000_000, 100, 1_000_300, 100, true, 0);
        eager.onMessage(0, client.enter(0, 1, (byte)'B', 100, SYMBOL, 999_900), 0);

        // Passed over, our order becomes the best bid; nobody traded with it.
        assertThat(eager.onInside(LOCATE, 999_800, 100, 1_000_300, 100, true, 0)).isZero();
        assertThat(eager.onInside(LOCATE, 0, 0, 1_000_300, 100, true, 0)).isZero();
        assertThat(eager.onInside(LOCATE, 999_900, 100, 1_000_300, 100, true, 0)).isZero();
        assertThat(eager.onInside(LOCATE, 999_800, 100, 1_000_300, 100, false, 0)).isZero();
        assertThat(eager.onInside(LOCATE, 999_900, 100, 1_000_300, 100, true, 0)).isZero();
        assertThat(eager.onInside(LOCATE, 999_800, 100, 1_000_300, 100, true, 0)).isEqualTo(1);
    }

    @Test
    void shouldTakeDisplayedQuantityOnArrivalAndLetTheRestStay()
    {
        inside(1_000_000, 1_000_300, 40);

        assertThat(enter(1, 'B', 100, 1_000_500, 1)).isEqualTo(2);
        assertThat(enter(2, 'B', 100, 1_000_500, 1)).isEqualTo(1);

        assertThat(drain()).containsExactly("A 1 100@1000500", "E 1 40@1000300", "A 2 100@1000500");
        assertThat(venue.restingOrders()).isEqualTo(2);
    }

    @Test
    void shouldCancelWhatMayNotStay()
    {
        inside(1_000_000, 1_000_300, 40);
        final OuchEncoder immediate = new OuchEncoder(
            wire, new OuchOrderTerms('3', 'Y', 'P', 'N', 'N', "PFLOW1", List.of()));
        final OuchEncoder passive = new OuchEncoder(wire, OuchOrderTerms.postOnly("PFLOW1"));

        venue.onMessage(0, immediate.enter(0, 1, (byte)'B', 100, SYMBOL, 1_000_300), 0);
        inside(1_000_000, 1_000_300, 40);
        venue.onMessage(0, passive.enter(0, 2, (byte)'B', 100, SYMBOL, 1_000_300), 0);
        venue.onMessage(0, passive.enter(0, 3, (byte)'B', 100, SYMBOL, 1_000_200), 0);

        assertThat(drain()).containsExactly(
            "A 1 100@1000300", "E 1 40@1000300", "C 1 60 I", "A 2 100@1000300", "C 2 100 G", "A 3 100@1000200");
        assertThat(venue.restingOrders()).isEqualTo(1);
    }

    @Test
    void shouldReplaceModifyAndCancel()
    {
        enter(1, 'T', 100, 1_000_300, 0);
        venue.onMessage(0, client.replace(0, 1, 5, 80, 1_000_400), 0);
        venue.onMessage(0, client.modify(0, 5, (byte)'S', 70), 0);
        venue.onMessage(0, client.cancel(0, 5, 30), 0);
        venue.onMessage(0, client.cancel(0, 5, 0), 0);
        venue.onMessage(0, client.accountQuery(0), 0);

        assertThat(drain()).containsExactly(
            "A 1 100@1000300", "U 1>5 80@1000400", "M", "C 5 40 U", "C 5 30 U", "Q");
        assertThat(venue.restingOrders()).isZero();
        // Orders that are gone are not canceled again; the protocol says nothing.
        assertThat(venue.onMessage(0, client.cancel(0, 5, 0), 0)).isZero();
        assertThat(venue.counters().ignoredInputs()).isEqualTo(1);
    }

    @Test
    void shouldRejectWithTheReason()
    {
        enter(5, 'B', 100, 1_000_000, 0);
        enter(5, 'B', 100, 1_000_000, 0);
        venue.onMessage(0, client.enter(0, 6, (byte)'B', 100, OuchSymbol.pack("NONE"), 1), 0);
        enter(6, 'X', 100, 1_000_000, 0);
        enter(6, 'B', 0, 1_000_000, 0);
        enter(6, 'B', 1_000_000, 1_000_000, 0);
        enter(6, 'B', 100, 0, 0);
        enter(6, 'B', 100, 2_000_000_001L, 0);
        venue.onMessage(0, client.replace(0, 77, 6, 100, 1_000_000), 0);

        assertThat(drain()).containsExactly(
            "A 5 100@1000000", "J 5 1", "J 6 2", "J 6 3", "J 6 4", "J 6 4", "J 6 5", "J 6 5", "J 6 6");
        assertThat(venue.restingOrders()).isEqualTo(1);
    }

    @Test
    void shouldRejectWhatThePoolCannotHold()
    {
        final SimulatedVenue small = venue(1, 64);
        small.onMessage(0, client.enter(0, 1, (byte)'B', 100, SYMBOL, 1_000_000), 0);
        small.onMessage(0, client.enter(0, 2, (byte)'B', 100, SYMBOL, 1_000_000), 0);

        assertThat(small.counters().accepted()).isEqualTo(1);
        assertThat(small.counters().rejected()).isEqualTo(1);
    }

    @Test
    void shouldRefuseAndCountWhatTheQueueCannotHold()
    {
        final SimulatedVenue small = venue(64, SimulatedVenueConfig.MIN_ANSWERS);
        assertThat(small.onMessage(0, client.enter(0, 1, (byte)'B', 100, SYMBOL, 1_000_000), 0)).isEqualTo(1);

        assertThat(small.onMessage(0, client.enter(0, 2, (byte)'B', 100, SYMBOL, 1_000_000), 0))
            .isEqualTo(SimulatedVenue.REFUSED);
        assertThat(small.restingOrders()).isEqualTo(1);
        assertThat(small.counters().refusedInputs()).isEqualTo(1);

        small.answers().release();
        assertThat(small.onMessage(0, client.enter(0, 2, (byte)'B', 100, SYMBOL, 1_000_000), 0)).isEqualTo(1);
        for (int i = 0; i < 20; i++)
        {
            small.onInside(LOCATE, 999_000, 100, 1_000_000, 4, true, i);
        }
        assertThat(small.answers().size()).isEqualTo(SimulatedVenueConfig.MIN_ANSWERS);
        assertThat(small.counters().suppressedFills()).isEqualTo(13);
    }

    @Test
    void shouldCountMalformedMessagesAndTimeThatRunsBackwards()
    {
        final int length = client.enter(0, 1, (byte)'B', 100, SYMBOL, 1_000_000);

        assertThat(venue.onMessage(0, length - 1, 0)).isEqualTo(SimulatedVenue.MALFORMED);
        wire.putByte(0, (byte)'?');
        assertThat(venue.onMessage(0, 64, 0)).isEqualTo(SimulatedVenue.MALFORMED);
        enter(1, 'B', 100, 1_000_000, 500);
        enter(2, 'B', 100, 1_000_000, 400);

        assertThat(venue.counters().malformedInputs()).isEqualTo(2);
        assertThat(venue.counters().timeReversals()).isEqualTo(1);
        venue.answers().release();
        assertThat(venue.answers().headTimeNanos()).isEqualTo(500 + LATENCY_NANOS);
    }

    @Test
    void shouldFillByPriceAndThenByTime()
    {
        enter(1, 'B', 10, 1_000_000, 0);
        enter(2, 'B', 10, 1_000_100, 0);
        enter(3, 'B', 10, 1_000_100, 0);
        enter(4, 'B', 10, 999_900, 0);
        drain();

        inside(999_000, 999_900, 100);

        assertThat(drain()).containsExactly("E 2 10@1000100", "E 3 10@1000100", "E 1 5@1000000");
    }

    @Test
    void shouldAgreeWithAMapOnWhichOrdersRest()
    {
        final long seed = 4_711;
        final SplittableRandom random = new SplittableRandom(seed);
        final SimulatedVenue subject = venue(300, 64);
        final Map<Integer, Integer> live = new HashMap<>();
        final List<Integer> refs = new ArrayList<>();
        for (int ref = 1; ref < 20_000; ref += 1 + random.nextInt(2))
        {
            final int draw = random.nextInt(10);
            final Integer known = refs.isEmpty() ? null : refs.get(random.nextInt(refs.size()));
            if ((live.size() < 200 && draw < 5) || known == null)
            {
                subject.onMessage(
                    0, client.enter(0, ref, (byte)'B', 1 + random.nextInt(99), SYMBOL, 1 + random.nextInt(50)), 0);
                live.put(ref, 1);
                refs.add(ref);
            }
            else if (draw < 7)
            {
                subject.onMessage(0, client.replace(0, known, ref, 50, 1 + random.nextInt(50)), 0);
                refs.remove(known);
                refs.add(ref);
                live.remove(known);
                live.put(ref, 1);
            }
            else
            {
                subject.onMessage(0, client.cancel(0, known, 0), 0);
                refs.remove(known);
                live.remove(known);
            }
            while (subject.answers().size() > 0)
            {
                subject.answers().release();
            }
            assertThat(subject.restingOrders()).as("seed %d ref %d", seed, ref).isEqualTo(live.size());
        }
        assertThat(subject.counters().ignoredInputs() + subject.counters().rejected()).isZero();
    }

    @Test
    void shouldNameEverythingThatIsWrongWithAConfiguration()
    {
        assertThatThrownBy(() -> new SimulatedVenueConfig(0, 0, 0, -1, 101, 0))
            .hasMessageContaining("symbols=0")
            .hasMessageContaining("maxOrders=0")
            .hasMessageContaining("maxAnswers=0")
            .hasMessageContaining("latencyNanos=-1")
            .hasMessageContaining("displayedSharePercent=101")
            .hasMessageContaining("removalsPerTrade=0");
        assertThat(venue.list(-1, SYMBOL)).isFalse();
        assertThat(venue.list(4, SYMBOL)).isFalse();
    }

    private SimulatedVenue venue(final int maxOrders, final int maxAnswers)
    {
        final SimulatedVenue created = new SimulatedVenue(
            new SimulatedVenueConfig(4, maxOrders, maxAnswers, LATENCY_NANOS, 25, 6), arena, wire);
        assertThat(created.list(LOCATE, SYMBOL)).isTrue();
        return created;
    }

    private int enter(final int ref, final char side, final int quantity, final long price, final long time)
    {
        return venue.onMessage(0, client.enter(0, ref, (byte)side, quantity, SYMBOL, price), time);
    }

    private int inside(final long bid, final long ask, final int quantity)
    {
        return venue.onInside(LOCATE, bid, quantity, ask, quantity, true, 0);
    }

    private List<String> drain()
    {
        final OutboundQueue answers = venue.answers();
        final OuchDecoder decoder = new OuchDecoder(answers.slab());
        final List<String> texts = new ArrayList<>();
        while (answers.size() > 0)
        {
            decoder.wrap(answers.headOffset());
            assertThat(OuchLengths.outbound(answers.slab(), answers.headOffset(), 112))
                .isEqualTo(answers.headLength());
            texts.add(text(decoder));
            answers.release();
        }
        return texts;
    }

    private static String text(final OuchDecoder d)
    {
        return switch (d.type())
        {
            case 'A' -> "A " + d.userRef() + " " + d.acceptedQuantity() + "@" + d.acceptedPriceE4();
            case 'U' -> "U " + d.replacedOriginalRef() + ">" + d.replacedUserRef() + " " + d.replacedQuantity() + "@" +
                    d.replacedPriceE4();
            case 'C' -> "C " + d.userRef() + " " + d.canceledQuantity() + " " + (char)d.canceledReason();
            case 'E' -> "E " + d.userRef() + " " + d.executedQuantity() + "@" + d.executedPriceE4();
            case 'J' -> "J " + d.userRef() + " " + d.rejectedReason();
            default -> String.valueOf((char)d.type());
        };
    }
}
