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
package io.packetflow.risk.pretrade;

/**
 * Sides of an order as dense ints: bit 0 says that it sells, bit 1 that the seller is short. A short sale that is
 * exempt from short-sale restrictions is a {@link #SELL}.
 */
public final class Side
{
    /** Buys. */
    public static final int BUY = 0;
    /** Sells what is owned, or is exempt from short-sale restrictions. */
    public static final int SELL = 1;
    /** Sells short. */
    public static final int SELL_SHORT = 3;

    private Side()
    {
    }
}
