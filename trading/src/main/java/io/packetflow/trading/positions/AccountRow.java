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
package io.packetflow.trading.positions;

import java.util.Optional;

/**
 * Cold path. What an account has at risk in all instruments together. Words: 1 (the kind), account, open orders, open
 * notional E4.
 *
 * @param account index
 * @param openOrders orders that are live, or on their way to the venue
 * @param openNotionalE4 their prices times quantities, four decimals
 */
public record AccountRow(int account, int openOrders, long openNotionalE4)
{
    private static final int KIND = 1;

    /** Returns the words of the row. */
    public long[] words()
    {
        return new long[]{KIND, account, openOrders, openNotionalE4};
    }

    /**
     * Returns the row that words are.
     *
     * @param words of a row
     * @return the row, empty if they are of another kind
     */
    public static Optional<AccountRow> of(final long[] words)
    {
        return words[0] == KIND ? Optional.of(new AccountRow((int)words[1], (int)words[2], words[3])) :
            Optional.empty();
    }
}
