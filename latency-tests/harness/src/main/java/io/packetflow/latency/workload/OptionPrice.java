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
package io.packetflow.latency.workload;

/**
 * Hot path. The work of the CPU kind: the price of a European call by Black and Scholes (1973), with the normal
 * distribution by formula 26.2.17 of Abramowitz and Stegun (error below 7.5e-8). Four transcendental functions.
 */
final class OptionPrice
{
    private static final double P = 0.2316419;
    private static final double B1 = 0.319381530;
    private static final double B2 = -0.356563782;
    private static final double B3 = 1.781477937;
    private static final double B4 = -1.821255978;
    private static final double B5 = 1.330274429;
    private static final double INVERSE_ROOT_TWO_PI = 0.3989422804014327;

    private OptionPrice()
    {
    }

    /**
     * Prices a call, without interest.
     *
     * @param spot price of the share, above 0
     * @param strike above 0
     * @param volatility a year, above 0
     * @param years to expiry, above 0
     * @return the price
     */
    static double call(final double spot, final double strike, final double volatility, final double years)
    {
        final double deviation = volatility * Math.sqrt(years);
        final double d1 = Math.log(spot / strike) / deviation + deviation / 2;
        return spot * normal(d1) - strike * normal(d1 - deviation);
    }

    private static double normal(final double x)
    {
        final double t = 1 / (1 + P * Math.abs(x));
        final double tail = INVERSE_ROOT_TWO_PI * Math.exp(-x * x / 2) *
            t * (B1 + t * (B2 + t * (B3 + t * (B4 + t * B5))));
        return x >= 0 ? 1 - tail : tail;
    }
}
