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
package io.packetflow.trading.book;

import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;

/**
 * Hot path. What the feed says about trading in each symbol: its state (H), its auction collar (J), operational halts
 * (h), and the phase of the day (S). Single thread: the owner of the books. Nothing is allocated after construction.
 */
public final class MarketStates implements Stateful
{
    /** State of a symbol of which the feed has said nothing yet. */
    public static final int UNKNOWN = 0;
    /** Trading. */
    public static final int TRADING = 'T';
    /** Halted on all US markets. */
    public static final int HALTED = 'H';
    /** Paused on all US markets. */
    public static final int PAUSED = 'P';
    /** Quotation only: orders may be entered, none executes. */
    public static final int QUOTATION_ONLY = 'Q';

    private final byte[] states = new byte[OrderBooks.MAX_SYMBOLS];
    private final boolean[] operationalHalts = new boolean[OrderBooks.MAX_SYMBOLS];
    private final long[] collarReferencesE4 = new long[OrderBooks.MAX_SYMBOLS];
    private final long[] collarLowersE4 = new long[OrderBooks.MAX_SYMBOLS];
    private final long[] collarUppersE4 = new long[OrderBooks.MAX_SYMBOLS];
    private int systemEvent;

    /** Returns the trading state of a symbol: the character of the feed, or {@link #UNKNOWN}. */
    public int tradingState(final int locate)
    {
        return states[locate];
    }

    /** Returns whether a symbol may execute now: its state is {@link #TRADING} and Nasdaq has not halted it. */
    public boolean isTrading(final int locate)
    {
        return states[locate] == TRADING && !operationalHalts[locate];
    }

    /** Returns whether Nasdaq has halted a symbol for operational reasons. */
    public boolean isOperationallyHalted(final int locate)
    {
        return operationalHalts[locate];
    }

    /** Returns the reference price of a symbol's auction collar; 0 if there was none. */
    public long collarReferenceE4(final int locate)
    {
        return collarReferencesE4[locate];
    }

    /** Returns the lower price of a symbol's auction collar; 0 if there was none. */
    public long collarLowerE4(final int locate)
    {
        return collarLowersE4[locate];
    }

    /** Returns the upper price of a symbol's auction collar; 0 if there was none. */
    public long collarUpperE4(final int locate)
    {
        return collarUppersE4[locate];
    }

    /** Returns the last system event (O S Q M E C); 0 if there was none. */
    public int systemEvent()
    {
        return systemEvent;
    }

    void tradingState(final int locate, final byte state)
    {
        states[locate] = state;
    }

    void operationalHalt(final int locate, final boolean halted)
    {
        operationalHalts[locate] = halted;
    }

    void collar(final int locate, final long referenceE4, final long lowerE4, final long upperE4)
    {
        collarReferencesE4[locate] = referenceE4;
        collarLowersE4[locate] = lowerE4;
        collarUppersE4[locate] = upperE4;
    }

    void systemEvent(final int event)
    {
        systemEvent = event;
    }

    /** Cold. All states, halts and collars. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.bytes("states", states);
        state.flags("operationalHalts", operationalHalts);
        state.longs("collarReferencesE4", collarReferencesE4);
        state.longs("collarLowersE4", collarLowersE4);
        state.longs("collarUppersE4", collarUppersE4);
        systemEvent = state.int32("systemEvent", systemEvent);
    }
}
