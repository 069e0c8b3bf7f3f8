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
package io.packetflow.latency.peers.book;

import java.util.Arrays;

/** Cold path. What a feed tells of a flow: orders that rest, executions and reductions, deletions; by operation. */
final class BookEvents
{
    static final byte ADD = 0;
    static final byte DELETE = 1;
    static final byte REDUCE = 2;

    private final int[] ends;
    private final byte[] types;
    private final int[] references;
    private final boolean[] buys;
    private final int[] prices;
    private final int[] quantities;

    private BookEvents(final Builder builder)
    {
        ends = builder.ends;
        types = Arrays.copyOf(builder.types, builder.count);
        references = Arrays.copyOf(builder.references, builder.count);
        buys = Arrays.copyOf(builder.buys, builder.count);
        prices = Arrays.copyOf(builder.prices, builder.count);
        quantities = Arrays.copyOf(builder.quantities, builder.count);
    }

    /** Returns the index behind the last event of an operation. */
    int end(final int operation)
    {
        return ends[operation];
    }

    byte type(final int index)
    {
        return types[index];
    }

    int reference(final int index)
    {
        return references[index];
    }

    boolean isBuy(final int index)
    {
        return buys[index];
    }

    int price(final int index)
    {
        return prices[index];
    }

    int quantity(final int index)
    {
        return quantities[index];
    }

    /** Collects them. */
    static final class Builder
    {
        private final int[] ends;
        private byte[] types = new byte[1 << 10];
        private int[] references = new int[1 << 10];
        private boolean[] buys = new boolean[1 << 10];
        private int[] prices = new int[1 << 10];
        private int[] quantities = new int[1 << 10];
        private int count;

        Builder(final int operations)
        {
            ends = new int[operations];
        }

        void add(final int reference, final boolean isBuy, final int price, final int quantity)
        {
            event(ADD, reference, quantity);
            buys[count - 1] = isBuy;
            prices[count - 1] = price;
        }

        void reduce(final int reference, final int quantity)
        {
            event(REDUCE, reference, quantity);
        }

        void delete(final int reference)
        {
            event(DELETE, reference, 0);
        }

        private void event(final byte type, final int reference, final int quantity)
        {
            if (count == types.length)
            {
                grow(2 * count);
            }
            types[count] = type;
            references[count] = reference;
            quantities[count] = quantity;
            count++;
        }

        private void grow(final int length)
        {
            types = Arrays.copyOf(types, length);
            references = Arrays.copyOf(references, length);
            buys = Arrays.copyOf(buys, length);
            prices = Arrays.copyOf(prices, length);
            quantities = Arrays.copyOf(quantities, length);
        }

        void endOperation(final int operation)
        {
            ends[operation] = count;
        }

        BookEvents build()
        {
            return new BookEvents(this);
        }
    }
}
