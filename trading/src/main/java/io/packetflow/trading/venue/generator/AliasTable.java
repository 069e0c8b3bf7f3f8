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
package io.packetflow.trading.venue.generator;

/**
 * Hot path once built. Draws an index with a probability proportional to its weight in constant time: Walker's alias
 * method as Vose builds it, in integers. One line of memory a draw; immutable, any thread.
 */
final class AliasTable
{
    private static final int HALF_PLACES = 16;

    // High 32 bits: threshold below which the index keeps the draw; low 32 bits: index that gets it otherwise.
    private final long[] cells;

    /**
     * Builds a table.
     *
     * @param weights of the indices, each 0 to 2^30, at most 65 536 of them, not all 0
     */
    AliasTable(final long[] weights)
    {
        final int count = weights.length;
        long total = 0;
        for (final long weight : weights)
        {
            total += weight;
        }
        cells = new long[count];
        // Scaled by the count, the average weight is the total: cells below it borrow from those above.
        final long[] scaled = new long[count];
        final int[] small = new int[count];
        final int[] large = new int[count];
        int smallCount = 0;
        int largeCount = 0;
        for (int i = 0; i < count; i++)
        {
            scaled[i] = weights[i] * count;
            if (scaled[i] < total)
            {
                small[smallCount++] = i;
            }
            else
            {
                large[largeCount++] = i;
            }
        }
        while (smallCount > 0 && largeCount > 0)
        {
            final int poor = small[--smallCount];
            final int rich = large[largeCount - 1];
            cells[poor] = threshold(scaled[poor], total) << Integer.SIZE | rich;
            scaled[rich] -= total - scaled[poor];
            if (scaled[rich] < total)
            {
                largeCount--;
                small[smallCount++] = rich;
            }
        }
        while (largeCount > 0)
        {
            final int full = large[--largeCount];
            cells[full] = 0xFFFF_FFFFL << Integer.SIZE | full;
        }
        while (smallCount > 0)
        {
            final int full = small[--smallCount];
            cells[full] = 0xFFFF_FFFFL << Integer.SIZE | full;
        }
    }

    /**
     * Draws an index.
     *
     * @param bits 64 random bits
     * @return an index
     */
    int draw(final long bits)
    {
        final int index = (int)(((bits >>> Integer.SIZE) * cells.length) >>> Integer.SIZE);
        final long cell = cells[index];
        return (bits & 0xFFFF_FFFFL) < cell >>> Integer.SIZE ? index : (int)cell;
    }

    private static long threshold(final long scaled, final long total)
    {
        // scaled < total <= 2^46, so the quotient has 32 binary places; divide in two steps to stay within a long.
        final long high = (scaled << HALF_PLACES) / total;
        final long rest = (scaled << HALF_PLACES) % total;
        return high << HALF_PLACES | (rest << HALF_PLACES) / total;
    }
}
