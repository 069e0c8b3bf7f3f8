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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.trading.gateway.AllocationMeter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MarketMakerTest
{
    private static final int LOCATE = 3;

    private final Arena arena = new Arena(HugePages.OFF);
    private final MarketMaker maker = new MarketMaker(MarketMakerConfig.defaults(8), arena);
    private final OrderIntents intents = maker.intents();
    private final MarketMakerReport report = new MarketMakerReport(maker);

    @AfterEach
    void free()
    {
        arena.close();
    }

    @Test
    void shouldJoinTheInsideOnBothSides()
    {
        assertThat(inside(1_000_000, 1_000_300)).isEqualTo(2);

        assertIntent(0, OrderIntents.ENTER, 'B', 1_000_000, 1, 0);
        assertIntent(1, OrderIntents.ENTER, 'S', 1_000_300, 2, 0);
        assertThat(intents.locate()).isEqualTo(LOCATE);
        assertThat(intents.quantity(0)).isEqualTo(100);
    }

    @Test
    void shouldDoNothingWhileItsRequestsAreUnderWayAndCatchUpWhenTheyAreAnswered()
    {
        inside(1_000_000, 1_000_300);

        assertThat(inside(1_000_100, 1_000_400)).isZero();
        assertThat(maker.decide(maker.onAccepted(1))).isEqualTo(1);
        assertIntent(0, OrderIntents.REPLACE, 'B', 1_000_100, 3, 1);
        assertThat(maker.decide(maker.onAccepted(2))).isEqualTo(1);
        assertIntent(0, OrderIntents.REPLACE, 'S', 1_000_400, 4, 2);
        assertThat(maker.decide(maker.onReplaced(3, 1, 100))).isZero();
        assertThat(maker.decide(maker.onReplaced(4, 2, 100))).isZero();
        assertThat(report.workingPriceE4(LOCATE, MarketMakerLayout.BID)).isEqualTo(1_000_100);
        assertThat(report.workingPriceE4(LOCATE, MarketMakerLayout.ASK)).isEqualTo(1_000_400);
    }

    @Test
    void shouldDoNothingWhenOnlyQuantitiesChange()
    {
        quote();

        assertThat(maker.decide(maker.onInside(LOCATE, 1_000_000, 7, 1_000_300, 9_999, true))).isZero();
        assertThat(inside(1_000_000, 1_000_300)).isZero();
    }

    @Test
    void shouldLeanAgainstItsPosition()
    {
        quote();

        // Two hundred shares are one tick.
        assertThat(maker.decide(maker.onExecuted(1, 100, 1_000_000))).isEqualTo(1);
        assertIntent(0, OrderIntents.ENTER, 'B', 1_000_000, 3, 0);
        maker.decide(maker.onAccepted(3));
        assertThat(maker.decide(maker.onExecuted(3, 100, 1_000_000))).isEqualTo(2);
        assertIntent(0, OrderIntents.ENTER, 'B', 999_900, 4, 0);
        assertIntent(1, OrderIntents.REPLACE, 'S', 1_000_200, 5, 2);
        assertThat(maker.position(LOCATE)).isEqualTo(200);
        assertThat(report.cashE4(LOCATE)).isEqualTo(-200L * 1_000_000);
        assertThat(report.worthE4(LOCATE)).isEqualTo(200L * 150);
    }

    @Test
    void shouldNeverLockOrCrossTheOtherSide()
    {
        final MarketMaker eager =
            new MarketMaker(new MarketMakerConfig(1, 100, 0, 100, 100, 10_000, 1), arena);
        eager.decide(eager.onInside(0, 1_000_000, 100, 1_000_100, 100, true));
        eager.decide(eager.onAccepted(1));
        eager.decide(eager.onAccepted(2));

        // Long by one lot it would sell a tick lower, which is the best bid.
        eager.decide(eager.onExecuted(1, 100, 1_000_000));

        assertThat(eager.intents().count()).isEqualTo(1);
        assertThat(eager.intents().priceE4(0)).isEqualTo(999_900);
        assertThat(eager.intents().side(0)).isEqualTo((byte)'B');
    }

    @Test
    void shouldKeepTheGridOfEachPriceRange()
    {
        final MarketMaker wide = new MarketMaker(new MarketMakerConfig(4, 100, 2, 100, 0, 1_000, 1), arena);

        wide.decide(wide.onInside(0, 9_000, 100, 9_010, 100, true));
        assertThat(wide.intents().priceE4(0)).isEqualTo(8_998);
        assertThat(wide.intents().priceE4(1)).isEqualTo(9_012);
        // From below a dollar to above: the ask lands on the cent grid, upwards.
        wide.decide(wide.onInside(1, 9_990, 100, 9_999, 100, true));
        assertThat(wide.intents().priceE4(1)).isEqualTo(10_100);
        // At a dollar: two cents down is below it, and valid.
        wide.decide(wide.onInside(2, 10_000, 100, 10_100, 100, true));
        assertThat(wide.intents().priceE4(0)).isEqualTo(9_800);
        assertThat(wide.intents().priceE4(1)).isEqualTo(10_300);
        // No price is left below: no bid.
        wide.decide(wide.onInside(3, 2, 100, 3, 100, true));
        assertThat(wide.intents().count()).isEqualTo(1);
        assertThat(wide.intents().side(0)).isEqualTo((byte)'S');
    }

    @Test
    void shouldStopASideAtThePositionLimit()
    {
        final MarketMaker small = new MarketMaker(new MarketMakerConfig(1, 100, 0, 1_000, 0, 150, 1), arena);
        small.decide(small.onInside(0, 1_000_000, 100, 1_000_300, 100, true));
        small.decide(small.onAccepted(1));
        small.decide(small.onAccepted(2));

        assertThat(small.decide(small.onExecuted(1, 60, 1_000_000))).isEqualTo(1);
        assertThat(small.intents().action(0)).isEqualTo(OrderIntents.CANCEL);
        assertThat(small.intents().originalUserRef(0)).isEqualTo(1);
        assertThat(small.intents().quantity(0)).isZero();
        assertThat(small.decide(small.onCanceled(1, 40))).isZero();
        // Back within the limit, the bid returns, and the ask that is gone as well.
        assertThat(small.decide(small.onExecuted(2, 100, 1_000_300))).isEqualTo(2);
        assertThat(small.intents().action(0)).isEqualTo(OrderIntents.ENTER);
        assertThat(small.position(0)).isEqualTo(-40);
    }

    @Test
    void shouldCancelWhereTheMarketIsNoMarket()
    {
        final long[][] noMarkets = {{0, 0, 1_000_300, 1}, {1_000_000, 1, 0, 0}, {1_000_300, 1, 1_000_300, 1},
            {1_000_400, 1, 1_000_300, 1}, {1_000_000, 0, 1_000_300, 1}, {-5, 1, 1_000_300, 1},
            {1_000_000, 1, 3_000_000_000L, 1}};
        int locate = 0;
        for (final long[] market : noMarkets)
        {
            final int symbol = locate++;
            maker.decide(maker.onInside(symbol, 1_000_000, 1, 1_000_300, 1, true));
            maker.decide(maker.onAccepted(intents.userRef(0)));
            maker.decide(maker.onAccepted(maker.lastUserRef()));

            assertThat(maker.decide(maker.onInside(symbol, market[0], (int)market[1], market[2], (int)market[3], true)))
                .as("bid %d x %d, ask %d x %d", market[0], market[1], market[2], market[3]).isEqualTo(2);
            assertThat(intents.action(0)).isEqualTo(OrderIntents.CANCEL);
            assertThat(intents.action(1)).isEqualTo(OrderIntents.CANCEL);
        }
        maker.decide(maker.onInside(7, 1_000_000, 1, 1_000_300, 1, true));
        maker.decide(maker.onAccepted(maker.lastUserRef() - 1));
        maker.decide(maker.onAccepted(maker.lastUserRef()));
        assertThat(maker.decide(maker.onInside(7, 1_000_000, 1, 1_000_300, 1, false))).isEqualTo(2);
    }

    @Test
    void shouldWaitForTheHysteresis()
    {
        final MarketMaker calm = new MarketMaker(new MarketMakerConfig(1, 100, 0, 200, 5, 1_000, 3), arena);
        calm.decide(calm.onInside(0, 1_000_000, 1, 1_000_900, 1, true));
        calm.decide(calm.onAccepted(1));
        calm.decide(calm.onAccepted(2));

        assertThat(calm.decide(calm.onInside(0, 1_000_200, 1, 1_000_900, 1, true))).isZero();
        assertThat(calm.decide(calm.onInside(0, 1_000_300, 1, 1_000_900, 1, true))).isEqualTo(1);
        assertThat(calm.intents().priceE4(0)).isEqualTo(1_000_300);
    }

    @Test
    void shouldRestAfterARefusalUntilTheMarketChanges()
    {
        inside(1_000_000, 1_000_300);

        assertThat(maker.decide(maker.onRejected(1))).isZero();
        assertThat(maker.decide(maker.onAccepted(2))).isZero();
        assertThat(inside(1_000_000, 1_000_300)).isZero();
        assertThat(inside(1_000_100, 1_000_300)).isEqualTo(1);
        assertIntent(0, OrderIntents.ENTER, 'B', 1_000_100, 3, 0);
    }

    @Test
    void shouldKeepTheOldOrderWhereItsReplacementIsRefused()
    {
        quote();
        inside(1_000_100, 1_000_300);
        assertIntent(0, OrderIntents.REPLACE, 'B', 1_000_100, 3, 1);

        maker.decide(maker.onRejected(3));

        assertThat(report.workingPriceE4(LOCATE, MarketMakerLayout.BID)).isEqualTo(1_000_000);
        assertThat(inside(1_000_200, 1_000_300)).isEqualTo(1);
        assertIntent(0, OrderIntents.REPLACE, 'B', 1_000_200, 4, 1);
    }

    @Test
    void shouldCancelWhatItIsAskedAboutWhileItDoesNotQuoteAndRememberTheMarket()
    {
        quote();
        maker.quoting(false);

        assertThat(maker.nextActive(0, LOCATE + 1)).isEqualTo(LOCATE);
        assertThat(maker.decide(maker.concernOf(LOCATE))).isEqualTo(2);
        assertIntent(0, OrderIntents.CANCEL, 'B', 0, 1, 1);
        assertIntent(1, OrderIntents.CANCEL, 'S', 0, 2, 2);
        assertThat(maker.decide(maker.concernOf(LOCATE))).as("both are under way").isZero();
        assertThat(inside(1_000_100, 1_000_400)).isZero();
        assertThat(maker.decide(maker.onCanceled(1, 100))).isZero();
        assertThat(maker.decide(maker.onCanceled(2, 100))).isZero();
        assertThat(maker.nextActive(0, LOCATE + 1)).isEqualTo(LOCATE + 1);
        assertThat(report.worthE4(LOCATE)).isZero();

        maker.quoting(true);
        assertThat(inside(1_000_200, 1_000_500)).isEqualTo(2);
        assertIntent(0, OrderIntents.ENTER, 'B', 1_000_200, 3, 0);
    }

    @Test
    void shouldCancelWhatIsUnderWayWhenItsAnswerComes()
    {
        inside(1_000_000, 1_000_300);
        maker.decide(maker.onAccepted(2));
        inside(1_000_000, 1_000_400);
        assertIntent(0, OrderIntents.REPLACE, 'S', 1_000_400, 3, 2);
        maker.quoting(false);
        assertThat(maker.decide(maker.concernOf(LOCATE))).as("an enter and a replace are under way").isZero();

        assertThat(maker.decide(maker.onAccepted(1))).isEqualTo(1);
        assertIntent(0, OrderIntents.CANCEL, 'B', 0, 1, 1);
        // Refused, so the order that should have been replaced is live, and nothing else would ever ask about it.
        assertThat(maker.decide(maker.onRejected(3))).isEqualTo(1);
        assertIntent(0, OrderIntents.CANCEL, 'S', 0, 2, 2);
    }

    @Test
    void shouldSurviveAFillThatOvertakesItsReplace()
    {
        quote();
        inside(1_000_100, 1_000_300);

        assertThat(maker.decide(maker.onExecuted(1, 100, 1_000_000))).isZero();
        assertThat(maker.decide(maker.onRejected(3))).isZero();
        assertThat(maker.position(LOCATE)).isEqualTo(100);
        assertThat(inside(1_000_000, 1_000_300)).isEqualTo(1);
        assertIntent(0, OrderIntents.ENTER, 'B', 1_000_000, 4, 0);
    }

    @Test
    void shouldSurviveAFillThatOvertakesItsCancel()
    {
        quote();
        maker.decide(maker.onInside(LOCATE, 0, 0, 0, 0, true));

        assertThat(maker.decide(maker.onExecuted(1, 100, 1_000_000))).isZero();
        assertThat(maker.decide(maker.onCanceled(2, 100))).isZero();
        assertThat(inside(1_000_000, 1_000_300)).isEqualTo(2);
        assertThat(maker.unknownRefs()).isZero();
    }

    @Test
    void shouldIgnoreAndCountAnswersToUnknownOrders()
    {
        quote();
        final long hash = report.stateHash();

        maker.decide(maker.onAccepted(77));
        maker.decide(maker.onAccepted(1));
        maker.decide(maker.onReplaced(78, 1, 100));
        maker.decide(maker.onReplaced(1, 2, 100));
        maker.decide(maker.onCanceled(79, 1));
        maker.decide(maker.onExecuted(80, 1, 1));
        maker.decide(maker.onRejected(81));

        assertThat(maker.unknownRefs()).isEqualTo(7);
        assertThat(report.stateHash()).isEqualTo(hash);
    }

    @Test
    void shouldHashWhatItKnowsAndNotWhereItLies()
    {
        final MarketMaker larger = new MarketMaker(MarketMakerConfig.defaults(5_000), arena);
        final MarketMakerReport largerReport = new MarketMakerReport(larger);
        assertThat(largerReport.stateHash()).isEqualTo(report.stateHash());

        inside(1_000_000, 1_000_300);
        assertThat(largerReport.stateHash()).isNotEqualTo(report.stateHash());
        larger.decide(larger.onInside(LOCATE, 1_000_000, 100, 1_000_300, 100, true));
        assertThat(largerReport.stateHash()).isEqualTo(report.stateHash());
    }

    @Test
    void shouldAllocateNothing()
    {
        final long bytes = AllocationMeter.bytesOf(() ->
        {
            for (int i = 0; i < 20_000; i++)
            {
                final int locate = i & 7;
                final long bid = 1_000_000 + 100L * (i % 13);
                maker.decide(maker.onInside(locate, bid, 100, bid + 200, 100, true));
                final int count = intents.count();
                final int first = intents.userRef(0);
                final int second = intents.userRef(1);
                final int firstOriginal = intents.originalUserRef(0);
                final int secondOriginal = intents.originalUserRef(1);
                answer(count > 0, first, firstOriginal);
                answer(count > 1, second, secondOriginal);
            }
        });

        assertThat(bytes).isZero();
    }

    @Test
    void shouldNameEverythingThatIsWrongWithAConfiguration()
    {
        assertThatThrownBy(() -> new MarketMakerConfig(0, 0, -1, 0, 101, 0, 0))
            .hasMessageContaining("symbols=0")
            .hasMessageContaining("lotQuantity=0")
            .hasMessageContaining("edgeTicks=-1")
            .hasMessageContaining("skewQuantity=0")
            .hasMessageContaining("maxSkewTicks=101")
            .hasMessageContaining("maxPosition=0")
            .hasMessageContaining("hysteresisTicks=0");
        assertThatThrownBy(() -> new MarketMakerConfig(1, 100, 0, 1, 0, 99, 1))
            .hasMessageContaining("maxPosition holds at least one lot");
    }

    private void answer(final boolean asked, final int userRef, final int original)
    {
        if (asked && original == 0)
        {
            maker.decide(maker.onAccepted(userRef));
        }
        else if (asked)
        {
            maker.decide(maker.onReplaced(userRef, original, 100));
        }
    }

    private void quote()
    {
        inside(1_000_000, 1_000_300);
        maker.decide(maker.onAccepted(1));
        maker.decide(maker.onAccepted(2));
    }

    private int inside(final long bid, final long ask)
    {
        return maker.decide(maker.onInside(LOCATE, bid, 100, ask, 100, true));
    }

    private void assertIntent(
        final int index, final int action, final char side, final long price, final int ref, final int original)
    {
        assertThat(intents.action(index)).isEqualTo(action);
        assertThat((char)intents.side(index)).isEqualTo(side);
        assertThat(intents.priceE4(index)).isEqualTo(price);
        assertThat(intents.userRef(index)).isEqualTo(ref);
        assertThat(intents.originalUserRef(index)).isEqualTo(original);
    }
}
