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
package io.packetflow.trading.feed;

import java.math.BigInteger;

/** Cold path. A sum of shares, and of shares × price (E4), that never overflows: a long day has more than 63 bits. */
final class Notional
{
    private BigInteger total = BigInteger.ZERO;
    private long part;
    private long shares;

    /**
     * Adds an execution.
     *
     * @param quantity in shares, up to 32 bits
     * @param priceE4 up to 32 bits
     */
    void add(final long quantity, final long priceE4)
    {
        shares += quantity;
        final long product = quantity * priceE4;
        // Two factors of 32 bits have at most 64: the product may be past 63 bits, then it reads as negative.
        if (product < 0 || part + product < 0)
        {
            total = total.add(BigInteger.valueOf(part)).add(new BigInteger(Long.toUnsignedString(product)));
            part = 0;
            return;
        }
        part += product;
    }

    /** Returns the sum of shares. */
    long shares()
    {
        return shares;
    }

    /** Returns the sum of shares × price. */
    BigInteger valueE4()
    {
        return total.add(BigInteger.valueOf(part));
    }
}
