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

import io.packetflow.layout.memory.Slab;

/**
 * Hot path. Quickselect in place (Hoare's FIND), over 64-bit numbers at the begin of a slab. Stateless; owned by the
 * thread that owns the slab.
 *
 * <p>The pivot is the median of three numbers at places that a fixed generator draws, the same ones each time: equal
 * input takes equal steps, and sorted, equal or periodic numbers are no worst case. Some two comparisons a number for a
 * rank in the tail.
 */
final class TailSelection
{
    private static final long MULTIPLIER = 6_364_136_223_846_793_005L;
    private static final long INCREMENT = 1_442_695_040_888_963_407L;
    private static final int TOP_BITS = 33;
    private static final int DRAWN_BITS = 31;

    private TailSelection()
    {
    }

    /**
     * Orders numbers so far that one rank is in its place: no number before it is larger, none behind it smaller.
     *
     * @param numbers slab, changed
     * @param count of the numbers
     * @param rank 0 for the least, below count
     * @return the number of that rank
     */
    static long select(final Slab numbers, final int count, final int rank)
    {
        int first = 0;
        int last = count - 1;
        long drawn = count;
        while (first < last)
        {
            drawn = drawn * MULTIPLIER + INCREMENT;
            final long one = drawnFrom(numbers, drawn, first, last);
            drawn = drawn * MULTIPLIER + INCREMENT;
            final long two = drawnFrom(numbers, drawn, first, last);
            drawn = drawn * MULTIPLIER + INCREMENT;
            final long three = drawnFrom(numbers, drawn, first, last);
            final long pivot = Math.max(Math.min(one, two), Math.min(Math.max(one, two), three));
            int up = first;
            int down = last;
            while (up <= down)
            {
                while (at(numbers, up) < pivot)
                {
                    up++;
                }
                while (at(numbers, down) > pivot)
                {
                    down--;
                }
                if (up <= down)
                {
                    swap(numbers, up++, down--);
                }
            }
            // Between down and up stand numbers that equal the pivot.
            last = rank <= down ? down : rank < up ? rank : last;
            first = rank >= up ? up : rank <= down ? first : rank;
        }
        return at(numbers, rank);
    }

    private static long drawnFrom(final Slab numbers, final long drawn, final int first, final int last)
    {
        return at(numbers, first + (int)(((drawn >>> TOP_BITS) * (last - first + 1)) >>> DRAWN_BITS));
    }

    private static void swap(final Slab numbers, final int left, final int right)
    {
        final long held = at(numbers, left);
        numbers.putLong((long)left * Long.BYTES, at(numbers, right));
        numbers.putLong((long)right * Long.BYTES, held);
    }

    private static long at(final Slab numbers, final int index)
    {
        return numbers.getLong((long)index * Long.BYTES);
    }
}
