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
 * Hot path. Prices and amounts as a {@code long} with four decimals: 12.3450 is 123 450. Stateless; any thread.
 *
 * <p>Prices are -(2^63 - 1) to 2^63 - 1, that is up to 922 trillion. What cannot be converted exactly or does not fit
 * is {@link #NONE}, never a rounded or wrapped number. Text is the business of {@link PriceE4Text}.
 */
public final class PriceE4
{
    /** The price 1.0000. */
    public static final long ONE = 10_000;

    /** Stands for "no price"; the same as {@link CheckedLong#NONE}. */
    public static final long NONE = CheckedLong.NONE;

    /** The highest value of a 32-bit wire price: 429 496.7295. */
    public static final long MAX_PRICE4 = 0xFFFF_FFFFL;

    private static final long PRICE8_PER_E4 = 10_000;

    private PriceE4()
    {
    }

    /**
     * Converts a wire price of 32 bits with four decimals: ITCH Price(4), OUCH 4.2.
     *
     * @param price4 the bits, unsigned
     * @return the price, 0 to {@link #MAX_PRICE4}
     */
    public static long fromPrice4(final int price4)
    {
        return Integer.toUnsignedLong(price4);
    }

    /**
     * Says whether a price can go into 32 bits on the wire.
     *
     * @param priceE4 price to send
     * @return whether it is 0 to {@link #MAX_PRICE4}
     */
    public static boolean fitsPrice4(final long priceE4)
    {
        return (priceE4 >>> Integer.SIZE) == 0;
    }

    /**
     * Converts to a wire price of 32 bits with four decimals.
     *
     * @param priceE4 price for which {@link #fitsPrice4} holds
     * @return its bits, unsigned
     */
    public static int toPrice4(final long priceE4)
    {
        return (int)priceE4;
    }

    /**
     * Converts a wire price of 64 bits with eight decimals: ITCH Price(8).
     *
     * @param price8 price with eight decimals, signed
     * @return the price, or {@link #NONE} if it has more than four decimals
     */
    public static long fromPrice8(final long price8)
    {
        final long priceE4 = price8 / PRICE8_PER_E4;
        return priceE4 * PRICE8_PER_E4 == price8 ? priceE4 : NONE;
    }

    /**
     * Converts to a wire price of 64 bits with eight decimals.
     *
     * @param priceE4 price to send
     * @return it with eight decimals, or {@link #NONE} if that does not fit
     */
    public static long toPrice8(final long priceE4)
    {
        return CheckedLong.multiply(priceE4, PRICE8_PER_E4);
    }

    /**
     * Multiplies a price with a quantity.
     *
     * @param priceE4 price of one
     * @param quantity how many, negative for the other side
     * @return the amount with four decimals, or {@link #NONE} if it does not fit
     */
    public static long notionalE4(final long priceE4, final long quantity)
    {
        return CheckedLong.multiply(priceE4, quantity);
    }
}
