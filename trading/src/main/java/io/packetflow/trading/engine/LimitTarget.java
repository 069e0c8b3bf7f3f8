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
package io.packetflow.trading.engine;

import java.util.Locale;

/** Which limit a {@link TradingCommand#LIMIT} sets. The code goes over the wire of the control file. */
public enum LimitTarget
{
    /** Most shares of one order in an instrument. */
    MAX_QUANTITY(1, true),
    /** Most that one order in an instrument may be worth, with four decimals. */
    MAX_ORDER_NOTIONAL_E4(2, true),
    /** How far from the reference price an order may be, in basis points. */
    COLLAR_BASIS_POINTS(3, true),
    /** Most orders that may be open. */
    MAX_OPEN_ORDERS(4, false),
    /** Most that all open orders together may be worth, with four decimals. */
    MAX_OPEN_NOTIONAL_E4(5, false),
    /** Orders a second. */
    ORDERS_PER_SECOND(6, false),
    /** Most shares long or short in an instrument, open orders included. */
    MAX_POSITION(7, true);

    private final int code;
    private final boolean ofInstrument;

    LimitTarget(final int code, final boolean ofInstrument)
    {
        this.code = code;
        this.ofInstrument = ofInstrument;
    }

    /** Returns the code on the wire. */
    public int code()
    {
        return code;
    }

    /** Returns whether the limit is one of an instrument; else it is one of the account. */
    public boolean isOfInstrument()
    {
        return ofInstrument;
    }

    /** Returns the name on the command line, such as {@code max-quantity}. */
    public String commandName()
    {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a target by its code.
     *
     * @param code on the wire
     * @return the target, or null if there is none
     */
    public static LimitTarget of(final int code)
    {
        for (final LimitTarget target : values())
        {
            if (target.code == code)
            {
                return target;
            }
        }
        return null;
    }
}
