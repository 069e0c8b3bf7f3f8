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
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;

/**
 * Hot path. Value at risk by historical simulation: of each account the profit that its positions would make in each
 * scenario, kept up to date. Single owner: the thread that books fills.
 *
 * <p>The profit in a scenario is the sum over positions of exposure (E2) times return (E6), in units of 0.00000001
 * (E8): exact integers, so the order of changes does not matter, and a revaluation comes to the same. Rounding happens
 * in two places only: an exposure to 0.01, once, and an answer to 0.0001, up.
 *
 * <p>With {@code n} scenarios at confidence {@code c} the tail is {@code t = n (1 - c)} scenarios, {@code m} whole ones
 * and a part. The value at risk is the loss of rank {@code m + 1} from the worst: the smallest loss {@code l} with
 * {@code P(loss <= l) >= c}. The expected shortfall is the mean over the tail, the loss of that rank counting for the
 * part (Acerbi and Tasche 2002), so that it is coherent for any {@code n}. At 99 % of 500 scenarios these are the 6th
 * worst, and the mean of the 5 worst.
 *
 * <p>Scenarios weigh alike. Those that shall be forgotten are replaced, row by row, by {@link #returns}.
 */
public final class HistoricalVar implements ValueAtRisk
{
    /** Most scenarios; sums over a tail then stay within 64 bits. */
    public static final int MAX_SCENARIOS = 1 << 13;

    /** The least return, -100 %. */
    public static final int LEAST_RETURN_E6 = -1_000_000;

    /** The largest return, 1 000 %. */
    public static final int MOST_RETURN_E6 = RowMatrix.MOST_E6;

    private static final int LINE = 64;
    private static final long E8_PER_E4 = 10_000;

    private final ExposureTable exposures;
    private final RowMatrix returns;
    private final AccountSums profits;
    private final Slab scratch;
    private final int scenarioCount;

    /**
     * Allocates the scenarios, all of them without any return yet, and the profits of all accounts in them.
     *
     * @param arena that owns the memory
     * @param exposures of the accounts
     * @param scenarioCount 1 to {@link #MAX_SCENARIOS}
     * @throws IllegalArgumentException if there are none, or too many
     */
    public HistoricalVar(final Arena arena, final ExposureTable exposures, final int scenarioCount)
    {
        if (scenarioCount < 1 || scenarioCount > MAX_SCENARIOS)
        {
            throw new IllegalArgumentException(
                "scenarios number 1 to " + MAX_SCENARIOS + ": scenarioCount=" + scenarioCount);
        }
        this.exposures = exposures;
        this.scenarioCount = scenarioCount;
        this.returns = new RowMatrix(arena, exposures.instrumentCount(), scenarioCount);
        this.profits = new AccountSums(arena, exposures, returns, scenarioCount);
        this.scratch = arena.allocate((long)scenarioCount * Long.BYTES, LINE);
    }

    /**
     * Cold. Sets the returns of an instrument in all scenarios; the profits of accounts that hold it follow.
     *
     * @param instrument index
     * @param returnsE6 one for each scenario, {@link #LEAST_RETURN_E6} to {@link #MOST_RETURN_E6}
     * @throws IllegalArgumentException if they are not, or an account's profits might leave 64 bits; nothing changed
     */
    public void returns(final int instrument, final int[] returnsE6)
    {
        exposures.checkInstrument(instrument);
        returns.check("returns", LEAST_RETURN_E6, returnsE6);
        profits.replaceRow(instrument, returnsE6);
    }

    /** Returns the number of scenarios. */
    public int scenarioCount()
    {
        return scenarioCount;
    }

    /**
     * Returns the return of an instrument in a scenario.
     *
     * @param instrument index
     * @param scenario index
     * @return return in units of 0.000001
     */
    public int returnE6(final int instrument, final int scenario)
    {
        return returns.at(instrument, scenario);
    }

    /**
     * Returns what an account makes in a scenario.
     *
     * @param account index
     * @param scenario index
     * @return profit in units of 0.00000001, losses negative; exact
     */
    public long profitE8(final int account, final int scenario)
    {
        return profits.at(account, scenario);
    }

    @Override
    public boolean fits(final int account, final int instrument, final long fromE2, final long toE2)
    {
        return profits.fits(account, instrument, fromE2, toE2);
    }

    @Override
    public void onExposure(final int account, final int instrument, final long fromE2, final long toE2)
    {
        profits.add(account, instrument, fromE2, toE2);
    }

    @Override
    public void revalue(final int account)
    {
        exposures.checkAccount(account);
        profits.revalue(account);
    }

    @Override
    public long valueAtRiskE4(final int account, final int confidencePpm)
    {
        return lossE4(select(account, confidencePpm));
    }

    @Override
    public long expectedShortfallE4(final int account, final int confidencePpm)
    {
        final long leastE4 = lossE4(select(account, confidencePpm));
        final int whole = (int)(tailPpm(confidencePpm) / Confidence.WHOLE_PPM);
        long excessE4 = 0;
        for (int rank = 0; rank < whole; rank++)
        {
            excessE4 += lossE4(scratch.getLong((long)rank * Long.BYTES)) - leastE4;
        }
        return leastE4 + shareRoundedUp(excessE4, tailPpm(confidencePpm));
    }

    /** The profit of the rank that the confidence says; those below it stand before it in the scratch area. */
    private long select(final int account, final int confidencePpm)
    {
        exposures.checkAccount(account);
        Confidence.check(confidencePpm);
        scratch.copyFrom(0, profits.slab(), profits.first(account), (long)scenarioCount * Long.BYTES);
        final int rank = (int)(tailPpm(confidencePpm) / Confidence.WHOLE_PPM);
        return TailSelection.select(scratch, scenarioCount, rank);
    }

    private long tailPpm(final int confidencePpm)
    {
        return (long)scenarioCount * (Confidence.WHOLE_PPM - confidencePpm);
    }

    private static long lossE4(final long profitE8)
    {
        return -Math.floorDiv(profitE8, E8_PER_E4);
    }

    /** What each of a tail has of an amount, rounded up; quotient and remainder are taken apart, so all fits. */
    private static long shareRoundedUp(final long amountE4, final long tailPpm)
    {
        final long rest = amountE4 % tailPpm * Confidence.WHOLE_PPM;
        return amountE4 / tailPpm * Confidence.WHOLE_PPM + (rest + tailPpm - 1) / tailPpm;
    }

    @Override
    public long stateHash()
    {
        return returns.stateHash() + Long.rotateLeft(profits.stateHash(), 1);
    }

    /** Cold. The returns, and the profits of all accounts. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("returns", returns);
        state.part("profits", profits);
    }
}
