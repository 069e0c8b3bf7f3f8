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
 * Hot path. Which symbol has which stock locate, in both directions; locates change every day, symbols do not. Single
 * thread: the owner of the books. Nothing is allocated after construction (about 2 MB).
 *
 * <p>Symbols are as on the wire ({@link io.packetflow.trading.feed.itch.ItchSymbol}).
 */
public final class SymbolDirectory implements Stateful
{
    /** What {@link #locateOf} answers for a symbol that the feed has not named. */
    public static final int NOT_FOUND = -1;

    private static final int SLOTS = 1 << 17;
    private static final int MAX_USED = SLOTS / 4 * 3;

    private final long[] symbolByLocate = new long[OrderBooks.MAX_SYMBOLS];
    private final long[] slotSymbols = new long[SLOTS];
    private final int[] slotLocates = new int[SLOTS];
    private int used;
    private long refusedCount;

    /**
     * Notes which symbol a locate stands for; a later note replaces an earlier one.
     *
     * @param locate 0 to 65535
     * @param symbol as on the wire, not 0
     * @return false, and it is counted, if a feed named so many symbols (98 304) that the table is full
     */
    public boolean put(final int locate, final long symbol)
    {
        int slot = home(symbol);
        while (slotSymbols[slot] != 0 && slotSymbols[slot] != symbol)
        {
            slot = slot + 1 & SLOTS - 1;
        }
        if (slotSymbols[slot] == 0 && ++used > MAX_USED)
        {
            used--;
            refusedCount++;
            return false;
        }
        slotSymbols[slot] = symbol;
        slotLocates[slot] = locate;
        symbolByLocate[locate] = symbol;
        return true;
    }

    /** Returns the symbol of a locate; 0 if the feed has not named it. */
    public long symbolOf(final int locate)
    {
        return symbolByLocate[locate];
    }

    /** Returns the locate of a symbol, or {@link #NOT_FOUND}. */
    public int locateOf(final long symbol)
    {
        int slot = home(symbol);
        while (slotSymbols[slot] != 0)
        {
            if (slotSymbols[slot] == symbol)
            {
                final int locate = slotLocates[slot];
                return symbolByLocate[locate] == symbol ? locate : NOT_FOUND;
            }
            slot = slot + 1 & SLOTS - 1;
        }
        return NOT_FOUND;
    }

    /** Returns how many notes were refused because the table is full. */
    public long refusedCount()
    {
        return refusedCount;
    }

    /** Cold. Both directions and the counts. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.longs("symbolByLocate", symbolByLocate);
        state.longs("slotSymbols", slotSymbols);
        state.ints("slotLocates", slotLocates);
        used = state.bounded("used", used, 0, MAX_USED);
        refusedCount = state.int64("refusedCount", refusedCount);
    }

    private static int home(final long symbol)
    {
        // Letters differ in few bits; the golden ratio spreads them over the top 17.
        return (int)((symbol * 0x9E37_79B9_7F4A_7C15L) >>> 47);
    }
}
