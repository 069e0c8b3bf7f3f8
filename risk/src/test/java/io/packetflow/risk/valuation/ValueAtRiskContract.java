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
package io.packetflow.risk.valuation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.HugePages;
import io.packetflow.layout.state.StateException;
import io.packetflow.layout.state.StateImage;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every method keeps, on random days; the seed stands in the message. */
abstract class ValueAtRiskContract
{
    static final int ACCOUNTS = 3;
    static final int INSTRUMENTS = 7;
    private static final int RUNS = 40;
    private static final int STEPS = 300;
    private static final int BUY = 0;
    private static final int[] LEVELS_PPM =
        {500_001, 750_000, 900_000, 950_000, 975_000, 980_000, 990_000, 995_000, 999_000, 999_999};

    final Arena arena = new Arena(HugePages.OFF);

    @AfterEach
    void close()
    {
        arena.close();
    }

    /** Makes a method over a table, with inputs drawn at random. */
    abstract ValueAtRisk method(ExposureTable exposures, SplittableRandom random);

    /** Draws the inputs of one instrument anew. */
    abstract void redraw(ValueAtRisk method, int instrument, SplittableRandom random);

    final PortfolioRisk book(final long seed)
    {
        final ExposureTable exposures = new ExposureTable(arena, ACCOUNTS, INSTRUMENTS);
        return new PortfolioRisk(exposures, method(exposures, new SplittableRandom(seed)));
    }

    @Test
    void shouldComeToTheSameIncrementallyAndByFullRevaluation()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0xF011_0000L + run;
            final PortfolioRisk risk = book(seed);
            final RandomDay day = new RandomDay(seed);
            final SplittableRandom random = new SplittableRandom(~seed);
            for (int part = 0; part < 5; part++)
            {
                day.trade(risk, STEPS);
                redrawOrRefuse(risk, random.nextInt(INSTRUMENTS), random);
                final long incremental = risk.stateHash();

                for (int account = 0; account < ACCOUNTS; account++)
                {
                    risk.revalue(account);
                }

                assertThat(risk.stateHash()).as("seed %x part %d", seed, part).isEqualTo(incremental);
            }
            assertThat(risk.refusedCount()).as("seed %x", seed).isPositive();
        }
    }

    /** What fits before may be too much with another row; then nothing changes. */
    private void redrawOrRefuse(final PortfolioRisk risk, final int instrument, final SplittableRandom random)
    {
        final long before = risk.stateHash();
        try
        {
            redraw(risk.method(), instrument, random);
        }
        catch (final IllegalArgumentException e)
        {
            assertThat(e).hasMessageContaining("stay within");
            assertThat(risk.stateHash()).isEqualTo(before);
        }
    }

    @Test
    void shouldNeverFallWithConfidenceNorBelowTheValueAtRisk()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0xC0F1_0000L + run;
            final PortfolioRisk risk = book(seed);
            new RandomDay(seed).trade(risk, STEPS);
            for (int account = 0; account < ACCOUNTS; account++)
            {
                long lastE4 = Long.MIN_VALUE;
                long lastTailE4 = Long.MIN_VALUE;
                for (final int levelPpm : LEVELS_PPM)
                {
                    final long varE4 = risk.method().valueAtRiskE4(account, levelPpm);
                    final long tailE4 = risk.method().expectedShortfallE4(account, levelPpm);
                    assertThat(varE4).as("seed %x level %d", seed, levelPpm).isGreaterThanOrEqualTo(lastE4);
                    assertThat(tailE4).as("seed %x level %d", seed, levelPpm).isGreaterThanOrEqualTo(lastTailE4)
                        .isGreaterThanOrEqualTo(varE4);
                    lastE4 = varE4;
                    lastTailE4 = tailE4;
                }
            }
        }
    }

    @Test
    void shouldGrowInProportionToThePositions()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0x4030_0000L + run;
            final PortfolioRisk risk = book(seed);
            final SplittableRandom random = new SplittableRandom(seed);
            final int factor = 2 + random.nextInt(9);
            for (int i = 0; i < 20; i++)
            {
                // Prices of whole cents, so that no exposure is rounded.
                final int instrument = random.nextInt(INSTRUMENTS);
                final int side = random.nextInt(2);
                final long priceE4 = 100 * (1 + random.nextLong(50_000));
                final int quantity = 1 + random.nextInt(1_000);
                risk.onFill(0, instrument, side, priceE4, quantity);
                risk.onFill(1, instrument, side, priceE4, factor * quantity);
            }
            for (final int levelPpm : LEVELS_PPM)
            {
                // Each answer is rounded up by less than a unit: the mean of a tail twice.
                final long varE4 = factor * risk.method().valueAtRiskE4(0, levelPpm);
                final long tailE4 = factor * risk.method().expectedShortfallE4(0, levelPpm);
                assertThat(risk.method().valueAtRiskE4(1, levelPpm)).as("seed %x", seed)
                    .isBetween(varE4 - factor, varE4 + 1);
                assertThat(risk.method().expectedShortfallE4(1, levelPpm)).as("seed %x", seed)
                    .isBetween(tailE4 - 2L * factor, tailE4 + 2);
            }
        }
    }

    @Test
    void shouldFindNoMoreInTheTailOfTwoBooksTogetherThanInBoth()
    {
        for (int run = 0; run < RUNS; run++)
        {
            final long seed = 0x5BAD_0000L + run;
            final PortfolioRisk risk = book(seed);
            final SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 40; i++)
            {
                final int instrument = random.nextInt(INSTRUMENTS);
                final int side = random.nextInt(2);
                final long priceE4 = 100 * (1 + random.nextLong(50_000));
                final int quantity = 1 + random.nextInt(1_000);
                risk.onFill(random.nextInt(2), instrument, side, priceE4, quantity);
            }
            together(risk);
            for (final int levelPpm : LEVELS_PPM)
            {
                final long bothE4 = risk.method().expectedShortfallE4(0, levelPpm) +
                    risk.method().expectedShortfallE4(1, levelPpm);
                assertThat(risk.method().expectedShortfallE4(2, levelPpm)).as("seed %x", seed)
                    .isLessThanOrEqualTo(bothE4 + 2);
            }
        }
    }

    /** Gives the third account what the first two have. */
    private static void together(final PortfolioRisk risk)
    {
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
        {
            final long position = risk.exposures().position(0, instrument) + risk.exposures().position(1, instrument);
            if (position != 0)
            {
                risk.onFill(2, instrument, position > 0 ? 0 : 1, 1, (int)Math.abs(position));
            }
        }
    }

    @Test
    void shouldRiskNothingWithoutPositions()
    {
        final PortfolioRisk risk = book(1);
        risk.onFill(0, 2, BUY, 100_0000, 5);
        risk.onFill(0, 2, 1, 101_0000, 5);

        assertThat(risk.method().valueAtRiskE4(0, 990_000)).isZero();
        assertThat(risk.method().expectedShortfallE4(0, 990_000)).isZero();
        assertThat(risk.method().valueAtRiskE4(1, 990_000)).isZero();
    }

    @Test
    void shouldGoOnFromRestoredState()
    {
        try (StateImage image = new StateImage("var", HugePages.OFF))
        {
            for (int run = 0; run < RUNS; run++)
            {
                final long seed = 0x5A7E_0000L + run;
                final PortfolioRisk saved = book(seed);
                final PortfolioRisk restored = book(~seed);
                new RandomDay(seed).trade(saved, STEPS);

                image.save(saved);
                image.restore(restored);

                assertSame(image, saved, restored, seed);
                assertThat(new RandomDay(~seed).trade(restored, STEPS)).as("seed %x", seed)
                    .isEqualTo(new RandomDay(~seed).trade(saved, STEPS));
                assertSame(image, saved, restored, seed);
            }
        }
    }

    private static void assertSame(
        final StateImage image, final PortfolioRisk expected, final PortfolioRisk actual, final long seed)
    {
        assertThat(actual.stateHash()).as("seed %x", seed).isEqualTo(expected.stateHash());
        assertThat(actual.refusedCount()).isEqualTo(expected.refusedCount());
        assertThat(actual.method().expectedShortfallE4(1, 975_000)).as("seed %x", seed)
            .isEqualTo(expected.method().expectedShortfallE4(1, 975_000));
        image.save(expected);
        final long hash = image.hash();
        image.save(actual);
        assertThat(image.hash()).as("seed %x", seed).isEqualTo(hash);
    }

    @Test
    void shouldNameTheTableThatHasAnotherSize()
    {
        try (StateImage image = new StateImage("var", HugePages.OFF))
        {
            image.save(book(1));
            final ExposureTable larger = new ExposureTable(arena, ACCOUNTS, INSTRUMENTS + 1);
            final PortfolioRisk other = new PortfolioRisk(larger, method(larger, new SplittableRandom(1)));

            assertThatThrownBy(() -> image.restore(other)).isInstanceOf(StateException.class)
                .hasMessageStartingWith("saved state does not fit var.exposures.instrumentCount: expected 8 as " +
                    "configured here, found 7");
        }
    }

    @Test
    void shouldHashWhatItHoldsAndNotHowLargeItsTablesAre()
    {
        final PortfolioRisk risk = book(5);
        final long empty = risk.stateHash();
        risk.onFill(1, 2, BUY, 100_0000, 5);
        final long filled = risk.stateHash();
        risk.onFill(1, 2, 1, 100_0000, 5);
        final long flat = risk.stateHash();

        // The price stays.
        assertThat(filled).isNotEqualTo(empty).isNotEqualTo(flat);
        assertThat(flat).isNotEqualTo(empty);
    }

    @Test
    void shouldRefuseAccountsAndLevelsThatThereAreNot()
    {
        final ValueAtRisk method = book(1).method();

        assertThatThrownBy(() -> method.valueAtRiskE4(ACCOUNTS, 990_000)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("an account is one of the table: account=3 accountCount=3");
        assertThatThrownBy(() -> method.expectedShortfallE4(-1, 990_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> method.valueAtRiskE4(0, 1_000_000)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a confidence is 1 to 999999 parts per million (990000 is 99 %): confidencePpm=1000000");
        assertThatThrownBy(() -> method.expectedShortfallE4(0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> method.revalue(ACCOUNTS)).isInstanceOf(IllegalArgumentException.class);
    }
}
