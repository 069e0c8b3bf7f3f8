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
 * Hot path. Sums and products of scaled numbers that answer {@link #NONE} where the result does not fit, so that the
 * caller refuses with a code and a counter instead of an exception. Stateless; any thread.
 *
 * <p>Numbers are -(2^63 - 1) to 2^63 - 1. An operand that is {@link #NONE} gives {@link #NONE}, so that a chain of
 * operations needs one check at its end.
 */
public final class CheckedLong
{
    /** Stands for "no number": an overflow, or a conversion that would not be exact. */
    public static final long NONE = Long.MIN_VALUE;

    private CheckedLong()
    {
    }

    /**
     * Adds.
     *
     * @param left one summand
     * @param right the other
     * @return their sum, or {@link #NONE} if it does not fit or one of them is {@link #NONE}
     */
    public static long add(final long left, final long right)
    {
        final long sum = left + right;
        // Both summands have the sign that the sum has not.
        final boolean overflows = ((left ^ sum) & (right ^ sum)) < 0;
        return overflows || left == NONE || right == NONE ? NONE : sum;
    }

    /**
     * Subtracts.
     *
     * @param left what is subtracted from
     * @param right what is subtracted
     * @return their difference, or {@link #NONE} if it does not fit or one of them is {@link #NONE}
     */
    public static long subtract(final long left, final long right)
    {
        return right == NONE ? NONE : add(left, -right);
    }

    /**
     * Multiplies.
     *
     * @param left one factor
     * @param right the other
     * @return their product, or {@link #NONE} if it does not fit or one of them is {@link #NONE}
     */
    public static long multiply(final long left, final long right)
    {
        final long high = Math.multiplyHigh(left, right);
        final long low = left * right;
        // The product fits if its high half is nothing but the low half's sign.
        return high != (low >> (Long.SIZE - 1)) || left == NONE || right == NONE ? NONE : low;
    }
}
