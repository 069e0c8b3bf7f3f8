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

/**
 * Hot path. Quantiles and density of the standard normal distribution, the same bits on every JVM and host: Wichura's
 * algorithm AS 241 (1988), good to about 1 part in 10^16, over {@code StrictMath}. Stateless; any thread.
 *
 * <p>The coefficients are his, as the doubles that they round to. His third branch, for probabilities below e^-25, is
 * left out: a {@link Confidence} has six digits.
 */
final class NormalQuantile
{
    private static final double HALF = 0.5;
    private static final double CENTRAL = 0.425;
    private static final double CENTRAL_SQUARED = 0.180625;
    private static final double TAIL_ORIGIN = 1.6;
    private static final double ROOT_OF_TWO_PI = 2.5066282746310002;

    private static final double[] CENTRAL_UPPER = {
        2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987,
        13731.69376550946, 1971.5909503065513, 133.14166789178438, 3.3871328727963665};
    private static final double[] CENTRAL_LOWER = {
        5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597,
        5394.196021424751, 687.1870074920579, 42.31333070160091, 1.0};
    private static final double[] TAIL_UPPER = {
        0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684,
        3.6478483247632045, 5.769497221460691, 4.630337846156546, 1.4234371107496835};
    private static final double[] TAIL_LOWER = {
        1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008,
        0.6897673349851, 1.6763848301838038, 2.053191626637759, 1.0};

    private NormalQuantile()
    {
    }

    /**
     * Returns how many standard deviations are not exceeded with a probability.
     *
     * @param confidencePpm the probability, 1 to 999 999
     */
    static double of(final int confidencePpm)
    {
        // Whole parts per million, so that both sides of the middle have the same bits.
        final double central = (double)(confidencePpm - Confidence.WHOLE_PPM / 2) / Confidence.WHOLE_PPM;
        if (Math.abs(central) <= CENTRAL)
        {
            final double at = CENTRAL_SQUARED - central * central;
            return central * polynomial(CENTRAL_UPPER, at) / polynomial(CENTRAL_LOWER, at);
        }
        final int tailPpm = Math.min(confidencePpm, Confidence.WHOLE_PPM - confidencePpm);
        final double at =
            StrictMath.sqrt(-StrictMath.log((double)tailPpm / Confidence.WHOLE_PPM)) - TAIL_ORIGIN;
        final double deviations = polynomial(TAIL_UPPER, at) / polynomial(TAIL_LOWER, at);
        return central < 0 ? -deviations : deviations;
    }

    /** Returns the density at a number of standard deviations. */
    static double density(final double deviations)
    {
        return StrictMath.exp(-HALF * deviations * deviations) / ROOT_OF_TWO_PI;
    }

    /** Horner's scheme, the coefficient of the highest power first. */
    private static double polynomial(final double[] coefficients, final double at)
    {
        double sum = 0;
        for (final double coefficient : coefficients)
        {
            sum = sum * at + coefficient;
        }
        return sum;
    }
}
