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

import java.util.SplittableRandom;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class DeltaNormalVarTest extends ValueAtRiskContract
{
    private static final int FACTORS = 4;
    private static final int BUY = 0;
    private static final int SELL = 1;

    @Override
    ValueAtRisk method(final ExposureTable exposures, final SplittableRandom random)
    {
        final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, FACTORS);
        method.covariances(covariancesE12(random));
        for (int instrument = 0; instrument < exposures.instrumentCount(); instrument++)
        {
            redraw(method, instrument, random);
        }
        return method;
    }

    @Override
    void redraw(final ValueAtRisk method, final int instrument, final SplittableRandom random)
    {
        ((DeltaNormalVar)method).loadings(instrument, loadingsE6(random), random.nextInt(30_000));
    }

    private static int[] loadingsE6(final SplittableRandom random)
    {
        return random.ints(FACTORS, -2_000_000, 2_000_000).toArray();
    }

    /** A product with its own transpose, so that it is semidefinite. */
    private static long[][] covariancesE12(final SplittableRandom random)
    {
        final double[][] root = new double[FACTORS][FACTORS];
        final long[][] covariances = new long[FACTORS][FACTORS];
        for (int row = 0; row < FACTORS; row++)
        {
            for (int column = 0; column < FACTORS; column++)
            {
                root[row][column] = random.nextDouble(-0.01, 0.01);
            }
        }
        final RealMatrix product = new Array2DRowRealMatrix(root).multiply(new Array2DRowRealMatrix(root).transpose());
        for (int row = 0; row < FACTORS; row++)
        {
            for (int column = 0; column < FACTORS; column++)
            {
                covariances[row][column] = Math.round(1e12 * product.getEntry(row, column));
            }
        }
        return covariances;
    }

    /**
     * 100 shares at 50.0000 are 5 000.00. The factor has a standard deviation of 1 % (variance 10^-4), the share loads
     * 1.5 on it: 1.5 % of 5 000 are 75. Its specific volatility of 2 % adds 100. Together sqrt(75^2 + 100^2) = 125.
     *
     * <p>At 99 % the quantile is 2.3263479, so the value at risk is 290.7935; the density there is 0.0266521, over a
     * tail of 1 % 2.6652142, so the expected shortfall is 333.1518.
     */
    @Test
    void shouldComeToWhatIsComputedByHand()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 1);
        final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, 1);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        method.covariances(new long[][] {{100_000_000}});
        method.loadings(0, new int[] {1_500_000}, 20_000);
        risk.onFill(0, 0, BUY, 50_0000, 100);

        assertThat(method.stakeE8(0, 0)).isEqualTo(7_500_0000_0000L);
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(290_7935);
        assertThat(method.expectedShortfallE4(0, 990_000)).isEqualTo(333_1518);
        assertThat(method.valueAtRiskE4(0, 10_000)).isEqualTo(-290_7934);

        // Twice as much on the other side, at once.
        risk.onFill(0, 0, SELL, 1, 300);
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(581_5870);
    }

    @Test
    void shouldAgreeWithALinearAlgebraLibraryOnRandomDays()
    {
        final NormalDistribution normal = new NormalDistribution();
        for (int run = 0; run < 60; run++)
        {
            final long seed = 0xD317_0000L + run;
            final SplittableRandom random = new SplittableRandom(seed);
            final ExposureTable exposures = new ExposureTable(arena, ACCOUNTS, INSTRUMENTS);
            final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, FACTORS);
            final PortfolioRisk risk = new PortfolioRisk(exposures, method);
            final RealMatrix covariance = drawCovarianceOfInstruments(method, random);
            new RandomDay(seed, true).trade(risk, 400);

            final RealVector worth = new ArrayRealVector(INSTRUMENTS);
            for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
            {
                worth.setEntry(instrument, exposures.exposureE2(0, instrument) / 100.0);
            }
            final double deviation = Math.sqrt(worth.dotProduct(covariance.operate(worth)));
            final double quantile = normal.inverseCumulativeProbability(0.975);

            assertThat(method.valueAtRiskE4(0, 975_000) / 1e4).as("seed %x", seed)
                .isCloseTo(quantile * deviation, within(0.01 + 1e-9 * deviation));
            assertThat(method.expectedShortfallE4(0, 975_000) / 1e4).as("seed %x", seed)
                .isCloseTo(normal.density(quantile) / 0.025 * deviation, within(0.01 + 1e-9 * deviation));
        }
    }

    /** What the factor form says of instruments: loadings times covariances times loadings, and the specific ones. */
    private static RealMatrix drawCovarianceOfInstruments(final DeltaNormalVar method, final SplittableRandom random)
    {
        final RealMatrix factors = new Array2DRowRealMatrix(FACTORS, FACTORS);
        final long[][] covariancesE12 = covariancesE12(random);
        method.covariances(covariancesE12);
        factors.walkInOptimizedOrder(new Entries((row, column) -> covariancesE12[row][column] / 1e12));
        final int[][] loadingsE6 = new int[INSTRUMENTS][];
        final int[] volatilitiesE6 = random.ints(INSTRUMENTS, 0, 30_000).toArray();
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++)
        {
            loadingsE6[instrument] = loadingsE6(random);
            method.loadings(instrument, loadingsE6[instrument], volatilitiesE6[instrument]);
        }
        final RealMatrix loadings = new Array2DRowRealMatrix(INSTRUMENTS, FACTORS);
        loadings.walkInOptimizedOrder(new Entries((row, column) -> loadingsE6[row][column] / 1e6));
        final RealMatrix specific = new Array2DRowRealMatrix(INSTRUMENTS, INSTRUMENTS);
        specific.walkInOptimizedOrder(
            new Entries((row, column) -> row == column ? Math.pow(volatilitiesE6[row] / 1e6, 2) : 0));
        return loadings.multiply(factors).multiply(loadings.transpose()).add(specific);
    }

    @Test
    void shouldKnowTheQuantilesOfANormalDistribution()
    {
        final NormalDistribution normal = new NormalDistribution();
        for (int levelPpm = 1; levelPpm < 1_000_000; levelPpm += levelPpm < 1_000 || levelPpm > 998_000 ? 1 : 97)
        {
            final double quantile = NormalQuantile.of(levelPpm);

            // Its own quantiles are good to 10^-9, its distribution to 10^-15.
            assertThat(normal.cumulativeProbability(quantile)).as("level %d", levelPpm)
                .isCloseTo(levelPpm / 1e6, within(1e-14));
            assertThat(NormalQuantile.of(1_000_000 - levelPpm)).as("level %d", levelPpm).isEqualTo(-quantile);
            assertThat(NormalQuantile.density(quantile)).isCloseTo(normal.density(quantile), within(1e-15));
        }
    }

    @Test
    void shouldSeeWhatHedgesAndWhatIsLeft()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 2);
        final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, 1);
        final PortfolioRisk risk = new PortfolioRisk(exposures, method);
        method.covariances(new long[][] {{100_000_000}});
        method.loadings(0, new int[] {1_000_000}, 0);
        method.loadings(1, new int[] {2_000_000}, 0);
        risk.onFill(0, 0, BUY, 10_0000, 200);
        risk.onFill(0, 1, SELL, 10_0000, 100);

        assertThat(method.valueAtRiskE4(0, 990_000)).isZero();
        method.loadings(1, new int[] {2_000_000}, 30_000);
        // 3 % of 1 000 are 30.
        assertThat(method.valueAtRiskE4(0, 990_000)).isEqualTo(69_7905);
    }

    @Test
    void shouldRefuseCovariancesThatNoFactorsHave()
    {
        final DeltaNormalVar method = new DeltaNormalVar(arena, new ExposureTable(arena, 1, 1), 2);
        final long before = method.stateHash();

        assertRefused(method, "covariances have a row for each of 2 factors: rows=1", new long[][] {{1, 0}});
        assertRefused(method, "a row has a covariance for each of 2 factors: row=1 length=1",
            new long[][] {{1, 0}, {0}});
        assertRefused(method, "covariances are symmetric, and at most 100000000000000 in units of 10^-12: " +
            "row=0 column=1 value=5 mirrored=6", new long[][] {{9, 5}, {6, 9}});
        assertRefused(method, "covariances are positive semidefinite, or a mix of factors had a negative variance: " +
            "row=1 column=1", new long[][] {{100_000_000, 200_000_000}, {200_000_000, 100_000_000}});
        assertRefused(method, "covariances are positive semidefinite, or a mix of factors had a negative variance: " +
            "row=0 column=0", new long[][] {{-1, 0}, {0, 1}});
        assertRefused(method, "covariances are positive semidefinite, or a mix of factors had a negative variance: " +
            "row=1 column=0", new long[][] {{0, 5}, {5, 1}});
        assertThat(method.stateHash()).isEqualTo(before);
        // Two factors that are one.
        method.covariances(new long[][] {{100_000_000, 200_000_000}, {200_000_000, 400_000_000}});
        assertThat(method.stateHash()).isNotEqualTo(before);
    }

    private static void assertRefused(final DeltaNormalVar method, final String message, final long[][] covariances)
    {
        assertThatThrownBy(() -> method.covariances(covariances)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(message);
    }

    @Test
    void shouldRefuseLoadingsThatAreNone()
    {
        final ExposureTable exposures = new ExposureTable(arena, 1, 1);
        final DeltaNormalVar method = new DeltaNormalVar(arena, exposures, 2);

        assertThatThrownBy(() -> method.loadings(0, new int[] {1}, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a row has 2 loadings: length=1");
        assertThatThrownBy(() -> method.loadings(0, new int[2], -1)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("a specific volatility is 0 to 10000000 in units of 0.000001: specificVolatilityE6=-1");
        assertThatThrownBy(() -> new DeltaNormalVar(arena, exposures, 0)).isInstanceOf(IllegalArgumentException.class)
            .hasMessage("factors number 1 to 256: factorCount=0");
    }
}
