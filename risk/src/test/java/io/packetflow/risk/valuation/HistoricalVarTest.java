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
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.junit.jupiter.api.Test;

class HistoricalVarTest extends ValueAtRiskContract
{
    private static final int SCENARIOS = 250;
    private static final int BUY = 0;
    private static final int SELL = 1;
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    @Override
    ValueAtRisk method(final ExposureTable exposures, final SplittableRandom random)
    {
        final HistoricalVar method = new HistoricalVar(arena, exposures, SCENARIOS);
        for (int instrument = 0; instrument < exposures.instrumentCount(); instrument++)
        {
            redraw(method, instrument, random);
        }
        return method;
    }

    @Override
    void redraw(final ValueAtRisk method, final int instrument, final SplittableRandom random)
    {
        ((HistoricalVar)method).returns(instrument, RandomDay.returnsE6(random, SCENARIOS));
    }

    /**
     * 100 shares at 50.0000 are 5 000.00. Returns of -5, -4, ..., 4 % make -250, -200, -150, ..., 200.
     *
     * <p>At 90 % of 10 scenarios the tail is one of them: the value at risk is the loss of rank 2, 200, and the
     * expected shortfall the mean of the one loss, 250. At 75 % the tail is 2.5 scenarios: rank 3 is 150, and the mean
     * is (250 + 200 + 0.5 x 150) / 2.5 = 210. A short position of as many shares loses 200, 150, 100 in the best ones.
     */
    @Test
    void shouldComeToWhatIsComputedByHand()
    {
        final ExposureTable exposures = new ExposureTable(arena, 2, 1);
        final HistoricalVar method = new HistoricalVar(arena, exposures, 10);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        // Not in order.
        method.returns(0, new int[] {30_000, -50_000, 0, 40_000, -20_000, 10_000, -40_000, 20_000, -10_000, -30_000});
        risk.onFill(0, 0, BUY, 50_0000, 100);
        risk.onFill(1, 0, SELL, 51_0000, 100);

        assertThat(exposures.exposureE2(0, 0)).isEqualTo(5_000_00);
        assertThat(method.profitE8(0, 1)).isEqualTo(-250_0000_0000L);
        assertThat(method.valueAtRiskE4(0, 900_000)).isEqualTo(200_0000);
        assertThat(method.expectedShortfallE4(0, 900_000)).isEqualTo(250_0000);
        assertThat(method.valueAtRiskE4(0, 750_000)).isEqualTo(150_0000);
        assertThat(method.expectedShortfallE4(0, 750_000)).isEqualTo(210_0000);
        assertThat(method.valueAtRiskE4(1, 900_000)).isEqualTo(150_0000);
        assertThat(method.expectedShortfallE4(1, 900_000)).isEqualTo(200_0000);
        // Above 90 % less than one scenario is in the tail: both are the worst.
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(250_0000);
        assertThat(method.expectedShortfallE4(0, 990_000)).isEqualTo(250_0000);
        // And at 10 % the best scenario alone is enough: a gain of 4 % of 5 000.
        assertThat(method.valueAtRiskE4(0, 100_000)).isEqualTo(-200_0000);
    }

    @Test
    void shouldRoundLossesUpAndGainsDown()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 1);
        final HistoricalVar method = new HistoricalVar(arena, exposures, 1);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        risk.onFill(0, 0, BUY, 1_0000, 1);

        method.returns(0, new int[] {-123_401});
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(1235);
        method.returns(0, new int[] {123_499});
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(-1234);
    }

    @Test
    void shouldAgreeWithSortedBigNumbersOnRandomDays()
    {
        for (int run = 0; run < 60; run++)
        {
            final long seed = 0xB160_0000L + run;
            final PortfolioRisk risk = book(seed);
            new RandomDay(seed).trade(risk, 400);
            final SplittableRandom random = new SplittableRandom(~seed);
            for (int account = 0; account < ACCOUNTS; account++)
            {
                final int levelPpm = 1 + random.nextInt(999_999);
                final BigInteger[] lossesE4 = lossesE4(risk, account);
                final String what = "seed " + Long.toHexString(seed) + " level " + levelPpm;
                assertThat(risk.method().valueAtRiskE4(account, levelPpm)).as(what)
                    .isEqualTo(valueAtRisk(lossesE4, levelPpm).longValueExact());
                assertThat(risk.method().expectedShortfallE4(account, levelPpm)).as(what)
                    .isEqualTo(expectedShortfall(lossesE4, levelPpm).longValueExact());
            }
        }
    }

    /** The losses of all scenarios in big numbers, from positions and prices alone, the worst first. */
    private static BigInteger[] lossesE4(final PortfolioRisk risk, final int account)
    {
        final HistoricalVar method = (HistoricalVar)risk.method();
        final BigInteger[] losses = new BigInteger[SCENARIOS];
        for (int scenario = 0; scenario < SCENARIOS; scenario++)
        {
            BigDecimal profit = BigDecimal.ZERO;
            for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
            {
                final BigDecimal price = BigDecimal.valueOf(risk.exposures().priceE4(instrument), 4);
                final BigDecimal exposure = price
                    .multiply(BigDecimal.valueOf(risk.exposures().position(account, instrument)))
                    .setScale(2, RoundingMode.HALF_UP);
                profit = profit.add(exposure.multiply(BigDecimal.valueOf(method.returnE6(instrument, scenario), 6)));
            }
            losses[scenario] = profit.negate().setScale(4, RoundingMode.CEILING).unscaledValue();
        }
        Arrays.sort(losses);
        return losses;
    }

    /** The smallest loss whose share of scenarios at or below it reaches the level. */
    private static BigInteger valueAtRisk(final BigInteger[] ascending, final int levelPpm)
    {
        int atOrBelow = 1;
        while ((long)atOrBelow * 1_000_000 < (long)SCENARIOS * levelPpm)
        {
            atOrBelow++;
        }
        return ascending[atOrBelow - 1];
    }

    /** The integral of the worst losses over the tail's probability. */
    private static BigInteger expectedShortfall(final BigInteger[] ascending, final int levelPpm)
    {
        BigDecimal leftPpm = BigDecimal.valueOf((long)SCENARIOS * (1_000_000 - levelPpm));
        final BigDecimal tailPpm = leftPpm;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = SCENARIOS - 1; leftPpm.signum() > 0; i--)
        {
            final BigDecimal takenPpm = leftPpm.min(MILLION);
            sum = sum.add(takenPpm.multiply(new BigDecimal(ascending[i])));
            leftPpm = leftPpm.subtract(takenPpm);
        }
        return sum.divide(tailPpm, MathContext.DECIMAL128).setScale(0, RoundingMode.CEILING).toBigInteger();
    }

    @Test
    void shouldBeTheQuantileOfAStatisticsLibrary()
    {
        for (int run = 0; run < 60; run++)
        {
            final long seed = 0xC033_0000L + run;
            final PortfolioRisk risk = book(seed);
            new RandomDay(seed, true).trade(risk, 400);
            final HistoricalVar method = (HistoricalVar)risk.method();
            final double[] losses = new double[SCENARIOS];
            Arrays.setAll(losses, scenario -> -method.profitE8(0, scenario) / 1e4);
            for (final double percent : new double[] {90, 95, 97.5, 99, 99.5})
            {
                // R-1 is the inverse of the empirical distribution.
                final double expected = new Percentile(percent)
                    .withEstimationType(Percentile.EstimationType.R_1).evaluate(losses);

                assertThat((double)method.valueAtRiskE4(0, (int)(percent * 10_000))).as("seed %x", seed)
                    .isCloseTo(expected, within(1.0 + Math.abs(expected) * 1e-12));
            }
        }
    }

    @Test
    void shouldMoveByWhatIsCertain()
    {
        for (int run = 0; run < 40; run++)
        {
            final long seed = 0x7A45_0000L + run;
            final PortfolioRisk risk = book(seed);
            final HistoricalVar method = (HistoricalVar)risk.method();
            final int certain = INSTRUMENTS - 1;
            // 2 basis points in all scenarios, on whole money: 0.0001 exactly.
            final int[] interest = new int[SCENARIOS];
            Arrays.fill(interest, 200);
            method.returns(certain, interest);
            final SplittableRandom random = new SplittableRandom(seed);
            for (int i = 0; i < 20; i++)
            {
                risk.onFill(0, random.nextInt(certain), random.nextInt(2), 1 + random.nextLong(900_000), 500);
            }
            final long varE4 = method.valueAtRiskE4(0, 990_000);
            final long tailE4 = method.expectedShortfallE4(0, 990_000);
            final int amount = 1 + random.nextInt(1_000_000);

            risk.onFill(0, certain, BUY, 1_0000, amount);

            assertThat(method.valueAtRiskE4(0, 990_000)).as("seed %x", seed).isEqualTo(varE4 - 2L * amount);
            assertThat(method.expectedShortfallE4(0, 990_000)).as("seed %x", seed).isEqualTo(tailE4 - 2L * amount);
        }
    }

    @Test
    void shouldGrowExactlyInProportionWhereNothingIsRounded()
    {
        final ExposureTable exposures = new ExposureTable(arena, 2, 2);
        final HistoricalVar method = new HistoricalVar(arena, exposures, SCENARIOS);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        final SplittableRandom random = new SplittableRandom(3);
        for (int instrument = 0; instrument < 2; instrument++)
        {
            // Whole basis points of whole money.
            method.returns(instrument, random.ints(SCENARIOS, -500, 500).map(points -> 100 * points).toArray());
            risk.onFill(0, instrument, instrument, 37_0000, 1_000);
            risk.onFill(1, instrument, instrument, 37_0000, 7_000);
        }

        assertThat(method.valueAtRiskE4(1, 990_000)).isEqualTo(7 * method.valueAtRiskE4(0, 990_000)).isPositive();
    }

    @Test
    void shouldHoldTheWorstThatFitsAndRefuseMore()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 1);
        final HistoricalVar method = new HistoricalVar(arena, exposures, 2);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        method.returns(0, new int[] {-1_000_000, 1_000_000});
        // 46 116 of 1 000 000.0000 are just below 2^62 / 10^8.
        assertThat(risk.onFill(0, 0, BUY, 1_000_000_0000L, 46_116)).isEqualTo(PortfolioRisk.BOOKED);
        final long before = risk.stateHash();

        assertThat(risk.onFill(0, 0, BUY, 1_000_000_0000L, 1)).isEqualTo(PortfolioRisk.OVERFLOW);
        assertThat(risk.onPrice(0, 1_000_020_0000L)).isEqualTo(PortfolioRisk.OVERFLOW);
        assertThatThrownBy(() -> method.returns(0, new int[] {0, 1_000_100}))
            .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("account=0 instrument=0");

        assertThat(risk.stateHash()).isEqualTo(before);
        assertThat(method.valueAtRiskE4(0, 999_999)).isEqualTo(46_116_000_000_0000L);
        assertThat(risk.onFill(0, 0, SELL, 1, 46_117)).isEqualTo(PortfolioRisk.BOOKED);
        assertThat(method.valueAtRiskE4(0, 999_999)).isEqualTo(1_000_000_0000L);
    }

    @Test
    void shouldRefuseRowsThatAreNone()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 1);
        final HistoricalVar method = new HistoricalVar(arena, exposures, 2);

        assertThatThrownBy(() -> method.returns(0, new int[3])).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a row has 2 returns: length=3");
        assertThatThrownBy(() -> method.returns(0, new int[] {0, -1_000_001}))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("returns are -1000000 to 10000000 in units of 0.000001: index=1 value=-1000001");
        assertThatThrownBy(() -> method.returns(1, new int[2])).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("an instrument is one of the table: instrument=1 instrumentCount=1");
        assertThatThrownBy(() -> new HistoricalVar(arena, exposures, 8_193))
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("scenarios number 1 to 8192: scenarioCount=8193");
    }
}
