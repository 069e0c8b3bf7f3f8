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
package io.packetflow.risk.pretrade;

import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. What the market says about instruments: reference prices, which become the bounds of the price collar,
 * and trading states. Single owner: the thread that checks orders. No allocation.
 *
 * <p>An instrument starts closed and without a reference, so that nothing trades in it before somebody knows better.
 */
public final class InstrumentBoard implements Stateful
{
    /** The instrument, or the market, trades. */
    public static final int OPEN = 0;
    /** It is halted. */
    public static final int HALTED = InstrumentLayout.HALTED;
    /** It is closed. */
    public static final int CLOSED = InstrumentLayout.CLOSED;

    private static final long BASIS_POINTS = 10_000;
    private static final int STATES = HALTED | CLOSED;

    private final PreTradeTables tables;
    private final Slab hot;
    private final Slab cold;
    private long refusedCount;

    /**
     * Binds a board to its tables.
     *
     * @param tables that it writes
     */
    public InstrumentBoard(final PreTradeTables tables)
    {
        this.tables = tables;
        this.hot = tables.hot;
        this.cold = tables.cold;
    }

    /**
     * Moves an instrument's reference price, and with it the collar: prices within
     * {@code reference +- reference * collar / 10 000}, rounded towards the reference, and within the instrument's
     * fixed band.
     *
     * @param instrument index
     * @param priceE4 last trade, mid or auction price, 1 to {@code Ranges.MAX_PRICE_E4}
     * @return whether it was taken; nonsense is counted and leaves the old reference
     */
    public boolean referencePrice(final int instrument, final long priceE4)
    {
        if (!OrderForm.isPrice(priceE4) || !tables.isInstrument(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = tables.instrumentOffset(instrument);
        cold.putLong(offset + InstrumentLayout.REFERENCE, priceE4);
        writeBounds(offset, priceE4);
        clearFlags(offset + InstrumentLayout.STATE, InstrumentLayout.NO_REFERENCE);
        return true;
    }

    /**
     * Forgets an instrument's reference price: its orders are refused until there is a new one.
     *
     * @param instrument index
     * @return whether there is such an instrument
     */
    public boolean clearReferencePrice(final int instrument)
    {
        if (!tables.isInstrument(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = tables.instrumentOffset(instrument);
        cold.putLong(offset + InstrumentLayout.REFERENCE, 0);
        writeBounds(offset, 0);
        setFlags(offset + InstrumentLayout.STATE, InstrumentLayout.NO_REFERENCE);
        return true;
    }

    /**
     * Sets whether an instrument trades.
     *
     * @param instrument index
     * @param state {@link #OPEN}, or {@link #HALTED} and {@link #CLOSED} or both
     * @return whether instrument and state exist; nonsense is counted and changes nothing
     */
    public boolean tradingState(final int instrument, final int state)
    {
        if ((state & ~STATES) != 0 || !tables.isInstrument(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = tables.instrumentOffset(instrument);
        clearFlags(offset + InstrumentLayout.STATE, STATES);
        setFlags(offset + InstrumentLayout.STATE, state);
        return true;
    }

    /**
     * Sets whether short sales of an instrument are restricted.
     *
     * @param instrument index
     * @param restricted whether they are refused
     * @return whether there is such an instrument
     */
    public boolean shortSaleRestricted(final int instrument, final boolean restricted)
    {
        if (!tables.isInstrument(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = tables.instrumentOffset(instrument);
        clearFlags(offset + InstrumentLayout.STATE, InstrumentLayout.SHORT_RESTRICTED);
        setFlags(offset + InstrumentLayout.STATE, restricted ? InstrumentLayout.SHORT_RESTRICTED : 0);
        return true;
    }

    /**
     * Sets whether the market as a whole trades; an instrument trades when both it and the market do.
     *
     * @param state {@link #OPEN}, or {@link #HALTED} and {@link #CLOSED} or both
     * @return whether the state exists
     */
    public boolean marketState(final int state)
    {
        if ((state & ~STATES) != 0)
        {
            refusedCount++;
            return false;
        }
        clearFlags(PreTradeTables.MARKET_STATE, STATES);
        setFlags(PreTradeTables.MARKET_STATE, state);
        return true;
    }

    /**
     * Returns an instrument's reference price.
     *
     * @param instrument index
     * @return the price, or 0 where none is known
     */
    public long referencePriceE4(final int instrument)
    {
        return cold.getLong(tables.instrumentOffset(instrument) + InstrumentLayout.REFERENCE);
    }

    /** Returns how many updates were refused as nonsense. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /** Cold. The count of refusals; all else lies in the tables. */
    @Override
    public void exchange(final StateExchange state)
    {
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    /** Writes the bounds anew after a reference or a limit moved. */
    void writeBounds(final long offset, final long referenceE4)
    {
        final long min = cold.getLong(offset + InstrumentLayout.MIN_PRICE);
        final long max = cold.getLong(offset + InstrumentLayout.MAX_PRICE);
        final long band = referenceE4 * cold.getInt(offset + InstrumentLayout.COLLAR) / BASIS_POINTS;
        final long low = referenceE4 == 0 ? min : Math.max(min, referenceE4 - band);
        final long high = referenceE4 == 0 ? max : Math.min(max, referenceE4 + band);
        // Where collar and band do not meet nothing passes: no price is 0.
        final boolean meets = low <= high;
        hot.putLong(offset + InstrumentLayout.LOW_PRICE, meets ? low : 0);
        hot.putLong(offset + InstrumentLayout.HIGH_PRICE, meets ? high : 0);
    }

    private void setFlags(final long place, final int flags)
    {
        hot.putByte(place, (byte)(hot.getByte(place) | flags));
    }

    private void clearFlags(final long place, final int flags)
    {
        hot.putByte(place, (byte)(hot.getByte(place) & ~flags));
    }
}
