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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.state.StateExchange;

/**
 * Hot path. Value at risk of normally distributed returns (delta-normal, variance and covariance): of each account what
 * it has at stake in each factor, kept up to date. Single owner: the thread that books fills.
 *
 * <p>An instrument loads on factors and has a specific volatility, which is its own. What is at stake in a factor is
 * the sum over positions of exposure (E2) times loading (E6), in exact integers (E8); with it the variance of an
 * account is {@code s' C s} over the factors' covariances, plus the sum of squares of exposure times specific
 * volatility. A change costs as many steps as there are factors, an answer their square.
 *
 * <p>Returns have mean 0. The value at risk is the normal quantile times the standard deviation, the expected shortfall
 * the density at that quantile over the tail's probability times it. Both are computed in IEEE doubles, without
 * functions whose last bit a JVM may choose, and rounded up to 0.0001 at the end: equal state gives equal answers
 * anywhere. An answer that does not fit is the largest 64-bit number.
 */
public final class DeltaNormalVar implements ValueAtRisk
{
    /** Most factors. */
    public static final int MAX_FACTORS = 1 << 8;

    /** The largest absolute loading, 10. */
    public static final int MOST_LOADING_E6 = RowMatrix.MOST_E6;

    /** The largest specific volatility, 1 000 %. */
    public static final int MOST_VOLATILITY_E6 = RowMatrix.MOST_E6;

    private static final double E8_PER_E4 = 1e4;

    private final ExposureTable exposures;
    private final RowMatrix loadings;
    private final AccountSums stakes;
    private final SpecificVariances specific;
    private final Covariances covariances;
    private final int factorCount;

    /**
     * Allocates factors without covariance, and loadings of 0.
     *
     * @param arena that owns the memory
     * @param exposures of the accounts
     * @param factorCount 1 to {@link #MAX_FACTORS}
     * @throws IllegalArgumentException if there are none, or too many
     */
    public DeltaNormalVar(final Arena arena, final ExposureTable exposures, final int factorCount)
    {
        if (factorCount < 1 || factorCount > MAX_FACTORS)
        {
            throw new IllegalArgumentException("factors number 1 to " + MAX_FACTORS + ": factorCount=" + factorCount);
        }
        this.exposures = exposures;
        this.factorCount = factorCount;
        this.loadings = new RowMatrix(arena, exposures.instrumentCount(), factorCount);
        this.stakes = new AccountSums(arena, exposures, loadings, factorCount);
        this.specific = new SpecificVariances(arena, exposures.accountCount(), exposures.instrumentCount());
        this.covariances = new Covariances(arena, factorCount);
    }

    /**
     * Cold. Sets how an instrument moves; the accounts that hold it follow.
     *
     * @param instrument index
     * @param loadingsE6 on each factor, up to {@link #MOST_LOADING_E6} to either side
     * @param specificVolatilityE6 standard deviation of what no factor explains, up to {@link #MOST_VOLATILITY_E6}
     * @throws IllegalArgumentException if they are not, or an account's sums might leave their range; nothing changed
     */
    public void loadings(final int instrument, final int[] loadingsE6, final int specificVolatilityE6)
    {
        exposures.checkInstrument(instrument);
        loadings.check("loadings", -MOST_LOADING_E6, loadingsE6);
        checkVolatility(instrument, specificVolatilityE6);
        stakes.replaceRow(instrument, loadingsE6);
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            specific.remove(account, instrument, exposures.exposureE2(account, instrument));
        }
        specific.volatilityE6(instrument, specificVolatilityE6);
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            specific.add(account, instrument, exposures.exposureE2(account, instrument));
        }
    }

    private void checkVolatility(final int instrument, final int specificVolatilityE6)
    {
        if (specificVolatilityE6 < 0 || specificVolatilityE6 > MOST_VOLATILITY_E6)
        {
            throw new IllegalArgumentException("a specific volatility is 0 to " + MOST_VOLATILITY_E6 +
                " in units of 0.000001: specificVolatilityE6=" + specificVolatilityE6);
        }
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            final long exposureE2 = exposures.exposureE2(account, instrument);
            if (!specific.fits(
                account, specific.deviationE8(instrument, exposureE2), exposureE2, specificVolatilityE6))
            {
                throw new IllegalArgumentException("exposures times specific volatilities stay within 2^63 units of " +
                    "0.00000001; with this one they might not: account=" + account + " instrument=" + instrument +
                    " specificVolatilityE6=" + specificVolatilityE6);
            }
        }
    }

    /**
     * Cold. Sets the covariances of the factors' returns.
     *
     * @param covariancesE12 in units of 10^-12, symmetric and positive semidefinite, a row and a column for each factor
     * @throws IllegalArgumentException if they are not; nothing changed
     */
    public void covariances(final long[][] covariancesE12)
    {
        covariances.put(covariancesE12);
    }

    /** Returns the number of factors. */
    public int factorCount()
    {
        return factorCount;
    }

    /**
     * Returns what an account has at stake in a factor.
     *
     * @param account index
     * @param factor index
     * @return profit for a factor's return of 100 %, in units of 0.00000001; exact
     */
    public long stakeE8(final int account, final int factor)
    {
        return stakes.at(account, factor);
    }

    @Override
    public boolean fits(final int account, final int instrument, final long fromE2, final long toE2)
    {
        return stakes.fits(account, instrument, fromE2, toE2) &&
            specific.fits(account, specific.deviationE8(instrument, fromE2), toE2, specific.volatilityE6(instrument));
    }

    @Override
    public void onExposure(final int account, final int instrument, final long fromE2, final long toE2)
    {
        stakes.add(account, instrument, fromE2, toE2);
        specific.remove(account, instrument, fromE2);
        specific.add(account, instrument, toE2);
    }

    @Override
    public void revalue(final int account)
    {
        exposures.checkAccount(account);
        stakes.revalue(account);
        specific.clear(account);
        for (int instrument = 0; instrument < exposures.instrumentCount(); instrument++)
        {
            specific.add(account, instrument, exposures.exposureE2(account, instrument));
        }
    }

    @Override
    public long valueAtRiskE4(final int account, final int confidencePpm)
    {
        return (long)Math.ceil(deviationE4(account, confidencePpm) * NormalQuantile.of(confidencePpm));
    }

    @Override
    public long expectedShortfallE4(final int account, final int confidencePpm)
    {
        final double deviationE4 = deviationE4(account, confidencePpm);
        final double density = NormalQuantile.density(NormalQuantile.of(confidencePpm));
        final double tail = (double)(Confidence.WHOLE_PPM - confidencePpm) / Confidence.WHOLE_PPM;
        return (long)Math.ceil(deviationE4 * (density / tail));
    }

    private double deviationE4(final int account, final int confidencePpm)
    {
        exposures.checkAccount(account);
        Confidence.check(confidencePpm);
        final double varianceE8 = covariances.variance(stakes.slab(), stakes.first(account)) +
            specific.varianceE8(account);
        return Math.sqrt(varianceE8) / E8_PER_E4;
    }

    @Override
    public long stateHash()
    {
        return loadings.stateHash() + Long.rotateLeft(stakes.stateHash(), 1) +
            Long.rotateLeft(specific.stateHash(), 2) + Long.rotateLeft(covariances.stateHash(), 3);
    }

    /** Cold. Loadings, volatilities, covariances, and what all accounts have at stake. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("loadings", loadings);
        state.part("stakes", stakes);
        state.part("specific", specific);
        state.part("covariances", covariances);
    }
}
