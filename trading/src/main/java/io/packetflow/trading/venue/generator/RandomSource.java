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
 * Hot path. The random numbers of a generator: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
 * Generators, OOPSLA 2014), written out so that no JDK can change it. One thread.
 */
final class RandomSource
{
    private static final long STEP = 0x9E37_79B9_7F4A_7C15L;
    private static final long MIX_1 = 0xBF58_476D_1CE4_E5B9L;
    private static final long MIX_2 = 0x94D0_49BB_1331_11EBL;
    // ln 2 with 16 binary places.
    private static final long LN_2_E16 = 45_426;
    private static final int PLACES = 16;
    private static final int MANTISSA_SHIFT = 40;
    private static final long MEAN_LIMIT = 1L << 40;

    private long state;

    RandomSource(final long seed)
    {
        state = seed;
    }

    /** Returns 64 random bits. */
    long bits()
    {
        state += STEP;
        long mixed = (state ^ state >>> 30) * MIX_1;
        mixed = (mixed ^ mixed >>> 27) * MIX_2;
        return mixed ^ mixed >>> 31;
    }

    /**
     * Returns a number below a bound, each as likely as the others within one in 2^32 / bound.
     *
     * @param bound 1 or more
     * @return 0 to bound - 1
     */
    int below(final int bound)
    {
        return (int)(((bits() >>> Integer.SIZE) * bound) >>> Integer.SIZE);
    }

    /**
     * Returns an exponentially distributed number. The logarithm is exact at powers of two and linear between them,
     * which is within 6 % of a binary digit.
     *
     * @param mean of the numbers, 0 or more
     * @return 0 or more
     */
    long exponential(final long mean)
    {
        final long bits = bits() | 1;
        final int zeros = Long.numberOfLeadingZeros(bits);
        // -log2(bits / 2^64): the leading zeros, and what the mantissa behind the first one lacks of a whole digit.
        final long mantissa = (bits << zeros << 1 >>> MANTISSA_SHIFT) >>> (64 - MANTISSA_SHIFT - PLACES);
        final long digits = ((long)(zeros + 1) << PLACES) - mantissa;
        final long naturals = (digits * LN_2_E16) >>> PLACES;
        // Long means lose their last digits before the multiplication could overflow.
        return mean < MEAN_LIMIT ? (naturals * mean) >>> PLACES : naturals * (mean >>> PLACES);
    }
}
