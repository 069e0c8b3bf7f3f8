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
package io.packetflow.latency.peers.book;

import java.util.List;

/**
 * Cold path. How a book ended.
 *
 * @param bids levels, best first
 * @param asks levels, best first
 */
record BookState(List<Level> bids, List<Level> asks)
{
    /** Copies the lists. */
    BookState
    {
        bids = List.copyOf(bids);
        asks = List.copyOf(asks);
    }

    /** Returns how many orders rest. */
    long restingOrders()
    {
        return bids.stream().mapToLong(Level::orders).sum() + asks.stream().mapToLong(Level::orders).sum();
    }

    /**
     * A price level.
     *
     * @param price of it
     * @param quantity of all its orders
     * @param orders that it has
     */
    record Level(long price, long quantity, long orders)
    {
    }
}
