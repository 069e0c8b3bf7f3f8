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

import static io.packetflow.risk.limit.Ranges.MAX_PRICE_E4;

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. What the market says about instruments: reference prices, which become the bounds of the price collar,
 * and trading states. Single owner: the thread that checks orders. No allocation.
 *
 * <p>An instrument starts closed and without a reference, so that nothing trades in it before somebody knows better.
 */
public final class InstrumentBoard
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
        this.hot = tables.instruments;
        this.cold = tables.instrumentBounds;
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
        if (((priceE4 - 1) | (MAX_PRICE_E4 - priceE4)) < 0 || isOutside(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = InstrumentLayout.offset(instrument);
        cold.putLong(offset + InstrumentLayout.REFERENCE, priceE4);
        writeBounds(offset, priceE4);
        clearFlags(offset, InstrumentLayout.NO_REFERENCE);
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
        if (isOutside(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = InstrumentLayout.offset(instrument);
        cold.putLong(offset + InstrumentLayout.REFERENCE, 0);
        writeBounds(offset, 0);
        setFlags(offset, InstrumentLayout.NO_REFERENCE);
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
        if ((state & ~STATES) != 0 || isOutside(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = InstrumentLayout.offset(instrument);
        clearFlags(offset, STATES);
        setFlags(offset, state);
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
        if (isOutside(instrument))
        {
            refusedCount++;
            return false;
        }
        final long offset = InstrumentLayout.offset(instrument);
        clearFlags(offset, InstrumentLayout.SHORT_RESTRICTED);
        setFlags(offset, restricted ? InstrumentLayout.SHORT_RESTRICTED : 0);
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
        tables.control.putLong(PreTradeTables.MARKET_FLAGS, state);
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
        return cold.getLong(InstrumentLayout.offset(instrument) + InstrumentLayout.REFERENCE);
    }

    /** Returns how many updates were refused as nonsense. */
    public long refusedCount()
    {
        return refusedCount;
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

    private boolean isOutside(final int instrument)
    {
        return tables.outside(0, instrument) < 0;
    }

    private void setFlags(final long offset, final int flags)
    {
        final long place = offset + InstrumentLayout.FLAGS;
        hot.putByte(place, (byte)(hot.getByte(place) | flags));
    }

    private void clearFlags(final long offset, final int flags)
    {
        final long place = offset + InstrumentLayout.FLAGS;
        hot.putByte(place, (byte)(hot.getByte(place) & ~flags));
    }
}
