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

import static io.packetflow.risk.limit.Ranges.MAX_PRICE_E4;

import io.packetflow.layout.number.CheckedLong;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import java.util.Objects;

/**
 * Hot path. Books fills and prices, and keeps the risk of accounts up to date with each: a fill costs one row of the
 * method's matrix, a price that for each account with a position. Single owner: the thread that books fills. No
 * allocation; what does not fit is refused by its return code and changes nothing.
 *
 * <pre>{@code
 * final ExposureTable exposures = new ExposureTable(arena, accounts, instruments);
 * final HistoricalVar method = new HistoricalVar(arena, exposures, scenarios);
 * final PortfolioRisk risk = new PortfolioRisk(exposures, method);
 * method.returns(instrument, returnsE6);                          // of each instrument, one a scenario
 * risk.onFill(account, instrument, Side.BUY, priceE4, quantity);
 * risk.onPrice(instrument, priceE4);
 * final long lossE4 = method.valueAtRiskE4(account, 990_000);     // 99 %
 * }</pre>
 */
public final class PortfolioRisk implements Stateful
{
    /** The fill or price was booked. */
    public static final int BOOKED = 0;
    /** An index, side, price or quantity is none; nothing changed. */
    public static final int NONSENSE = -1;
    /** A position would leave 32 bits, or a sum 64; nothing changed. */
    public static final int OVERFLOW = -2;

    private final ExposureTable exposures;
    private final ValueAtRisk method;
    private long refusedCount;

    /**
     * Makes the link between a table and a method.
     *
     * @param exposures that are booked into, by this object alone
     * @param method over the same table
     */
    public PortfolioRisk(final ExposureTable exposures, final ValueAtRisk method)
    {
        this.exposures = Objects.requireNonNull(exposures, "exposures");
        this.method = Objects.requireNonNull(method, "method");
    }

    /**
     * Books a fill. Its price values the position only while the instrument has no other.
     *
     * @param account index
     * @param instrument index
     * @param side bit 0: sells (0 buy, 1 sell, 3 sell short)
     * @param priceE4 at which it filled, 1 to {@code Ranges.MAX_PRICE_E4}
     * @param quantity that filled, positive
     * @return {@link #BOOKED}, {@link #NONSENSE} or {@link #OVERFLOW}; refused fills are counted
     */
    public int onFill(
        final int account, final int instrument, final int side, final long priceE4, final int quantity)
    {
        final boolean isSide = side == 0 || side == 1 || side == 3;
        if (!isSide || quantity < 1 || !isPrice(priceE4) || !exposures.isAccount(account) ||
            !exposures.isInstrument(instrument))
        {
            return refused(NONSENSE);
        }
        final long bought = (side & 1) == 0 ? quantity : -(long)quantity;
        final long position = exposures.position(account, instrument) + bought;
        final long knownE4 = exposures.priceE4(instrument);
        final long valuedE4 = knownE4 == 0 ? priceE4 : knownE4;
        if ((int)position != position || !fits(account, instrument, position, valuedE4))
        {
            return refused(OVERFLOW);
        }
        exposures.putPrice(instrument, valuedE4);
        change(account, instrument, position, valuedE4);
        return BOOKED;
    }

    /**
     * Sets the price at which an instrument's positions are valued, in all accounts.
     *
     * @param instrument index
     * @param priceE4 1 to {@code Ranges.MAX_PRICE_E4}
     * @return {@link #BOOKED}, {@link #NONSENSE} or {@link #OVERFLOW}; refused prices are counted
     */
    public int onPrice(final int instrument, final long priceE4)
    {
        if (!isPrice(priceE4) || !exposures.isInstrument(instrument))
        {
            return refused(NONSENSE);
        }
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            if (!fits(account, instrument, exposures.position(account, instrument), priceE4))
            {
                return refused(OVERFLOW);
            }
        }
        exposures.putPrice(instrument, priceE4);
        for (int account = 0; account < exposures.accountCount(); account++)
        {
            final long position = exposures.position(account, instrument);
            if (position != 0)
            {
                change(account, instrument, position, priceE4);
            }
        }
        return BOOKED;
    }

    /**
     * Values all positions of an account anew, exposures included. The result is what was there before.
     *
     * @param account index
     * @throws IllegalArgumentException if there is no such account
     */
    public void revalue(final int account)
    {
        exposures.checkAccount(account);
        for (int instrument = 0; instrument < exposures.instrumentCount(); instrument++)
        {
            final long position = exposures.position(account, instrument);
            exposures.put(account, instrument, position,
                ExposureTable.worthE2(position, exposures.priceE4(instrument)));
        }
        method.revalue(account);
    }

    private boolean fits(final int account, final int instrument, final long position, final long priceE4)
    {
        final long toE2 = ExposureTable.worthE2(position, priceE4);
        return toE2 != CheckedLong.NONE &&
            method.fits(account, instrument, exposures.exposureE2(account, instrument), toE2);
    }

    private void change(final int account, final int instrument, final long position, final long priceE4)
    {
        final long fromE2 = exposures.exposureE2(account, instrument);
        final long toE2 = ExposureTable.worthE2(position, priceE4);
        exposures.put(account, instrument, position, toE2);
        if (toE2 != fromE2)
        {
            method.onExposure(account, instrument, fromE2, toE2);
        }
    }

    /** Returns the positions, prices and exposures. */
    public ExposureTable exposures()
    {
        return exposures;
    }

    /** Returns the method. */
    public ValueAtRisk method()
    {
        return method;
    }

    /** Returns how many fills and prices were refused. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /** Returns a hash of exposures and of what the method holds, whatever the size of the tables. */
    public long stateHash()
    {
        return exposures.stateHash() + method.stateHash();
    }

    /** Cold. Exposures, the method's sums and inputs, and the count of refusals. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.part("exposures", exposures);
        state.part("method", method);
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    private int refused(final int code)
    {
        refusedCount++;
        return code;
    }

    private static boolean isPrice(final long priceE4)
    {
        return priceE4 >= 1 && priceE4 <= MAX_PRICE_E4;
    }
}
