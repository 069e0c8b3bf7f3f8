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

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

class PriceE4Test
{
    private static final long SEED = 0x0E4L;
    private static final int ROUNDS = 100_000;

    @Test
    void shouldMultiplyLikeBigIntegerOrAnswerNone()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++)
        {
            final long priceE4 = anyNumber(random);
            final long quantity = anyNumber(random);
            final long expected = exactOrNone(BigInteger.valueOf(priceE4).multiply(BigInteger.valueOf(quantity)));

            if (PriceE4.notionalE4(priceE4, quantity) != expected)
            {
                assertThat(PriceE4.notionalE4(priceE4, quantity))
                    .as("%d * %d seed=%d round=%d", priceE4, quantity, SEED, round).isEqualTo(expected);
            }
        }
        assertThat(PriceE4.notionalE4(123_450, 200)).isEqualTo(24_690_000);
        assertThat(PriceE4.notionalE4(PriceE4.NONE, 0)).as("none stays none").isEqualTo(PriceE4.NONE);
        assertThat(PriceE4.notionalE4(1, PriceE4.NONE)).isEqualTo(PriceE4.NONE);
    }

    @Test
    void shouldAddAndSubtractLikeBigIntegerOrAnswerNone()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++)
        {
            final long left = anyNumber(random);
            final long right = anyNumber(random);
            final BigInteger bigLeft = BigInteger.valueOf(left);
            final BigInteger bigRight = BigInteger.valueOf(right);

            if (CheckedLong.add(left, right) != exactOrNone(bigLeft.add(bigRight)) ||
                CheckedLong.subtract(left, right) != exactOrNone(bigLeft.subtract(bigRight)))
            {
                assertThat(CheckedLong.add(left, right))
                    .as("%d + %d seed=%d round=%d", left, right, SEED, round)
                    .isEqualTo(exactOrNone(bigLeft.add(bigRight)));
                assertThat(CheckedLong.subtract(left, right))
                    .as("%d - %d seed=%d round=%d", left, right, SEED, round)
                    .isEqualTo(exactOrNone(bigLeft.subtract(bigRight)));
            }
        }
        assertThat(CheckedLong.add(CheckedLong.NONE, 5)).isEqualTo(CheckedLong.NONE);
        assertThat(CheckedLong.add(5, CheckedLong.NONE)).isEqualTo(CheckedLong.NONE);
        assertThat(CheckedLong.subtract(CheckedLong.NONE, -5)).isEqualTo(CheckedLong.NONE);
        assertThat(CheckedLong.subtract(-5, CheckedLong.NONE)).isEqualTo(CheckedLong.NONE);
        assertThat(CheckedLong.add(-Long.MAX_VALUE, -1)).as("the bits of NONE").isEqualTo(CheckedLong.NONE);
    }

    @Test
    void shouldConvertPricesWithEightDecimalsOnlyExactly()
    {
        final SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < ROUNDS; round++)
        {
            final long number = anyNumber(random);
            final long price8 = random.nextBoolean() ? number : number / 10_000 * 10_000;
            final BigDecimal exact = BigDecimal.valueOf(price8, 8);
            final BigDecimal cut = exact.setScale(4, RoundingMode.DOWN);
            final long expected = cut.compareTo(exact) == 0 ? cut.unscaledValue().longValueExact() : PriceE4.NONE;

            assertThat(PriceE4.fromPrice8(price8)).as("%d seed=%d round=%d", price8, SEED, round).isEqualTo(expected);
            if (expected != PriceE4.NONE)
            {
                assertThat(PriceE4.toPrice8(expected)).as("%d seed=%d", price8, SEED).isEqualTo(price8);
            }
        }
        assertThat(PriceE4.toPrice8(Long.MAX_VALUE / 1_000)).isEqualTo(PriceE4.NONE);
    }

    @Test
    void shouldConvertWirePricesOf32BitsUnsigned()
    {
        assertThat(PriceE4.fromPrice4(0xFFFF_FFFF)).isEqualTo(4_294_967_295L);
        assertThat(PriceE4.fromPrice4(2_000_000_000)).isEqualTo(2_000_000_000L);
        assertThat(PriceE4.toPrice4(4_294_967_295L)).isEqualTo(0xFFFF_FFFF);
        assertThat(PriceE4.fitsPrice4(PriceE4.MAX_PRICE4)).isTrue();
        assertThat(PriceE4.fitsPrice4(PriceE4.MAX_PRICE4 + 1)).isFalse();
        assertThat(PriceE4.fitsPrice4(0)).isTrue();
        assertThat(PriceE4.fitsPrice4(-1)).isFalse();
        assertThat(PriceE4.fitsPrice4(PriceE4.NONE)).isFalse();
    }

    @Test
    void shouldConvertQuantitiesUnsignedAndSayWhichFit()
    {
        assertThat(Quantity.fromUnsigned32(-1)).isEqualTo(4_294_967_295L);
        assertThat(Quantity.fits(Quantity.MAX)).isTrue();
        assertThat(Quantity.fits(Quantity.MAX + 1)).isFalse();
        assertThat(Quantity.fits(0)).isTrue();
        assertThat(Quantity.fits(-1)).isFalse();
    }

    /** All magnitudes are equally likely, and the ends come often. */
    private static long anyNumber(final SplittableRandom random)
    {
        final long number = random.nextLong() >> random.nextInt(Long.SIZE);
        final long end = random.nextBoolean() ? Long.MAX_VALUE : -Long.MAX_VALUE;
        return random.nextInt(16) == 0 ? end : Math.max(number, -Long.MAX_VALUE);
    }

    private static long exactOrNone(final BigInteger number)
    {
        return number.bitLength() < Long.SIZE ? number.longValueExact() : CheckedLong.NONE;
    }
}
