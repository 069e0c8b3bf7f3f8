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
package io.packetflow.layout.number;

/**
 * Hot path. Whole numbers of shares or contracts, held as {@code long} in computations. Stateless; any thread. Sums and
 * products go through {@link CheckedLong}.
 */
public final class Quantity
{
    /** The highest quantity that a record's field of 4 bytes holds. */
    public static final long MAX = Integer.MAX_VALUE;

    private Quantity()
    {
    }

    /**
     * Converts a wire quantity of 32 bits.
     *
     * @param quantity the bits, unsigned
     * @return the quantity, 0 to 2^32 - 1
     */
    public static long fromUnsigned32(final int quantity)
    {
        return Integer.toUnsignedLong(quantity);
    }

    /**
     * Says whether a quantity can be kept in a field of 4 bytes and sent in 32 bits.
     *
     * @param quantity to keep or send
     * @return whether it is 0 to {@link #MAX}
     */
    public static boolean fits(final long quantity)
    {
        return (quantity >>> (Integer.SIZE - 1)) == 0;
    }
}
