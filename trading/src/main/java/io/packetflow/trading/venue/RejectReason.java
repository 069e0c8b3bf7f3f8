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
package io.packetflow.trading.venue;

/**
 * Why a {@link SimulatedVenue} rejects an order. The numbers are this simulator's own; they stand in the two-byte
 * reason of the OUCH message J, whose official codes mean other things.
 */
public final class RejectReason
{
    /** The userRefNum is not above those seen before. */
    public static final int REFERENCE_NOT_GROWING = 1;
    /** The symbol is not listed. */
    public static final int UNKNOWN_SYMBOL = 2;
    /** The side is none of {@code B S T E}. */
    public static final int INVALID_SIDE = 3;
    /** The quantity is not 1 to 999 999. */
    public static final int INVALID_QUANTITY = 4;
    /** The price is not above 0 and at most $200 000; market orders are not simulated. */
    public static final int INVALID_PRICE = 5;
    /** The order to replace does not rest, perhaps no longer. */
    public static final int UNKNOWN_ORDER = 6;
    /** As many orders rest as the venue was created for. */
    public static final int TOO_MANY_ORDERS = 7;

    private RejectReason()
    {
    }
}
