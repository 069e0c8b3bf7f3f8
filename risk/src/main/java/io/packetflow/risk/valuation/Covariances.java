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

import io.packetflow.layout.memory.Arena;
import io.packetflow.layout.memory.Slab;
import io.packetflow.layout.state.StateExchange;
import io.packetflow.layout.state.Stateful;
import io.packetflow.risk.limit.StateHash;

/**
 * Hot path. The covariances of factors, in units of 10^-12 (E12): a standard deviation of 1 % is a variance of 10^8.
 * Owned by the thread of the method that they belong to.
 */
final class Covariances implements Stateful
{
    /** The largest absolute covariance: 100, of standard deviations of 1 000 %; exact in a double. */
    static final long MOST_E12 = 100_000_000_000_000L;

    private static final int LINE = 64;
    /** What rounding to E12 may take from an eigenvalue of 0, as a part of the variances. */
    private static final double TOLERANCE = 1e-6;

    private final Slab matrix;
    private final int factorCount;

    Covariances(final Arena arena, final int factorCount)
    {
        this.factorCount = factorCount;
        this.matrix = arena.allocate((long)factorCount * factorCount * Long.BYTES, LINE);
    }

    /** Cold. Replaces all of them. */
    void put(final long[][] covariancesE12)
    {
        checkShape(covariancesE12);
        checkSemidefinite(covariancesE12);
        for (int row = 0; row < factorCount; row++)
        {
            matrix.putLongs((long)row * factorCount * Long.BYTES, covariancesE12[row]);
        }
    }

    private void checkShape(final long[][] covariancesE12)
    {
        if (covariancesE12.length != factorCount)
        {
            throw new IllegalArgumentException("covariances have a row for each of " + factorCount + " factors: rows=" +
                covariancesE12.length);
        }
        for (int row = 0; row < factorCount; row++)
        {
            if (covariancesE12[row].length != factorCount)
            {
                throw new IllegalArgumentException("a row has a covariance for each of " + factorCount +
                    " factors: row=" + row + " length=" + covariancesE12[row].length);
            }
        }
        for (int row = 0; row < factorCount; row++)
        {
            for (int column = 0; column < factorCount; column++)
            {
                checkEntry(covariancesE12, row, column);
            }
        }
    }

    private static void checkEntry(final long[][] covariancesE12, final int row, final int column)
    {
        final long value = covariancesE12[row][column];
        if (value > MOST_E12 || value < -MOST_E12 || value != covariancesE12[column][row])
        {
            throw new IllegalArgumentException("covariances are symmetric, and at most " + MOST_E12 +
                " in units of 10^-12: row=" + row + " column=" + column + " value=" + value + " mirrored=" +
                covariancesE12[column][row]);
        }
    }

    /** Cholesky's decomposition, which goes through where no mix of factors has a negative variance. */
    private void checkSemidefinite(final long[][] covariancesE12)
    {
        final double[][] lower = new double[factorCount][factorCount];
        for (int column = 0; column < factorCount; column++)
        {
            final double variance = covariancesE12[column][column];
            final double rest = variance - dot(lower[column], lower[column], column);
            if (variance < 0 || rest < -TOLERANCE * variance)
            {
                throw notSemidefinite(column, column);
            }
            // Then the factors before it explain it, and its covariance with all others.
            final boolean isExplained = rest <= TOLERANCE * variance;
            for (int row = column; row < factorCount; row++)
            {
                final double left = covariancesE12[row][column] - dot(lower[row], lower[column], column);
                final double most = Math.sqrt(TOLERANCE * variance * covariancesE12[row][row]);
                if (isExplained && Math.abs(left) > most)
                {
                    throw notSemidefinite(row, column);
                }
                lower[row][column] = isExplained ? 0 : left / Math.sqrt(rest);
            }
        }
    }

    private static IllegalArgumentException notSemidefinite(final int row, final int column)
    {
        return new IllegalArgumentException("covariances are positive semidefinite, or a mix of factors had a " +
            "negative variance: row=" + row + " column=" + column);
    }

    private static double dot(final double[] left, final double[] right, final int count)
    {
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            sum += left[i] * right[i];
        }
        return sum;
    }

    /**
     * Returns the variance of a mix of factors.
     *
     * @param sums slab with what is at stake in each factor
     * @param first offset of the first of them
     * @return in their unit squared; not below 0
     */
    double variance(final Slab sums, final long first)
    {
        double varianceE12 = 0;
        long at = 0;
        for (int row = 0; row < factorCount; row++)
        {
            double mixed = 0;
            for (int column = 0; column < factorCount; column++)
            {
                mixed += (double)sums.getLong(first + (long)column * Long.BYTES) * matrix.getLong(at);
                at += Long.BYTES;
            }
            varianceE12 += mixed * sums.getLong(first + (long)row * Long.BYTES);
        }
        return Math.max(0, varianceE12) / 1e12;
    }

    long stateHash()
    {
        long hash = 0;
        for (int row = 0; row < factorCount; row++)
        {
            for (int column = 0; column < factorCount; column++)
            {
                hash += StateHash.of(((long)row << Integer.SIZE) | column,
                    matrix.getLong(((long)row * factorCount + column) * Long.BYTES), 0, 0);
            }
        }
        return hash;
    }

    /** Cold. All of them. */
    @Override
    public void exchange(final StateExchange state)
    {
        state.slab("matrix", matrix);
    }
}
