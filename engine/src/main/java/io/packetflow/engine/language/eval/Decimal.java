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
package io.packetflow.engine.language.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;

/**
 * Cold path. A number of the language: units of 10<sup>-scale</sup>. Sums, differences and products of numbers without
 * decimals wrap at 64 bits; everything else that does not fit fails with an {@link ArithmeticException}.
 *
 * @param units count of units
 * @param scale decimals
 */
record Decimal(long units, int scale)
{
    static Decimal whole(final long value)
    {
        return new Decimal(value, 0);
    }

    Decimal plus(final Decimal other)
    {
        final int common = Math.max(scale, other.scale);
        return result(at(common).add(other.at(common)), common);
    }

    Decimal minus(final Decimal other)
    {
        final int common = Math.max(scale, other.scale);
        return result(at(common).subtract(other.at(common)), common);
    }

    Decimal times(final Decimal other)
    {
        return result(BigInteger.valueOf(units).multiply(BigInteger.valueOf(other.units)), scale + other.scale);
    }

    Decimal dividedBy(final Decimal other)
    {
        final int wanted = Math.max(scale, other.scale);
        return new Decimal(at(wanted + other.scale).divide(BigInteger.valueOf(other.units)).longValue(), wanted);
    }

    Decimal remainder(final Decimal other)
    {
        final int common = Math.max(scale, other.scale);
        return new Decimal(at(common).remainder(other.at(common)).longValue(), common);
    }

    Decimal negated()
    {
        return result(BigInteger.valueOf(units).negate(), scale);
    }

    Decimal absolute()
    {
        return new Decimal(Math.abs(units), scale);
    }

    int compare(final Decimal other)
    {
        final int common = Math.max(scale, other.scale);
        return at(common).compareTo(other.at(common));
    }

    Decimal smaller(final Decimal other)
    {
        return scaledAs(other, compare(other) <= 0 ? this : other);
    }

    Decimal larger(final Decimal other)
    {
        return scaledAs(other, compare(other) >= 0 ? this : other);
    }

    private Decimal scaledAs(final Decimal other, final Decimal chosen)
    {
        return chosen.withScale(Math.max(scale, other.scale));
    }

    /** Gives it more decimals. */
    Decimal withScale(final int wanted)
    {
        return new Decimal(at(wanted).longValueExact(), wanted);
    }

    /** Gives it fewer decimals, or more. */
    Decimal rounded(final int wanted, final RoundingMode mode)
    {
        return wanted >= scale ? withScale(wanted) : new Decimal(
            BigDecimal.valueOf(units, scale).setScale(wanted, mode).unscaledValue().longValueExact(), wanted);
    }

    private BigInteger at(final int wanted)
    {
        return BigInteger.valueOf(BigInteger.valueOf(units).multiply(BigInteger.TEN.pow(wanted - scale))
            .longValueExact());
    }

    private static Decimal result(final BigInteger value, final int scale)
    {
        return new Decimal(scale == 0 ? value.longValue() : value.longValueExact(), scale);
    }
}
