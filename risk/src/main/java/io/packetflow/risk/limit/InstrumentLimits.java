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
package io.packetflow.risk.limit;

import java.util.List;

/**
 * Limits of one instrument, for every account.
 *
 * @param minPriceE4 lowest price whatever the reference, 1 to {@link Ranges#MAX_PRICE_E4}
 * @param maxPriceE4 highest price whatever the reference
 * @param collarBasisPoints how far a price may lie from the reference, 1 to 100 000 hundredths of a percent
 * @param minQuantity of an order, 1 to 65 535
 * @param maxQuantity of an order
 * @param maxOrderNotionalE4 price times quantity of one order, up to {@link Ranges#MAX_NOTIONAL_E4}
 */
public record InstrumentLimits(
    long minPriceE4,
    long maxPriceE4,
    int collarBasisPoints,
    int minQuantity,
    int maxQuantity,
    long maxOrderNotionalE4)
{
    /** Widest collar: ten times the reference. */
    public static final int MAX_COLLAR_BASIS_POINTS = 100_000;

    /** Highest minimum quantity: it shares a word with the instrument's state. */
    public static final int MAX_MIN_QUANTITY = 65_535;

    /**
     * Names what is wrong with these limits.
     *
     * @param place that the messages name
     * @param errors to which they are added
     */
    public void validate(final String place, final List<String> errors)
    {
        final Validation check = new Validation(place, errors);
        check.range("minPriceE4", minPriceE4, 1, Ranges.MAX_PRICE_E4);
        check.range("maxPriceE4", maxPriceE4, 1, Ranges.MAX_PRICE_E4);
        check.ordered("minPriceE4", minPriceE4, "maxPriceE4", maxPriceE4);
        check.range("collarBasisPoints", collarBasisPoints, 1, MAX_COLLAR_BASIS_POINTS);
        check.range("minQuantity", minQuantity, 1, MAX_MIN_QUANTITY);
        check.range("maxQuantity", maxQuantity, 1, Integer.MAX_VALUE);
        check.ordered("minQuantity", minQuantity, "maxQuantity", maxQuantity);
        check.range("maxOrderNotionalE4", maxOrderNotionalE4, 0, Ranges.MAX_NOTIONAL_E4);
    }
}
